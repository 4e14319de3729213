import { copyFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addText, anOffice } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { FIRST_TEXTS, writeFirstArchive } from '../support/first-archive.ts'
import { startHost } from '../support/host-thread.ts'
import { aMedium } from '../support/sealed-medium.ts'
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

test.skipIf(medium === null)(
  'an archive of an older format on such a medium is told apart from one that can be read there',
  async () => {
    const old = aMedium()
    const file = path.join(old?.folder ?? '', 'archive.fonds')
    writeFirstArchive(file)
    old?.seal()
    const host = startHost(file)
    expect(await host.dial().call('archive.describe', {})).toEqual({
      ok: false,
      failure: { kind: 'archive-outdated' },
    })
    await host.close()
    expect(runCli('list', '--archive', file).out).toContain('version plus ancienne')
    // What it says to do next works: a copy is brought up to date where it can be written.
    const { folder, remove } = aFolder()
    const copy = path.join(folder, 'archive.fonds')
    copyFileSync(file, copy)
    const again = startHost(copy)
    expect(await again.dial().call('archive.describe', {})).toMatchObject({
      value: { communiqueCount: FIRST_TEXTS.length },
    })
    await again.close()
    old?.remove()
    remove()
  },
)
