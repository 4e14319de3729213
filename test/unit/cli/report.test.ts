import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { IngestReport } from '../../../shared/model/ingest.ts'
import { ingestWords } from '../../../electron/cli/ingest-words.ts'
import { tableFromReport, textFromReport } from '../../../electron/cli/report.ts'
import { wordsFr } from '../../../electron/cli/words-fr.ts'

const digest = 'a'.repeat(64)
const REPORT: IngestReport = {
  batchId: 'b',
  total: 3,
  added: 0,
  identical: 0,
  related: 1,
  unreadable: 2,
  lines: [
    {
      name: 'semaine/a;b.txt',
      digest,
      title: '=HYPERLINK("x")\nTitre « long »',
      suggestionCount: 2,
      warnings: ['encoding-guessed', 'date-ambiguous'],
      outcome: { kind: 'related', communiqueId: 'c2', relatedTo: 'c1', relation: 'amends' },
    },
    {
      name: 'scan.pdf',
      digest,
      title: null,
      suggestionCount: 0,
      warnings: ['original-kept'],
      outcome: { kind: 'unreadable', reason: 'no-text' },
    },
    {
      name: 'dump.jsonl',
      digest: null,
      title: null,
      suggestionCount: 0,
      warnings: [],
      outcome: { kind: 'unreadable', reason: 'damaged', line: 12 },
    },
  ],
}
const labels = { words: wordsFr, intake: ingestWords() }

test('a report is a table with a row for every line, none of which is a formula', () => {
  const table = tableFromReport(REPORT, labels)
  const { data } = Papa.parse<string[]>(table.replace('\uFEFF', ''), {
    delimiter: labels.intake.separator,
    skipEmptyLines: true,
  })
  expect(data).toHaveLength(4)
  expect(data.every((row) => row.length === labels.intake.columns.length)).toBe(true)
  expect(data[1]?.[0]).toBe('semaine/a;b.txt')
  expect(data[1]?.[3]).toBe(`'=HYPERLINK("x")\nTitre « long »`)
  expect(data[1]?.slice(4, 7)).toEqual(['c2', 'c1', '2'])
  expect(data[3]?.[2]).toContain('12')
})

test('a report to read says of every file what became of it and what to know of it', () => {
  const text = textFromReport(REPORT, labels)
  expect(text.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(3)
  for (const { name, warnings } of REPORT.lines) {
    expect(text).toContain(name)
    for (const warning of warnings) expect(text).toContain(labels.intake.warning[warning])
  }
})
