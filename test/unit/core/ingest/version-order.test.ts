import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { draftFromText, EDITS, writeDraft } from '../../../support/edits.ts'
import { formulaicText } from '../../../support/formulaic-texts.ts'
import { anAskedArchive, ingestFiles, type GivenFile } from '../../../support/ingest.ts'
import { randomFromSeed } from '../../../support/random.ts'

const edit = EDITS.find(({ name }) => name === 'words 5 %')

function edited(text: string, seed: number): string {
  const draft = draftFromText(text)
  return writeDraft(edit?.apply(draft, randomFromSeed(seed)) ?? draft).text
}

/** Pairs of a text and its correction: told apart by their days, or by their names alone. */
const FILES: readonly GivenFile[] = [1, 2].flatMap((pair) => {
  const text = formulaicText('fr', randomFromSeed(pair * 17), 1500)
  const later = edited(text, pair)
  const dated = `Réunion de la commission ${pair}\n\n`
  return [
    [`z-${pair}.txt`, `${dated}05/03/2025\n\n${text}`],
    [`a-${pair}.txt`, `${dated}07/03/2025\n\n${later}`],
    [`note-${pair}.txt`, `Avis\n\n${formulaicText('fr', randomFromSeed(pair * 91), 1500)}`],
    [
      `note-${pair}-corrigée.txt`,
      `Avis\n\n${edited(formulaicText('fr', randomFromSeed(pair * 91), 1500), pair)}`,
    ],
  ] as const
})

/** Which file amends which, as the archive has it. */
async function amendments(files: readonly GivenFile[]): Promise<readonly string[]> {
  const asked = await anAskedArchive()
  await ingestFiles(asked.archive, files)
  const db = new Database(asked.path, { readonly: true })
  const rows = db
    .prepare<[], string>(
      `SELECT newer.name || ' amends ' || older.name FROM relation
       JOIN version AS later ON later.communique_seq = from_seq
       JOIN version AS earlier ON earlier.communique_seq = to_seq
       JOIN accession AS newer ON newer.seq = later.accession_seq
       JOIN accession AS older ON older.seq = earlier.accession_seq
       WHERE relation.kind = 'amends'`,
    )
    .pluck()
    .all()
  db.close()
  await asked.close()
  return rows.toSorted()
}

/** The files in an order that the seed tells. */
function shuffled(files: readonly GivenFile[], seed: number): readonly GivenFile[] {
  const random = randomFromSeed(seed)
  return files
    .map((file) => ({ file, place: random.below(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ file }) => file)
}

test('tells which wording is the newer one by day, then by name, in whatever order files come', async () => {
  const expected = [1, 2]
    .flatMap((pair) => [
      `a-${pair}.txt amends z-${pair}.txt`,
      `note-${pair}-corrigée.txt amends note-${pair}.txt`,
    ])
    .toSorted()
  for (const seed of [1, 2, 3]) expect(await amendments(shuffled(FILES, seed))).toEqual(expected)
})
