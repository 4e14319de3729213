import type { OutputOf, ParsedInputOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import type { CommuniqueRecord } from '../../../shared/model/communique.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { getCommunique } from '../archive/communique-record.ts'
import type { Direction, Language } from '../../../shared/model/language.ts'
import type { Span } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { escapeMarkup } from './markup-text.ts'
import { pageFromRecord, type LabelLanguage, type PageModel } from './page-model.ts'
import { isolated, WORDS, wordsFromDate } from './page-words.ts'
import { mainDate } from './pdf-data.ts'

type Channel = (typeof exportChannels)['export.cite']
type Citation = OutputOf<Channel>
type Style = ParsedInputOf<Channel>['style']

/**
 * A passage of one wording with its source: issuer, title, date, paragraph and the first twelve
 * digits of the text's SHA-256; a whole text names no paragraph. `inline` puts the source in brackets after the passage, `note` on
 * a line of its own. Fails with `not-found`, or with `passage-invalid` when the offsets (UTF-16)
 * leave the text, hold nothing but space, or cut a character in two.
 */
export function citePassage(
  db: ReadableArchive,
  { versionId, start, end, style, labels }: ParsedInputOf<Channel>,
): Outcome<Citation> {
  const record = recordOfVersion(db, versionId)
  if (!record.ok) return record
  return citationFromRecord(record.value, { start, end }, { style, labels })
}

/** A passage in the quotation marks of its language, with its source. Fails as `citePassage` does. */
export function quotePassage(
  db: ReadableArchive,
  { versionId, start, end }: { readonly versionId: string } & Span,
  labels: LabelLanguage,
): Outcome<Quoted> {
  const record = recordOfVersion(db, versionId)
  if (!record.ok) return record
  const quoted = quotedFromRecord(record.value, { start, end }, labels)
  if (!quoted.ok) return quoted
  const { words, language, direction, sourceParts: parts } = quoted.value
  const source = parts.map((part) => isolated(part.words, labels)).join(SEPARATORS[labels])
  return succeed({ words, language, direction, source })
}

interface Quoted {
  readonly words: string
  readonly language: Language
  readonly direction: Direction
  readonly source: string
}

/** The record that a wording belongs to, with that wording. Fails with `not-found`. */
export function recordOfVersion(db: ReadableArchive, versionId: string): Outcome<CommuniqueRecord> {
  const owner = communiqueIdOf(db, versionId)
  if (owner === null) return fail({ kind: 'not-found', what: 'version', id: versionId })
  return getCommunique(db, owner, versionId)
}

/** The communiqué that a wording belongs to, whatever state its words are in; null for none. */
export function communiqueIdOf(db: ReadableArchive, versionId: string): string | null {
  const owner = db
    .prepare<{ id: string }>(
      `SELECT communique.id FROM version JOIN communique ON communique.seq = communique_seq
       WHERE version.id = $versionId`,
    )
    .get({ versionId })
  return owner?.id ?? null
}

function citationFromRecord(
  record: CommuniqueRecord,
  span: Span,
  { style, labels }: { readonly style: Style; readonly labels: LabelLanguage },
): Outcome<Citation> {
  const quoted = quotedFromRecord(record, span, labels)
  if (!quoted.ok) return quoted
  const { words, source, sourceParts: parts, quotation } = quoted.value
  const rich = parts
    .map((part) =>
      part.isTitle ? `<cite>${escapeMarkup(part.words)}</cite>` : escapeMarkup(part.words),
    )
    .join(SEPARATORS[labels])
  const sides = `lang="${quoted.value.language}" dir="${quoted.value.direction}"`
  const own = `lang="${labels}" dir="${labels === 'ar' ? 'rtl' : 'ltr'}"`
  const richWords = escapeMarkup(words).replaceAll('\n', '<br>')
  const both: Readonly<Record<Style, readonly [string, string]>> = {
    inline: [
      `${words} (${source})`,
      `<p><q ${sides} style="quotes:none">${richWords}</q> <span ${own}>(${rich})</span></p>`,
    ],
    note: [
      `${words}\n— ${source}`,
      `<blockquote ${sides}>${richWords}</blockquote><p ${own}>— ${rich}</p>`,
    ],
  }
  const [plain, fragment] = both[style]
  return succeed({ quotation, source, plain, rich: fragment })
}

function quotedFromRecord(
  record: CommuniqueRecord,
  { start, end }: Span,
  labels: LabelLanguage,
): Outcome<Quoted & { readonly quotation: string; readonly sourceParts: readonly SourcePart[] }> {
  const { text, paragraphs } = record.version
  const quotation = text.slice(start, end)
  const isWhole = end <= text.length && start < end && quotation.isWellFormed()
  if (!isWhole || quotation.trim() === '') return fail({ kind: 'passage-invalid', start, end })
  const isAll = start === 0 && end === text.length
  const touched = paragraphs.flatMap((paragraph, i) =>
    !isAll && start < paragraph.end && end > paragraph.start ? [i + 1] : [],
  )
  const page = pageFromRecord(record, [], {
    exportedAt: record.version.createdAt,
    labelLanguage: labels,
  })
  const parts = sourceParts(page, touched, labels)
  const { language, direction } = paragraphs.find((paragraph) => start < paragraph.end) ?? page
  const [open, close] = quotesAround(quotation, language, labels)
  return succeed({
    words: `${open}${quotation}${close}`,
    language,
    direction,
    source: parts.map(({ words }) => words).join(SEPARATORS[labels]),
    sourceParts: parts,
    quotation,
  })
}

const SEPARATORS: Readonly<Record<LabelLanguage, string>> = { fr: ', ', ar: '، ', en: ', ' }
const PARAGRAPHS: Readonly<Record<LabelLanguage, readonly [string, string]>> = {
  fr: ['§ ', '§§ '],
  ar: ['الفقرة ', 'الفقرات '],
  en: ['para. ', 'paras '],
}

interface SourcePart {
  readonly words: string
  readonly isTitle: boolean
}

function sourceParts(
  page: PageModel,
  paragraphs: readonly number[],
  labels: LabelLanguage,
): readonly SourcePart[] {
  const words = WORDS[labels]
  const date = mainDate(page)
  const remark = (isSure: boolean): string => (isSure ? '' : ` (${words.toConfirm})`)
  const [one, many] = PARAGRAPHS[labels]
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  const place = first === last ? `${one}${first}` : `${many}${first}–${last}`
  return [
    ...(page.issuer === null ? [] : [plain(page.issuer.name + remark(page.issuer.isConfirmed))]),
    { words: page.title, isTitle: true },
    ...(date === null
      ? []
      : [plain(wordsFromDate(date.value, labels) + remark(date.isConfirmed || date.isStated))]),
    ...(page.referenceCode === null ? [] : [plain(`${words.reference} ${page.referenceCode}`)]),
    ...(first === undefined ? [] : [plain(place)]),
    plain(`SHA-256 ${page.versionDigest.slice(0, 12)}`),
  ]
}

/** The quotation marks of the passage's own language; none where it brings its own. */
function quotesAround(
  passage: string,
  language: PageModel['language'],
  labels: LabelLanguage,
): readonly [string, string] {
  if (/^[«“"].*[»”"]$/su.test(passage)) return ['', '']
  const { openQuote, closeQuote } = WORDS[language === 'und' ? labels : language]
  return [openQuote, closeQuote]
}

const plain = (text: string): SourcePart => ({ words: text, isTitle: false })
