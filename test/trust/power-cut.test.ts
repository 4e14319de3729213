import path from 'node:path'
import { expect, test } from 'vitest'
import { findDamagedAnnotations } from '../../electron/core/annotations/find-damaged.ts'
import { verifyArchive } from '../../electron/core/archive/integrity.ts'
import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { verifyIndex } from '../../electron/core/search/check-index.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { canTrace, cutDisks, layOut, traceDiskCalls } from '../support/power-cut.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const ARCHIVE = 'archive.fonds'
const SAID = 'said'
const NOTES = 80
const CUTS = isFull ? 300 : 42

const traceable = canTrace()
if (!traceable) process.stdout.write('power cuts: skipped, no program may be traced here\n')

test.skipIf(!traceable)(
  `no note said to be saved is lost in ${CUTS} power cuts, and nothing is half there`,
  async () => {
    expect(await countBroken('FULL')).toEqual({ broken: 0, cuts: CUTS })
  },
  600_000,
)

test.skipIf(!traceable)(
  'the same cuts break an archive that is not synced',
  async () => {
    const { broken } = await countBroken('OFF')
    expect(broken).toBeGreaterThanOrEqual(CUTS / 6)
  },
  600_000,
)

async function countBroken(synchronous: 'FULL' | 'OFF'): Promise<{ broken: number; cuts: number }> {
  const { folder, remove } = aFolder()
  const calls = traceDiskCalls(path.join(folder, 'trace'), [
    'test/support/cut-writer.ts',
    path.join(folder, ARCHIVE),
    path.join(folder, SAID),
    String(NOTES),
    synchronous,
  ])
  const disk = path.join(folder, 'disk')
  let broken = 0
  let cuts = 0
  for (const cut of cutDisks(calls, {
    saidName: SAID,
    count: CUTS,
    random: randomFromSeed(seedOr(7)),
  })) {
    layOut(cut, disk)
    cuts += 1
    if (!(await holds(path.join(disk, ARCHIVE), cut.said))) broken += 1
  }
  remove()
  return { broken, cuts }
}

/** Whether an archive opens as it would after the cut, with all that was said and nothing in half. */
async function holds(archivePath: string, said: number): Promise<boolean> {
  const opened = openForWriting(archivePath, 'Officier', aClock())
  if (!opened.ok) return false
  const { archive, close } = opened.value
  try {
    return (await findingsOf(archive)) === 0 && hasEveryNote(archive, said)
  } finally {
    close()
  }
}

async function findingsOf(archive: ReadableArchive): Promise<number> {
  const steps = verifyArchive(archive, findDamagedAnnotations)
  for (;;) {
    const step = await steps.next()
    if (!step.done) continue
    const index = verifyIndex(archive, 0)
    for (;;) {
      const checked = await index.next()
      if (checked.done) return step.value.findings.length + checked.value.length
    }
  }
}

/** Notes 1 to n and no gap, each with its step, its place, its words in the index, its journal entry. */
function hasEveryNote(archive: ReadableArchive, said: number): boolean {
  const row = archive
    .prepare<Record<'notes' | 'last' | 'revised' | 'places' | 'indexed' | 'entries', number>>(
      `SELECT count(*) AS notes, coalesce(max(CAST(substr(body, 6) AS INTEGER)), 0) AS last,
         (SELECT count(DISTINCT annotation_seq) FROM annotation_revision) AS revised,
         (SELECT count(*) FROM anchor) AS places,
         (SELECT count(*) FROM note_words) AS indexed,
         (SELECT count(*) FROM journal WHERE action = 'annotation.create') AS entries
       FROM annotation`,
    )
    .get()
  if (!row || row.last < said) return false
  return [row.last, row.revised, row.places, row.indexed, row.entries].every(
    (count) => count === row.notes,
  )
}
