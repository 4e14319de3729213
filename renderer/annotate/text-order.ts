import type { Annotation } from '../../shared/model/annotation.ts'
import type { Version } from '../../shared/model/communique.ts'
import { spanFromSelector } from '../../shared/text/anchor.ts'

/** Annotations that are not withdrawn, by where they begin, then by where they end. */
export function inTextOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations
    .filter(({ withdrawn }) => !withdrawn)
    .toSorted(
      ({ target: a }, { target: b }) =>
        a.start - b.start || a.end - b.end || (a.exact < b.exact ? -1 : 1),
    )
}

/** Whether an annotation can be painted on a version: it is anchored there, on these very words. */
export function isPlacedOn(annotation: Annotation, version: Version): boolean {
  const { target, status } = annotation
  return (
    status !== 'orphan' &&
    target.versionId === version.id &&
    spanFromSelector(version.text, target) !== null
  )
}

/** The smallest annotation on an offset of the text, its edges included. */
export function smallestAt(
  annotations: readonly Annotation[],
  offset: number,
): Annotation | undefined {
  return annotations
    .filter(({ target }) => offset >= target.start && offset <= target.end)
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0]
}

function sizeOf({ target }: Annotation): number {
  return target.end - target.start
}
