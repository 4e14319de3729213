import type { Passage } from '../../../shared/model/passage.ts'
import type { QuotationCheck, TypographicDifference } from '../../../shared/model/quotation.ts'
import { compareWordings } from '../../../shared/text/align-compare.ts'
import { analyse } from '../../../shared/text/analyse.ts'
import type { Word } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { describePassage } from './describe-passage.ts'
import type { Standing } from './describe-passage.ts'
import { findExact } from './exact.ts'
import { fitPassage } from './fit-passage.ts'
import { likelyVersions, weighForms } from './likely-versions.ts'
import { compareTypography } from './typography.ts'

/** As many places as an officer would read. */
const MOST_PLACES = 50
/** Wordings read for the very letters, and for the nearest words. */
const MOST_READ = 20_000
const MOST_NEAR = 80
/** Forms of the phrase that chooses what is read. */
const PHRASE = 12
/** A passage that lacks more of the words than this is another passage. */
const MOST_CHANGED = 0.4
const FEW_CHANGED = 3
const EDGES = /^[\s"'(«»“”„‘’‹›]+|[\s"')«»“”„‘’‹›.,;:!?…،؛؟]+$/gu

/**
 * Tells whether a quotation stands in any wording of the archive: to the letter (then it says
 * where, earliest date first), in another typography only, altered (then it compares the nearest
 * passage word by word), or not at all. Never `verbatim` unless a title or text has these very
 * characters (NFC) between word boundaries; quotation marks around the whole are not part of it.
 */
export function verifyQuotation(db: ReadableArchive, quotation: string): QuotationCheck {
  const quoted = quotation.normalize('NFC').trim()
  const words = analyse(quoted)
  const absent = { ...NOTHING, quotation: quoted }
  if (words.length === 0) return absent
  const wordings = wordingsWithPhrase(db, words)
  for (const wanted of new Set([quoted, withoutMarks(quoted)])) {
    const places = describeAll(
      db,
      wordings.flatMap((one) => findLetters(one, wanted)),
    )
    if (places.length > 0) {
      const sorted = places.toSorted(byDate)
      return {
        ...absent,
        verdict: 'verbatim',
        total: places.length,
        places: sorted.slice(0, MOST_PLACES),
      }
    }
  }
  return typesetOtherwise(db, wordings, { quoted, words }) ?? nearest(db, { quoted, words })
}

const NOTHING: Omit<QuotationCheck, 'quotation'> = {
  verdict: 'absent',
  total: 0,
  places: [],
  typography: [],
  changes: [],
}

interface Quoted {
  readonly quoted: string
  readonly words: readonly Word[]
}

interface WordingRow {
  readonly version: number
  readonly title: string
  readonly text: string
}

/** Quotation marks that open and close the whole, and nothing else. */
function withoutMarks(quoted: string): string {
  return (
    /^(?:«\s*([^«»]*?)\s*»|“([^“”]*)”|"([^"]*)")$/u.exec(quoted)?.slice(1).find(Boolean) ?? quoted
  )
}

/** A phrase of at most twelve words, from the middle, where a quotation is least often cut. */
function wordingsWithPhrase(db: ReadableArchive, words: readonly Word[]): readonly WordingRow[] {
  const from = Math.max(0, Math.floor((words.length - PHRASE) / 2))
  const phrase = words.slice(from, from + PHRASE).map(({ form }) => form)
  return db
    .prepare<WordingRow>(
      `SELECT seq AS version, title, text FROM version
       WHERE seq IN (SELECT rowid FROM version_words WHERE version_words MATCH ? LIMIT ${MOST_READ})`,
    )
    .all(`"${phrase.join(' ')}"`)
}

function findLetters({ version, title, text }: WordingRow, wanted: string): readonly Standing[] {
  const fields = [
    ['title', title],
    ['text', text],
  ] as const
  return fields.flatMap(([field, original]) => {
    const found: Standing[] = []
    for (
      let at = findExact(original, wanted, 0);
      at >= 0;
      at = findExact(original, wanted, at + 1)
    ) {
      found.push({ version, field, start: at, end: at + wanted.length })
    }
    return found
  })
}

function typesetOtherwise(
  db: ReadableArchive,
  wordings: readonly WordingRow[],
  { quoted, words }: Quoted,
): QuotationCheck | null {
  const [first, last] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
  const bare = quoted.slice(first, last)
  const edges = edgesOf(quoted)
  const found: {
    readonly standing: Standing
    readonly typography: readonly TypographicDifference[]
  }[] = []
  for (const wording of wordings) {
    for (const standing of findForms(wording, words)) {
      const original = standing.field === 'title' ? wording.title : wording.text
      const typography = compareTypography(original.slice(standing.start, standing.end), bare)
      if (typography !== null) found.push({ standing, typography: [...typography, ...edges] })
    }
    if (found.length >= MOST_PLACES) break
  }
  const best = found.toSorted((one, other) => one.typography.length - other.typography.length)
  const places = describeAll(
    db,
    best.map(({ standing }) => standing),
  )
  const [nearestOne] = best
  if (nearestOne === undefined) return null
  return {
    ...NOTHING,
    quotation: quoted,
    verdict: 'typographic',
    total: places.length,
    places,
    typography: [...nearestOne.typography],
  }
}

/** Signs at the ends of a quotation belong to the sentence it is set in. */
function edgesOf(quoted: string): readonly TypographicDifference[] {
  return Array.from(quoted.matchAll(EDGES), ([signs]) => signs.trim())
    .filter((signs) => signs !== '')
    .map((signs) => ({ kinds: ['edge-punctuation'], archive: '', quoted: signs }))
}

function findForms(
  { version, title, text }: WordingRow,
  words: readonly Word[],
): readonly Standing[] {
  const fields = [
    ['title', title],
    ['text', text],
  ] as const
  return fields.flatMap(([field, original]) => {
    const own = analyse(original)
    const found: Standing[] = []
    for (let at = 0; at + words.length <= own.length; at++) {
      if (!words.every(({ form }, index) => own[at + index]?.form === form)) continue
      const end = own[at + words.length - 1]?.end ?? 0
      found.push({ version, field, start: own[at]?.start ?? 0, end })
    }
    return found
  })
}

/** The passage with the fewest words changed, compared with the quotation. */
function nearest(db: ReadableArchive, { quoted, words }: Quoted): QuotationCheck {
  const standing = nearestStanding(
    db,
    words.map(({ form }) => form),
  )
  const place = standing && describePassage(db, standing)
  if (place === null) return { ...NOTHING, quotation: quoted }
  const bare = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? quoted.length }
  return {
    ...NOTHING,
    quotation: quoted,
    verdict: 'altered',
    total: 1,
    places: [place],
    changes: comparedWith(place.text, quoted, bare),
  }
}

function nearestStanding(db: ReadableArchive, forms: readonly string[]): Standing | null {
  const counted = db.prepare<{ total: number }>('SELECT count(*) AS total FROM version').get()
  const weighed = weighForms(db, forms, { widened: false, total: counted?.total ?? 0 })
  const wording = db.prepare<WordingRow>(
    'SELECT seq AS version, title, text FROM version WHERE seq = ?',
  )
  let most = Math.max(MOST_CHANGED * forms.length, Math.min(FEW_CHANGED, forms.length / 2))
  let best: Standing | null = null
  for (const version of likelyVersions(weighed, { share: 0.3, limit: MOST_NEAR })) {
    const { title = '', text = '' } = wording.get(version) ?? {}
    for (const [field, original] of [
      ['text', text],
      ['title', title],
    ] as const) {
      const fit = nearestIn(original, forms, most)
      if (fit === null || (best !== null && fit.cost >= most)) continue
      best = { version, field, start: fit.start, end: fit.end }
      most = fit.cost
    }
  }
  return best
}

function nearestIn(
  original: string,
  forms: readonly string[],
  most: number,
): { readonly start: number; readonly end: number; readonly cost: number } | null {
  const own = analyse(original)
  const ids = new Map<string, number>()
  const idOf = (form: string): number => {
    const id = ids.get(form) ?? ids.size
    ids.set(form, id)
    return id
  }
  const passage = Int32Array.from(forms, idOf)
  const text = Int32Array.from(own, ({ form }) => idOf(form))
  const [fit] = fitPassage(passage, text, { leave: () => 1, replace: 0, insert: 1 }, most)
  if (fit === undefined) return null
  return { start: own[fit.first]?.start ?? 0, end: own[fit.last]?.end ?? 0, cost: fit.cost }
}

/** Spans of the quotation count from its beginning, its outer signs included. */
function comparedWith(
  archive: string,
  quoted: string,
  bare: { readonly start: number; readonly end: number },
): QuotationCheck['changes'] {
  return compareWordings(archive, quoted.slice(bare.start, bare.end)).map((run) => ({
    ...run,
    fresh: run.fresh && {
      start: run.fresh.start + bare.start,
      end: run.fresh.end + bare.start,
    },
  }))
}

function describeAll(db: ReadableArchive, standings: readonly Standing[]): Passage[] {
  return standings.map((one) => describePassage(db, one)).filter((place) => place !== null)
}

function byDate(one: Passage, other: Passage): number {
  const [a, b] = [one.sortedOn ?? '9999', other.sortedOn ?? '9999']
  if (a === b) return one.start - other.start
  return a < b ? -1 : 1
}
