import { z } from 'zod'
import {
  annotationRevisionSchema,
  type AnnotationRevision,
  type ImportReport,
  type Visibility,
} from '../../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { digestOf } from '../system/files.ts'
import type { AnnotationDesk } from './annotate.ts'
import { findNamedText, findPageTexts } from './find-texts.ts'
import { importHypothesis } from './hypothesis.ts'
import { mergeIncoming, type Incoming } from './merge.ts'
import { readRevisions } from './project-annotation.ts'
import { readWebAnnotation } from './read-web-annotation.ts'
import { revisionsFromWebAnnotation, WEB_DEVICE } from './web-revisions.ts'

/** A file of another program, read against the archive but not yet merged into it. */
export interface ReadImport {
  readonly incoming: Incoming
  readonly toConfirm: ImportReport['toConfirm']
  readonly unmatched: ImportReport['unmatched']
}

/**
 * Reads W3C Web Annotations (one, a list, a page or a collection with its page embedded) or an
 * export of Hypothesis. What has no place in the archive is listed with why. W3C files do not say
 * who may see an annotation: `visibility` does. Fails with `input-refused` for any other file.
 */
export function readImport(
  db: ReadableArchive,
  text: string,
  visibility: Visibility,
): Outcome<ReadImport> {
  const json = parseJson(text)
  const items = listWebAnnotations(json)
  if (items) return succeed(readWebItems(db, items, visibility))
  const read = importHypothesis(json, (page) => findPageTexts(db, page), digestOf)
  if (!read.ok) return fail({ kind: 'input-refused', at: 'text' })
  const { revisions, proposedIds, unmatched } = read.value
  if (!revisions.every((revision) => isSound(revision))) {
    return fail({ kind: 'input-refused', at: 'text' })
  }
  return succeed({
    incoming: { source: 'hypothesis', revisions, texts: [] },
    toConfirm: confirmable(revisions, new Set(proposedIds)),
    unmatched: [...unmatched],
  })
}

/** Merges what was read, as one step that `undoMerge` takes back. Make a backup before. */
export function importRead(
  db: WritableArchive,
  desk: AnnotationDesk,
  { incoming, toConfirm, unmatched }: ReadImport,
): ImportReport {
  const { mergeId, report } = mergeIncoming(db, desk, incoming)
  return { mergeId, merge: report, toConfirm, unmatched }
}

const pageSchema = z.object({ items: z.array(z.unknown()) })

/** Null when the file holds no W3C annotations. */
function listWebAnnotations(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json
  const page = pageSchema.safeParse(json)
  if (page.success) return page.data.items
  const collection = z.object({ first: pageSchema }).safeParse(json)
  if (collection.success) return collection.data.first.items
  return z.object({ type: z.unknown(), target: z.unknown() }).safeParse(json).data?.target
    ? [json]
    : null
}

function readWebItems(
  db: ReadableArchive,
  items: readonly unknown[],
  visibility: Visibility,
): ReadImport {
  const revisions: AnnotationRevision[] = []
  const unmatched: ImportReport['unmatched'] = []
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const read = readWebItem(db, item, visibility)
    const id = read.ok ? read.value[0]?.annotationId : undefined
    if (!read.ok) unmatched.push({ index, ...read.failure })
    else if (id === undefined || seen.has(id) || isOurs(db, id)) {
      unmatched.push({ index, why: 'already-here', exact: exactOf(item) })
    } else {
      seen.add(id)
      revisions.push(...read.value)
    }
  }
  const proposed = revisions.filter(({ change }) => change.target?.isProposed === true)
  return {
    incoming: { source: 'web', revisions, texts: [] },
    toConfirm: confirmable(revisions, new Set(proposed.map(({ annotationId }) => annotationId))),
    unmatched,
  }
}

type ReadItem =
  | { readonly ok: true; readonly value: readonly AnnotationRevision[] }
  | { readonly ok: false; readonly failure: Omit<ImportReport['unmatched'][number], 'index'> }

function readWebItem(db: ReadableArchive, item: unknown, visibility: Visibility): ReadItem {
  const read = readWebAnnotation(item, (named) => findNamedText(db, named))
  const exact = exactOf(item)
  if (!read.ok) {
    const { failure } = read
    if (failure.kind !== 'not-found') return { ok: false, failure: { why: 'unreadable', exact } }
    const why = failure.what === 'text' ? 'text-not-found' : 'passage-not-found'
    return { ok: false, failure: { why, exact } }
  }
  const value = revisionsFromWebAnnotation(read.value.annotation, visibility, digestOf)
  return value.every((revision) => isSound(revision))
    ? { ok: true, value }
    : { ok: false, failure: { why: 'unreadable', exact } }
}

/** An annotation that came from no web file is known better here, with its whole history. */
function isOurs(db: ReadableArchive, id: string): boolean {
  const [first] = readRevisions(db, id)
  return first !== undefined && first.device !== WEB_DEVICE
}

/** Foreign dates and names may be anything: nothing is stored that could not be read again. */
const isSound = (revision: AnnotationRevision): boolean =>
  annotationRevisionSchema.safeParse(revision).success

function confirmable(
  revisions: readonly AnnotationRevision[],
  proposed: ReadonlySet<string>,
): ImportReport['toConfirm'] {
  return revisions.flatMap(({ annotationId, change }) =>
    change.target && proposed.has(annotationId)
      ? [{ id: annotationId, exact: change.target.exact }]
      : [],
  )
}

const quotedSchema = z.object({ selector: z.array(z.object({ exact: z.string().optional() })) })

function exactOf(item: unknown): string {
  const target = z.object({ target: z.unknown() }).safeParse(item).data?.target
  for (const passage of Array.isArray(target) ? target : [target]) {
    const selectors = quotedSchema.safeParse(passage).data?.selector ?? []
    const exact = selectors.find((selector) => selector.exact !== undefined)?.exact
    if (exact !== undefined) return exact
  }
  return ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
