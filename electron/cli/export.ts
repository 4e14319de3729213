import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Failure, Outcome } from '../../shared/model/failure.ts'
import { failureFromError } from '../core/db/sqlite-failure.ts'
import { writeFileAtomically } from '../core/system/files.ts'
import type { CliArguments } from './arguments.ts'
import type { CliSession } from './session.ts'

const choiceSchema = z.object({
  format: z.literal('pdf').default('pdf'),
  notes: z.enum(['none', 'margin', 'end']).default('end'),
  labels: z.enum(['fr', 'ar', 'en']).default('fr'),
  output: z.string().min(1),
  'include-private': z.boolean().default(false),
})

type Choice = z.infer<typeof choiceSchema>
type Rendering = OutputOf<ArchiveContract['export.render-pdf']>

/** Writes communiqués as PDF: one to the file named, several into the folder named. */
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
  const choice = parsed.data
  const output = session.resolve(choice.output)
  const isOneFile = ids.length === 1 && !isFolder(output)
  const written: string[] = []
  for (const [at, id] of ids.entries()) {
    session.progress(session.words.progress(at, ids.length))
    const rendered = await render(session, id, choice)
    if (!rendered.ok) return fail(session, rendered.failure)
    const { fileName, bytes } = rendered.value
    const target = isOneFile ? output : freeName(path.join(output, fileName))
    const failure = write(target, bytes)
    if (failure) return fail(session, failure)
    written.push(target)
  }
  session.progress('')
  session.print(
    session.json ? JSON.stringify(written) : written.map(session.words.written).join('\n'),
  )
  return 0
}

function write(target: string, bytes: Uint8Array): Failure | null {
  try {
    writeFileAtomically(target, bytes)
    return null
  } catch (error) {
    return failureFromError(error) ?? { kind: 'not-found', what: 'folder', id: target }
  }
}

async function render(
  session: CliSession,
  id: string,
  choice: Choice,
): Promise<Outcome<Rendering>> {
  const { notes, labels, 'include-private': includePrivate } = choice
  const steps = session.archive.stream(
    'export.render-pdf',
    { communiqueId: id, versionId: null, notes, labels, includePrivate },
    { signal: session.signal },
  )
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
  }
}

function fail(session: CliSession, failure: Failure): number {
  session.progress('')
  session.tell(failure)
  return failure.kind === 'cancelled' ? 130 : 1
}

const isFolder = (target: string): boolean =>
  statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false

/** The name itself, or the first numbered one that is free: nothing is replaced. */
function freeName(target: string): string {
  const { dir, name, ext } = path.parse(target)
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? target : path.join(dir, `${name}-${copy}${ext}`)
    if (!existsSync(candidate)) return candidate
  }
}
