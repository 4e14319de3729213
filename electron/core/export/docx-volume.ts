import { frameFromFurniture } from './docx-frame.ts'
import { commentsPart, footnotesPart } from './docx-notes.ts'
import { linkXml, pageBreak, paragraphXml, runXml, tableXml, type RunLook } from './docx-runs.ts'
import { documentFromBody, textXml } from './docx.ts'
import { dataFromDossier, type DossierData, type Volume } from './dossier-data.ts'
import type { SheetLine } from './dossier-sheets.ts'
import type { LabelLanguage, PageModel } from './page-model.ts'
import { pagesOfParts } from './volume-parts.ts'

/**
 * A dossier as a Word document: cover, contents and chronology with links, then texts, passages and
 * notes in their order, each text on a page of its own with its annotations as comments and its
 * provenance as a footnote, and the two indexes. A briefing note has no cover: its lines run on and
 * its texts are annexes. The marking stands at the head and the foot of each page.
 */
export function docxFromVolume(volume: Volume, clean: (text: string) => string): Uint8Array {
  const { parts, labels, exportedAt, furniture, layout } = volume
  const pages = withRunningNumbers(pagesOfParts(parts))
  const data = dataFromDossier(volume, clean)
  const writing: Writing = { data, pages, side: sideOf(labels), clean }
  const body = layout === 'briefing' ? briefingBody(writing) : dossierBody(writing)
  const { title, exportLine } = data
  return documentFromBody({
    body,
    isRtl: labels === 'ar',
    about: { title, issuer: '', lang: labels, exportedAt },
    frame: frameFromFurniture(furniture, { lang: labels, title, exportLine }, clean),
    comments: commentsPart(pages.flatMap(notesOf), labels, clean),
    footnotes: footnotesPart(labels, data.texts),
  })
}

interface Writing {
  readonly data: DossierData
  readonly pages: readonly PageModel[]
  readonly side: RunLook
  readonly clean: (text: string) => string
}

const sideOf = (labels: LabelLanguage): RunLook => ({
  language: labels,
  direction: labels === 'ar' ? 'rtl' : 'ltr',
})

const notesOf = ({ notes }: PageModel): PageModel['notes'] => notes

/** A comment has one number in the whole document. */
function withRunningNumbers(pages: readonly PageModel[]): readonly PageModel[] {
  let before = 0
  return pages.map((page) => {
    const shift = before
    before += page.notes.length
    return {
      ...page,
      notes: page.notes.map((note) => ({ ...note, number: note.number + shift })),
      paragraphs: page.paragraphs.map((paragraph) => ({
        ...paragraph,
        marks: paragraph.marks.map((mark) => ({
          ...mark,
          number: mark.number === null ? null : mark.number + shift,
        })),
      })),
    }
  })
}

function dossierBody(writing: Writing): string {
  const { data } = writing
  const sheets = data.sheets.map((sheet) =>
    sheet.kind === 'lines'
      ? pageBreak + linesXml(sheet.lines)
      : `${pageBreak}${linesXml(sheet.lead)}${textAt(writing, sheet.text, sheet.level)}`,
  )
  return [
    coverXml(writing),
    contentsXml(writing),
    chronologyXml(writing),
    ...sheets,
    indexesXml(writing),
  ].join('')
}

function briefingBody(writing: Writing): string {
  const { data } = writing
  const lines = data.sheets.map((sheet) =>
    linesXml(sheet.kind === 'lines' ? sheet.lines : sheet.lead),
  )
  const annexes = data.texts.map(
    (_, i) =>
      `${i === 0 ? frontXml(writing, data.annexesTitle) : pageBreak}${textAt(writing, i, 2)}`,
  )
  return [headXml(writing), ...lines, ...annexes].join('')
}

function textAt({ data, pages, clean }: Writing, at: number, level: number): string {
  const [page, own] = [pages[at], data.texts[at]]
  if (!page || !own) throw new Error('a sheet names a text that is not there')
  const titleStyle = `Heading${level}` as const
  return textXml({ page, data: own, footnote: at + 1, titleStyle, bookmark: bookmarkOf(at) }, clean)
}

const bookmarkOf = (text: number): string => `text_${text}`

const lineOf = (style: string, words: string, side: RunLook): string =>
  words === '' ? '' : paragraphXml({ style, ...side }, runXml(words, side))

function headXml({ data, side }: Writing): string {
  return `${lineOf('Kicker', data.kicker, side)}${lineOf('Title', data.title, side)}${lineOf('Dateline', data.subtitle, side)}`
}

function coverXml(writing: Writing): string {
  const { data, side } = writing
  const rows = data.cover.map(({ label, value }) => lineOf('Remark', `${label} ${value}`, side))
  return `${headXml(writing)}${rows.join('')}${lineOf('Remark', `${data.digestLabel} ${data.digest}`, side)}`
}

const frontXml = ({ side }: Writing, words: string): string =>
  pageBreak + paragraphXml({ style: 'Heading1', ...side }, runXml(words, side))

function contentsXml(writing: Writing): string {
  const { data } = writing
  if (data.texts.length === 0) return ''
  const entries = data.texts.map((text, i) => {
    const side = { language: text.lang, direction: text.dir }
    return paragraphXml({ style: 'TableText', ...side }, linkXml(bookmarkOf(i), text.title, side))
  })
  return frontXml(writing, data.contentsTitle) + entries.join('')
}

function chronologyXml(writing: Writing): string {
  const { data, side } = writing
  if (data.chronology.length === 0) return ''
  // Word numbers its pages itself: the last column of the printed table has no place here.
  const head = data.chronologyHead.slice(0, 3).map((words) => lineOf('TableText', words, side))
  const rows = data.chronology.map(({ text, date }) => {
    const own = data.texts[text]
    if (!own) throw new Error('the chronology names a text that is not there')
    const look = { language: own.lang, direction: own.dir }
    return [
      lineOf('TableText', date, side),
      paragraphXml({ style: 'TableText', ...look }, linkXml(bookmarkOf(text), own.title, look)),
      paragraphXml({ style: 'TableText', ...look }, runXml(own.issuer, look)),
    ]
  })
  return frontXml(writing, data.chronologyTitle) + tableXml([head, ...rows], side.direction)
}

function indexesXml(writing: Writing): string {
  const { data, side } = writing
  const titleOf = (text: number): string => data.texts[text]?.title ?? ''
  const notes = data.index.map(({ words, isTag, notes: own }) => {
    const entries = own.map(({ text, words: said, author }) =>
      paragraphXml(
        { style: 'TableText', ...side },
        `${runXml(`${said} — ${author} — `, side)}${linkXml(bookmarkOf(text), titleOf(text), side)}`,
      ),
    )
    return lineOf('Heading2', isTag ? `#${words}` : words, side) + entries.join('')
  })
  const people = data.people.map(({ name, role, texts }) => {
    const places = texts.map((text) => linkXml(bookmarkOf(text), titleOf(text), side))
    const who = [name, role].filter((part) => part !== '').join(', ')
    return paragraphXml(
      { style: 'TableText', ...side },
      `${runXml(`${who} — `, side)}${places.join(runXml(' · ', side))}`,
    )
  })
  return [
    ...(notes.length === 0 ? [] : [frontXml(writing, data.indexTitle), ...notes]),
    ...(people.length === 0 ? [] : [frontXml(writing, data.peopleTitle), ...people]),
  ].join('')
}

const linesXml = (lines: readonly SheetLine[]): string =>
  lines.map((line) => lineXml(line)).join('')

function lineXml({ kind, words, lang, dir, level, source }: SheetLine): string {
  const side = { language: lang, direction: dir }
  if (kind === 'heading') return lineOf(`Heading${level}`, words, side)
  if (kind === 'note') return lineOf('BodyText', words, side)
  return lineOf('Quote', words, side) + lineOf('Remark', `— ${source}`, side)
}
