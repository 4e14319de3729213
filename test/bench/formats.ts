import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readHtml } from '../../electron/core/ingest/formats/html.ts'
import { createSourceReader } from '../../electron/core/ingest/formats/read-source.ts'
import type { Reading } from '../../electron/core/ingest/reading.ts'
import { corpusFiles, corpusSource, hasCorpusFiles } from '../support/corpus-files.ts'
import type { CorpusFile } from '../support/corpus-files.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { compareTexts, textFromMarkdown } from './text-quality.ts'

/**
 * Measures what the readers make of the corpus: `node test/bench/formats.ts`. Words and order are
 * the shares of the words, and of the pairs of neighbouring words, of the source text found in the
 * reading of the file made from it; paragraphs are right when their number is that of the source
 * (with its title and date line). Pages are measured beside bare Readability, in turn.
 */
const read = createSourceReader()
const decoder = new TextDecoder()

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const mean = (values: readonly number[]): string =>
  (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(4)
const textOf = ({ items }: Reading): string =>
  items.flatMap(({ title, blocks }) => [title ?? '', ...blocks.map(({ text }) => text)]).join('\n')
const plain = (value: string): string => value.normalize('NFC').replace(/\s+/gu, ' ').trim()
const share = (flags: readonly boolean[]): string =>
  `${flags.filter(Boolean).length}/${flags.length}`

async function main(): Promise<void> {
  if (!hasCorpusFiles) {
    print('corpus absent: nothing to measure')
    return
  }
  const files = corpusFiles().filter(({ hazard }) => hazard == null)
  await measureTexts(files)
  await measureMail(files.filter(({ file }) => file.startsWith('mail/derived')))
  await measureDumps(files)
  await measureOpened(files)
  measurePages(files.filter(({ format }) => format === 'html'))
}

const MADE_FROM_TEXT: ReadonlySet<string> = new Set(['docx', 'odt', 'rtf', 'doc', 'pdf', 'eml'])

async function measureTexts(files: readonly CorpusFile[]): Promise<void> {
  const verdicts: string[] = []
  const groups = Map.groupBy(
    files.filter(
      ({ format, derivedFrom, expected }) =>
        MADE_FROM_TEXT.has(format) && derivedFrom != null && expected?.noTextLayer !== true,
    ),
    ({ file, format, language }) =>
      `${format} ${language}${file.startsWith('pdf/chromium') ? ' printed by Chromium' : ''}`,
  )
  print(`${'format'.padEnd(32)}files  words   order   paragraphs`)
  for (const [name, group] of groups) {
    const words: number[] = []
    const order: number[] = []
    const paragraphs: boolean[] = []
    for (const { file, derivedFrom = '', expected } of group) {
      const raw = decoder.decode(corpusSource(derivedFrom).bytes)
      const made = file.endsWith('.eml') ? decoder.decode(corpusSource(file).bytes) : ''
      const gold = goldFrom(derivedFrom.endsWith('.md') ? textFromMarkdown(raw) : raw, made)
      const reading = await read(corpusSource(file))
      const quality = compareTexts(gold, textOf(reading))
      words.push(quality.words)
      order.push(quality.order)
      if (expected?.paragraphs != null) {
        paragraphs.push(reading.items[0]?.blocks.length === expected.paragraphs + 2)
      }
    }
    verdicts.push(verdictOf(name, words))
    const counted = paragraphs.length === 0 ? '' : share(paragraphs)
    print(
      `${name.padEnd(32)}${String(group.length).padEnd(5)}${mean(words)}  ${mean(order)}  ${counted}`,
    )
  }
  print('\nbeside the figures of the study')
  for (const verdict of verdicts) print(verdict)
}

/**
 * What the made files hold of their source: not the line of the calendar sign, which they print as
 * their own day, nor words with control characters or letters that stand in them as a question mark,
 * because the charset of a mail cannot hold them.
 */
const goldFrom = (source: string, made: string): string =>
  source
    .replace(/^\s*📅.*$/gmu, '')
    .replace(/\S*[\u0080-\u009F]\S*/gu, '')
    .replace(/\S+/gu, (word) => {
      const written = word.replace(/[^ -~]/gu, '?')
      return /\p{Script=Latin}/u.test(word) && written !== word && made.includes(` ${written} `)
        ? ''
        : word
    })

/** What the study found of the words of each format, with the library it chose. */
const STUDY_WORDS = 0.999
const STUDY_WORDS_ARABIC_PDF = 0.997

function verdictOf(name: string, words: readonly number[]): string {
  const least = name.startsWith('pdf ar') ? STUDY_WORDS_ARABIC_PDF : STUDY_WORDS
  const value = Number(mean(words))
  return `${verdictLine(`words, ${name}`, value, { least })}, ${value.toFixed(4)}`
}

async function measureMail(files: readonly CorpusFile[]): Promise<void> {
  const titles: boolean[] = []
  const dates: boolean[] = []
  const attachments: boolean[] = []
  for (const { file, expected } of files) {
    const { items } = await read(corpusSource(file))
    const [item] = items
    titles.push([item?.title, item?.structured.title?.value].includes(expected?.title ?? ''))
    if (expected?.attachment == null) {
      dates.push(item?.structured.published?.value === expected?.date)
    } else attachments.push(items.some(({ name }) => name.endsWith(`/${expected.attachment}`)))
  }
  print(`\nmail: titles ${share(titles)}, days ${share(dates)}, attachments ${share(attachments)}`)
}

async function measureDumps(files: readonly CorpusFile[]): Promise<void> {
  for (const { file, expected } of files) {
    if (expected?.items == null) continue
    const { items } = await read(corpusSource(file))
    const found = (expected.titles ?? []).map((title, at) => items[at]?.title === plain(title))
    print(`${file}: items ${items.length}/${expected.items}, titles ${share(found)}`)
  }
  await measureRecords(
    'GOV.UK records',
    files.filter(({ file }) => file.startsWith('json/govuk')),
  )
  // Where the file name says another day than the front matter, the corpus holds with the name.
  await measureRecords(
    'front matter',
    files.filter(({ format }) => format === 'md+frontmatter'),
  )
}

async function measureRecords(name: string, files: readonly CorpusFile[]): Promise<void> {
  const titles: boolean[] = []
  const days: boolean[] = []
  let readCount = 0
  for (const { file, expected } of files) {
    const [item] = (await read(corpusSource(file))).items
    if (item == null) continue
    readCount += 1
    const title = plain(
      (expected?.title ?? '').replace(/\\(["_])/gu, (_, mark) => (mark === '_' ? ' ' : '"')),
    )
    if (title !== '') titles.push(plain(item.title ?? '') === title)
    if (expected?.date != null) days.push(item.structured.published?.value === expected.date)
  }
  print(`${name}: read ${readCount}/${files.length}, titles ${share(titles)}, days ${share(days)}`)
}

async function measureOpened(files: readonly CorpusFile[]): Promise<void> {
  for (const format of ['feed', 'doc', 'msg', 'eml', 'docx', 'odt', 'rtf', 'pdf']) {
    const opened: boolean[] = []
    const took: number[] = []
    for (const { file } of files.filter((own) => own.format === format)) {
      const started = performance.now()
      const { items, refusals } = await read(corpusSource(file))
      took.push(performance.now() - started)
      opened.push(items.length > 0 || refusals.every(({ reason }) => reason === 'no-text'))
    }
    const middle = took.toSorted((a, b) => a - b)[took.length >> 1] ?? 0
    print(`${format}: opened ${share(opened)}, median ${middle.toFixed(0)} ms`)
  }
}

const STUDY_PAGES: Readonly<Record<string, number>> = { 'fr ours': 0.859, 'en ours': 0.888 }

type PageTally = { found: number; missed: number; extra: number }

function measurePages(files: readonly CorpusFile[]): void {
  const ratios: number[] = []
  const days: { right: number; wrong: number; none: number } = { right: 0, wrong: 0, none: 0 }
  const tallies = new Map<string, PageTally>()
  for (const { file, language, expected } of files) {
    const source = corpusSource(file)
    const html = decoder.decode(source.bytes)
    const [own, bare] = [timed(() => readHtml(source)), timed(() => bareText(html))]
    ratios.push(own.ms / bare.ms)
    const page = readHtml(source)
    const body = page.items.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n')
    tally(tallies, `${language} ours`, body, expected)
    tally(tallies, `${language} bare Readability`, bare.value, expected)
    const day = page.items[0]?.structured.published?.value
    if (expected?.date == null) continue
    if (day == null) days.none += 1
    else if (day === expected.date) days.right += 1
    else days.wrong += 1
  }
  print('')
  for (const [name, { found, missed, extra }] of tallies) {
    const precision = found / (found + extra)
    const recall = found / (found + missed)
    const f1 = (2 * precision * recall) / (precision + recall)
    if (found + missed > 0) {
      print(`pages ${name}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`)
      const least = STUDY_PAGES[name]
      if (least !== undefined)
        print(`${verdictLine(`pages, ${name}, F1`, f1, { least })}, ${f1.toFixed(3)}`)
    }
  }
  print(`pages: days right ${days.right}, wrong ${days.wrong}, none stated ${days.none}`)
  const sorted = ratios.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2)
  print(`pages: time ÷ bare Readability, median ${at(0.5)}, quartiles ${at(0.25)}–${at(0.75)}`)
}

/** The fastest of three runs after one to warm up. */
function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const value = run()
  const runs = [0, 1, 2].map(() => {
    const started = performance.now()
    run()
    return performance.now() - started
  })
  return { value, ms: Math.min(...runs) }
}

const bareText = (html: string): string =>
  new Readability(parseHTML(html).document).parse()?.textContent ?? ''

function tally(
  tallies: Map<string, PageTally>,
  name: string,
  text: string,
  expected: CorpusFile['expected'],
): void {
  const own = tallies.get(name) ?? { found: 0, missed: 0, extra: 0 }
  tallies.set(name, own)
  const page = plain(text)
  const holds = (snippet: string): boolean => page.includes(plain(snippet))
  own.found += (expected?.with ?? []).filter(holds).length
  own.missed += (expected?.with ?? []).filter((snippet) => !holds(snippet)).length
  own.extra += (expected?.without ?? []).filter(holds).length
}

await main()
