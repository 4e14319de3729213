import type { Completion } from '../../../shared/model/discovery.ts'
import { analyse, foldForms } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { editDistance } from './edit-distance.ts'
import { parseQuery } from './parse-query.ts'
import { wantedWords } from './query.ts'
import { LAST_LETTER, formsBeginning } from './widen.ts'

/** Fewer letters than this begin too many words to be of any help. */
const LEAST_START = 3
/** Texts read for the spelling of a form. */
const SPELLING_TEXTS = 3
const MAX_CANDIDATES = 20
/** What one more wrong letter costs against the frequency of a word, in powers of e. */
const DISTANCE_COST = 3

/** The commonest words that begin as given, at most `limit`; none for less than three letters. */
export function completeWord(
  db: ReadableArchive,
  start: string,
  limit: number,
): readonly Completion[] {
  const prefix = foldForms(start).at(-1) ?? ''
  if (prefix.length < LEAST_START) return []
  return commonestBeginning(db, prefix, limit).map(({ form, count }) => ({
    kind: 'word',
    text: spellingOf(db, form),
    count,
  }))
}

/**
 * The query with each word the archive does not know replaced by the likeliest word it does, one
 * or two letters away and beginning with the same letter, or with the first two swapped; null when
 * nothing is to be replaced, or nothing can be. The last word may still be typed: it is replaced by
 * the commonest word that begins with it, unless a word misspelt so is far commoner.
 */
export function suggestSpelling(db: ReadableArchive, query: string): string | null {
  const parsed = parseQuery(query)
  if (!parsed.ok) return null
  let suggested = query
  // From the last word to the first, so that offsets stay right.
  for (const node of wantedWords(parsed.value).toReversed()) {
    if (node.kind !== 'words' || node.prefix) continue
    const written = query.slice(node.start, node.end)
    for (const { form, start, end } of analyse(written).toReversed()) {
      const mayBeTyped = node.start + end === query.length
      const likeliest = likeliestForm(db, form, mayBeTyped)
      if (likeliest === null) continue
      suggested =
        suggested.slice(0, node.start + start) +
        spellingOf(db, likeliest) +
        suggested.slice(node.start + end)
    }
  }
  return suggested === query ? null : suggested
}

/** A form of the archive, and how many texts it is in. */
interface CountedForm {
  readonly form: string
  readonly count: number
}

function likeliestForm(db: ReadableArchive, form: string, mayBeTyped: boolean): string | null {
  const limit = allowedDistance(form)
  if (limit === 0 || isKnown(db, form)) return null
  const [begun] = mayBeTyped ? commonestBeginning(db, form, 1) : []
  // Comparing letters costs far more: it is spared where no misspelling can be worth as much.
  if (begun && worth(begun, 0) >= worth({ count: countTexts(db) }, 1)) return begun.form
  const candidates = formsNear(db, form, limit)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, MAX_CANDIDATES)
    .map(({ candidate, distance }) => ({
      form: candidate,
      worth: worth({ count: countOf(db, candidate) }, distance),
    }))
  if (begun) candidates.push({ form: begun.form, worth: worth(begun, 0) })
  return candidates.toSorted((one, other) => other.worth - one.worth)[0]?.form ?? null
}

/** The forms at most `limit` wrong letters away, whose first letter is right or swapped. */
function formsNear(
  db: ReadableArchive,
  form: string,
  limit: number,
): readonly { readonly candidate: string; readonly distance: number }[] {
  const near: { readonly candidate: string; readonly distance: number }[] = []
  for (const initial of new Set([form[0] ?? '', form[1] ?? ''])) {
    for (const candidate of formsBeginning(db, initial)) {
      const distance = editDistance(form, candidate, limit)
      if (distance <= limit) near.push({ candidate, distance })
    }
  }
  return near
}

/** How likely a form is meant that is in `count` texts and `distance` wrong letters away. */
function worth({ count }: Pick<CountedForm, 'count'>, distance: number): number {
  return Math.log(1 + count) - DISTANCE_COST * distance
}

/** The commonest forms that begin with the given folded letters, at most `limit`. */
function commonestBeginning(
  db: ReadableArchive,
  prefix: string,
  limit: number,
): readonly CountedForm[] {
  return db
    .prepare<CountedForm>(
      `SELECT term AS form, doc AS count FROM version_vocabulary
       WHERE term >= ? AND term < ? ORDER BY doc DESC, term LIMIT ?`,
    )
    .all(prefix, prefix + LAST_LETTER, limit)
}

/** Never fewer texts than the archive has. */
function countTexts(db: ReadableArchive): number {
  return (
    db.prepare<{ last: number | null }>('SELECT max(seq) AS last FROM version').get()?.last ?? 0
  )
}

function allowedDistance(form: string): number {
  if (form.length < 4 || /^\d/u.test(form)) return 0
  return form.length < 6 ? 1 : 2
}

function isKnown(db: ReadableArchive, form: string): boolean {
  return db.prepare('SELECT 1 FROM term WHERE form = ?').get(form) !== undefined
}

function countOf(db: ReadableArchive, form: string): number {
  const found = db
    .prepare<{ count: number }>('SELECT doc AS count FROM version_vocabulary WHERE term = ?')
    .get(form)
  return found?.count ?? 0
}

/** How the archive writes a form: with its accents, and without the capital of a sentence. */
function spellingOf(db: ReadableArchive, form: string): string {
  const texts = db
    .prepare<{ title: string; text: string }>(
      `SELECT title, text FROM version
       WHERE seq IN (SELECT rowid FROM version_words WHERE version_words MATCH ? LIMIT ?)`,
    )
    .all(`"${form}"`, SPELLING_TEXTS)
  const spellings = texts.flatMap(({ title, text }) =>
    [text, title].flatMap((original) =>
      analyse(original)
        .filter((word) => word.form === form)
        .map(({ start, end }) => original.slice(start, end)),
    ),
  )
  return spellings.find((word) => word === word.toLowerCase()) ?? spellings[0] ?? form
}
