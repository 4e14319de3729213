import { existsSync, readFileSync } from 'node:fs'
import {
  annotationKindSchema,
  type Annotation,
  type MergeReport,
} from '../../shared/model/annotation.ts'
import { fail, succeed, type Failure, type Outcome } from '../../shared/model/failure.ts'
import { failureFromError } from '../core/db/sqlite-failure.ts'
import { writeFileAtomically } from '../core/system/files.ts'
import { annotationWords } from './annotation-words.ts'
import type { CliArguments } from './arguments.ts'
import type { CliSession } from './session.ts'

interface AnnotationVerb {
  readonly lane: 'read' | 'write'
  readonly needs: number
  readonly run: (session: CliSession, typed: CliArguments) => Promise<number>
}

/** What `fonds annotations …` can do, by both words; their first operand is the second word. */
export const annotationVerbs: readonly (readonly [string, AnnotationVerb])[] = [
  ['annotations list', { lane: 'read', needs: 1, run: list }],
  ['annotations bundle', { lane: 'read', needs: 1, run: bundle }],
  ['annotations preview', { lane: 'read', needs: 2, run: preview }],
  ['annotations merge', { lane: 'write', needs: 2, run: merge }],
  ['annotations undo', { lane: 'write', needs: 2, run: undo }],
  ['annotations export', { lane: 'read', needs: 1, run: exportWeb }],
  ['annotations import', { lane: 'write', needs: 2, run: importWeb }],
]

const LISTED_AT_ONCE = 500

/** Every annotation, or those of one kind, each with what it leads to, in the order of the texts. */
async function list(session: CliSession, { options }: CliArguments): Promise<number> {
  const kinds = annotationKindSchema.array().safeParse(options.kind ? [options.kind] : [])
  if (!kinds.success) {
    session.print(session.words.missing('--kind'))
    return 2
  }
  const tags = [...(options.tag ?? [])]
  const filter = { kinds: kinds.data, tags, authors: [], visibilities: [], statuses: [] }
  for (let offset = 0, total = 1; offset < total; offset += LISTED_AT_ONCE) {
    const found = await session.archive.call('annotation.search-all', {
      query: '',
      filter,
      sort: 'text',
      offset,
      limit: LISTED_AT_ONCE,
    })
    if (!found.ok) return refuse(session, found.failure)
    total = found.value.total
    for (const { annotation, title } of found.value.rows) {
      session.print(
        session.json
          ? JSON.stringify({ ...annotation, title })
          : annotationWords().listed(annotation, title, nameOfTarget(annotation)),
      )
    }
  }
  return 0
}

/** What a link or a mention leads to, as it was named when it was made. */
function nameOfTarget({ link }: Annotation): string | null {
  if (link === null) return null
  return link.to === 'authority' ? link.name : link.title
}

async function bundle(session: CliSession, typed: CliArguments): Promise<number> {
  const made = await session.archive.call('annotation.export-bundle', choiceFrom(typed))
  if (!made.ok) return refuse(session, made.failure)
  return write(session, typed, { bytes: made.value.bytes, count: made.value.annotationCount })
}

async function exportWeb(session: CliSession, typed: CliArguments): Promise<number> {
  const made = await session.archive.call('annotation.export-web', choiceFrom(typed))
  if (!made.ok) return refuse(session, made.failure)
  const bytes = new TextEncoder().encode(made.value.json)
  return write(session, typed, { bytes, count: made.value.annotationCount })
}

async function preview(session: CliSession, typed: CliArguments): Promise<number> {
  const file = read(session, typed)
  if (!file.ok) return refuse(session, file.failure)
  const made = await session.archive.call('annotation.preview-bundle', { bytes: file.value })
  if (!made.ok) return refuse(session, made.failure)
  if (session.json) session.print(JSON.stringify(made.value))
  else {
    session.print(annotationWords().wouldMerge(made.value))
    printWaiting(session, made.value)
  }
  return 0
}

async function merge(session: CliSession, typed: CliArguments): Promise<number> {
  const file = read(session, typed)
  if (!file.ok) return refuse(session, file.failure)
  const made = await session.archive.call('annotation.merge-bundle', { bytes: file.value })
  if (!made.ok) return refuse(session, made.failure)
  const { mergeId, report } = made.value
  if (session.json) session.print(JSON.stringify(made.value))
  else printMerged(session, mergeId, report)
  return 0
}

async function importWeb(session: CliSession, typed: CliArguments): Promise<number> {
  const file = read(session, typed)
  if (!file.ok) return refuse(session, file.failure)
  const made = await session.archive.call('annotation.import-web', {
    text: new TextDecoder().decode(file.value),
    visibility: typed.options.private ? 'private' : 'shareable',
  })
  if (!made.ok) return refuse(session, made.failure)
  if (session.json) {
    session.print(JSON.stringify(made.value))
    return 0
  }
  const words = annotationWords()
  const { mergeId, merge: report, toConfirm, unmatched } = made.value
  printMerged(session, mergeId, report)
  if (toConfirm.length > 0) session.print(words.toConfirm(toConfirm.length))
  for (const { index, why, exact } of unmatched) {
    session.print(words.unmatched(index, words.why[why], exact))
  }
  return 0
}

async function undo(session: CliSession, { operands }: CliArguments): Promise<number> {
  const made = await session.archive.call('annotation.undo-merge', { mergeId: operands[1] ?? '' })
  if (!made.ok) return refuse(session, made.failure)
  const { undone, kept } = made.value
  session.print(
    session.json ? JSON.stringify(made.value) : annotationWords().takenBack(undone, kept),
  )
  return 0
}

function choiceFrom({ operands, options }: CliArguments): {
  communiqueIds: string[] | null
  includePrivate: boolean
} {
  const [, ...ids] = operands
  return {
    communiqueIds: ids.length === 0 ? null : ids,
    includePrivate: options['include-private'] ?? false,
  }
}

function printMerged(session: CliSession, mergeId: string, report: MergeReport): void {
  const words = annotationWords()
  session.print(words.merged(report))
  printWaiting(session, report)
  session.print(words.takeBack(mergeId))
}

function printWaiting(session: CliSession, { unknownTexts }: MergeReport): void {
  for (const { title, annotationCount } of unknownTexts) {
    session.print(annotationWords().waiting(title, annotationCount))
  }
}

/** Nothing is ever replaced. */
function write(
  session: CliSession,
  { options }: CliArguments,
  { bytes, count }: { readonly bytes: Uint8Array; readonly count: number },
): number {
  if (!options.output) {
    session.print(session.words.missing('--output'))
    return 2
  }
  const target = session.resolve(options.output)
  if (existsSync(target)) return refuse(session, { kind: 'file-exists', name: target })
  try {
    writeFileAtomically(target, bytes)
  } catch (error) {
    return refuse(session, failureOf(error, target))
  }
  session.print(
    session.json
      ? JSON.stringify({ path: target, annotationCount: count })
      : annotationWords().exported(count, target),
  )
  return 0
}

function read(session: CliSession, { operands }: CliArguments): Outcome<Uint8Array> {
  const source = session.resolve(operands[1] ?? '')
  try {
    return succeed(Uint8Array.from(readFileSync(source)))
  } catch (error) {
    return fail(failureOf(error, source))
  }
}

const failureOf = (error: unknown, path: string): Failure =>
  failureFromError(error) ?? { kind: 'not-found', what: 'file', id: path }

function refuse(session: CliSession, failure: Failure): number {
  session.tell(failure)
  return 1
}
