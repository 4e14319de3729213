import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { InputOf, ItemOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import {
  exportFormatSchema,
  isOneForEach,
  type ExportFormat,
} from '../../shared/channels/export.ts'
import { annotationKindSchema } from '../../shared/model/annotation.ts'
import { fail, succeed, type Failure, type Outcome } from '../../shared/model/failure.ts'
import { failureFromError } from '../core/db/sqlite-failure.ts'
import { numberedName } from '../core/export/file-name.ts'
import { writeFileAtomically } from '../core/system/files.ts'
import type { CliArguments } from './arguments.ts'
import type { CliSession } from './session.ts'

/** What any export may be told: which notes, which language, what stands around the pages. */
export const sharedChoiceSchema = z.object({
  labels: z.enum(['fr', 'ar', 'en']).default('fr'),
  output: z.string().min(1),
  'include-private': z.boolean().default(false),
  kind: annotationKindSchema.optional(),
  tag: z.array(z.string()).optional(),
  author: z.array(z.string()).optional(),
  header: z.string().max(120).default(''),
  footer: z.string().max(200).default(''),
  marking: z.string().max(120).default(''),
  logo: z.string().min(1).optional(),
})
export type SharedChoice = z.infer<typeof sharedChoiceSchema>

const choiceSchema = sharedChoiceSchema.extend({
  format: exportFormatSchema.default('pdf'),
  notes: z.enum(['none', 'margin', 'end', 'native']).default('end'),
  dossier: z.string().min(1).max(300).optional(),
})

type Choice = z.infer<typeof choiceSchema>
type Input = InputOf<ArchiveContract['export.render']>

/** Writes communiqués: one file to the name given, several into the folder given. */
export async function exportFiles(
  session: CliSession,
  ids: readonly string[],
  options: CliArguments['options'],
): Promise<number> {
  const choice = choiceFrom(session, choiceSchema, options)
  if (choice === null) return 2
  const page = pageFrom(session, choice)
  if (!page.ok) return refused(session, page.failure)
  const input = inputFrom(ids, choice, page.value)
  const place = placeFrom(session.resolve(choice.output), ids.length, input.format)
  const steps = session.archive.stream('export.render', input, { signal: session.signal })
  return saveAll(session, steps, place)
}

/** The choice that was typed, or null once the first option that is missing or wrong is named. */
export function choiceFrom<S extends z.ZodType>(
  session: CliSession,
  schema: S,
  options: CliArguments['options'],
): z.output<S> | null {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  session.print(session.words.missing(`--${String(parsed.error.issues[0]?.path[0])}`))
  return null
}

/** Says why nothing was written. */
export function refused(session: CliSession, failure: Failure): number {
  session.tell(failure)
  return 1
}

/** What stands around the pages, with the logo read. Fails with `not-found` where it is not there. */
export function pageFrom(
  session: CliSession,
  { header, footer, marking, logo }: SharedChoice,
): Outcome<NonNullable<Input['page']>> {
  const bytes = logo === undefined ? null : bytesOf(session.resolve(logo))
  if (logo !== undefined && bytes === null) {
    return fail({ kind: 'not-found', what: 'file', id: logo })
  }
  return succeed({ header, footer, marking, logo: bytes })
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(file))
  } catch {
    return null
  }
}

/** Which annotations leave. */
export const filterFrom = ({
  kind,
  tag,
  author,
  ...choice
}: SharedChoice): Input['annotations'] => ({
  kinds: kind === undefined ? null : [kind],
  tags: tag ?? null,
  authors: author ?? null,
  includePrivate: choice['include-private'],
})

type Report = OutputOf<ArchiveContract['export.render']>
type Steps = AsyncGenerator<ItemOf<ArchiveContract['export.render']>, Outcome<Report>, void>

/** Writes every file of an export as soon as it comes, and stops at the first that cannot be. */
export async function saveAll(session: CliSession, steps: Steps, place: Place): Promise<number> {
  const written: string[] = []
  for (;;) {
    const step = await steps.next()
    if (step.done) return finish(session, written, step.value)
    const { done, total, file } = step.value
    session.progress(session.words.progress(done, total))
    if (file === null) continue
    const target = write(place, file)
    if (!target.ok) {
      await steps.return(fail({ kind: 'cancelled' }))
      return finish(session, written, target)
    }
    written.push(target.value)
  }
}

function inputFrom(
  ids: readonly string[],
  choice: Choice,
  page: NonNullable<Input['page']>,
): Input {
  const { format, notes, labels, dossier } = choice
  return {
    communiqueIds: [...ids],
    format: format === 'pdf' && dossier !== undefined ? 'dossier-pdf' : format,
    notes,
    labels,
    annotations: filterFrom(choice),
    dossier: dossier === undefined ? null : { title: dossier },
    page,
  }
}

/** Where files go: each under its own name into a folder, or under the one name given. */
export interface Place {
  readonly output: string
  readonly isFolder: boolean
}

function placeFrom(output: string, idCount: number, format: ExportFormat): Place {
  const place = placeOfFile(output)
  return { output, isFolder: place.isFolder || (idCount > 1 && isOneForEach(format)) }
}

/** Where one file goes: under its own name into a folder that is there, or under the name given. */
export function placeOfFile(output: string): Place {
  // A name that no system takes is none that is there: the writing tells.
  const isFolder = existsSync(output) && statSync(output).isDirectory()
  return { output, isFolder }
}

/** Writes whole or not at all, and never over a file that is there. */
function write(
  { output, isFolder }: Place,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Outcome<string> {
  const wanted = isFolder ? path.join(output, fileName) : output
  const folder = path.dirname(wanted)
  const isFree = (name: string): boolean => !existsSync(path.join(folder, name))
  const target = path.join(folder, numberedName(path.basename(wanted), isFree))
  try {
    writeFileAtomically(target, bytes)
    return succeed(target)
  } catch (error) {
    return fail(failureOfWriting(error) ?? { kind: 'not-found', what: 'folder', id: output })
  }
}

/** Codes of a place that cannot be written to, for reasons that are not the archive's. */
const CLOSED_PLACES: ReadonlySet<unknown> = new Set(['EROFS', 'EISDIR'])

function failureOfWriting(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENAMETOOLONG') return { kind: 'input-refused', at: '--output' }
  return CLOSED_PLACES.has(code) ? { kind: 'no-permission' } : failureFromError(error)
}

/** Prints what was written, whatever happened next, and why it went no further. */
function finish(session: CliSession, written: readonly string[], outcome: Outcome<Report>): number {
  session.progress('')
  if (outcome.ok && session.json) session.print(JSON.stringify(written))
  else if (written.length > 0) session.print(written.map(session.words.written).join('\n'))
  if (outcome.ok) return tellLeftOut(session, outcome.value)
  session.tell(outcome.failure)
  return outcome.failure.kind === 'cancelled' ? 130 : 1
}

/** Names the texts that are missing from what was written; an export with any is not a whole one. */
function tellLeftOut(session: CliSession, { leftOut }: Report): number {
  for (const { communiqueId, title } of leftOut) {
    const name = title === null ? communiqueId : `${title} (${communiqueId})`
    if (!session.json) session.print(session.words.leftOut(name))
  }
  return leftOut.length === 0 ? 0 : 1
}
