import type { Outcome } from '../../shared/model/failure.ts'
import type { Backend } from '../client/backend.ts'

/** The longest name that a shell takes for a file. */
const LONGEST_NAME = 255

/** The original bytes of a source file, under a name that a shell takes; fails with `not-found`. */
export async function readOriginal(
  { archive }: Backend,
  digest: string,
): Promise<Outcome<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const source = await archive.call('source.read', { digest })
  if (!source.ok) return source
  const { name, bytes } = source.value
  return { ok: true, value: { name: name.slice(0, LONGEST_NAME), bytes } }
}
