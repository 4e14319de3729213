import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { expect, test } from 'vitest'
import {
  createAnnotation,
  reviseAnnotation,
} from '../../../../electron/core/annotations/annotate.ts'
import { eraseAnnotations } from '../../../../electron/core/annotations/erase-annotations.ts'
import { readSourceFile } from '../../../../electron/core/archive/source-files.ts'
import { exportOpenCopy } from '../../../../electron/core/export/open-copy.ts'
import { addText, anOffice, type Office } from '../../../support/annotated.ts'
import { aFolder } from '../../../support/archive.ts'

const TEXT = 'Le ministre a reçu l’envoyé spécial.\n\nثمن الوزيران مستوى التعاون.'
const annotationsSchema = z.looseObject({
  annotations: z.array(z.looseObject({ body: z.array(z.looseObject({ value: z.string() })) })),
  versions: z.array(z.looseObject({ text: z.string(), digest: z.string() })),
})
const journalLineSchema = z.object({
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  digest: z.string(),
})

test('the open copy is whole by the tools of any archivist, and needs none of ours', async () => {
  const office = anOffice('Officier')
  const { versionId } = addText(office, TEXT, 'Entretien à Rabat : communiqué')
  addText(office, 'Second texte.', 'Entretien à Rabat : communiqué')
  note(office, versionId, 'note pour collègues', 'shareable')
  note(office, versionId, 'note pour moi', 'private')
  const { folder, report, remove } = await unpackCopy(office, true)

  const check = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: folder })
  expect(String(check).trim().split('\n')).toHaveLength(report.fileCount)
  expect(String(check)).not.toMatch(/FAILED|ÉCHEC/u)
  execFileSync('sha256sum', ['-c', '--quiet', 'tagmanifest-sha256.txt'], { cwd: folder })

  const data = path.join(folder, 'data')
  const communiques = readdirSync(path.join(data, 'communiques')).filter((name) =>
    name.endsWith('.json'),
  )
  expect(communiques).toHaveLength(2)
  const records = communiques.map((name) =>
    annotationsSchema.parse(JSON.parse(readFileSync(path.join(data, 'communiques', name), 'utf8'))),
  )
  const noted = records.find(({ annotations }) => annotations.length > 0)
  expect(noted?.versions[0]?.text).toBe(TEXT)
  expect(
    noted?.annotations.flatMap(({ body }) => body.map(({ value }) => value)).toSorted(),
  ).toEqual(['note pour collègues', 'note pour moi'])
  for (const name of readdirSync(path.join(data, 'originals'))) {
    const bytes = readFileSync(path.join(data, 'originals', name))
    const kept = readSourceFile(office.db, path.parse(name).name)
    expect(kept.ok && Buffer.compare(kept.value.bytes, bytes)).toBe(0)
  }
  expect(report).toMatchObject({ communiqueCount: 2, originalCount: 2, annotationCount: 2 })
  remove()
  office.close()
})

test('a copy in which one byte was changed is found out by the same tools (control)', async () => {
  const office = anOffice('Officier')
  addText(office, TEXT)
  const { folder, remove } = await unpackCopy(office, true)
  const originals = path.join(folder, 'data/originals')
  const [name = ''] = readdirSync(originals)
  const bytes = readFileSync(path.join(originals, name))
  bytes[0] = (bytes[0] ?? 0) ^ 1
  writeFileSync(path.join(originals, name), bytes)
  const check = (): unknown =>
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], {
      cwd: folder,
      stdio: 'pipe',
    })
  expect(check).toThrow('sha256sum')
  remove()
  office.close()
})

test('private notes leave only where that is asked for', async () => {
  const office = anOffice('Officier')
  const { versionId } = addText(office, TEXT)
  note(office, versionId, 'ouvert', 'shareable')
  note(office, versionId, 'zizaniesecrete', 'private')
  const without = await unpackCopy(office, false)
  expect(grep(without.folder, 'zizaniesecrete')).toBe('')
  expect(grep(without.folder, 'ouvert')).not.toBe('')
  const withAll = await unpackCopy(office, true)
  expect(grep(withAll.folder, 'zizaniesecrete')).not.toBe('')
  without.remove()
  withAll.remove()
  office.close()
})

test('who wrote and who erased a private note leaves no more than the note itself', async () => {
  const office = anOffice('Officier')
  const { versionId } = addText(office, TEXT)
  const author: Office = { ...office, desk: { ...office.desk, actor: 'Autrice-cachée' } }
  const eraser = { actor: 'Effaceuse-cachée', at: '2026-02-03T04:05:06.000Z' }
  const erased = note(author, versionId, 'note effacée', 'private')
  reviseAnnotation(office.db, author.desk, erased, { withdrawn: true })
  eraseAnnotations(office.db, eraser, [erased])
  const kept = note(office, versionId, 'note ouverte', 'shareable')
  const hidden = [erased, author.desk.actor, eraser.actor]
  const without = await unpackCopy(office, false)
  for (const words of hidden) expect(grep(without.folder, words)).toBe('')
  expect(grep(without.folder, kept)).toContain('journal.jsonl')
  expect(readFileSync(path.join(without.folder, 'data/journal.jsonl'), 'utf8')).toContain(
    '"withheld":true',
  )
  // The control: the search finds each of them in a copy that was to hold everything.
  const withAll = await unpackCopy(office, true)
  for (const words of hidden) expect(grep(withAll.folder, words)).toContain('journal.jsonl')
  without.remove()
  withAll.remove()
  office.close()
})

test('the journal can be checked by whoever reads the file format', async () => {
  const office = anOffice('Officier')
  const { versionId } = addText(office, TEXT)
  const id = note(office, versionId, 'un', 'private')
  reviseAnnotation(office.db, office.desk, id, { body: 'deux' })
  const { folder, remove } = await unpackCopy(office, true)
  const lines = readFileSync(path.join(folder, 'data/journal.jsonl'), 'utf8').trim().split('\n')
  const entries = lines.map((line) => journalLineSchema.parse(JSON.parse(line)))
  expect(entries.length).toBeGreaterThanOrEqual(3)
  expect(findForged(entries)).toEqual([])
  // The control: a name that was changed afterwards does not follow from the entry before.
  expect(
    findForged(entries.map((each, i) => (i === 1 ? { ...each, actor: 'Autre' } : each))),
  ).toEqual([1])
  remove()
  office.close()
})

/** The chain of docs/archive-format.md, made again. */
function findForged(entries: readonly z.infer<typeof journalLineSchema>[]): readonly number[] {
  let previous = ''
  return entries.flatMap(({ at, actor, action, subject, before, after, digest }, i) => {
    const made = createHash('sha256')
      .update(JSON.stringify([previous, at, actor, action, subject, before, after]))
      .digest('hex')
    previous = digest
    return made === digest ? [] : [i]
  })
}

function note(
  { db, desk }: Office,
  versionId: string,
  body: string,
  visibility: 'private' | 'shareable',
): string {
  const made = createAnnotation(db, desk, {
    versionId,
    start: 3,
    end: 11,
    kind: 'comment',
    body,
    tags: [],
    visibility,
  })
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value.id
}

async function unpackCopy({ db, desk }: Office, includePrivate: boolean) {
  const { folder, remove } = aFolder()
  const at = desk.clock.now()
  const steps = exportOpenCopy(db, { actor: desk.actor, at }, { includePrivate })
  const pieces: Uint8Array[] = []
  for (;;) {
    const step = await steps.next()
    if (!step.done) {
      pieces.push(step.value.bytes)
      continue
    }
    if (!step.value.ok) throw new Error('no open copy')
    const report = step.value.value
    const zip = path.join(folder, report.fileName)
    writeFileSync(zip, Buffer.concat(pieces))
    const into = path.join(folder, 'unpacked')
    mkdirSync(into)
    execFileSync('bsdtar', ['-xf', zip, '-C', into], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    return { folder: path.join(into, path.parse(report.fileName).name), report, remove }
  }
}

/** The files in which some words stand. */
function grep(folder: string, words: string): string {
  try {
    return execFileSync('grep', ['-rlF', words, folder], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
