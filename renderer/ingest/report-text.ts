import type { IngestOutcome, IngestReport } from '../../shared/model/ingest.ts'
import type { Speech } from '../i18n/words.tsx'

/** What became of one file, in words, and what to do about it when it could not be read. */
export function tellOutcome(
  outcome: IngestOutcome,
  { words }: Speech,
): { readonly kind: string; readonly advice: string | null } {
  const { outcomes, reasons } = words.ingest
  if (outcome.kind === 'unreadable') {
    return { kind: outcomes.unreadable, advice: reasons[outcome.reason] }
  }
  const kind = outcome.kind === 'related' ? outcomes[outcome.relation] : outcomes[outcome.kind]
  return { kind, advice: null }
}

/** A report as plain text: the counts, then one line per file, its fields apart by tabs. */
export function reportText(report: IngestReport, speech: Speech): string {
  const { summary } = speech.words.ingest
  const counts = [
    summary.added(report.added),
    summary.related(report.related),
    summary.identical(report.identical),
    summary.unreadable(report.unreadable),
  ]
  const lines = report.lines.map(({ name, title, digest, outcome, warnings }) => {
    const { kind, advice } = tellOutcome(outcome, speech)
    const told = warnings.map((warning) => speech.words.ingest.warnings[warning])
    const remarks = [advice ?? '', ...told].join(' ')
    return [kind, name, title ?? '', digest ?? '', remarks].map(onOneLine).join('\t')
  })
  return `${[counts.join(' · '), '', ...lines].join('\n')}\n`
}

function onOneLine(field: string): string {
  return field.replaceAll(/\s+/gu, ' ').trim()
}
