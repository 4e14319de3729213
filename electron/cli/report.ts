import Papa from 'papaparse'
import type { IngestLine, IngestReport } from '../../shared/model/ingest.ts'
import type { IngestWords } from './ingest-words.ts'
import type { CliWords } from './words.ts'

/** The words a report is written in. */
export interface ReportWords {
  readonly words: CliWords
  readonly intake: IngestWords
}

/** A report as a table for spreadsheets: every line of the batch, none left out. */
export function tableFromReport({ lines }: IngestReport, labels: ReportWords): string {
  const { intake } = labels
  const rows = lines.map((line) => cellsOf(line, labels))
  const table = Papa.unparse([[...intake.columns], ...rows], {
    delimiter: intake.separator,
    newline: '\r\n',
    // A title that begins like a formula is a title all the same.
    escapeFormulae: /^[=+\-@\t\r]/u,
  })
  return `\uFEFF${table}\r\n`
}

/** A report as text to read: the counts, then every line of the batch. */
export function textFromReport(report: IngestReport, labels: ReportWords): string {
  const lines = report.lines.map((line) => `  ${sentenceFromLine(line, labels)}`)
  return `${[labels.words.report(report), ...lines].join('\n')}\n`
}

/** What became of one file, on one line. */
export function sentenceFromLine(line: IngestLine, labels: ReportWords): string {
  const [name, outcome, reason = '', title] = cellsOf(line, labels)
  const warnings = line.warnings.map((warning) => labels.intake.warning[warning])
  const result = line.outcome.kind === 'unreadable' ? [reason] : [outcome, reason, title]
  const told = [...result, ...warnings].filter((part) => part !== '')
  return `${name} : ${told.join(' · ')}`.replaceAll(/\s+/gu, ' ')
}

function cellsOf(line: IngestLine, { words, intake }: ReportWords): readonly string[] {
  const { name, outcome, title, warnings, digest, suggestionCount } = line
  return [
    name,
    intake.outcome[outcome.kind],
    reasonOf(line, { words, intake }),
    title ?? '',
    'communiqueId' in outcome ? outcome.communiqueId : '',
    outcome.kind === 'related' ? outcome.relatedTo : '',
    suggestionCount === 0 ? '' : String(suggestionCount),
    warnings.map((warning) => intake.warning[warning]).join(' · '),
    digest ?? '',
  ]
}

function reasonOf({ outcome }: IngestLine, { words, intake }: ReportWords): string {
  if (outcome.kind === 'related') return intake.relation[outcome.relation]
  if (outcome.kind !== 'unreadable') return ''
  const { reason, limit, line } = outcome
  return [
    words.unreadable[reason],
    ...(limit === undefined ? [] : [limit]),
    ...(line === undefined ? [] : [intake.line(line)]),
  ].join(', ')
}
