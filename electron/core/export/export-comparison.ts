import type { ItemOf, OutputOf, ParsedInputOf } from '../../../shared/channels/channel.ts'
import type { exportChannels } from '../../../shared/channels/export.ts'
import type { CommuniqueRecord } from '../../../shared/model/communique.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { recordOfVersion } from './citation.ts'
import {
  countChanges,
  mergedParagraphs,
  rowsSideBySide,
  type ChangeCounts,
} from './comparison-pieces.ts'
import { headOfVolume } from './dossier-data.ts'
import type { ExportTools } from './export-pdf.ts'
import { createTally } from './export-tally.ts'
import { fileNameOfList, mediaTypeOf } from './exported-text.ts'
import { furnitureFromSettings } from './furniture.ts'
import { readAmongOthers } from './left-out.ts'
import { pageFromRecord, type LabelLanguage } from './page-model.ts'
import { WORDS } from './page-words.ts'
import { dataFromPage } from './pdf-data.ts'
import { SHEET_WORDS } from './sheet-words.ts'

type Channel = (typeof exportChannels)['export.render-comparison']
type Input = ParsedInputOf<Channel>

/**
 * Compares two wordings, of one communiqué or of two, word by word and writes both side by side, or
 * one text with what was removed and added marked by more than colour. Fails with `not-found`,
 * `archive-corrupt` or `export-font-missing`.
 */
export async function* exportComparison(
  db: ReadableArchive,
  tools: ExportTools,
  input: Input,
): AsyncGenerator<ItemOf<Channel>, Outcome<OutputOf<Channel>>, void> {
  const old = readAmongOthers(() => recordOfVersion(db, input.oldVersionId))
  if (!old.ok) return old
  const fresh = readAmongOthers(() => recordOfVersion(db, input.freshVersionId))
  if (!fresh.ok) return fresh
  yield { done: 0, total: 2, file: null }
  const engine = await tools.openEngine()
  if (!engine.ok) return engine
  const exportedAt = tools.now()
  const furniture = furnitureFromSettings(input.page, tools.policy)
  const both = { old: old.value, fresh: fresh.value }
  const rendered = engine.value.renderTemplate('comparison', { furniture }, (clean) =>
    dataFromComparison(both, { ...input, exportedAt }, clean),
  )
  const tally = createTally()
  tally.addCommunique()
  if (both.old.communique.id !== both.fresh.communique.id) tally.addCommunique()
  tally.addRendered(rendered)
  const name = `${SHEET_WORDS[input.labels].comparison} ${both.fresh.version.title}`
  const file = {
    fileName: fileNameOfList(name, exportedAt, 'pdf'),
    mediaType: mediaTypeOf('pdf'),
    bytes: rendered.bytes,
  }
  yield { done: 2, total: 2, file }
  return succeed(tally.report())
}

interface Both {
  readonly old: CommuniqueRecord
  readonly fresh: CommuniqueRecord
}

function dataFromComparison(
  { old, fresh }: Both,
  { layout, labels, exportedAt }: Input & { readonly exportedAt: string },
  clean: (text: string) => string,
): object {
  const words = SHEET_WORDS[labels]
  const pages = [old, fresh].map((record) =>
    pageFromRecord(record, [], { exportedAt, labelLanguage: labels }),
  )
  const isOne = old.communique.id === fresh.communique.id
  const parts = pages.map((page) => ({ kind: 'text' as const, page, people: [] }))
  const cover = { title: fresh.version.title, subtitle: '' }
  const cleaned = <T extends { readonly pieces: readonly { readonly t: string }[] }>(
    paragraph: T,
  ): T => ({
    ...paragraph,
    pieces: paragraph.pieces.map((piece) => ({ ...piece, t: clean(piece.t) })),
  })
  const [left, right] = [old.version, fresh.version]
  return {
    ...headOfVolume({ cover, parts, labels, exportedAt }, clean),
    kicker: words.comparison,
    description: words.comparisonDescription,
    layout,
    sides: pages.map((page, i) => {
      const data = dataFromPage({ ...page, paragraphs: [] }, 'none', clean)
      const label = isOne ? `${words.version} ${page.versionNumber}` : `${words.text} ${'AB'[i]}`
      return {
        label,
        lang: data.lang,
        dir: data.dir,
        title: data.title,
        facts: [data.issuer, data.dateline].filter((fact) => fact !== '').join(' · '),
        digest: page.versionDigest,
      }
    }),
    summary: summaryOf(countChanges(left, right), labels),
    legend: (['inserted', 'deleted', 'moved', 'respelt'] as const).map((change) => ({
      change,
      words: words[change],
    })),
    merged: layout === 'merged' ? mergedParagraphs(left, right).map((one) => cleaned(one)) : [],
    rows:
      layout === 'side-by-side'
        ? rowsSideBySide(left, right).map((row) => row.map((one) => (one ? cleaned(one) : null)))
        : [],
  }
}

function summaryOf(counts: ChangeCounts, labels: LabelLanguage): string {
  const words = SHEET_WORDS[labels]
  const told = (['inserted', 'deleted', 'moved', 'respelt'] as const).flatMap((change) =>
    counts[change] === 0 ? [] : [`${words[change]}${WORDS[labels].colon} ${counts[change]}`],
  )
  return told.length === 0 ? words.same : told.join(' · ')
}
