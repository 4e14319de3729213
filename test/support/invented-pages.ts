import { pageFromRecord, type PageModel } from '../../electron/core/export/page-model.ts'
import { languageSchema } from '../../shared/model/language.ts'
import { aDate, aNote, aRecord } from '../fixtures/export/records.ts'
import type { Sample } from '../fixtures/export/samples.ts'
import { EXPORTED_AT } from './pdf-tools.ts'
import { createSyntheticArchive } from './synthetic-communiques.ts'

const textOfNumber = createSyntheticArchive(20_310_504)

/** An invented, annotated communiqué; the same number always gives the same one. */
export function inventedSample(number: number, noteCount: number): Sample {
  const { title, text, issuer, sortedOn, ...rest } = textOfNumber(number)
  const record = aRecord({
    id: `text-${number}`,
    language: languageSchema.parse(rest.language),
    title: `${title} (${number})`,
    issuer,
    paragraphs: text.split(/\n+/u).filter((words) => words.trim() !== ''),
    dates: [aDate('published', sortedOn)],
  })
  const words = [...new Set(text.split(/[^\p{L}]+/u).filter((word) => word.length > 6))]
  const notes = words
    .slice(0, noteCount)
    .map((on) => aNote(record, { on, body: `À vérifier : ${words.slice(5, 15).join(' ')}.` }))
  return { record, notes }
}

/** The same as a page, labelled in its own language. */
export function inventedPage(number: number, noteCount: number): PageModel {
  const { record, notes } = inventedSample(number, noteCount)
  const { language } = record.version
  const labelLanguage = language === 'und' ? 'fr' : language
  return pageFromRecord(record, notes, { exportedAt: EXPORTED_AT, labelLanguage })
}
