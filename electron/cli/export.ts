import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import {
  exportFormatSchema,
  isOneForEach,
  type ExportFormat,
} from '../../shared/channels/export.ts'
import { annotationKindSchema } from '../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../shared/model/failure.ts'
import { failureFromError } from '../core/db/sqlite-failure.ts'
import { numberedName } from '../core/export/file-name.ts'
import { writeFileAtomically } from '../core/system/files.ts'
import type { CliArguments } from './arguments.ts'
import type { CliSession } from './session.ts'

const choiceSchema = z.object({
  format: exportFormatSchema.default('pdf'),
  notes: z.enum(['none', 'margin', 'end']).default('end'),
  labels: z.enum(['fr', 'ar', 'en']).default('fr'),
  output: z.string().min(1),
  'include-private': z.boolean().default(false),
  kind: annotationKindSchema.optional(),
  tag: z.array(z.string()).optional(),
  author: z.array(z.string()).optional(),
  dossier: z.string().min(1).max(300).optional(),
  marking: z.string().max(120).default(''),
})

type Choice = z.infer<typeof choiceSchema>
type Input = InputOf<ArchiveContract['export.render']>

/** Writes communiqués: one file to the name given, several into the folder given. */
export async function exportFiles(
  session: CliSession,
  ids: readonly string[],
  options: CliArguments['options'],
): Promise<number> {
  const parsed = choiceSchema.safeParse(options)
  if (!parsed.success) {
    session.print(session.words.missing(`--${String(parsed.error.issues[0]?.path[0])}`))
    return 2
  }
  const input = inputFrom(ids, parsed.data)
  const place = placeFrom(session.resolve(parsed.data.output), ids.length, input.format)
  const written: string[] = []
  const steps = session.archive.stream('export.render', input, { signal: session.signal })
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

function inputFrom(ids: readonly string[], choice: Choice): Input {
  const { format, notes, labels, kind, tag, author, dossier, marking } = choice
  return {
    communiqueIds: [...ids],
    format: format === 'pdf' && dossier !== undefined ? 'dossier-pdf' : format,
    notes,
    labels,
    annotations: {
      kinds: kind === undefined ? null : [kind],
      tags: tag ?? null,
      authors: author ?? null,
      includePrivate: choice['include-private'],
    },
    dossier: dossier === undefined ? null : { title: dossier, marking },
  }
}

/** Where files go: each under its own name into a folder, or under the one name given. */
interface Place {
  readonly output: string
  readonly isFolder: boolean
}

function placeFrom(output: string, idCount: number, format: ExportFormat): Place {
  const isThere = statSync(output, { throwIfNoEntry: false })?.isDirectory() ?? false
  return { output, isFolder: isThere || (idCount > 1 && isOneForEach(format)) }
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
    return fail(failureFromError(error) ?? { kind: 'not-found', what: 'folder', id: output })
  }
}

/** Prints what was written, whatever happened next, and why it went no further. */
function finish(
  session: CliSession,
  written: readonly string[],
  outcome: Outcome<unknown>,
): number {
  session.progress('')
  if (outcome.ok && session.json) session.print(JSON.stringify(written))
  else if (written.length > 0) session.print(written.map(session.words.written).join('\n'))
  if (outcome.ok) return 0
  session.tell(outcome.failure)
  return outcome.failure.kind === 'cancelled' ? 130 : 1
}
