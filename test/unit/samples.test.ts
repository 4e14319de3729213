import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const folder = path.resolve(import.meta.dirname, '../../resources/sample')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)

const sampleSchema = z.strictObject({
  title: z.string().min(1),
  language: z.enum(['fr', 'ar', 'en']),
  kind: z.enum(['communique', 'joint-communique', 'declaration', 'press-release', 'wire']),
  issuers: z.array(z.string()),
  publisher: z.string().nullable(),
  referenceCode: z.string().nullable(),
  headerOn: z
    .string()
    .regex(/^\d{4}-\d{2}$/u)
    .nullable(),
  publishedOn: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/u),
  signedOn: day.nullable(),
  eventOn: day.nullable(),
  eventWords: z.string(),
  place: z.string().nullable(),
  preambleLines: z.int().positive(),
  paragraphCount: z.int(),
  versionOf: z.string().nullable(),
  relayOf: z.string().nullable(),
  sameEventAs: z.string().nullable(),
  weekdays: z.array(z.strictObject({ words: z.string(), on: day.nullable() })),
  hijri: z
    .strictObject({ words: z.string(), year: z.int(), month: z.int(), day: z.int() })
    .optional(),
})
type Sample = z.infer<typeof sampleSchema>

const { files: samples, formula } = z
  .strictObject({
    files: z.record(z.string(), sampleSchema),
    formula: z.array(z.strictObject({ file: z.string(), wording: z.string() })),
  })
  .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')))

const texts = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, new TextDecoder('utf-8', { fatal: true }).decode(read(name))]),
)
const cases: readonly (readonly [string, Sample])[] = Object.entries(samples)

/** Sunday first, as `Date.getUTCDay` counts. */
const WEEKDAYS = [
  /dimanche|sunday|الأحد/giu,
  /lundi|monday|الاثنين/giu,
  /mardi|tuesday|الثلاثاء/giu,
  /mercredi|wednesday|الأربعاء/giu,
  /jeudi|thursday|الخميس/giu,
  /vendredi|friday|الجمعة/giu,
  /samedi|saturday|السبت/giu,
] as const

function read(name: string): Buffer {
  return readFileSync(path.join(folder, name))
}

function textOf(name: string): string {
  const text = texts.get(name)
  if (text === undefined) throw new Error(`no sample is called ${name}`)
  return text
}

function linesOf(name: string): readonly string[] {
  return textOf(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
}

function weekdaysIn(words: string): readonly number[] {
  return WEEKDAYS.flatMap((pattern, weekday) => [...words.matchAll(pattern)].map(() => weekday))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How many words two lists share in the same order (longest common subsequence). */
function countCommon(left: readonly string[], right: readonly string[]): number {
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, () => 0)
  for (const word of left) {
    const row = [0]
    for (const [index, other] of right.entries()) {
      const above = previous[index + 1] ?? 0
      row.push(word === other ? (previous[index] ?? 0) + 1 : Math.max(above, row[index] ?? 0))
    }
    previous = row
  }
  return previous.at(-1) ?? 0
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000
}

describe('the sample as a whole', () => {
  test('describes every text, and no text that is not there', () => {
    expect(Object.keys(samples).toSorted()).toEqual([...texts.keys()].toSorted())
  })

  test('holds ten French, three Arabic and three English communiqués', () => {
    const languages = cases.map(([, sample]) => sample.language).toSorted()
    expect(languages.join(' ')).toBe(
      `${'ar '.repeat(3)}${'en '.repeat(3)}${'fr '.repeat(10)}`.trim(),
    )
  })

  test('traces one formula through changing wordings over three years', () => {
    for (const { file, wording } of formula) expect(textOf(file)).toContain(wording)
    expect(new Set(formula.map(({ wording }) => wording)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(formula.map(({ file }) => file.slice(0, 4)))).toEqual(
      new Set(['2023', '2024', '2025']),
    )
  })
})

describe.each(cases)('%s', (name, sample) => {
  test('is NFC, with LF line ends and no byte-order mark', () => {
    const text = textOf(name)
    expect(text).toBe(text.normalize('NFC'))
    expect(read(name).toString('latin1')).not.toMatch(/\r|^\u00EF\u00BB\u00BF/u)
  })

  test('is of the length and number of paragraphs of a communiqué', () => {
    const words = textOf(name).trim().split(/\s+/u).length
    expect(words).toBeGreaterThanOrEqual(250)
    expect(words).toBeLessThanOrEqual(600)
    expect(linesOf(name).length - sample.preambleLines).toBe(sample.paragraphCount)
    expect(sample.paragraphCount).toBeGreaterThanOrEqual(6)
    expect(sample.paragraphCount).toBeLessThanOrEqual(14)
  })

  test('has its title above the text, after its header month if it has one', () => {
    const title =
      sample.headerOn === null ? sample.title : ` date ${sample.headerOn} ${sample.title}`
    expect(linesOf(name).slice(0, sample.preambleLines)).toContain(title)
    expect(name.startsWith(sample.publishedOn)).toBe(true)
  })

  test('contains the words its description rests on', () => {
    const { issuers, publisher, referenceCode, place, eventWords } = sample
    for (const words of [...issuers, publisher, referenceCode, place, eventWords]) {
      expect(textOf(name)).toContain(words ?? '')
    }
  })

  test('is written mainly in the script of its language', () => {
    const arabic = textOf(name).match(/\p{Script=Arabic}/gu)?.length ?? 0
    const latin = textOf(name).match(/\p{Script=Latin}/gu)?.length ?? 0
    expect(arabic > latin).toBe(sample.language === 'ar')
  })

  test('names only weekdays that are true to the calendar', () => {
    const { weekdays } = sample
    expect(weekdaysIn(textOf(name)).length).toBe(weekdays.length)
    for (const { words, on } of weekdays) {
      expect(textOf(name)).toContain(words)
      const named = weekdaysIn(words)
      expect(named).toEqual([on === null ? named[0] : new Date(on).getUTCDay()])
    }
  })

  test('leaves its event undated only when no day of publication is printed', () => {
    expect(sample.eventOn === null).toBe(sample.publishedOn.length === 7)
  })

  test('puts its event in the week before publication, on the weekday it names', () => {
    const { eventOn, eventWords, publishedOn, weekdays } = sample
    const distance = eventOn === null ? 0 : daysBetween(eventOn, publishedOn)
    expect(distance).toBeGreaterThanOrEqual(0)
    expect(distance).toBeLessThan(7)
    const named = weekdays.find(({ words }) => words === eventWords)
    expect(named === undefined ? eventOn : named.on).toBe(eventOn)
  })

  test('points only at texts of the sample', () => {
    const others = [sample.versionOf, sample.relayOf, sample.sameEventAs].filter(
      (other) => other !== null,
    )
    expect(others.filter((other) => !texts.has(other))).toEqual([])
  })
})

test('a Hijri dateline names the same day as the Gregorian one beside it', () => {
  const dated = cases.filter(([, sample]) => sample.hijri !== undefined)
  expect(dated).toHaveLength(1)
  for (const [name, { hijri, publishedOn }] of dated) {
    expect(textOf(name)).toContain(hijri?.words)
    const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    const parts = calendar.formatToParts(new Date(publishedOn))
    const numberOf = (type: string): number =>
      Number(parts.find((part) => part.type === type)?.value)
    expect([numberOf('year'), numberOf('month'), numberOf('day')]).toEqual([
      hijri?.year,
      hijri?.month,
      hijri?.day,
    ])
  }
})

test('a corrected re-issue keeps most of its words and changes six to ten in a hundred', () => {
  const reissues = cases.filter(([, sample]) => sample.versionOf !== null)
  expect(reissues).toHaveLength(1)
  for (const [name, sample] of reissues) {
    const before = wordsOf(textOf(sample.versionOf ?? ''))
    const after = wordsOf(textOf(name))
    const common = countCommon(before, after)
    for (const total of [before.length, after.length]) {
      expect(1 - common / total).toBeGreaterThanOrEqual(0.06)
      expect(1 - common / total).toBeLessThanOrEqual(0.1)
    }
  }
})

test('an agency relay carries every paragraph of the communiqué it relays', () => {
  const relays = cases.filter(([, sample]) => sample.relayOf !== null)
  expect(relays).toHaveLength(1)
  for (const [name, sample] of relays) {
    const original = sample.relayOf ?? ''
    const relayed = wordsOf(textOf(name)).join(' ')
    for (const line of linesOf(original).slice(samples[original]?.preambleLines)) {
      expect(relayed).toContain(wordsOf(line).join(' '))
    }
  }
})
