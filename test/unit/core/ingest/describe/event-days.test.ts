import { expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'
import { EVENT_DAYS_AR } from '../../../../fixtures/ingest/event-days-ar.ts'
import { EVENT_DAYS_EN } from '../../../../fixtures/ingest/event-days-en.ts'
import { EVENT_DAYS_FR } from '../../../../fixtures/ingest/event-days-fr.ts'

const detect = await loadLanguageDetector()

const WRITTEN = [
  ...EVENT_DAYS_FR.map((one) => ({
    ...one,
    language: 'French',
    head: 'Pêche côtière\n\n21/05/2024',
  })),
  ...EVENT_DAYS_EN.map((one) => ({
    ...one,
    language: 'English',
    head: 'Coastal fishing\n\n13 June 2024',
  })),
  ...EVENT_DAYS_AR.map((one) => ({
    ...one,
    language: 'Arabic',
    head: 'الصيد الساحلي\n\n23 أكتوبر 2024',
  })),
]

test.each(WRITTEN)(
  'finds the day of the event past $manner ($language)',
  ({ head, body, eventOn }) => {
    const described = describe({
      ...readPlainText(`${head}\n\n${body}`, detect),
      fileName: 'texte.txt',
    })
    const event = described.dates.find(({ role }) => role === 'event')
    expect(event?.value ?? null).toBe(eventOn)
    expect(event?.settlement ?? 'unconfirmed').toBe('unconfirmed')
  },
)
