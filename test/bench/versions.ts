import { addCommunique } from '../../electron/core/archive/add-communique.ts'
import { recordAccession } from '../../electron/core/archive/source-files.ts'
import {
  findNearest,
  recordShingles,
  shinglesFromText,
} from '../../electron/core/ingest/duplicates.ts'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import type { Clock } from '../../electron/core/system/clock.ts'
import { digestOf } from '../../electron/core/system/files.ts'
import { anArchive } from '../support/archive.ts'
import { corpusTexts, hasCorpus } from '../support/corpus-texts.ts'
import { draftFromText, EDITS, writeDraft, type Edit } from '../support/edits.ts'
import { formulaicText } from '../support/formulaic-texts.ts'
import { randomFromSeed } from '../support/random.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

/**
 * Measures what is proposed as another version of a known text: `node test/bench/versions.ts`, with
 * a number after it for other edits than those of seed 0.
 * Unrelated texts of one genre, real ones and invented ones whose formulas recur, go into one
 * archive: nothing may be proposed among them. Then edited copies of them are looked for. The
 * thresholds were chosen on the texts of even number alone; the others are held out.
 */
interface Genre {
  readonly name: string
  readonly texts: readonly { readonly name: string; readonly text: string }[]
}

const SEED = Number(process.argv[2] ?? 0)
const LONGEST = 20_000
const SHORTEST = 300
const print = (line: string): void => void process.stdout.write(`${line}\n`)

function genres(): readonly Genre[] {
  const written = createSyntheticArchive(5)
  const real = corpusTexts('{fr,ar,en}/**/*.{txt,md}')
    .filter(({ name }) => !name.includes('page-versions'))
    .filter(isFirstOfArticle())
    .map(({ name, text }) => ({ name, text: text.slice(0, LONGEST) }))
    .filter(({ text }) => text.length > SHORTEST)
  const invented = Array.from({ length: 200 }, (_, at) => ({
    name: `invented ${at}`,
    text: written(at + 1).text,
  }))
  return [
    { name: 'real', texts: real },
    { name: 'invented', texts: invented },
    { name: 'formulas', texts: [...formulaic('fr'), ...formulaic('ar')] },
  ]
}

/** A few articles were collected twice: the second copy has the number of the first in its address. */
function isFirstOfArticle(): (one: { readonly text: string }) => boolean {
  const seen = new Set<string>()
  return ({ text }) => {
    const article = /<URL>[^<]*?(\/\d+\/\d+)<\/URL>/u.exec(text)?.[1]
    const isNew = article === undefined || !seen.has(article)
    if (article !== undefined) seen.add(article)
    return isNew
  }
}

const formulaic = (language: 'fr' | 'ar') =>
  Array.from({ length: 100 }, (_, at) => ({
    name: `formulas ${language} ${at}`,
    text: formulaicText(language, randomFromSeed(at + 100), 800 + at * 30),
  }))

interface Known {
  readonly name: string
  readonly text: string
  readonly seq: number
}

type Halves = readonly [tuned: Share, heldOut: Share]
interface Share {
  right: number
  all: number
}

function main(): void {
  if (!hasCorpus) print('corpus absent: only invented texts are measured')
  const { archive, clock, close } = anArchive()
  const known: Known[] = []
  for (const genre of genres()) addGenre(archive, clock, { genre, known })
  print('edit                       tuned              held out')
  const words: Halves = [noShare(), noShare()]
  for (const [number, edit] of EDITS.entries()) {
    const halves = measureEdit(archive, known, { edit, number })
    print(`${edit.name.padEnd(27)}${percent(halves[0]).padEnd(19)}${percent(halves[1])}`)
    if (!edit.name.startsWith('words')) continue
    for (const half of [0, 1] as const) {
      words[half].right += halves[half].right
      words[half].all += halves[half].all
    }
  }
  print(`${'5 to 20 % of words'.padEnd(27)}${percent(words[0]).padEnd(19)}${percent(words[1])}`)
  close()
}

const noShare = (): Share => ({ right: 0, all: 0 })
const percent = ({ right, all }: Share): string =>
  `${right}/${all} ${((100 * right) / Math.max(1, all)).toFixed(1)} %`

function addGenre(
  archive: WritableArchive,
  clock: Clock,
  { genre, known }: { readonly genre: Genre; readonly known: Known[] },
): void {
  const proposed: string[] = []
  const started = performance.now()
  archive.write(() => {
    for (const { name, text } of genre.texts) {
      const near = findNearest(archive, shinglesFromText(text))
      const other = known.find(({ seq }) => seq === near?.communiqueSeq)
      if (near) proposed.push(`  ${name} | ${other?.name ?? ''}`)
      known.push({ name, text, seq: keep(archive, clock, { name, text }) })
    }
  })
  const each = ((performance.now() - started) / Math.max(1, genre.texts.length)).toFixed(1)
  print(
    `${genre.name}: ${genre.texts.length} texts, ${proposed.length} proposed among them, ${each} ms each`,
  )
  for (const pair of proposed) print(pair)
}

function measureEdit(
  archive: WritableArchive,
  known: readonly Known[],
  { edit, number }: { readonly edit: Edit; readonly number: number },
): Halves {
  const halves: Halves = [noShare(), noShare()]
  for (const [at, { text, seq }] of known.entries()) {
    const random = randomFromSeed(at * 31 + number + SEED * 100_003)
    const { text: edited } = writeDraft(edit.apply(draftFromText(text), random))
    if (edited.length < SHORTEST / 2) continue
    const half = halves[at % 2 === 0 ? 0 : 1]
    half.all += 1
    if (findNearest(archive, shinglesFromText(edited))?.communiqueSeq === seq) half.right += 1
  }
  return halves
}

function keep(
  archive: WritableArchive,
  clock: Clock,
  { name, text }: { readonly name: string; readonly text: string },
): number {
  const bytes = Buffer.from(text)
  const authorship = { actor: 'Officier', at: clock.now() }
  const accessionSeq = recordAccession(archive, {
    digest: digestOf(bytes),
    mediaType: 'text/plain',
    bytes,
    name,
    origin: null,
    encoding: 'utf-8',
    reader: 'plain-text/1',
    ingestedAt: authorship.at,
    ingestedBy: authorship.actor,
  })
  const { communiqueSeq, versionSeq } = addCommunique(archive, clock, authorship, {
    ...NOTHING_DESCRIBED,
    version: { ...NOTHING_WRITTEN, title: name, text, accessionSeq },
  })
  recordShingles(archive, versionSeq, shinglesFromText(text))
  return communiqueSeq
}

const NOTHING_DESCRIBED = {
  kind: 'communique',
  referenceCode: null,
  place: null,
  issuer: null,
  publisher: null,
  dates: [],
  mentions: [],
} as const

const NOTHING_WRITTEN = {
  titleEvidence: null,
  preamble: '',
  paragraphs: [],
  language: 'fr',
} as const

main()
