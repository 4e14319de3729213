import { expect, test } from 'vitest'
import type { IngestReport } from '../../../../shared/model/ingest.ts'
import { SPEECH } from '../../../support/speech.ts'
import { reportText } from '../../../../renderer/ingest/report-text.ts'

const report: IngestReport = {
  batchId: 'b',
  total: 2,
  added: 1,
  identical: 0,
  related: 0,
  unreadable: 1,
  lines: [
    {
      name: 'semaine/a\tb.txt',
      digest: 'a'.repeat(64),
      title: 'Réunion\nde travail',
      suggestionCount: 1,
      warnings: [],
      outcome: { kind: 'added', communiqueId: 'c' },
    },
    {
      name: 'scan.pdf',
      digest: null,
      title: null,
      suggestionCount: 0,
      warnings: [],
      outcome: { kind: 'unreadable', reason: 'no-text' },
    },
  ],
}

test('a report has one line per file and says why a file was not read', () => {
  const lines = reportText(report, SPEECH.fr).split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[2]?.split('\t').slice(0, 3)).toEqual([
    'Nouveau',
    'semaine/a b.txt',
    'Réunion de travail',
  ])
  expect(lines[3]).toContain('reconnaissance de caractères')
})
