import { arabicCounterparts } from '../../../shared/text/arabic-plurals.ts'
import { nameSpellings } from '../../../shared/text/name-spellings.ts'
import {
  arabicPrefixes,
  stemArabic,
  withoutArabicSuffix,
  withoutProclitic,
} from '../../../shared/text/stem-arabic.ts'
import { stemEnglish } from '../../../shared/text/stem-english.ts'
import { stemFrench } from '../../../shared/text/stem-french.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'

const ARABIC = /\p{Script=Arabic}/u
/** No stem is a single letter, but of that letter. */
const LATIN = /^[a-z]{2,}$/u
/** How many times commoner a word must be than itself with a letter before it. */
const COMMONER = 3
/** What SQLite takes for no limit. */
const UNLIMITED = -1
/** Above every letter: forms that begin alike stand before their beginning followed by it. */
export const LAST_LETTER = '\u{10FFFF}'

/**
 * The forms of the archive that belong to the same word as the given folded form: French and
 * English inflections (the language of a query is not known) and other spellings of a name from
 * another alphabet; Arabic with and without article, ending and one-letter words written onto it,
 * in the singular and the plural. The form itself always comes first.
 */
export function widenForm(db: ReadableArchive, form: string): readonly string[] {
  const family = new Set([form])
  if (ARABIC.test(form)) addArabic(db, form, family)
  else if (LATIN.test(form)) addLatin(db, form, family)
  return [...family]
}

/** The forms of the archive that begin with the given folded letters, in order. */
export function formsBeginning(
  db: ReadableArchive,
  letters: string,
  limit = UNLIMITED,
): readonly string[] {
  // One string from SQLite is far cheaper than one row for each form.
  const found = db
    .prepare<{ forms: string | null }>(
      `SELECT group_concat(form, ' ') AS forms FROM
         (SELECT form FROM term WHERE form >= ? AND form < ? ORDER BY form LIMIT ?)`,
    )
    .get(letters, letters + LAST_LETTER, limit)
  return found?.forms?.split(' ') ?? []
}

function addLatin(db: ReadableArchive, form: string, family: Set<string>): void {
  const { french, english } = stemsOf(form)
  for (const start of new Set([commonStart(french), commonStart(english)])) {
    for (const candidate of formsBeginning(db, start)) {
      const stems = stemsOf(candidate)
      if (stems.french === french || stems.english === english) family.add(candidate)
    }
  }
  for (const spelling of knownForms(db, nameSpellings(form))) family.add(spelling)
}

interface Stems {
  readonly french: string
  readonly english: string
}

/** Some 5 MB of words: as a word is typed, those that begin like it are stemmed with every letter. */
const STEMS_KEPT = 40_000
const keptStems = new Map<string, Stems>()

function stemsOf(form: string): Stems {
  const known = keptStems.get(form)
  if (known !== undefined) return known
  const stems = { french: stemFrench(form), english: stemEnglish(form) }
  if (keptStems.size === STEMS_KEPT) keptStems.clear()
  keptStems.set(form, stems)
  return stems
}

/** Those of the given forms that the archive has. */
function knownForms(db: ReadableArchive, forms: readonly string[]): readonly string[] {
  if (forms.length === 0) return []
  return db
    .prepare<{ form: string }>(
      'SELECT form FROM term WHERE form IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(forms))
    .map(({ form }) => form)
}

/** A word and its stem begin alike but for the stem's last letters, which endings may change. */
function commonStart(stem: string): string {
  return stem.slice(0, Math.max(2, stem.length - 3))
}

function addArabic(db: ReadableArchive, form: string, family: Set<string>): void {
  const stem = stemArabic(form)
  const bare = withoutProclitic(form)
  const stems = new Set([stem, ...arabicCounterparts(stem)])
  if (bare !== null && isWrittenOnto(db, form, bare)) stems.add(stemArabic(bare))
  for (const each of stems) addArabicStem(db, each, family)
}

function addArabicStem(db: ReadableArchive, stem: string, family: Set<string>): void {
  for (const prefix of arabicPrefixes(stem)) {
    for (const candidate of formsBeginning(db, prefix + stem, 1000)) {
      if (withoutArabicSuffix(candidate.slice(prefix.length)) === stem) family.add(candidate)
    }
  }
}

/** The first letter of بوزارة is a word of its own, for وزارة is far commoner; that of وزارة is not. */
function isWrittenOnto(db: ReadableArchive, form: string, bare: string): boolean {
  const spread = db.prepare<{ count: number }>(
    'SELECT doc AS count FROM version_vocabulary WHERE term = ?',
  )
  const [whole = 0, rest = 0] = [form, bare].map((each) => spread.get(each)?.count)
  return rest > COMMONER * whole
}
