import { existsSync } from 'node:fs'
import { digestSchema } from '../../shared/model/provenance.ts'
import { failureFromError } from '../core/db/sqlite-failure.ts'
import { writeFileAtomically } from '../core/system/files.ts'
import type { CliSession } from './session.ts'

/**
 * Gives an original file back, byte for byte: that of a communiqué's newest wording, or the one
 * with a SHA-256. Nothing is ever replaced.
 */
export async function giveOriginal(
  session: CliSession,
  id: string,
  output: string,
): Promise<number> {
  const digest = await digestFrom(session, id)
  if (digest === null) return 1
  const source = await session.archive.call('source.read', { digest })
  if (!source.ok) {
    session.tell(source.failure)
    return 1
  }
  const target = session.resolve(output)
  if (existsSync(target)) {
    session.tell({ kind: 'file-exists', name: target })
    return 1
  }
  try {
    writeFileAtomically(target, source.value.bytes)
  } catch (error) {
    session.tell(failureFromError(error) ?? { kind: 'not-found', what: 'folder', id: target })
    return 1
  }
  const { name, mediaType } = source.value
  session.print(
    session.json
      ? JSON.stringify({ path: target, digest, name, mediaType })
      : session.words.written(target),
  )
  return 0
}

async function digestFrom(session: CliSession, id: string): Promise<string | null> {
  if (digestSchema.safeParse(id).success) return id
  const record = await session.archive.call('communique.get', { id, versionId: null })
  if (record.ok) return record.value.version.source.digest
  session.tell(record.failure)
  return null
}
