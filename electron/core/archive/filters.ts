import type { Filter, Period } from '../../../shared/model/search.ts'

/** A filter as SQL parameters: each list as JSON, null when it narrows nothing. */
export interface FilterParameters {
  readonly years: string | null
  readonly issuers: string | null
  readonly languages: string | null
  readonly within: string | null
  readonly earliest: string | null
  readonly latest: string | null
  readonly periods: string | null
  readonly addedAfter: number | null
}

/** Leaves merged communiqués out, and narrows `communique` by `$years`, `$issuers` (authority ids), `$languages`, `$within` (rows), `$periods` (first and last date; one alone by `$earliest` and `$latest`) and `$addedAfter` (a row of versions). */
export const FILTER_SQL = `
  communique.merged_into IS NULL
  AND ($years IS NULL OR substr(coalesce(communique.sorted_on, ''), 1, 4)
    IN (SELECT value FROM json_each($years)))
  AND ($issuers IS NULL OR communique.issuer_seq
    IN (SELECT seq FROM authority WHERE id IN (SELECT value FROM json_each($issuers))))
  AND ($languages IS NULL OR communique.language IN (SELECT value FROM json_each($languages)))
  AND ($within IS NULL OR communique.seq IN (SELECT value FROM json_each($within)))
  AND ($earliest IS NULL OR communique.sorted_on BETWEEN $earliest AND $latest)
  AND ($periods IS NULL OR EXISTS (SELECT 1 FROM json_each($periods)
    WHERE communique.sorted_on BETWEEN value ->> 0 AND value ->> 1))
  AND ($addedAfter IS NULL OR communique.seq
    IN (SELECT communique_seq FROM version WHERE seq > $addedAfter))`

/** The parameters of `FILTER_SQL`. */
export function parametersFromFilter(
  filter: Filter,
  within: readonly number[] | null,
): FilterParameters {
  const periods = (filter.periods ?? []).map(datesOf)
  const [only] = periods.length === 1 ? periods : []
  return {
    years: jsonOrNull(filter.years),
    issuers: jsonOrNull(filter.issuers),
    languages: jsonOrNull(filter.languages),
    within: within === null ? null : JSON.stringify(within),
    // Row by row, one pair of bounds costs a tenth of a list of them.
    earliest: only?.[0] ?? null,
    latest: only?.[1] ?? null,
    periods: only ? null : jsonOrNull(periods),
    addedAfter: filter.addedAfter?.[0] ?? null,
  }
}

/** The last bound reaches past every date that begins with it, whatever its precision. */
function datesOf(period: Period): readonly [string, string] {
  const [from = '', to = ''] = period.split('/')
  return [from, `${to}-99`]
}

function jsonOrNull(values: readonly unknown[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values)
}
