import type { Attestation, FormulaIssuer, FormulaTrace } from '../../../shared/model/formula.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { Passage } from '../../../shared/model/passage.ts'
import type { CalendarDate } from '../../../shared/model/stated-date.ts'
import { compareWordings } from '../../../shared/text/align-compare.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { describePassage } from './describe-passage.ts'
import { findWordings } from './find-wordings.ts'
import type { FoundWording } from './find-wordings.ts'
import { withSharedEnds } from './shared-ends.ts'
import { finish, finishWhileWanted } from './steps.ts'
import type { Steps } from './steps.ts'

/** How near a wording must be to the one it is found by. */
const LEAST_LIKENESS = 0.65
/** A formula drifts: what is found is asked about in its turn, so many times. */
const ROUNDS = 3
/** Different wordings asked about in one round. */
const MOST_ASKED = 12
const MOST_ATTESTATIONS = 500
const DAY = 86_400_000

/**
 * Follows a formula through every wording of the archive, in order of date: each attestation is
 * compared word by word with the one before. Words may be added, left out, replaced or inflected;
 * a later wording of one communiqué counts only where it changed the formula. Wordings that lie
 * further from the formula are found through those between.
 */
export function traceFormula(db: ReadableArchive, formula: string): FormulaTrace {
  return finish(traceInSteps(db, formula))
}

/** The same, letting other calls be heard; fails with `cancelled` once it is not wanted. */
export function traceWhileWanted(
  db: ReadableArchive,
  formula: string,
  signal: AbortSignal,
): Promise<Outcome<FormulaTrace>> {
  return finishWhileWanted(traceInSteps(db, formula), signal)
}

function* traceInSteps(db: ReadableArchive, formula: string): Steps<FormulaTrace> {
  const found = withSharedEnds(yield* findAll(db, formula))
  const placed = found
    .flatMap((one) => {
      const passage = describePassage(db, {
        version: one.version,
        field: 'text',
        start: one.words[one.first]?.start ?? 0,
        end: one.words[one.last]?.end ?? 0,
      })
      return passage === null ? [] : [{ passage, likeness: one.likeness, key: wordingKey(one) }]
    })
    .toSorted((one, other) => compareDates(one.passage, other.passage))
  const kept = withoutRepetitions(placed)
  const attestations = kept.map((one, index) => attestationFrom(one, kept[index - 1]))
  return { formula, attestations, issuers: issuersOf(attestations) }
}

interface Placed {
  readonly passage: Passage
  readonly likeness: number
  readonly key: string
}

function* findAll(db: ReadableArchive, formula: string): Steps<readonly FoundWording[]> {
  const found: FoundWording[] = []
  const asked = new Set<string>()
  let wordings: readonly string[] = [formula]
  for (let round = 0; round < ROUNDS && wordings.length > 0; round++) {
    const near: FoundWording[] = []
    for (const wording of wordings) near.push(...(yield* findWordings(db, wording, LEAST_LIKENESS)))
    const fresh = near.filter((one) => {
      const isNew = found.length < MOST_ATTESTATIONS && !found.some((known) => overlaps(known, one))
      if (isNew) found.push(one)
      return isNew
    })
    const unasked = fresh.filter((one) => {
      const key = wordingKey(one)
      return !asked.has(key) && asked.add(key)
    })
    wordings = unasked.slice(0, MOST_ASKED).map(writtenWords)
  }
  return found
}

function overlaps(known: FoundWording, { version, first, last }: FoundWording): boolean {
  return known.version === version && known.first <= last && known.last >= first
}

function writtenWords({ text, words, first, last }: FoundWording): string {
  return text.slice(words[first]?.start ?? 0, words[last]?.end ?? 0)
}

function wordingKey({ words, first, last }: FoundWording): string {
  return words
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(' ')
}

/** A corrected text that left the formula as it was says nothing new. */
function withoutRepetitions(placed: readonly Placed[]): readonly Placed[] {
  const seen = new Set<string>()
  return placed.filter(({ passage, key }) => {
    const said = `${passage.communiqueId} ${key}`
    const isFirst = !seen.has(said)
    if (isFirst) seen.add(said)
    return isFirst
  })
}

function attestationFrom(one: Placed, before: Placed | undefined): Attestation {
  const { passage, likeness, key } = one
  if (before === undefined) {
    return { passage, likeness, changes: [], isSameWording: false, daysSince: null }
  }
  return {
    passage,
    likeness,
    changes: [...compareWordings(before.passage.text, passage.text)],
    isSameWording: before.key === key,
    daysSince: daysBetween(before.passage.sortedOn, passage.sortedOn),
  }
}

function daysBetween(from: CalendarDate | null, to: CalendarDate | null): number | null {
  if (from?.length !== 10 || to?.length !== 10) return null
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

function compareDates(one: Passage, other: Passage): number {
  const [a, b] = [one.sortedOn ?? '9999', other.sortedOn ?? '9999']
  if (a !== b) return a < b ? -1 : 1
  return one.versionNumber - other.versionNumber || one.start - other.start
}

function issuersOf(attestations: readonly Attestation[]): FormulaIssuer[] {
  const byIssuer = Map.groupBy(attestations, ({ passage }) => passage.issuerName)
  return [...byIssuer]
    .map(([issuerName, said]) => ({
      issuerName,
      count: said.length,
      firstOn: said[0]?.passage.sortedOn ?? null,
      lastOn: said.at(-1)?.passage.sortedOn ?? null,
    }))
    .toSorted((one, other) => other.count - one.count)
}
