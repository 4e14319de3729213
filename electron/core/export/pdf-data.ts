import type { AnnotationKind } from '../../../shared/model/annotation.ts'
import type { Direction, Language } from '../../../shared/model/language.ts'
import type {
  LabelLanguage,
  PageDate,
  PageModel,
  PageName,
  PageNote,
  PageParagraph,
} from './page-model.ts'
import { piecesFromSegments, segmentsFromParagraph, type Segment } from './pdf-segments.ts'
import { dayFromInstant, WORDS, wordsFromDate, wordsFromInstant } from './page-words.ts'

/** Where the notes of a page stand: `native` in annotations of the PDF format itself. */
export type NotePlacement = 'none' | 'end' | 'margin' | 'native'

/** A paragraph in pieces short enough to be broken into lines in linear time. */
export interface DataParagraph {
  readonly kind: PageParagraph['kind']
  readonly lang: Language
  readonly dir: Direction
  readonly pieces: readonly (readonly Segment[])[]
  readonly length: number
  /** Set without filling its lines, where others are: what cannot be divided would tear them apart. */
  readonly isRagged: boolean
  /** Whether it has signs or units beside an ordinary space, which French binds to their words. */
  readonly bindsSigns: boolean
}

/** A note in words. */
export interface DataNote {
  readonly n: number
  readonly kind: AnnotationKind
  readonly kindText: string
  readonly author: string
  readonly day: string
  readonly remark: string | null
  readonly isPlaced: boolean
  readonly text: string
  readonly lang: Language
  readonly dir: Direction
  readonly tags: readonly string[]
  readonly quote: string
}

interface DataRow {
  readonly label: string
  readonly value: string
  readonly kind: 'text' | 'link' | 'digest'
}

/** Everything the template prints, already in words: it decides nothing but the layout. */
export interface PageData {
  /** Told apart from the keys of other texts in one file: empty when there is one text only. */
  readonly key: string
  /** Level of its title among the headings of the file. */
  readonly level: number
  readonly placement: NotePlacement
  /** Whether marked stretches are painted in the colours that tell where they stand. */
  readonly isCoded: boolean
  readonly lang: Language
  readonly dir: Direction
  readonly labelLang: LabelLanguage
  readonly title: string
  readonly shortTitle: string
  readonly headDate: string
  readonly issuer: string
  readonly issuerRemark: string
  readonly kicker: string
  readonly reference: string
  readonly dateline: string
  readonly facts: readonly string[]
  readonly paragraphs: readonly DataParagraph[]
  readonly notes: readonly DataNote[]
  readonly notesTitle: string
  readonly rows: readonly DataRow[]
  readonly exportLine: string
  readonly shortDigest: string
  readonly description: string
  readonly keywords: readonly string[]
  /** Year, month, day, hour, minute, second of the export, UTC. */
  readonly now: readonly number[]
}

/**
 * Words everything a page shows. Fixed words beside the text follow the text's language, those of
 * the apparatus and the notes follow the officer's. Every string passes through `clean`.
 */
export function dataFromPage(
  page: PageModel,
  placement: NotePlacement,
  clean: (text: string) => string,
): PageData {
  const lang: LabelLanguage = page.language === 'und' ? page.labelLanguage : page.language
  const [words, labels] = [WORDS[lang], WORDS[page.labelLanguage]]
  const title = clean(oneLine(page.title))
  const main = mainDate(page)
  const notes = printedNotes(page, placement)
  const { issuer, issuerRemark } = letterhead(page, lang, clean)
  const place = page.place === null ? null : clean(oneLine(page.place))
  return {
    key: '',
    level: 1,
    placement,
    isCoded: false,
    lang: page.language,
    dir: page.direction,
    labelLang: page.labelLanguage,
    title,
    shortTitle: shortTitle(title),
    headDate: main === null ? '' : wordsFromDate(main.value, lang),
    issuer,
    issuerRemark,
    kicker: words.kickers[page.kind],
    reference: page.referenceCode === null ? '' : clean(`${words.reference} ${page.referenceCode}`),
    dateline: dateline(place, main, lang),
    facts: otherDates(page, main, lang),
    paragraphs: page.paragraphs.map((paragraph) => dataFromParagraph(paragraph, placement, clean)),
    notes: notes.map((note) => dataFromNote(note, { page, lang }, clean)),
    notesTitle: `${labels.notes} (${notes.length})`,
    rows: provenanceRows(page, clean),
    exportLine: `${labels.exportedAt} ${wordsFromInstant(page.exportedAt, page.labelLanguage)}`,
    shortDigest: `SHA-256 ${page.provenance.fileDigest.slice(0, 12)}`,
    description: words.description,
    keywords: [issuer, place ?? ''].filter((word) => word !== ''),
    now: page.exportedAt.split(/\D/u).slice(0, 6).map(Number),
  }
}

/** Notes without a passage are printed after the text even where the others are not printed. */
function printedNotes({ notes }: PageModel, placement: NotePlacement): PageModel['notes'] {
  if (placement === 'none') return []
  return placement === 'native' ? notes.filter(({ isPlaced }) => !isPlaced) : notes
}

function dataFromParagraph(
  paragraph: PageParagraph,
  placement: NotePlacement,
  clean: (text: string) => string,
): DataParagraph {
  const segments = segmentsFromParagraph(paragraph, placement !== 'none').map((one): Segment => ({
    ...one,
    t: clean(one.t).replaceAll(/ {2,}/gu, ' '),
    e: placement === 'native' ? [] : one.e,
  }))
  const text = segments.map(({ t }) => t).join('')
  return {
    kind: paragraph.kind,
    lang: paragraph.language,
    dir: paragraph.direction,
    pieces: piecesFromSegments(segments),
    length: paragraph.runs.reduce((sum, run) => sum + run.text.length, 0),
    isRagged: resistsFilling(text),
    bindsSigns: /[«°] | [»;:!?%€$£]/u.test(text),
  }
}

/** What has an address or a row of dots that is not divided. */
const resistsFilling = (text: string): boolean => /[^\s\u{200b}]{30,}|[.…_]{8,}/u.test(text)

const oneLine = (text: string): string =>
  text.replaceAll(/\s+/gu, (gap) => (gap === '\u{a0}' ? gap : ' ')).trim()

const LONGEST_SHORT_TITLE = 78

function shortTitle(title: string): string {
  if (title.length <= LONGEST_SHORT_TITLE) return title
  return `${title
    .slice(0, LONGEST_SHORT_TITLE - 2)
    .toWellFormed()
    .replace(/[\u{fffd}\s]*\s\S*$/u, '')}…`
}

function letterhead(
  { issuer, publisher }: PageModel,
  lang: LabelLanguage,
  clean: (text: string) => string,
): Pick<PageData, 'issuer' | 'issuerRemark'> {
  const words = WORDS[lang]
  const remarked = (name: PageName): string =>
    clean(oneLine(name.name)) + (name.isConfirmed ? '' : ` (${words.toConfirm})`)
  const relay = publisher === null ? '' : `${words.publishedBy} ${remarked(publisher)}`
  if (issuer === null) return { issuer: '', issuerRemark: relay }
  const isSame = publisher?.name === issuer.name
  return { issuer: remarked(issuer), issuerRemark: isSame ? '' : relay }
}

/** The date a communiqué is dated by: its publication, else its signature, else its header, or null. */
export function mainDate({ dates }: PageModel): PageDate | null {
  const ofRole = (role: PageDate['role']): PageDate | undefined =>
    dates.find((date) => date.role === role)
  return ofRole('published') ?? ofRole('signed') ?? ofRole('header') ?? null
}

function dateline(place: string | null, date: PageDate | null, lang: LabelLanguage): string {
  if (date === null) return place ?? ''
  const words = wordsFromDate(date.value, lang) + (needsRemark(date) ? remark(lang) : '')
  if (place === null) return words
  const comma = lang === 'ar' ? '،' : ','
  const article = lang === 'fr' && date.precision === 'day' ? ' le' : ''
  return `${place}${comma}${article} ${words}`
}

/** The day a source prints as its own date of publication is its own word, not a suggestion. */
const needsRemark = (date: PageDate): boolean =>
  !date.isConfirmed && !(date.role === 'published' && date.isStated)

const remark = (lang: LabelLanguage): string => ` (${WORDS[lang].toConfirm})`

function otherDates(
  page: PageModel,
  main: PageDate | null,
  lang: LabelLanguage,
): readonly string[] {
  const words = WORDS[lang]
  return page.dates
    .filter((date) => date !== main && (date.role === 'event' || date.role === 'signed'))
    .map((date) => {
      const label = date.role === 'event' ? words.eventOn : words.signedOn
      const value = wordsFromDate(date.value, lang) + (needsRemark(date) ? remark(lang) : '')
      return `${label}${words.colon} ${value}`
    })
}

function dataFromNote(
  note: PageNote,
  { page, lang }: { readonly page: PageModel; readonly lang: LabelLanguage },
  clean: (text: string) => string,
): DataNote {
  const labels = WORDS[page.labelLanguage]
  const remarks = [
    ...(note.isPrivate ? [labels.privateNote] : []),
    ...(note.isPlaced ? [] : [labels.notFound]),
  ]
  return {
    n: note.number,
    kind: note.kind,
    kindText: labels.kinds[note.kind],
    author: clean(oneLine(note.author)),
    day: dayFromInstant(note.createdAt, page.labelLanguage),
    remark: remarks.length === 0 ? null : remarks.join(' · '),
    isPlaced: note.isPlaced,
    text: clean(note.text.trim()),
    lang: note.language,
    dir: note.direction,
    tags: note.tags.map((tag) => clean(oneLine(tag))),
    quote: quoted(clean(oneLine(note.quote)), lang),
  }
}

const QUOTED = /^[«“"].*[»”"]$/u

/** A passage that already stands in quotation marks gets no second pair. */
function quoted(passage: string, lang: LabelLanguage): string {
  return QUOTED.test(passage) ? passage : WORDS[lang].openQuote + passage + WORDS[lang].closeQuote
}

function provenanceRows(page: PageModel, clean: (text: string) => string): readonly DataRow[] {
  const { provenance: from, labelLanguage } = page
  const labels = WORDS[labelLanguage]
  const collected = wordsFromInstant(from.ingestedAt, labelLanguage)
  const text = (label: string, value: string): DataRow => ({
    label: label + labels.colon,
    value,
    kind: 'text',
  })
  return [
    text(labels.file, clean(from.fileName)),
    ...(from.url === null
      ? []
      : [{ label: labels.address + labels.colon, value: clean(from.url), kind: 'link' as const }]),
    text(labels.collectedAt, collected),
    ...(page.versionNumber > 1 ? [text(labels.version, String(page.versionNumber))] : []),
    { label: labels.fileDigest + labels.colon, value: from.fileDigest, kind: 'digest' },
    { label: labels.textDigest + labels.colon, value: page.versionDigest, kind: 'digest' },
  ]
}
