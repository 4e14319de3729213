import type { SimilarCommunique } from '../../../shared/model/discovery.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import { directionFromLanguage, languageSchema } from '../../../shared/model/language.ts'
import { foldForms } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { refreshColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { likelyVersions, weighForms } from './likely-versions.ts'
import type { WeighedForm } from './likely-versions.ts'
import { isSmallWord } from './small-words.ts'

/** Words of a text that may tell it apart: the most repeated, the longest first. */
const TELLING = 40
/** A text with less of them than this is about something else. */
const LEAST_SHARE = 0.3

/**
 * The communiqués likest to one, likest first, by the rare words of its newest wording that they
 * have too; itself left out. Fails with `not-found`.
 */
export function findSimilar(
  db: ReadableArchive,
  columns: Columns,
  { communiqueId, limit }: { readonly communiqueId: string; readonly limit: number },
): Outcome<SimilarCommunique[]> {
  refreshColumns(db, columns)
  const own = db
    .prepare<{ seq: number }>('SELECT seq FROM communique WHERE id = ?')
    .get(communiqueId)
  if (own === undefined) return fail({ kind: 'not-found', what: 'communique', id: communiqueId })
  const wording = db
    .prepare<{ title: string; text: string }>('SELECT title, text FROM version WHERE seq = ?')
    .get(columns.version[own.seq] ?? 0)
  const forms = tellingForms(`${wording?.title ?? ''}\n${wording?.text ?? ''}`)
  const all = weighForms(db, forms, { widened: false, total: columns.count, most: TELLING })
  const likely = likelyVersions(all, { share: LEAST_SHARE, limit: limit * 4 + 1 })
  const rows = likely.filter((version) => {
    const row = columns.communique[version] ?? 0
    return row > 0 && row !== own.seq
  })
  return succeed(
    rows.slice(0, limit).flatMap((version) => {
      const shared = all.filter(({ versions }) => versions.includes(version))
      const sharedWords = shared.map(({ form }) => form)
      return describe(db, version, {
        likeness: weightOfAll(shared) / weightOfAll(all),
        sharedWords,
      })
    }),
  )
}

const weightOfAll = (forms: readonly WeighedForm[]): number =>
  forms.reduce((sum, { weight }) => sum + weight, 0)

function tellingForms(text: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const form of foldForms(text)) {
    if (form.length > 3 && !isSmallWord(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([one, some], [other, more]) => more - some || other.length - one.length)
    .slice(0, TELLING)
    .map(([form]) => form)
}

type Described = Omit<SimilarCommunique, 'language' | 'direction' | 'likeness' | 'sharedWords'>

function describe(
  db: ReadableArchive,
  version: number,
  likeness: Pick<SimilarCommunique, 'likeness' | 'sharedWords'>,
): SimilarCommunique[] {
  const row = db
    .prepare<Described & { readonly named: string }>(
      `SELECT communique.id, version.title, authority.name AS issuerName,
         version.language AS named, communique.sorted_on AS sortedOn
       FROM version JOIN communique ON communique.seq = version.communique_seq
       LEFT JOIN authority ON authority.seq = communique.issuer_seq WHERE version.seq = ?`,
    )
    .get(version)
  if (row === undefined) return []
  const { named, ...described } = row
  const language = languageSchema.parse(named)
  return [{ ...described, language, direction: directionFromLanguage(language), ...likeness }]
}
