import type { ReadableArchive } from '../db/archive-handle.ts'
import { isSmallWord } from './small-words.ts'
import { widenForm } from './widen.ts'

/** A word of a passage and how much finding it again says; rarer words say more. */
export interface WeighedForm {
  readonly form: string
  readonly weight: number
  readonly versions: readonly number[]
}

/** Rarer words are read first, and more of them than this add nothing. */
const MOST_FORMS = 14
/** Among these, the longest: short words are in every text. */
const MOST_LOOKED_UP = 60
/** Words in more wordings than this choose nothing. */
const COMMON = 200_000

/**
 * The words of a passage that tell most where it may stand again, rarest first, with the wordings
 * they are in. `widened` takes every form of each word.
 */
export function weighForms(
  db: ReadableArchive,
  forms: readonly string[],
  {
    widened,
    total,
    most = MOST_FORMS,
  }: { readonly widened: boolean; readonly total: number; readonly most?: number },
): readonly WeighedForm[] {
  const distinct = [...new Set(forms)]
  const telling = distinct.filter((form) => !isSmallWord(form))
  const asked = (telling.length > 1 ? telling : distinct)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, MOST_LOOKED_UP)
  return asked
    .map((form) => {
      const versions = versionsWith(db, widened ? widenForm(db, form) : [form])
      return { form, versions, weight: weightOf(versions.length, total) }
    })
    .filter(({ versions }) => versions.length > 0)
    .toSorted((one, other) => one.versions.length - other.versions.length)
    .slice(0, most)
}

/** The wordings that hold at least `share` of the weight of the words, likeliest first. */
export function likelyVersions(
  weighed: readonly WeighedForm[],
  { share, limit }: { readonly share: number; readonly limit: number },
): readonly number[] {
  const votes = new Map<number, number>()
  let all = 0
  for (const { weight, versions } of weighed) {
    all += weight
    // A wording first met this late can no longer reach the share.
    for (const version of versions) votes.set(version, (votes.get(version) ?? 0) + weight)
  }
  return [...votes]
    .filter(([, vote]) => vote >= share * all)
    .toSorted(([one, votesOne], [other, votesOther]) => votesOther - votesOne || one - other)
    .slice(0, limit)
    .map(([version]) => version)
}

/** From 0.5 for a word that is everywhere to 1.5 for one that is in a single wording. */
export function weightOf(count: number, total: number): number {
  if (total < 2) return 1
  return 0.5 + Math.min(1, Math.max(0, Math.log(total / Math.max(1, count)) / Math.log(total)))
}

function versionsWith(db: ReadableArchive, forms: readonly string[]): readonly number[] {
  const found = db
    .prepare<{ rows: string | null }>(
      `SELECT group_concat(rowid) AS rows FROM
         (SELECT rowid FROM version_words WHERE version_words MATCH ? LIMIT ${COMMON})`,
    )
    .get(forms.map((form) => `"${form}"`).join(' OR '))
  return found?.rows?.split(',').map(Number) ?? []
}
