import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvFromTexts, csvRow } from '../../../../electron/core/export/csv.ts'
import { readExportedText } from '../../../../electron/core/export/exported-text.ts'
import { arabicSample, frenchSample } from '../../../fixtures/export/samples.ts'
import { anOffice } from '../../../support/annotated.ts'
import { addSample } from '../../../support/exported.ts'
import { EXPORTED_AT } from '../../../support/pdf-tools.ts'

/** What spreadsheets take for the beginning of a formula, alone and after what they skip. */
const STARTERS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '\u{a0}+',
  '＝',
  '＋',
  '－',
  '＠',
  '|',
  '%',
]
const FORMULAS = STARTERS.flatMap((start) => [
  `${start}cmd|'/C calc'!A0`,
  `${start}HYPERLINK("https://x.example","a")`,
  `${start}1+1`,
])

const choice = {
  notes: 'end',
  annotations: { kinds: null, tags: null, authors: null, includePrivate: false },
  labels: 'fr',
  exportedAt: EXPORTED_AT,
} as const

function aText() {
  const office = anOffice('Officier')
  const read = readExportedText(office.db, addSample(office, frenchSample()), choice)
  office.close()
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}

const cellsOf = (csv: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(csv.replace(/^\u{feff}/u, '').trimEnd()).data

test('no cell of the list begins a formula, whatever stands in the archive', () => {
  const text = aText()
  for (const words of FORMULAS) {
    const page = {
      ...text.page,
      communiqueId: words,
      title: words,
      referenceCode: words,
      place: words,
      issuer: { name: words, isConfirmed: true },
      publisher: { name: words, isConfirmed: true },
      provenance: { ...text.page.provenance, fileName: words, url: words },
    }
    const [, cells = []] = cellsOf(csvFromTexts([{ ...text, page }], 'fr'))
    expect(cells.filter((cell) => cell.startsWith(`'${words}`))).toHaveLength(8)
    expect(cells.filter((cell) => /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]/u.test(cell))).toEqual([])
  }
})

test('a cell is given back whole by taking one apostrophe off', () => {
  for (const cell of [...FORMULAS, "'", "'=1", '"quoted", with; commas', 'two\nlines', '']) {
    const [[read = ''] = []] = cellsOf(csvRow([cell, 'x']))
    expect(read.startsWith("'") ? read.slice(1) : read).toBe(cell)
  }
})

test('the list is one row for each text under a head in the language of the labels', () => {
  const office = anOffice('Officier')
  const texts = [frenchSample(), arabicSample()].map((sample) => {
    const read = readExportedText(office.db, addSample(office, sample), choice)
    if (!read.ok) throw new Error(read.failure.kind)
    return read.value
  })
  office.close()
  const csv = csvFromTexts(texts, 'ar')
  const [head = [], ...rows] = cellsOf(csv)
  expect(csv.startsWith('\u{feff}"')).toBe(true)
  expect(csv.split('\r\n')).toHaveLength(4)
  expect(head[3]).toBe('العنوان')
  expect(rows.map((row) => row[3])).toEqual(texts.map(({ page }) => page.title))
  expect(rows.every((row) => row.length === head.length)).toBe(true)
})
