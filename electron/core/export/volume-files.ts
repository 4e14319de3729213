import type { ItemOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import { dataFromDossier, type Volume } from './dossier-data.ts'
import type { ExportTools } from './export-pdf.ts'
import type { Tally } from './export-tally.ts'
import { fileNameOfList, mediaTypeOf } from './exported-text.ts'
import { createNameGiver } from './file-name.ts'
import { dataFromList } from './list-data.ts'
import { volumesFromParts } from './volumes.ts'

type Item = ItemOf<(typeof exportChannels)['export.render']>

/** What one dossier, briefing note or list is made of. */
export type VolumeOrder = Omit<Volume, 'number' | 'volumeCount'> & { readonly isList: boolean }

/**
 * Typesets a dossier or a briefing note, in as many volumes as it takes, or a list. Yields each file
 * as soon as it is made. Fails with `export-font-missing`.
 */
export async function* renderVolumes(
  tools: ExportTools,
  tally: Tally,
  order: VolumeOrder,
): AsyncGenerator<Item, Outcome<null>, void> {
  const engine = await tools.openEngine()
  if (!engine.ok) return engine
  const { isList, parts, layout, furniture } = order
  const nameOf = createNameGiver()
  const volumes = isList ? [parts] : volumesFromParts(parts)
  const total = Math.max(parts.length, 1)
  const format = isList ? 'list-pdf' : 'dossier-pdf'
  const fileName = fileNameOfList(order.cover.title, order.exportedAt, format)
  let done = 0
  for (const [i, own] of volumes.entries()) {
    const volume = { ...order, parts: own, number: i + 1, volumeCount: volumes.length }
    const rendered = engine.value.renderTemplate(isList ? 'list' : layout, { furniture }, (clean) =>
      isList ? dataFromList(volume, clean) : dataFromDossier(volume, clean),
    )
    tally.addRendered(rendered)
    done += own.length
    const file = {
      fileName: nameOf(fileName),
      mediaType: mediaTypeOf(format),
      bytes: rendered.bytes,
    }
    yield { done: Math.min(done, total), total, file }
  }
  return succeed(null)
}
