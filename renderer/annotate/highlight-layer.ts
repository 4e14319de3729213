import type { AnnotationKind } from '../../shared/model/annotation.ts'
import type { Span } from '../../shared/model/search.ts'
import { rangesFromSpan, type TextPiece } from './text-map.ts'

/**
 * Every name the style sheet paints, lowest first. The set is fixed: whatever the number of
 * annotations, the engine holds this many highlights.
 */
const NAMES = [
  'fonds-highlight',
  'fonds-comment',
  'fonds-quotation',
  'fonds-commitment',
  'fonds-question',
  'fonds-link',
  'fonds-mention',
  'fonds-depth-2',
  'fonds-depth-3',
  'fonds-active',
  'fonds-match',
  'fonds-found',
  'fonds-found-current',
] as const

type LayerName = (typeof NAMES)[number]

/** What is painted over the text. Nothing is added to the text itself. */
export interface Layer {
  readonly annotations: readonly (Span & { readonly kind: AnnotationKind })[]
  /** The only stretch in which annotations are painted; null for the whole text. */
  readonly within: Span | null
  readonly active: Span | null
  /** Passages that answered the search of the archive. */
  readonly matches: readonly Span[]
  /** Passages that answer the search in this text. */
  readonly found: readonly Span[]
  readonly foundCurrent: Span | null
}

/** Paints the layer with the CSS Custom Highlight API, in place of what it held before. */
export function paintLayer(map: readonly TextPiece[], layer: Layer): void {
  const spans = spansByName(layer)
  for (const [priority, name] of NAMES.entries()) {
    const ranges = (spans.get(name) ?? []).flatMap((span) => rangesFromSpan(map, span))
    const highlight = new Highlight(...ranges)
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
  }
}

/** Takes the whole layer off. */
export function clearLayer(): void {
  for (const name of NAMES) CSS.highlights.delete(name)
}

function spansByName(layer: Layer): ReadonlyMap<LayerName, readonly Span[]> {
  const { within } = layer
  const annotations = within
    ? layer.annotations.filter(({ start, end }) => start < within.end && end > within.start)
    : layer.annotations
  const spans = new Map<LayerName, readonly Span[]>([
    ['fonds-active', layer.active ? [layer.active] : []],
    ['fonds-match', layer.matches],
    ['fonds-found', layer.found],
    ['fonds-found-current', layer.foundCurrent ? [layer.foundCurrent] : []],
    ['fonds-depth-2', overlaps(annotations, 2)],
    ['fonds-depth-3', overlaps(annotations, 3)],
  ])
  for (const [kind, marked] of Map.groupBy(annotations, (annotation) => annotation.kind)) {
    spans.set(`fonds-${kind}`, marked)
  }
  return spans
}

/** The stretches that at least `depth` spans cover. */
export function overlaps(spans: readonly Span[], depth: number): readonly Span[] {
  const edges = spans
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.step - b.step)
  const stretches: Span[] = []
  let covering = 0
  let from = 0
  for (const { at, step } of edges) {
    const before = covering
    covering += step
    if (before < depth && covering >= depth) from = at
    if (before >= depth && covering < depth && at > from) stretches.push({ start: from, end: at })
  }
  return stretches
}
