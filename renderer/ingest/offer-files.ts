import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import type { Backend } from '../client/backend.ts'
import type { ChosenFile } from './chosen-file.ts'

type OfferedFile = InputOf<ArchiveContract['ingest.offer-files']>['files'][number]

/** Largest file that is read; the archive refuses larger ones too. */
const MOST_BYTES = 50 * 1024 * 1024
const MOST_FILES_AT_ONCE = 50
const MOST_BYTES_AT_ONCE = 8 * 1024 * 1024
const LONGEST_NAME = 4096

/**
 * Hands files over to an open batch, a portion at a time, and tells after each how many are done.
 * A file that cannot be read is offered with the reason, so that the report names it.
 */
export async function offerFiles(
  archive: Backend['archive'],
  batchId: string,
  chosen: readonly ChosenFile[],
  { signal, onDone }: { readonly signal: AbortSignal; readonly onDone: (done: number) => void },
): Promise<Outcome<null>> {
  let at = 0
  while (at < chosen.length) {
    const files: OfferedFile[] = []
    let size = 0
    while (at < chosen.length && files.length < MOST_FILES_AT_ONCE) {
      const next = chosen[at]
      if (!next || (files.length > 0 && size + next.file.size > MOST_BYTES_AT_ONCE)) break
      files.push(await readChosen(next))
      size += next.file.size
      at += 1
    }
    const outcome = await archive.call('ingest.offer-files', { batchId, files }, { signal })
    if (!outcome.ok) return outcome
    onDone(at)
  }
  return { ok: true, value: null }
}

async function readChosen({ name, file }: ChosenFile): Promise<OfferedFile> {
  const shown = name.slice(-LONGEST_NAME)
  if (file.size > MOST_BYTES) {
    return { name: shown, content: { kind: 'refused', reason: 'too-large' } }
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { name: shown, content: { kind: 'bytes', bytes } }
  } catch (error) {
    const isGone = error instanceof DOMException && error.name === 'NotFoundError'
    const reason = isGone ? 'vanished' : 'no-permission'
    return { name: shown, content: { kind: 'refused', reason } }
  }
}
