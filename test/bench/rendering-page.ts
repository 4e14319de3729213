/**
 * The page that rendering is measured in: one long text, painted by our layer or by Recogito's text
 * annotator. The bench drives it through `window.rendering`.
 */
// oxlint-disable-next-line import/no-namespace -- its type declarations hide the one function that is wanted
import * as recogito from '@recogito/text-annotator'
import type { AnnotationKind } from '../../shared/model/annotation.ts'
import { paintLayer, type Layer } from '../../renderer/annotate/highlight-layer.ts'
import { isLeft, paintedWindow, WINDOWED_ABOVE } from '../../renderer/annotate/view-window.ts'
import { readTextMap } from '../../renderer/annotate/text-map.ts'
import { randomFromSeed } from '../support/random.ts'

type Way = 'ours' | 'SPANS' | 'CSS_HIGHLIGHTS'

const KINDS: readonly AnnotationKind[] = [
  'highlight',
  'comment',
  'commitment',
  'quotation',
  'question',
  'link',
  'mention',
]

/** What is used of Recogito, whose type declarations name files without their endings. */
interface RecogitoAnnotator {
  readonly setAnnotations: (annotations: readonly object[]) => void
  readonly addAnnotation: (annotation: object) => void
  readonly removeAnnotation: (id: string) => void
}

const createTextAnnotator: (
  root: HTMLElement,
  options: { readonly renderer: 'SPANS' | 'CSS_HIGHLIGHTS' },
) => RecogitoAnnotator = Reflect.get(recogito, 'createTextAnnotator')

const root = document.querySelector<HTMLElement>('#text')
const scroller = document.querySelector<HTMLElement>('#scroller')
if (!root || !scroller) throw new Error('the page has no text')

const matches = [{ start: 40, end: 60 }]
let painted: Layer['annotations'] = []

/** What each way can be asked for. */
interface Painter {
  readonly load: () => void
  readonly add: (added: Layer['annotations'][number]) => void
  /** Takes the first one away. */
  readonly remove: () => void
}

let painter: Painter | undefined

/** Two frames: what was asked for has been laid out and painted. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })

function passages(count: number): Layer['annotations'] {
  const random = randomFromSeed(count)
  const length = root?.textContent.length ?? 0
  return Array.from({ length: count }, (_, index) => {
    const start = random.below(length - 400)
    const kind = KINDS[index % KINDS.length] ?? 'highlight'
    return { kind, start, end: start + 15 + random.below(320) }
  })
}

function openOurs(): Painter {
  const map = readTextMap(root ?? document)
  let within: Layer['within'] = null
  const paint = (): void => {
    const nothing = { active: null, found: [], foundCurrent: null }
    paintLayer(map, { annotations: painted, within, matches, ...nothing })
  }
  // As the reading view does: what was left is painted again where the view now is.
  scroller?.addEventListener('scroll', () => {
    if (!within || !isLeft(within, scroller, map)) return
    within = paintedWindow(scroller, map)
    paint()
  })
  const show = (annotations: Layer['annotations']): void => {
    painted = annotations
    within = scroller && painted.length > WINDOWED_ABOVE ? paintedWindow(scroller, map) : null
    paint()
  }
  return {
    load: () => show(painted),
    add: (added) => show([...painted, added]),
    remove: () => show(painted.slice(1)),
  }
}

function openRecogito(renderer: 'SPANS' | 'CSS_HIGHLIGHTS'): Painter {
  if (!root) throw new Error('the page has no text')
  const annotator = createTextAnnotator(root, { renderer })
  const words = root.textContent
  let [addedCount, removedCount] = [0, 0]
  const asAnnotation = ({ start, end }: { start: number; end: number }, index: number) => {
    const id = `a${index}`
    const selector = [{ quote: words.slice(start, end), start, end }]
    return { id, bodies: [], target: { annotation: id, selector } }
  }
  return {
    load: () => annotator.setAnnotations(painted.map(asAnnotation)),
    add: (added) => annotator.addAnnotation(asAnnotation(added, painted.length + addedCount++)),
    remove: () => annotator.removeAnnotation(`a${removedCount++}`),
  }
}

let violations = 0
let longTasks = 0
document.addEventListener('securitypolicyviolation', () => violations++)
new PerformanceObserver((list) => {
  longTasks += list.getEntries().length
}).observe({ type: 'longtask' })

Reflect.set(window, 'rendering', {
  prepare: async (way: Way, count: number) => {
    painted = passages(count)
    CSS.highlights.set('app-search', new Highlight())
    painter = way === 'ours' ? openOurs() : openRecogito(way)
    await settle()
  },
  load: async () => {
    painter?.load()
    await settle()
  },
  add: async () => {
    painter?.add({ kind: 'comment', start: 500, end: 700 })
    await settle()
  },
  remove: async () => {
    painter?.remove()
    await settle()
  },
  scroll: async (frames: number) => {
    longTasks = 0
    for (let frame = 0; frame < frames; frame++) {
      scroller.scrollTop += 120
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
    }
    return longTasks
  },
  tell: () => ({
    nodes: root.querySelectorAll('*').length,
    names: CSS.highlights.size,
    keepsSearch: CSS.highlights.has('app-search'),
    violations,
  }),
})
