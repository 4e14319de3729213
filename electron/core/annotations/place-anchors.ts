import type { AnchorStatus, AnnotationTarget } from '../../../shared/model/annotation.ts'
import { alignTexts, type Alignment } from '../../../shared/text/align.ts'
import { selectorFromSpan, type Span } from '../../../shared/text/anchor.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { AnnotationProjection } from './fold-revisions.ts'
import { findHeldText, listHeldTexts, readText, type HeldText } from './held-texts.ts'
import { reanchor } from './reanchor/reanchor.ts'

/** Alignments made so far in one transaction: many annotations share a pair of wordings. */
export type AlignmentMemory = Map<string, Alignment>

const ALIGNMENTS_KEPT = 8

/** A passage of a held wording that somebody, not an algorithm, chose for an annotation. */
export interface ChosenPlace {
  readonly text: HeldText
  readonly target: AnnotationTarget
}

/**
 * Where the annotation stands: the place its revisions agree on, else the latest other one. Only
 * wordings that are held count, and of them those of one communiqué, the one it was made on. Null
 * when there is none.
 */
export function findChosenPlace(
  db: ReadableArchive,
  { target: agreed, places }: AnnotationProjection,
): ChosenPlace | null {
  const held = [...places, agreed].flatMap((target) => {
    const text = findHeldText(db, target)
    return text ? [{ text, target }] : []
  })
  const home = held[0]?.text.communiqueSeq
  return held.findLast(({ text }) => text.communiqueSeq === home) ?? null
}

/**
 * Writes where an annotation stands in every wording of its communiqué: where somebody placed it,
 * up to the chosen place, and in all others where the wording before carries it. The same revisions
 * and wordings always give the same anchors.
 */
export function placeAnchors(
  db: WritableArchive,
  annotationSeq: number,
  projection: AnnotationProjection,
  memory: AlignmentMemory,
): void {
  const chosen = findChosenPlace(db, projection)
  db.prepare('DELETE FROM anchor WHERE annotation_seq = $annotationSeq').run({ annotationSeq })
  if (chosen === null) return
  const { number, communiqueSeq, versionSeq } = chosen.text
  const targets = new Map(
    projection.places.map((target) => [findHeldText(db, target)?.versionSeq, target]),
  ).set(versionSeq, chosen.target)
  for (const text of listHeldTexts(db, communiqueSeq)) {
    const target = text.number <= number ? targets.get(text.versionSeq) : undefined
    if (target) writeChosen(db, annotationSeq, text, target)
    else carryOver(db, { annotationSeq, to: text, orphanedIn: projection.orphanedIn }, memory)
  }
}

/** An annotation and the wording it is to be carried over to. */
export interface Crossing {
  readonly annotationSeq: number
  readonly to: HeldText
  /** The wording in which an officer found no place for it. */
  readonly orphanedIn: string | null
}

/**
 * Carries one annotation over to a wording from the newest one before in which it has a place, and
 * writes where it came to stand. Null, and nothing written, when it has no place before.
 */
export function carryOver(
  db: WritableArchive,
  { annotationSeq, to, orphanedIn }: Crossing,
  memory: AlignmentMemory,
): AnchorStatus | null {
  const source = findSource(db, annotationSeq, to)
  if (source === null) return null
  const derivedFrom = source.versionSeq
  if (orphanedIn === to.digest) {
    writeDerived(db, { annotationSeq, to, derivedFrom, anchor: ORPHAN })
    return 'orphan'
  }
  const alignment = alignmentOf(db, source.versionSeq, to.versionSeq, memory)
  const { status, span, suggestion } = reanchor(alignment, source)
  const selector = span && selectorFromSpan(alignment.fresh.text, span.start, span.end)
  const anchor: DerivedAnchor = selector
    ? { ...selector, status: worse(source.status, status), suggestion }
    : { ...ORPHAN, suggestion }
  writeDerived(db, { annotationSeq, to, derivedFrom, anchor })
  return anchor.status
}

/** A place on one wording that an annotation can be carried over from. */
interface Source extends Span {
  readonly versionSeq: number
  readonly status: AnchorStatus
}

function findSource(db: ReadableArchive, annotationSeq: number, to: HeldText): Source | null {
  const { communiqueSeq, number } = to
  return (
    db
      .prepare<Source>(
        `SELECT version_seq AS versionSeq, start_offset AS start, end_offset AS end, status
         FROM anchor JOIN version ON version.seq = version_seq
         WHERE annotation_seq = $annotationSeq AND status <> 'orphan'
           AND communique_seq = $communiqueSeq AND number < $number
         ORDER BY number DESC LIMIT 1`,
      )
      .get({ annotationSeq, communiqueSeq, number }) ?? null
  )
}

/** A place carried over from one that nobody had confirmed is no surer than that one. */
function worse(before: AnchorStatus, now: AnchorStatus): AnchorStatus {
  return CERTAINTY.indexOf(now) >= CERTAINTY.indexOf(before) ? now : before
}

const CERTAINTY: readonly AnchorStatus[] = ['attached', 'moved', 'changed', 'to-review', 'orphan']

function alignmentOf(
  db: ReadableArchive,
  from: number,
  to: number,
  memory: AlignmentMemory,
): Alignment {
  const key = `${from} ${to}`
  const known = memory.get(key)
  if (known) return known
  const alignment = alignTexts(readText(db, from), readText(db, to))
  if (memory.size >= ALIGNMENTS_KEPT) memory.clear()
  memory.set(key, alignment)
  return alignment
}

function writeChosen(
  db: WritableArchive,
  annotationSeq: number,
  { versionSeq }: HeldText,
  { start, end, exact, prefix, suffix, isProposed }: AnnotationTarget,
): void {
  db.prepare(
    `INSERT INTO anchor
       (annotation_seq, version_seq, start_offset, end_offset, exact, prefix, suffix, status)
     VALUES ($annotationSeq, $versionSeq, $start, $end, $exact, $prefix, $suffix, $status)`,
  ).run({
    annotationSeq,
    versionSeq,
    start,
    end,
    exact,
    prefix,
    suffix,
    status: isProposed === true ? 'to-review' : 'attached',
  })
}

interface DerivedAnchor extends Span {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly status: AnchorStatus
  readonly suggestion: Span | null
}

const ORPHAN: DerivedAnchor = {
  start: 0,
  end: 0,
  exact: '',
  prefix: '',
  suffix: '',
  status: 'orphan',
  suggestion: null,
}

interface Derivation {
  readonly annotationSeq: number
  readonly to: HeldText
  readonly derivedFrom: number
  readonly anchor: DerivedAnchor
}

function writeDerived(
  db: WritableArchive,
  { annotationSeq, to, derivedFrom, anchor: { suggestion, ...anchor } }: Derivation,
): void {
  db.prepare(
    `INSERT OR REPLACE INTO anchor
       (annotation_seq, version_seq, start_offset, end_offset, exact, prefix, suffix, status,
        derived_from_seq, suggestion_start, suggestion_end)
     VALUES ($annotationSeq, $versionSeq, $start, $end, $exact, $prefix, $suffix, $status,
       $derivedFrom, $suggestionStart, $suggestionEnd)`,
  ).run({
    annotationSeq,
    versionSeq: to.versionSeq,
    ...anchor,
    derivedFrom,
    suggestionStart: suggestion?.start ?? null,
    suggestionEnd: suggestion?.end ?? null,
  })
}
