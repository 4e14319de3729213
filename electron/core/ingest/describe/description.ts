import type { Communique } from '../../../../shared/model/communique.ts'
import type { Evidence } from '../../../../shared/model/provenance.ts'
import type { CalendarDate, StatedDate } from '../../../../shared/model/stated-date.ts'
import type { DateDoubt } from './dates/found-date.ts'
import type { Candidate } from './sources.ts'

/** A date without the identity the archive gives it. */
export type DescribedDate = Omit<StatedDate, 'id'>

/** One reading of the day of publication. `value` is null where the words name no certain day. */
export type Publication = {
  readonly value: CalendarDate | null
  readonly rule: string
  readonly evidence: Evidence
  readonly doubt: DateDoubt | null
}

/** Something the officer should look at before trusting the description. */
export type DescriptionWarning = {
  readonly kind:
    | 'publication-dates-disagree'
    | 'date-impossible'
    | 'date-ambiguous'
    | 'year-two-digits'
    | 'weekday-disagrees'
    | 'digits-glued'
  readonly evidence: Evidence
}

/** A person named in the text with the role printed beside the name, or null. */
export type DescribedPerson = {
  readonly name: string
  readonly role: string | null
  readonly rule: string
  readonly evidence: Evidence
}

/** A country named in the text, ISO 3166-1 alpha-2. */
export type DescribedCountry = {
  readonly code: string
  readonly rule: string
  readonly evidence: Evidence
}

/**
 * The description proposed for a text. What the source states is confirmed, what a rule deduces
 * is not. Dates come in this order: header, published, event, signed. `places` holds the
 * dateline's place first, then the event's.
 */
export type Description = {
  readonly kind: Communique['kind']
  readonly referenceCode: Candidate | null
  readonly dates: readonly DescribedDate[]
  /** The first of the issuers. */
  readonly issuer: Candidate | null
  /** Every body that speaks, the first named first: a joint text has several. */
  readonly issuers: readonly Candidate[]
  readonly publisher: Candidate | null
  readonly places: readonly Candidate[]
  readonly persons: readonly DescribedPerson[]
  readonly countries: readonly DescribedCountry[]
  readonly instruments: readonly Candidate[]
  readonly warnings: readonly DescriptionWarning[]
}
