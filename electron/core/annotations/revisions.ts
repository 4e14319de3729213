import type { AnnotationRevision, HybridClock } from '../../../shared/model/annotation.ts'
import type { Digest } from '../../../shared/model/provenance.ts'

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export type DigestText = (text: string) => Digest

/** The content of a revision before it has an id; `parents` in any order. */
export type RevisionContent = Omit<AnnotationRevision, 'id'>

/** Gives a revision its id: the digest of its canonical JSON, parents sorted, `id` left out. */
export function revisionFromChange(
  content: RevisionContent,
  digestText: DigestText,
): AnnotationRevision {
  const sorted = { ...content, parents: content.parents.toSorted() }
  return { id: digestText(canonicalJson(sorted)), ...sorted }
}

/** The revision that takes back another: a new step, so that it can be taken back in turn. */
export function revisionFromUndo(
  undone: AnnotationRevision,
  content: Pick<RevisionContent, 'parents' | 'by' | 'device' | 'clock' | 'at'>,
  digestText: DigestText,
): AnnotationRevision {
  const { id: undoes, annotationId } = undone
  return revisionFromChange({ ...content, annotationId, change: {}, undoes }, digestText)
}

/** True when the id is that of the content: a revision changed by one character is not intact. */
export function isIntact({ id, ...content }: AnnotationRevision, digestText: DigestText): boolean {
  return digestText(canonicalJson(content)) === id
}

/**
 * The union of two sets of revisions, each once, in the order of `compareRevisions`. Merging is
 * commutative, associative and idempotent, for revisions never change; check `isIntact` before.
 */
export function mergeRevisions(
  known: readonly AnnotationRevision[],
  incoming: readonly AnnotationRevision[],
): readonly AnnotationRevision[] {
  const byId = new Map([...known, ...incoming].map((revision) => [revision.id, revision]))
  return [...byId.values()].toSorted(compareRevisions)
}

/** The ids no other revision follows: the parents of the next one. Sorted. */
export function headsOf(revisions: readonly AnnotationRevision[]): readonly Digest[] {
  const followed = new Set(revisions.flatMap((revision) => revision.parents))
  return revisions
    .map((revision) => revision.id)
    .filter((id) => !followed.has(id))
    .toSorted()
}

/** The clock of the next revision: `nowMs`, or just after `latest` when the machine runs behind. */
export function nextClock(latest: HybridClock | null, nowMs: number): HybridClock {
  if (latest === null || nowMs > latest.ms) return { ms: nowMs, counter: 0 }
  return { ms: latest.ms, counter: latest.counter + 1 }
}

/** One total order on every machine: clock, then author, then id. */
export function compareRevisions(a: AnnotationRevision, b: AnnotationRevision): number {
  return (
    a.clock.ms - b.clock.ms ||
    a.clock.counter - b.clock.counter ||
    compareCodeUnits(a.by, b.by) ||
    compareCodeUnits(a.id, b.id)
  )
}

/** JSON with sorted keys and no spaces (RFC 8785 for our values); absent and undefined are one. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => compareCodeUnits(a, b)))
      : item,
  )
}

const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
