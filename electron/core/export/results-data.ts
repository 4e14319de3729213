import type { Facets, Filter, Hit, Span } from '../../../shared/model/search.ts'
import { headOfVolume } from './dossier-data.ts'
import type { ListData, ListPiece } from './list-data.ts'
import type { LabelLanguage, PageModel } from './page-model.ts'
import { WORDS } from './page-words.ts'
import { dataFromPage } from './pdf-data.ts'
import { SHEET_WORDS } from './sheet-words.ts'
import { cutAtWord } from './volume-index.ts'

/** A communiqué that answers, with its page; the hit holds only what may be shown. */
export interface ResultText {
  readonly hit: Hit
  readonly page: PageModel
  /** Of its text, in UTF-16 code units. */
  readonly length: number
}

/** The answer to a search before it is worded. */
export interface Results {
  readonly query: string
  readonly filter: Filter
  /** The query that is answered instead, where nothing answers the one that was asked. */
  readonly corrected: string | null
  /** Of the whole answer, for the names of what it was narrowed to. */
  readonly facets: Facets
  /** The names of the saved searches that it was narrowed to. */
  readonly searches: readonly string[]
  readonly texts: readonly ResultText[]
  /** True where the archive holds more answers than are shown. */
  readonly isCut: boolean
  readonly labels: LabelLanguage
  readonly exportedAt: string
}

const LONGEST_OPENING = 280

/** Words the answer to a search: the query, what narrowed it, each text with its passages. */
export function dataFromResults(results: Results, clean: (text: string) => string): ListData {
  const { corrected, texts, isCut, labels, exportedAt } = results
  const words = SHEET_WORDS[labels]
  const query = corrected ?? results.query
  const parts = texts.map(({ page }) => ({ kind: 'text' as const, page, people: [] }))
  const title = query.trim() === '' ? words.results : query
  return {
    ...headOfVolume({ cover: { title, subtitle: '' }, parts, labels, exportedAt }, clean),
    kicker: words.results,
    description: words.resultsDescription,
    countLine: `${words.shown}${WORDS[labels].colon} ${texts.length}${isCut ? ` (${words.cut})` : ''}`,
    facts: [
      ...(corrected === null ? [] : [words.corrected(results.query, corrected)]),
      ...filterInWords(results),
    ].map((fact) => clean(fact)),
    rows: texts.map((text) => rowOf(text, labels, clean)),
  }
}

function filterInWords({ filter, facets, searches, labels }: Results): readonly string[] {
  const words = SHEET_WORDS[labels]
  const named = (field: 'issuers' | 'people' | 'places'): readonly string[] =>
    (filter[field] ?? []).map(
      (value) => facets[field].find((facet) => facet.value === value)?.label ?? value,
    )
  const inDossiers = facets.dossiers.filter(({ value }) => filter.dossiers?.includes(value))
  const languages = filter.languages.map((language) => words.languages[language])
  const fields = [
    [words.years, filter.years],
    [words.periods, (filter.periods ?? []).map((period) => period.replace('/', '–'))],
    [words.issuers, named('issuers')],
    [words.language, languages],
    [words.places, named('places')],
    [words.people, named('people')],
    [words.kinds, (filter.kinds ?? []).map((kind) => WORDS[labels].kickers[kind])],
    [words.tags, filter.tags ?? []],
    [words.dossiers, inDossiers.map(({ label }) => label)],
    [words.searches, searches],
  ] as const
  const told = fields.flatMap(([label, values]) =>
    values.length === 0 ? [] : [`${label}${WORDS[labels].colon} ${values.join(', ')}`],
  )
  return (filter.review ?? []).length === 0 ? told : [...told, words.toReview]
}

function rowOf(
  { hit, page, length }: ResultText,
  labels: LabelLanguage,
  clean: (text: string) => string,
): ListData['rows'][number] {
  const data = dataFromPage({ ...page, paragraphs: page.paragraphs.slice(0, 1) }, 'none', clean)
  const opening = data.paragraphs[0]?.pieces.flat().map(({ t }) => t) ?? []
  const shown = hit.snippets
    .filter(({ field }) => field !== 'title')
    .map(({ field, text, start, matches }) => ({
      label: field === 'note' ? SHEET_WORDS[labels].note + WORDS[labels].colon : '',
      dir: field === 'note' ? sideOf(text) : hit.direction,
      pieces: [
        ...(start > 0 ? [ELLIPSIS] : []),
        ...piecesOf(text, start, matches, clean),
        ...(field === 'text' && start + text.length < length ? [ELLIPSIS] : []),
      ],
    }))
  const cut = cutAtWord(opening.join('').replaceAll(/\s+/gu, ' '), LONGEST_OPENING)
  return {
    lang: data.lang,
    dir: data.dir,
    title: piecesOf(hit.title, 0, hit.titleMatches, clean),
    facts: [data.issuer, data.dateline, ...data.facts].filter((fact) => fact !== '').join(' · '),
    passages:
      shown.length > 0 ? shown : [{ label: '', dir: data.dir, pieces: [{ t: cut, isHit: false }] }],
  }
}

const ELLIPSIS: ListPiece = { t: '…', isHit: false }

const sideOf = (words: string): 'ltr' | 'rtl' =>
  /^\P{L}*\p{Script=Arabic}/u.test(words) ? 'rtl' : 'ltr'

/** A passage cut where what was found begins and ends; in joined Arabic, at the edges of words. */
function piecesOf(
  text: string,
  start: number,
  matches: readonly Span[],
  clean: (text: string) => string,
): readonly ListPiece[] {
  const pieces: ListPiece[] = []
  let from = 0
  const add = (to: number, isHit: boolean): void => {
    const t = clean(
      text.slice(from, to).replaceAll(/\s+/gu, (gap) => (gap === '\u{a0}' ? gap : ' ')),
    )
    if (t !== '') pieces.push({ t, isHit })
    from = to
  }
  for (const match of matches) {
    let [one, two] = [Math.max(match.start - start, from), match.end - start]
    if (two <= from || one >= text.length) continue
    while (one > from && isJoined(text, one)) one -= 1
    while (two < text.length && isJoined(text, two)) two += 1
    add(one, false)
    add(Math.min(two, text.length), true)
  }
  add(text.length, false)
  return pieces
}

const JOINED = /^[\p{Script=Arabic}\p{M}\u{640}]{2}$/u
const isJoined = (text: string, at: number): boolean => {
  const pair = text.slice(at - 1, at + 1)
  return JOINED.test(pair) && !/\p{P}/u.test(pair)
}
