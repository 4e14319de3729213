import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addText, anOffice } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { startHost } from '../support/host-thread.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'

const refused = { ok: false, failure: { kind: 'archive-read-only' } }
const medium = aMedium()

test.skipIf(medium === null)(
  'an archive on a medium that cannot be written is read and searched, and says why it takes nothing',
  async () => {
    const office = anOffice('Officier')
    addText(office, 'Le ministre a reçu la délégation valdorienne.', 'Premier')
    rebuildIndex(office.db)
    office.shut()
    const file = path.join(medium?.folder ?? '', 'archive.fonds')
    copyFileSync(office.path, file)
    medium?.seal()

    const host = startHost(file)
    const archive = host.dial()
    expect(await archive.call('archive.describe', {})).toMatchObject({
      value: { readOnly: true, communiqueCount: 1 },
    })
    const filter = { years: [], issuers: [], languages: [] }
    const asked = { query: 'délégation', filter, offset: 0, limit: 9 }
    expect(await archive.call('search.run', asked)).toMatchObject({ value: { total: 1 } })
    expect(await archive.call('ingest.offer-samples', {})).toEqual(refused)
    expect(await archive.call('saved-search.delete', { id: 'x' })).toEqual(refused)
    await host.close()

    expect(runCli('search', 'délégation', '--archive', file).out).toContain('Premier')
    const said = runCli('ingest', 'resources/sample', '--archive', file)
    expect(said).toMatchObject({ code: 1 })
    expect(said.out).toContain('lecture seule')
    expect(readdirSync(medium?.folder ?? '')).toEqual(['archive.fonds'])
    // The control: the same archive takes texts where it can be written.
    const again = startHost(office.path)
    expect(await again.dial().call('ingest.offer-samples', {})).toMatchObject({ ok: true })
    await again.close()
    medium?.remove()
    office.close()
  },
)

/** A folder that can be made unwritable, even for whoever may do anything; null where none can. */
function aMedium(): {
  readonly folder: string
  readonly seal: () => void
  readonly remove: () => void
} | null {
  const { folder: parent, remove } = aFolder()
  const folder = path.join(parent, 'support')
  mkdirSync(folder)
  if (process.getuid?.() !== 0) {
    const unseal = (): void => chmodSync(folder, 0o700)
    return {
      folder,
      seal: () => {
        chmodSync(path.join(folder, 'archive.fonds'), 0o400)
        chmodSync(folder, 0o500)
      },
      remove: () => {
        unseal()
        remove()
      },
    }
  }
  if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status !== 0) return null
  return {
    folder,
    seal: () => void spawnSync('mount', ['-o', 'remount,ro', folder]),
    remove: () => {
      spawnSync('umount', [folder])
      remove()
    },
  }
}
