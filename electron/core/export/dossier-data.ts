import type { DossierCover } from '../../../shared/channels/export.ts'
import { digestOf } from '../system/files.ts'
import { DOSSIER_WORDS } from './dossier-words.ts'
import type { LabelLanguage, PageModel } from './page-model.ts'
import { dayFromInstant, WORDS, wordsFromDate, wordsFromInstant } from './page-words.ts'
import { dataFromPage, mainDate, type PageData } from './pdf-data.ts'

/** One volume of a dossier, or a list, before it is worded. */
export interface Volume {
  readonly cover: DossierCover
  readonly pages: readonly PageModel[]
  readonly labels: LabelLanguage
  readonly exportedAt: string
  /** 1 of 1 unless the dossier is too large for one file. */
  readonly number: number
  readonly volumeCount: number
}

/** What the template of a dossier prints; texts are named by their place in `texts`. */
type DossierData = Readonly<Record<string, unknown>>

/** Words a dossier: cover, chronology by the date of the event, texts, index of notes by tag. */
export function dataFromDossier(volume: Volume, clean: (text: string) => string): DossierData {
  const { pages, labels } = volume
  const words = DOSSIER_WORDS[labels]
  const texts = pages.map((page, i) => ({ ...dataFromPage(page, 'end', clean), key: `${i}-` }))
  return {
    ...headOf(volume, clean),
    kicker:
      volume.volumeCount === 1
        ? words.dossier
        : `${words.dossier} · ${words.volume} ${volume.number} / ${volume.volumeCount}`,
    description: words.dossierDescription,
    cover: coverRows(volume),
    digestLabel: words.digest + WORDS[labels].colon,
    contentsTitle: words.contents,
    chronologyTitle: words.chronology,
    chronologyHead: words.chronologyHead,
    chronology: chronologyOf(pages, labels),
    texts,
    indexTitle: words.index,
    index: indexOf(texts),
  }
}

/** Words a list: for each text its title, its issuer and date, and its opening words. */
export function dataFromList(volume: Volume, clean: (text: string) => string): DossierData {
  const words = DOSSIER_WORDS[volume.labels]
  return {
    ...headOf(volume, clean),
    kicker: words.list,
    description: words.listDescription,
    countLine: `${words.texts}${WORDS[volume.labels].colon} ${volume.pages.length}`,
    rows: volume.pages.map((page) => {
      const data = dataFromPage({ ...page, paragraphs: page.paragraphs.slice(0, 1) }, 'none', clean)
      const opening =
        data.paragraphs[0]?.pieces
          .flat()
          .map(({ t }) => t)
          .join('') ?? ''
      return {
        lang: data.lang,
        dir: data.dir,
        title: data.title,
        facts: [data.issuer, data.dateline, ...data.facts]
          .filter((fact) => fact !== '')
          .join(' · '),
        opening: cutAtWord(opening.replaceAll(/\s+/gu, ' '), LONGEST_OPENING),
      }
    }),
  }
}

const LONGEST_OPENING = 280
const LONGEST_ENTRY = 140

/** At most so many characters, cut after a whole word and followed by an ellipsis. */
function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))
    .toWellFormed()
    .replace(/\u{fffd}$/u, '')}…`
}

/** What is under every digest of the dossier: its texts, in its order. */
const digestOfPages = (pages: readonly PageModel[]): string =>
  digestOf(pages.map(({ versionDigest }) => `${versionDigest}\n`).join(''))

function headOf(
  { cover, pages, labels, exportedAt }: Volume,
  clean: (text: string) => string,
): DossierData {
  const digest = digestOfPages(pages)
  return {
    lang: labels,
    title: clean(cover.title),
    subtitle: clean(cover.subtitle),
    marking: clean(cover.marking),
    digest,
    shortDigest: `SHA-256 ${digest.slice(0, 12)}`,
    exportLine: `${WORDS[labels].exportedAt} ${wordsFromInstant(exportedAt, labels)}`,
    now: exportedAt.split(/\D/u).slice(0, 6).map(Number),
  }
}

function coverRows({ pages, labels, exportedAt }: Volume): readonly object[] {
  const words = DOSSIER_WORDS[labels]
  const dates = pages.flatMap((page) => chronologyDate(page)?.value ?? []).toSorted()
  const [first, last] = [dates[0], dates.at(-1)]
  const notes = pages.reduce((sum, page) => sum + page.notes.length, 0)
  const rows = [
    [words.compiledOn, dayFromInstant(exportedAt, labels)],
    [words.texts, String(pages.length)],
    ...(first === undefined || last === undefined
      ? []
      : [[words.period, `${wordsFromDate(first, labels)} – ${wordsFromDate(last, labels)}`]]),
    ...(notes === 0 ? [] : [[words.notes, String(notes)]]),
  ]
  return rows.map(([label, value]) => ({ label: label + WORDS[labels].colon, value }))
}

/** A chronology follows the events; a text whose event is not known stands at its own date. */
const chronologyDate = (page: PageModel): PageModel['dates'][number] | null =>
  page.dates.find(({ role }) => role === 'event') ?? mainDate(page)

function chronologyOf(pages: readonly PageModel[], labels: LabelLanguage): readonly object[] {
  return pages
    .map((page, text) => ({ text, date: chronologyDate(page) }))
    .toSorted((a, b) => byCodeUnit(a.date?.value ?? '', b.date?.value ?? '') || a.text - b.text)
    .map(({ text, date }) => {
      const isSure =
        date === null || date.isConfirmed || (date.role === 'published' && date.isStated)
      const remark = isSure ? '' : ` (${WORDS[labels].toConfirm})`
      return { text, date: date === null ? '—' : wordsFromDate(date.value, labels) + remark }
    })
}

const byCodeUnit = (a: string, b: string): number => Number(a > b) - Number(a < b)

/** Tags in the order of their letters (code units, so that no runtime changes it). */
function indexOf(texts: readonly PageData[]): readonly object[] {
  const byTag = new Map<string, object[]>()
  for (const [text, { notes }] of texts.entries()) {
    for (const note of notes) {
      const words = cutAtWord(
        (note.text === '' ? note.quote : note.text).replaceAll(/\s+/gu, ' '),
        LONGEST_ENTRY,
      )
      const entry = { text, n: note.n, words, lang: note.lang, author: note.author }
      for (const tag of new Set(note.tags)) byTag.set(tag, [...(byTag.get(tag) ?? []), entry])
    }
  }
  return [...byTag]
    .toSorted(([a], [b]) => byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b))
    .map(([tag, notes]) => ({ tag, notes }))
}
