import { expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

/** What patterns that hesitate stumble over, as long as asked. */
const RUNS: Readonly<Record<string, (length: number) => string>> = {
  'spaces after a place': (length) => `Paris${' '.repeat(length)}x`,
  'dashes after a place': (length) => `Paris ${'- '.repeat(length / 2)}(`,
  spaces: (length) => `${' '.repeat(length)}x`,
  digits: (length) => '1'.repeat(length),
  commas: (length) => ','.repeat(length),
  'Arabic letters': (length) => 'ب'.repeat(length),
  'Arabic words': (length) => 'بيان '.repeat(length / 5),
  capitals: (length) => 'Ab '.repeat(length / 3),
  'blank lines': (length) => `${'\n'.repeat(length)}x`,
  apostrophes: (length) => "l'".repeat(length / 2),
  weekdays: (length) => 'lundi 1 '.repeat(length / 8),
  communiqués: (length) => 'communiqué du ministère '.repeat(length / 24),
  ministers: (length) => 'ministre de la x '.repeat(length / 17),
  'Arabic ministers': (length) => 'وزير الداخلية '.repeat(length / 14),
  letterheads: (length) =>
    `ministère ${'internationalisation particulièrement '.repeat(4)};\n`.repeat(length / 160),
  senators: (length) => 'Senator A. '.repeat(length / 11),
  ministries: (length) => 'Ministry of the Abc '.repeat(length / 20),
}

/** Processor time of this process, not of the clock, the least of three. */
function cost(work: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work()
      return process.cpuUsage(before).user / 1000
    }),
  )
}

type Told = 'fr' | 'en' | 'ar'
const languagesOf = (name: string): readonly Told[] => {
  if (name.startsWith('Arabic')) return ['ar']
  return name === 'senators' || name === 'ministries' ? ['en'] : ['fr']
}

const LENGTH = 8000
/** Work that takes less is lost in that of the process. */
const NOTHING_MS = 25

test.each(Object.entries(RUNS))('reads a run of %s in time that grows with it', (name, make) => {
  for (const language of languagesOf(name)) {
    const work = (length: number) => () => {
      const read = readPlainText(make(length), () => language)
      describe({ ...read, language, fileName: 'a.txt' })
    }
    work(LENGTH / 8)()
    const [short, long] = [cost(work(LENGTH / 4)), cost(work(LENGTH))]
    // Four times the length: linear work costs four times as much, quadratic sixteen.
    expect(long / Math.max(short, NOTHING_MS)).toBeLessThan(10)
  }
})
