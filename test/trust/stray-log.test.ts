import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openForWriting } from '../../electron/core/db/open.ts'
import { addText, anOffice } from '../support/annotated.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { startDialogue, type Dialogue } from '../support/dialogue.ts'

const { folder, remove } = aFolder()
afterAll(remove)
const clock = aClock()

/** A reader looks at the files fewer times than this before it opens the database. */
const LOOKS = 8

/** What happens while a reader opens: when a writer closes, and when one opens and saves. */
interface Course {
  /** Whether a writer has the archive open from the beginning, or the log of another lies there. */
  readonly begins: 'open' | 'stray'
  readonly closesAt: number
  readonly savesAt: number
}

const COURSES: readonly Course[] = Array.from({ length: LOOKS }, (_, savesAt) => savesAt).flatMap(
  (savesAt) => [
    { begins: 'stray' as const, closesAt: -1, savesAt },
    ...Array.from({ length: savesAt + 1 }, (_, closesAt) => ({
      begins: 'open' as const,
      closesAt,
      savesAt,
    })),
  ],
)

test('no reader sets the log of a writer aside, whenever the writer comes or goes', async () => {
  const lost = await playAll('with-hold')
  expect(lost).toEqual([])
}, 120_000)

test('without the hold, a reader sets the log of a writer aside, and what was saved is lost (control)', async () => {
  const lost = await playAll('without-hold')
  expect(lost.filter(({ begins }) => begins === 'open')).not.toEqual([])
  expect(lost.filter(({ begins }) => begins === 'stray')).not.toEqual([])
}, 120_000)

/** The courses after which something that was told as saved is not there any more. */
async function playAll(how: 'with-hold' | 'without-hold'): Promise<readonly Course[]> {
  const file = path.join(folder, `${how}.fonds`)
  const made = openForWriting(file, 'Officier', clock)
  if (made.ok) made.value.close()
  const reader = startDialogue('test/support/stepped-reader.ts', how, file)
  const writer = startDialogue('test/support/ordered-writer.ts', file)
  expect(await reader.hear()).toBe('ready')
  const lost: Course[] = []
  for (const [at, course] of COURSES.entries()) {
    const number = String(at)
    if (course.begins === 'stray') writeFileSync(`${file}-wal`, logOfAnother())
    else await writer.ask(`save ${number}-before`)
    const saved = await play(course, reader, writer, number)
    if (numberAfterCut(file) !== saved) lost.push(course)
    await writer.ask('close')
    for (const side of ['-wal', '-shm']) rmSync(`${file}${side}`, { force: true })
  }
  await reader.end()
  await writer.end()
  return lost
}

/** Plays one course to its end, and leaves the writer open; what it said last that it had saved. */
async function play(
  { begins, closesAt, savesAt }: Course,
  reader: Dialogue,
  writer: Dialogue,
  number: string,
): Promise<string> {
  let isSaved = false
  let said = await reader.ask('read')
  for (let look = 0; said === 'step'; look += 1) {
    if (begins === 'open' && look === closesAt) await writer.ask('close')
    // Refused where the reader has the archive to itself for a moment, and then tried again.
    if (look >= savesAt && !isSaved) isSaved = (await writer.ask(`save ${number}`)) === 'saved'
    said = await reader.ask('go')
  }
  expect(['done ok', 'done archive-held']).toContain(said)
  if (!isSaved) expect(await writer.ask(`save ${number}`)).toBe('saved')
  return number
}

/** What the archive holds of it if the computer fails now: its files as they lie there. */
function numberAfterCut(file: string): unknown {
  const copy = path.join(folder, 'cut.fonds')
  for (const side of ['', '-wal']) {
    rmSync(`${copy}${side}`, { force: true })
    if (existsSync(`${file}${side}`)) copyFileSync(`${file}${side}`, `${copy}${side}`)
  }
  const opened = openForWriting(copy, 'Officier', clock)
  if (!opened.ok) return opened.failure.kind
  const row = opened.value.archive
    .prepare<{ number: string }>('SELECT created_by AS number FROM archive')
    .get()
  opened.value.close()
  return row?.number
}

let foreign: Buffer | undefined
function logOfAnother(): Buffer {
  if (foreign) return foreign
  const other = anOffice('Autre')
  addText(other, 'Un autre texte, d’un autre ministre. '.repeat(300))
  foreign = readFileSync(`${other.path}-wal`)
  other.close()
  return foreign
}
