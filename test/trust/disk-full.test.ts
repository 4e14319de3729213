import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openArchiveDesk } from '../support/archive-desk.ts'
import { mountDisk } from '../support/small-disk.ts'

const DISK = '96m'

const disk = mountDisk(DISK)
if (disk === null) process.stdout.write('full disk: skipped, no small disk may be mounted here\n')

test.skipIf(disk === null)(
  'on a full disk the note in hand is saved, an import is refused, and nothing is lost',
  async () => {
    const folder = disk?.folder ?? ''
    const desk = openDesk(path.join(folder, 'archive.fonds'))
    const versionId = await desk.takeIn('Premier texte, avec assez de mots pour une note.')
    await desk.note(versionId, 'avant')
    expect(existsSync(path.join(folder, 'archive.fonds.reserve'))).toBe(true)

    disk?.fill()
    // The control: without the reserve, what comes next has no room.
    const refused = await desk.tryToTakeIn('Un deuxième texte. '.repeat(20_000))
    expect(refused).toBe('disk-full')
    expect(existsSync(path.join(folder, 'archive.fonds.reserve'))).toBe(true)

    const bodies = ['avant']
    for (let number = 0; number < 20; number += 1) {
      const body = `en main ${number} ${'mot '.repeat(200)}`
      expect(await desk.note(versionId, body)).toBe('saved')
      bodies.push(body)
    }
    expect(existsSync(path.join(folder, 'archive.fonds.reserve'))).toBe(false)
    expect(await desk.bodies()).toEqual(expect.arrayContaining(bodies))
    desk.close()

    disk?.free()
    const again = openDesk(path.join(folder, 'archive.fonds'))
    expect((await again.bodies()).toSorted()).toEqual(bodies.toSorted())
    expect(await again.findings()).toBe(0)
    again.close()
    disk?.unmount()
  },
)

test.skipIf(disk === null)(
  'an archive opens on a full disk, in the room kept for it, and takes the note in hand; without that room it says why not (control)',
  async () => {
    const small = mountDisk(DISK)
    const folder = small?.folder ?? ''
    const first = openDesk(path.join(folder, 'archive.fonds'))
    const versionId = await first.takeIn('Premier texte, avec assez de mots pour une note.')
    first.close()
    small?.fill()
    const desk = openDesk(path.join(folder, 'archive.fonds'))
    expect(await desk.note(versionId, 'en main')).toBe('saved')
    desk.close()
    expect(existsSync(path.join(folder, 'archive.fonds.reserve'))).toBe(false)
    small?.fill()
    const refused = openDesk(path.join(folder, 'archive.fonds'))
    expect(await refused.note(versionId, 'encore')).toBe('disk-full')
    refused.close()
    small?.free()
    const again = openDesk(path.join(folder, 'archive.fonds'))
    expect(await again.bodies()).toEqual(['en main'])
    expect(await again.findings()).toBe(0)
    again.close()
    small?.unmount()
  },
)

test.skipIf(disk === null)('a full disk without that room takes no note (control)', async () => {
  const small = mountDisk(DISK)
  const folder = small?.folder ?? ''
  const desk = openDesk(path.join(folder, 'archive.fonds'))
  const versionId = await desk.takeIn('Premier texte, avec assez de mots pour une note.')
  rmSync(path.join(folder, 'archive.fonds.reserve'))
  small?.fill()
  const said: unknown[] = []
  for (let number = 0; number < 20; number += 1) {
    said.push(await desk.note(versionId, `en main ${number} ${'mot '.repeat(200)}`))
  }
  expect(said).toContain('disk-full')
  desk.close()
  small?.unmount()
})

function openDesk(archivePath: string) {
  const { archive, close } = openArchiveDesk(archivePath)
  const tryToTakeIn = async (text: string): Promise<string> => {
    const opened = await archive.call('ingest.open-batch', { origin: null })
    if (!opened.ok) return opened.failure.kind
    const { batchId } = opened.value
    const content = { kind: 'bytes' as const, bytes: new TextEncoder().encode(text) }
    const files = [{ name: `${text.length}.txt`, content }]
    const offered = await archive.call('ingest.offer-files', { batchId, files })
    if (!offered.ok) return offered.failure.kind
    const steps = archive.stream('ingest.run-batch', { batchId })
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value.ok ? 'taken' : step.value.failure.kind
    }
  }
  return {
    tryToTakeIn,
    takeIn: async (text: string): Promise<string> => {
      expect(await tryToTakeIn(text)).toBe('taken')
      const filter = { years: [], issuers: [], languages: [] }
      const listed = await archive.call('communique.list', {
        filter,
        sort: 'newest',
        offset: 0,
        limit: 1,
      })
      const id = listed.ok ? (listed.value.rows[0]?.id ?? '') : ''
      const read = await archive.call('communique.get', { id, versionId: null })
      return read.ok ? read.value.version.id : ''
    },
    note: async (versionId: string, body: string): Promise<string> => {
      const made = await archive.call('annotation.create', {
        versionId,
        start: 0,
        end: 7,
        kind: 'comment',
        body,
        tags: [],
        visibility: 'private',
      })
      return made.ok ? 'saved' : made.failure.kind
    },
    bodies: async (): Promise<readonly string[]> => {
      const all = await archive.call('annotation.search-all', {
        query: '',
        filter: { kinds: [], tags: [], authors: [], visibilities: [], statuses: [] },
        sort: 'newest',
        offset: 0,
        limit: 100,
      })
      return all.ok ? all.value.rows.map(({ annotation }) => annotation.body) : []
    },
    findings: async (): Promise<number> => {
      const steps = archive.stream('archive.verify', {})
      for (;;) {
        const step = await steps.next()
        if (step.done) return step.value.ok ? step.value.value.findings.length : -1
      }
    },
    close,
  }
}
