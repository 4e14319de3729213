import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { z } from 'zod'
import { annotationKindSchema, type AnnotationKind } from '../../shared/model/annotation.ts'
import type { CliArguments } from './arguments.ts'
import type { CliSession } from './session.ts'

/** Annotates the one passage of a communiqué that reads exactly as quoted. */
export async function annotate(
  session: CliSession,
  id: string,
  options: CliArguments['options'],
): Promise<number> {
  const { words, archive } = session
  const kind = kindFromOptions(options)
  if (!kind.success || !options.quote) {
    session.print(words.missing(kind.success ? '--quote' : '--kind'))
    return 2
  }
  const record = await archive.call('communique.get', { id, versionId: null })
  if (!record.ok) {
    session.tell(record.failure)
    return 1
  }
  const { version } = record.value
  const quote = options.quote.normalize('NFC')
  const [start, ...others] = findAll(version.text, quote)
  if (start === undefined || others.length > 0) {
    session.print(start === undefined ? words.quoteMissing : words.quoteTwice(1 + others.length))
    return 1
  }
  return make(session, {
    versionId: version.id,
    start,
    end: start + quote.length,
    kind: kind.data,
    body: options.note ?? '',
    tags: [...(options.tag ?? [])],
    visibility: options.private ? 'private' : 'shareable',
  })
}

function kindFromOptions({
  kind,
  note,
}: CliArguments['options']): z.ZodSafeParseResult<AnnotationKind> {
  return annotationKindSchema.safeParse(kind ?? (note ? 'comment' : 'highlight'))
}

async function make(
  session: CliSession,
  wanted: InputOf<ArchiveContract['annotation.create']>,
): Promise<number> {
  const made = await session.archive.call('annotation.create', wanted)
  if (!made.ok) {
    session.tell(made.failure)
    return 1
  }
  session.print(session.json ? JSON.stringify(made.value) : made.value.id)
  return 0
}

function findAll(text: string, quote: string): readonly number[] {
  const starts: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at)
  return starts
}
