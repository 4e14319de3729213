import type { PageModel } from './page-model.ts'
import { dataFromPage, type DataNote, type DataParagraph } from './pdf-data.ts'

/**
 * The page as Markdown (CommonMark with the footnotes of GitHub and Pandoc): notes are footnotes
 * that quote their passage. Paragraphs written from right to left stand in a `div` that says so.
 */
export function markdownFromPage(page: PageModel, clean: (text: string) => string): string {
  const data = dataFromPage(page, 'end', clean)
  const kicker = [data.kicker, data.reference].filter((part) => part !== '').join(' · ')
  const head = [data.issuer, data.issuerRemark, kicker].filter((part) => part !== '')
  const facts = [data.dateline, ...data.facts].filter((part) => part !== '')
  const blocks = [
    head.map((line) => escapeMarkdown(line)).join('\\\n'),
    inDirection(data.dir, data.lang, `# ${escapeMarkdown(data.title)}`),
    facts.map((fact) => escapeMarkdown(fact)).join('\\\n'),
    ...data.paragraphs.map((paragraph) => blockOf(paragraph)),
    ...data.notes.filter(({ isPlaced }) => !isPlaced).map(({ n }) => `[^${n}]`),
    '---',
    data.rows.map(({ label, value }) => `- ${escapeMarkdown(`${label} ${value}`)}`).join('\n'),
    escapeMarkdown(`${data.exportLine} · ${data.shortDigest}`),
    ...data.notes.map((note) => footnoteOf(note)),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function blockOf({ kind, pieces, lang, dir }: DataParagraph): string {
  const text = escapeMarkdown(
    pieces
      .flat()
      .map(({ t, e }) => t + e.map((n) => CALL(n)).join(''))
      .join(''),
  )
  const called = text.replaceAll(CALLED, (_, n: string) => `[^${n}]`)
  const shown = {
    body: called,
    heading: `## ${called}`,
    'list-item': `- ${called.replaceAll('\n', '\n  ')}`,
  }
  return inDirection(dir, lang, shown[kind])
}

/** Calls pass through the escaping between two characters that no text holds (noncharacters). */
const CALL = (n: number): string => `\u{fdd0}${n}\u{fdd1}`
const CALLED = /\u{fdd0}(\d+)\u{fdd1}/gu

const inDirection = (dir: string, lang: string, block: string): string =>
  dir === 'rtl' ? `<div dir="rtl" lang="${lang}">\n\n${block}\n\n</div>` : block

function footnoteOf(note: DataNote): string {
  const facts = [
    note.author,
    note.day,
    note.kindText,
    ...(note.remark === null ? [] : [note.remark]),
  ]
  const tags = note.tags.map((tag) => `#${tag.replaceAll(' ', '\u{a0}')}`)
  const lines = [[...facts, ...tags].join(' · '), note.quote, note.text].filter(
    (line) => line !== '',
  )
  return `[^${note.n}]: ${lines.map((line) => escapeMarkdown(line).replaceAll('\n', '\n    ')).join('\n\n    ')}`
}

/** Plain text in which nothing is markup; its line ends become hard line breaks. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>&~|$^={}!]/gu, (character) => `\\${character}`)
    .split(/\r\n|[\n\r]/u)
    .map((line) =>
      line
        .replace(/^[\t ]+/u, (gap) => Array.from(gap, (c) => `&#${c.charCodeAt(0)};`).join(''))
        .replace(/^([#+\-:])/u, String.raw`\$1`)
        .replace(/^(\d+)([.)])/u, String.raw`$1\$2`),
    )
    .join('\\\n')
}
