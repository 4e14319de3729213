import type { Filter } from '../../../shared/model/search.ts'

/** A filter as SQL parameters: each list as JSON, null when it narrows nothing. */
export interface FilterParameters {
  readonly years: string | null
  readonly issuers: string | null
  readonly languages: string | null
  readonly within: string | null
}

/** Leaves merged communiqués out, and narrows `communique` by `$years`, `$issuers` (authority ids), `$languages` and `$within` (rows). */
export const FILTER_SQL = `
  communique.merged_into IS NULL
  AND ($years IS NULL OR substr(coalesce(communique.sorted_on, ''), 1, 4)
    IN (SELECT value FROM json_each($years)))
  AND ($issuers IS NULL OR communique.issuer_seq
    IN (SELECT seq FROM authority WHERE id IN (SELECT value FROM json_each($issuers))))
  AND ($languages IS NULL OR communique.language IN (SELECT value FROM json_each($languages)))
  AND ($within IS NULL OR communique.seq IN (SELECT value FROM json_each($within)))`

/** The parameters of `FILTER_SQL`. */
export function parametersFromFilter(
  filter: Filter,
  within: readonly number[] | null,
): FilterParameters {
  return {
    years: jsonOrNull(filter.years),
    issuers: jsonOrNull(filter.issuers),
    languages: jsonOrNull(filter.languages),
    within: within === null ? null : JSON.stringify(within),
  }
}

function jsonOrNull(values: readonly string[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values)
}
