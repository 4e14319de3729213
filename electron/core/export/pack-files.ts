import type { ItemOf, OutputOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import { createZip } from '../system/zip.ts'

type Channel = (typeof exportChannels)['export.render']
type Steps = AsyncGenerator<ItemOf<Channel>, Outcome<OutputOf<Channel>>, void>

/**
 * The same steps with their files gathered in one ZIP container, which comes last. An export that
 * fails gives no container.
 */
export async function* packFiles(steps: Steps, fileName: string): Steps {
  const zip = createZip()
  const pieces: Uint8Array[] = []
  let total = 1
  for (;;) {
    const next = await steps.next()
    if (next.done !== true) {
      const { file, ...place } = next.value
      total = place.total
      if (file !== null) pieces.push(zip.add({ name: file.fileName, content: file.bytes }))
      yield { ...place, file: null }
      continue
    }
    if (next.value.ok) {
      const bytes = Uint8Array.from(Buffer.concat([...pieces, zip.end()]))
      const file = { fileName, mediaType: 'application/zip', bytes }
      yield { done: total, total, file }
    }
    return next.value
  }
}
