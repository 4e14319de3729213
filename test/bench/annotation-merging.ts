import { gzipSync } from 'node:zlib'
import { Doc, Map as SharedMap, applyUpdate, encodeStateAsUpdate } from 'yjs'
import { foldRevisions } from '../../electron/core/annotations/fold-revisions.ts'
import { isIntact, mergeRevisions } from '../../electron/core/annotations/revisions.ts'
import { annotationRevisionSchema } from '../../shared/model/annotation.ts'
import type { AnnotationRevision } from '../../shared/model/annotation.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { randomFromSeed } from '../support/random.ts'
import { aTarget, digestText, write } from '../support/revision-model.ts'
import { formulaicText } from '../support/formulaic-texts.ts'

const ANNOTATIONS = 5000
const EDITED = 2500

/** A colleague's 5,000 annotations and 2,500 edits, merged from a file: ours, then Yjs. */
export function measureMerging(): readonly string[] {
  const random = randomFromSeed(5)
  const source = formulaicText('fr', random, 60_000)
  const words = Array.from({ length: ANNOTATIONS + EDITED }, () => {
    const start = random.below(source.length - 200)
    return source.slice(start, start + 20 + random.below(180))
  })
  const ours = measureRevisions(words)
  const theirs = measureYjs(words)
  return [
    `\n${ANNOTATIONS} annotations and ${EDITED} edits by a colleague, CPU time`,
    `revisions: ${ours.line}`,
    `yjs:       ${theirs.line}`,
    `merge, yjs over revisions: ×${(theirs.merge / ours.merge).toFixed(2)}`,
    verdictLine('M4 CPU ms', ours.merge, { most: 2000 }),
  ]
}

interface Measure {
  readonly merge: number
  readonly line: string
}

function measureRevisions(words: readonly string[]): Measure {
  const [written, writing] = timed(() =>
    Array.from({ length: ANNOTATIONS }, (_, index) => {
      const id = `0196a3f0-0000-7000-8000-${String(index).padStart(12, '0')}`
      const body = words[index] ?? ''
      const target = aTarget(body.slice(0, 40))
      const made = write([], id, { kind: 'comment', body, bodyLanguage: 'fr', target }, AGENT)
      if (index >= EDITED) return made
      return write(made, id, { body: words[ANNOTATIONS + index] ?? '', bodyLanguage: 'fr' }, AGENT)
    }).flat(),
  )
  const file = written.map((revision) => JSON.stringify(revision)).join('\n')
  const half = written.filter((_, index) => index % 2 === 0)
  const [merged, merge] = timed(() => {
    const read = file.split('\n').map((line) => annotationRevisionSchema.parse(JSON.parse(line)))
    if (!read.every((revision) => isIntact(revision, digestText))) throw new Error('tampered')
    return mergeRevisions(half, read)
  })
  const [folded, folding] = timed(() => {
    const byAnnotation = new Map<string, AnnotationRevision[]>()
    for (const revision of merged) {
      const steps = byAnnotation.get(revision.annotationId)
      if (steps === undefined) byAnnotation.set(revision.annotationId, [revision])
      else steps.push(revision)
    }
    return [...byAnnotation.values()].map(foldRevisions)
  })
  if (folded.length !== ANNOTATIONS || folded.includes(null)) throw new Error('lost annotations')
  return {
    merge: merge + folding,
    line:
      `write ${ms(writing)}, ${megabytes(Buffer.from(file))} gzipped, ` +
      `parse + verify + merge ${ms(merge)}, fold ${ms(folding)}`,
  }
}

function measureYjs(words: readonly string[]): Measure {
  const colleague = new Doc()
  const [, writing] = timed(() => {
    const all = colleague.getMap<SharedMap<unknown>>('annotations')
    for (let index = 0; index < ANNOTATIONS; index++) {
      colleague.transact(() => {
        const fields = new SharedMap<unknown>()
        const body = words[index] ?? ''
        fields.set('kind', 'comment')
        fields.set('body', body)
        fields.set('target', aTarget(body.slice(0, 40)))
        fields.set('by', AGENT.by)
        fields.set('at', AGENT.now)
        all.set(String(index), fields)
      })
      if (index < EDITED) all.get(String(index))?.set('body', words[ANNOTATIONS + index])
    }
  })
  const file = encodeStateAsUpdate(colleague)
  const [read, merge] = timed(() => {
    const own = new Doc()
    applyUpdate(own, file)
    return own.getMap('annotations').toJSON()
  })
  if (Object.keys(read).length !== ANNOTATIONS) throw new Error('lost annotations')
  return {
    merge,
    line: `write ${ms(writing)}, ${megabytes(file)} gzipped, merge + read ${ms(merge)}`,
  }
}

const AGENT = { by: 'agent', now: 1_744_790_400_000 }

/** CPU milliseconds of a piece of work. */
function timed<T>(work: () => T): readonly [result: T, milliseconds: number] {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return [result, (user + system) / 1000]
}

const ms = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`

const megabytes = (bytes: Uint8Array): string => `${(gzipSync(bytes).length / 1e6).toFixed(2)} MB`
