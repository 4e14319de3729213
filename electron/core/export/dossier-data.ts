import type { DossierCover } from '../../../shared/channels/export.ts'
import { digestOf } from '../system/files.ts'
import { sheetsFromParts, type Sheet } from './dossier-sheets.ts'
import { DOSSIER_WORDS } from './dossier-words.ts'
import type { Furniture } from './furniture.ts'
import type { LabelLanguage, PageModel } from './page-model.ts'
import { dayFromInstant, WORDS, wordsFromDate, wordsFromInstant } from './page-words.ts'
import { dataFromPage, mainDate, type PageData } from './pdf-data.ts'
import { indexOfNotes, indexOfPeople, type NoteGroup, type PersonEntry } from './volume-index.ts'
import { pagesOfParts, type VolumePart } from './volume-parts.ts'

/** One volume of a dossier, or a list, before it is worded. */
export interface Volume {
  readonly layout: 'dossier' | 'briefing'
  readonly cover: Omit<DossierCover, 'marking'>
  readonly furniture: Furniture
  readonly parts: readonly VolumePart[]
  readonly labels: LabelLanguage
  readonly exportedAt: string
  /** 1 of 1 unless the dossier is too large for one file. */
  readonly number: number
  readonly volumeCount: number
}

/** What the head and the foot of any volume print. */
export interface VolumeHead {
  readonly lang: LabelLanguage
  readonly title: string
  readonly subtitle: string
  readonly kicker: string
  readonly description: string
  readonly digest: string
  readonly shortDigest: string
  readonly exportLine: string
  /** Year, month, day, hour, minute, second of the export, UTC. */
  readonly now: readonly number[]
}

/** What a dossier or a briefing note prints; texts are named by their place in `texts`. */
export interface DossierData extends VolumeHead {
  readonly cover: readonly { readonly label: string; readonly value: string }[]
  readonly digestLabel: string
  readonly contentsTitle: string
  readonly chronologyTitle: string
  readonly chronologyHead: readonly string[]
  readonly chronology: readonly { readonly text: number; readonly date: string }[]
  readonly texts: readonly PageData[]
  readonly sheets: readonly Sheet[]
  readonly annex: string
  readonly annexesTitle: string
  readonly indexTitle: string
  readonly index: readonly NoteGroup[]
  readonly peopleTitle: string
  readonly people: readonly PersonEntry[]
}

/**
 * Words a dossier: cover, chronology by the date of the event, texts and what stands between them,
 * index of notes and of people.
 */
export function dataFromDossier(volume: Volume, clean: (text: string) => string): DossierData {
  const { parts, labels, layout, number, volumeCount } = volume
  const pages = pagesOfParts(parts)
  const words = DOSSIER_WORDS[labels]
  const sheets = sheetsFromParts(parts, labels, clean)
  const levels = new Map(
    sheets.flatMap((sheet) => (sheet.kind === 'text' ? [[sheet.text, sheet.level] as const] : [])),
  )
  const texts = pages.map((page, i) => ({
    ...dataFromPage(page, 'end', clean),
    key: `${i}-`,
    // Annexes stand under the one heading of all of them.
    level: layout === 'briefing' ? 2 : (levels.get(i) ?? 1),
  }))
  const kicker = layout === 'briefing' ? words.briefing : words.dossier
  return {
    ...headOfVolume(volume, clean),
    kicker: volumeCount === 1 ? kicker : `${kicker} · ${words.volume} ${number} / ${volumeCount}`,
    description: layout === 'briefing' ? words.briefingDescription : words.dossierDescription,
    cover: coverRows(volume),
    digestLabel: words.digest + WORDS[labels].colon,
    contentsTitle: words.contents,
    chronologyTitle: words.chronology,
    chronologyHead: words.chronologyHead,
    chronology: chronologyOf(pages, labels),
    texts,
    sheets,
    annex: words.annex,
    annexesTitle: words.annexes,
    indexTitle: words.index,
    index: indexOfNotes(texts),
    peopleTitle: words.people,
    people: indexOfPeople(parts, labels, clean),
  }
}

/** What is under the digest of a volume: its texts and, where they stand alone, its passages. */
const digestOfParts = (parts: readonly VolumePart[]): string =>
  digestOf(
    parts
      .flatMap((part) => {
        if (part.kind === 'text') return [`${part.page.versionDigest}\n`]
        return part.kind === 'passage' ? [`${part.words}\n${part.source}\n`] : []
      })
      .join(''),
  )

/** Words the head and the foot of a volume, all but its kind. */
export function headOfVolume(
  { cover, parts, labels, exportedAt }: Pick<Volume, 'cover' | 'parts' | 'labels' | 'exportedAt'>,
  clean: (text: string) => string,
): Omit<VolumeHead, 'kicker' | 'description'> {
  const digest = digestOfParts(parts)
  return {
    lang: labels,
    title: clean(cover.title),
    subtitle: clean(cover.subtitle),
    digest,
    shortDigest: `SHA-256 ${digest.slice(0, 12)}`,
    exportLine: `${WORDS[labels].exportedAt} ${wordsFromInstant(exportedAt, labels)}`,
    now: exportedAt.split(/\D/u).slice(0, 6).map(Number),
  }
}

function coverRows({ parts, labels, exportedAt }: Volume): DossierData['cover'] {
  const pages = pagesOfParts(parts)
  const words = DOSSIER_WORDS[labels]
  const dates = pages.flatMap((page) => chronologyDate(page)?.value ?? []).toSorted()
  const [first, last] = [dates[0], dates.at(-1)]
  const notes = pages.reduce((sum, page) => sum + page.notes.length, 0)
  const passages = parts.filter(({ kind }) => kind === 'passage').length
  const rows: readonly Row[] = [
    [words.compiledOn, dayFromInstant(exportedAt, labels)],
    ...counted(words.texts, pages.length),
    ...(first === undefined || last === undefined
      ? []
      : [[words.period, period(first, last, labels)] as const]),
    ...counted(words.passages, passages),
    ...counted(words.notes, notes),
  ]
  return rows.map(([label, value]) => ({ label: label + WORDS[labels].colon, value }))
}

type Row = readonly [label: string, value: string]

const counted = (label: string, count: number): readonly Row[] =>
  count === 0 ? [] : [[label, String(count)]]

/** From the first date to the last, each to its own precision. */
export function period(first: string, last: string, labels: LabelLanguage): string {
  const [from, to] = [wordsFromDate(first, labels), wordsFromDate(last, labels)]
  return from === to ? from : `${from} – ${to}`
}

/** A chronology follows the events; a text whose event is not known stands at its own date. */
export const chronologyDate = (page: PageModel): PageModel['dates'][number] | null =>
  page.dates.find(({ role }) => role === 'event') ?? mainDate(page)

function chronologyOf(
  pages: readonly PageModel[],
  labels: LabelLanguage,
): DossierData['chronology'] {
  return pages
    .map((page, text) => ({ text, date: chronologyDate(page) }))
    .toSorted((a, b) => byCodeUnit(a.date?.value ?? '', b.date?.value ?? '') || a.text - b.text)
    .map(({ text, date }) => ({ text, date: date === null ? '—' : datedWords(date, labels) }))
}

/** A date in words, with a remark while nobody has confirmed it. */
export function datedWords(date: PageModel['dates'][number], labels: LabelLanguage): string {
  const isSure = date.isConfirmed || (date.role === 'published' && date.isStated)
  return wordsFromDate(date.value, labels) + (isSure ? '' : ` (${WORDS[labels].toConfirm})`)
}

const byCodeUnit = (a: string, b: string): number => Number(a > b) - Number(a < b)
