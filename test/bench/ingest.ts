import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { decodeText } from '../../electron/core/ingest/decode.ts'
import { describe } from '../../electron/core/ingest/describe/describe.ts'
import type { Description } from '../../electron/core/ingest/describe/description.ts'
import { loadLanguageDetector } from '../../electron/core/ingest/text/language.ts'
import type { LanguageDetector } from '../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../electron/core/ingest/text/read-plain-text.ts'
import type { PlainText } from '../../electron/core/ingest/text/read-plain-text.ts'
import { verdictLine } from '../support/bench-verdict.ts'

/**
 * Scores the description of text-like files against the values the corpus expects. Every file
 * belongs to one half by the first byte of the SHA-256 of its path: even is tuned, odd is held
 * out. `--misses FIELD` lists what went wrong, for the tuned half only.
 */
const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus')

const nameSchema = z.string().nullish()
const expectedSchema = z.object({
  title: nameSchema,
  date: nameSchema,
  dateMonth: nameSchema,
  eventDate: nameSchema,
  place: nameSchema,
  issuer: nameSchema,
  language: z.string().optional(),
  persons: z.array(z.tuple([z.string(), z.string().nullable()])).optional(),
})
type Expected = z.infer<typeof expectedSchema>

const entrySchema = z.object({
  file: z.string(),
  format: z.string(),
  verifiedByEye: z.boolean().nullish(),
  expected: z.unknown().optional(),
})
type Entry = Omit<z.infer<typeof entrySchema>, 'expected'> & { readonly expected: Expected }

/** Text-like documents with a language to expect; feeds and archives expect something else. */
function readEntries(): readonly Entry[] {
  const text = readFileSync(path.join(corpus, 'manifest.json'), 'utf8')
  const manifest = z.object({ documents: z.array(entrySchema) }).parse(JSON.parse(text))
  return manifest.documents.flatMap((entry): readonly Entry[] => {
    const expected = expectedSchema.safeParse(entry.expected)
    const isText = FORMATS.has(entry.format) && !entry.file.startsWith('encodings')
    return isText && expected.data?.language !== undefined
      ? [{ ...entry, expected: expected.data }]
      : []
  })
}

type Half = 'tuned' | 'held-out'

/** right, wrong (something else was given), missed (nothing was given), of those expected. */
type Score = { right: number; wrong: number; missed: number; notes: number }

const FIELDS = [
  'title',
  'date',
  'dateUnflagged',
  'eventDate',
  'place',
  'issuer',
  'issuerAny',
  'person',
  'role',
  'language',
  'paragraphs',
] as const
type Field = (typeof FIELDS)[number]

type Verdict = {
  readonly field: Field
  readonly expected: string | null
  readonly given: string | null
  readonly isRight: boolean
}

const FORMATS = new Set(['txt', 'md+frontmatter', 'trec-sgml', 'txt-ocr'])

async function main(): Promise<void> {
  if (!existsSync(corpus)) {
    process.stdout.write('The corpus is not on this machine: nothing was measured.\n')
    return
  }
  const entries = readEntries()
  const detect = await loadLanguageDetector()
  const missesOf = process.argv[process.argv.indexOf('--misses') + 1]
  const scores = new Map<string, Map<Field, Score>>()
  const wrong: (readonly [Entry, Verdict])[] = []
  const began = performance.now()
  for (const entry of entries) {
    const half = halfOf(entry.file)
    for (const verdict of judge(entry, detect)) {
      for (const group of groupsOf(entry)) add(scores, `${half} ${group}`, verdict)
      if (half === 'tuned' && !verdict.isRight) wrong.push([entry, verdict])
    }
  }
  for (const [entry, one] of wrong) if (one.field === missesOf) print(told(entry, one))
  for (const [group, fields] of [...scores].toSorted(([a], [b]) => a.localeCompare(b)))
    print(`${group.padEnd(26)} ${line(fields)}`)
  for (const half of ['tuned', 'held-out'] as const) printVerdicts(scores, half)
  printWordings(wrong)
  print(
    `${entries.length} files, ${((performance.now() - began) / entries.length).toFixed(1)} ms each`,
  )
}

const told = ({ file }: Entry, { expected, given }: Verdict): string =>
  `${file}: expected ${expected}, given ${given}`

/** What is wrong in the tuned half for its wording alone; counted as wrong all the same. */
function printWordings(wrong: readonly (readonly [Entry, Verdict])[]): void {
  print('\nWrong in the tuned half for the wording alone (counted as wrong above):')
  for (const [entry, one] of wrong) if (isOtherWording(one)) print(`  ${told(entry, one)}`)
}

/** One value is the other with words more, or a spelling of it: the authority lists join the two. */
function isOtherWording({ field, isRight, expected, given }: Verdict): boolean {
  if (isRight || expected === null || given === null || !NAMES.has(field)) return false
  const [a, b] = [fold(expected), fold(given)]
  return a.includes(b) || b.includes(a) || isOneLetterOff(a, b)
}

const isOneLetterOff = (a: string, b: string): boolean =>
  a.length === b.length && a.split('').filter((letter, at) => letter !== b[at]).length === 1

const NAMES: ReadonlySet<Field> = new Set(['place', 'issuer', 'person'])

/** The bars, each beside what was measured over all files of a half and over those read by eye. */
function printVerdicts(scores: ReadonlyMap<string, ReadonlyMap<Field, Score>>, half: Half): void {
  const of = (group: string, field: Field): Score =>
    scores.get(`${half} ${group}`)?.get(field) ?? { right: 0, wrong: 0, missed: 0, notes: 0 }
  const share = ({ right, notes, wrong, missed }: Score): number =>
    (right + notes) / (right + notes + Math.max(wrong, missed))
  const say = (name: string, value: number, least: number): void =>
    void print(verdictLine(name, value, { least }))
  print(`\n${half}, the values the manifest expects`)
  for (const field of ['title', 'date'] as const) {
    say(`seed-like ${field}`, share(of('seedlike', field)), 1)
    say(
      `agency dateline, ${field === 'title' ? 'place' : field}`,
      share(of('spa', field === 'title' ? 'place' : field)),
      0.99,
    )
  }
  const unflagged = of('= all', 'dateUnflagged')
  print(verdictLine('publication day wrong and not flagged', unflagged.wrong, { most: 0 }))
  say('language', share(of('= all', 'language')), 0.99)
  for (const [group, name] of [
    ['= all', 'all files'],
    ['= real, read by eye', 'read by eye alone (few)'],
  ] as const) {
    for (const { field, precision, recall } of BARS) {
      const { right, wrong, missed } = of(group, field)
      if (precision > 0)
        say(
          `${field}, precision, ${name}, ${right}/${right + wrong}`,
          right / (right + wrong),
          precision,
        )
      say(`${field}, recall, ${name}, ${right}/${right + missed}`, right / (right + missed), recall)
    }
  }
}

/** `issuerAny`: a joint text has several issuers, and the manifest names one of them. */
const BARS: readonly { field: Field; precision: number; recall: number }[] = [
  { field: 'eventDate', precision: 0.9, recall: 0.9 },
  { field: 'place', precision: 0.92, recall: 0.88 },
  { field: 'issuer', precision: 0.92, recall: 0.85 },
  { field: 'issuerAny', precision: 0.92, recall: 0.85 },
  { field: 'person', precision: 0, recall: 0.9 },
  { field: 'role', precision: 0, recall: 0.8 },
]

const print = (text: string): boolean => process.stdout.write(`${text}\n`)

function halfOf(file: string): Half {
  const [first = 0] = createHash('sha256').update(file).digest()
  return first % 2 === 0 ? 'tuned' : 'held-out'
}

/** The kind of source, and the two groups read by a person. A wire that goes on prints no dateline. */
function groupsOf({ file, verifiedByEye, expected }: Entry): readonly string[] {
  const [top = '', second = ''] = file.split('/')
  const source = ['ar', 'en', 'fr'].includes(top) ? second : top
  const kind = source === 'spa' && expected.place === undefined ? 'spa, continued' : source
  const byEye = verifiedByEye === true && kind !== 'synthetic' ? ['= real, read by eye'] : []
  return [kind, '= all', ...byEye]
}

function judge(entry: Entry, detect: LanguageDetector): readonly Verdict[] {
  const { expected } = entry
  const decoded = decodeText(readFileSync(path.join(corpus, entry.file)))
  if (!decoded.ok) return [verdict('language', expected.language ?? null, decoded.reason, false)]
  const read = readPlainText(decoded.value.text, detect)
  const described = describe({ ...read, fileName: path.basename(entry.file) })
  assertEvidence(read, described)
  return [
    ...judgeTitle(expected, read),
    ...judgeDates(expected, described),
    ...judgeNames(expected, described),
    ...judgePersons(expected, described),
    verdict(
      'language',
      expected.language ?? null,
      read.language,
      read.language === expected.language,
    ),
    verdict('paragraphs', 'sound', 'broken', isSound(read)),
  ]
}

const verdict = (
  field: Field,
  expected: string | null | undefined,
  given: string | null,
  isRight: boolean,
): Verdict => ({ field, expected: expected ?? null, given, isRight })

function judgeTitle(expected: Expected, read: PlainText): readonly Verdict[] {
  if (expected.title === undefined) return []
  const given = read.titleEvidence?.part === 'preamble' ? read.title : null
  return [verdict('title', expected.title, given, fold(given) === fold(expected.title))]
}

function judgeDates(expected: Expected, described: Description): readonly Verdict[] {
  const verdicts: Verdict[] = []
  if (expected.date !== undefined) verdicts.push(...judgePublication(expected, described))
  if (expected.eventDate !== undefined) {
    const event = described.dates.find(({ role }) => role === 'event')?.value ?? null
    verdicts.push(verdict('eventDate', expected.eventDate, event, event === expected.eventDate))
  }
  return verdicts
}

function judgePublication(expected: Expected, described: Description): readonly Verdict[] {
  const { date = null, dateMonth } = expected
  const published = described.dates.find(({ role }) => role === 'published')
  const given = published?.value ?? null
  const month = described.dates.find(({ role }) => role === 'header')?.value
  const isRight = given === date && (dateMonth === undefined || month === dateMonth)
  const isFlagged = published?.settlement !== 'confirmed' || described.warnings.length > 0
  return [
    verdict('date', date, given, isRight),
    verdict('dateUnflagged', date, given, isRight || given === null || isFlagged),
  ]
}

function judgeNames(expected: Expected, described: Description): readonly Verdict[] {
  const place = described.places[0]?.value ?? null
  const issuer = described.issuer?.value ?? null
  return [
    ...(expected.place === undefined
      ? []
      : [verdict('place', expected.place, place, fold(place) === fold(expected.place))]),
    ...(expected.issuer === undefined
      ? []
      : [
          verdict('issuer', expected.issuer, issuer, isSameIssuer(expected.issuer, issuer)),
          verdict(
            'issuerAny',
            expected.issuer,
            issuer,
            expected.issuer === null
              ? issuer === null
              : described.issuers.some(({ value }) => isSameIssuer(expected.issuer ?? null, value)),
          ),
        ]),
  ]
}

/** Senators are expected by their family name, agencies by their name or their initials. */
function isSameIssuer(expected: string | null, given: string | null): boolean {
  if (expected === null || given === null) return expected === given
  if (/^Sen(?:ator|\.) /u.test(expected))
    return fold(given).endsWith(fold(expected.replace(/^\S+ /u, '')))
  const [name, initials] = [expected.replace(/ \(.*\)$/u, ''), /\((.*)\)$/u.exec(expected)?.[1]]
  return fold(given) === fold(name) || (initials !== undefined && fold(given) === fold(initials))
}

function judgePersons(expected: Expected, described: Description): readonly Verdict[] {
  return (expected.persons ?? []).flatMap(([name, role]) => {
    const found = described.persons.find((person) => isSamePerson(name, person.name))
    const named = verdict('person', name, found?.name ?? null, found !== undefined)
    if (role === null) return [named]
    const given = found?.role ?? null
    const isRight =
      given !== null && (fold(given).includes(fold(role)) || fold(role).includes(fold(given)))
    return [named, verdict('role', `${name}, ${role}`, given, isRight)]
  })
}

function isSamePerson(first: string, second: string): boolean {
  const [a, b] = [words(first), words(second)]
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))
}

const words = (name: string): readonly string[] => name.split(/[\s-]+/u).map(fold)

function fold(value: string | null | undefined): string {
  return (value ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}ـ]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The paragraphs, one blank line between them, are the text and nothing but the text. */
function isSound({ text, paragraphs }: PlainText): boolean {
  return paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n\n') === text
}

/** Evidence must slice to its quote exactly: anything else is a bug, not a score. */
function assertEvidence(read: PlainText, described: Description): void {
  const pieces = [
    read.titleEvidence,
    ...described.dates.map(({ evidence }) => evidence),
    ...[described.issuer, described.publisher, described.referenceCode].map(
      (one) => one?.evidence ?? null,
    ),
    ...[
      ...described.places,
      ...described.persons,
      ...described.countries,
      ...described.instruments,
    ].map(({ evidence }) => evidence),
  ]
  for (const evidence of pieces) {
    if (evidence === null || evidence.start === null || evidence.end === null) continue
    const part = evidence.part === 'preamble' ? read.preamble : read.text
    if (part.slice(evidence.start, evidence.end) !== evidence.quote) {
      throw new Error(`evidence does not slice to its quote: ${evidence.quote}`)
    }
  }
}

function add(scores: Map<string, Map<Field, Score>>, group: string, one: Verdict): void {
  const fields = scores.get(group) ?? new Map<Field, Score>()
  const score = fields.get(one.field) ?? { right: 0, wrong: 0, missed: 0, notes: 0 }
  if (one.isRight && one.expected === null) score.notes += 1
  else if (one.isRight) score.right += 1
  else if (one.given === null) score.missed += 1
  else {
    score.wrong += 1
    if (one.expected !== null) score.missed += 1
  }
  scores.set(group, fields.set(one.field, score))
}

const PRECISE: ReadonlySet<Field> = new Set(['eventDate', 'place', 'issuer', 'issuerAny'])

function line(fields: ReadonlyMap<Field, Score>): string {
  return FIELDS.flatMap((field) => {
    const score = fields.get(field)
    if (score === undefined) return []
    const { right, wrong, missed, notes } = score
    if (!PRECISE.has(field)) {
      const all = right + notes + Math.max(wrong, missed)
      return [`${field} ${right + notes}/${all}`]
    }
    return [`${field} P ${ratio(right, right + wrong)} R ${ratio(right, right + missed)}`]
  }).join('  ')
}

const ratio = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${(part / whole).toFixed(2)} (${part}/${whole})`

await main()
