import { expect, test } from 'vitest'
import { composeCommunique } from '../../../../electron/core/ingest/compose.ts'
import { readJson } from '../../../../electron/core/ingest/formats/json.ts'
import type { ReadingBlock, ReadingItem } from '../../../../electron/core/ingest/reading.ts'
import { loadLanguageDetector } from '../../../../electron/core/ingest/text/language.ts'

const detect = await loadLanguageDetector()

const DATELINE = 'جدة 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس'
const FIRST = 'أقامت الوزارة اليوم دورة تدريبية في صيد السفن الصغيرة حضرها عدد من البحارة.'
const SECOND = 'وأوضحت الوزارة أن الدورة تستمر أسبوعا وتختتم بتوزيع الشهادات على المشاركين.'

const itemOf = (texts: readonly string[], title: string | null): ReadingItem => ({
  name: 'note.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  reader: 'docx/1',
  encoding: null,
  title,
  blocks: texts.map((text): ReadingBlock => ({ kind: 'body', text })),
  structured: {},
})

test('what stands above the first sentence is no part of it, whatever the format', () => {
  const title = 'الوزارة تقيم دورة في الصيد'
  const { version, publisher, place, dates } = composeCommunique(
    itemOf([title, '10/08/2015', DATELINE, FIRST, SECOND], title),
    detect,
  )
  expect(version.text).toBe(`${FIRST}\n\n${SECOND}`)
  expect(version.preamble).toBe(`${title}\n\n10/08/2015\n\n${DATELINE}`)
  expect(publisher?.name).toBe('واس')
  expect(place).toBe('جدة')
  expect(dates.map(({ role, value }) => [role, value])).toEqual([
    ['published', '2015-08-10'],
    ['event', '2015-08-10'],
  ])
})

test('a title that no structure states is read above the date line', () => {
  const { version } = composeCommunique(
    itemOf(['Le comité des ports se réunit', '16/04/2025', 'Le comité s’est réuni mardi.'], null),
    detect,
  )
  expect(version.title).toBe('Le comité des ports se réunit')
  expect(version.titleEvidence).toMatchObject({ part: 'preamble', start: 0 })
  expect(version.text).toBe('Le comité s’est réuni mardi.')
})

test('the lines of a record are its paragraphs', () => {
  const bytes = Buffer.from(
    JSON.stringify({ title: 'دورة', date: '2015-08-10', body: `${DATELINE}\n${FIRST}\n${SECOND}` }),
  )
  const [item] = readJson({ name: 'a.json', bytes }).items
  if (item === undefined) throw new Error('nothing was read')
  const { version } = composeCommunique(item, detect)
  expect(version.paragraphs.map(({ start, end }) => version.text.slice(start, end))).toEqual([
    FIRST,
    SECOND,
  ])
})

test('a text that is nothing but a date is kept as its text', () => {
  const { version } = composeCommunique(itemOf(['16/04/2025'], null), detect)
  expect(version.text).toBe('16/04/2025')
})
