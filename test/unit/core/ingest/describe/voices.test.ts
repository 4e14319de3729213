import { describe as group, expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'
import type { Voice } from '../../../../fixtures/ingest/voice.ts'
import { VOICES_APART } from '../../../../fixtures/ingest/voices-apart.ts'
import { VOICES_AR } from '../../../../fixtures/ingest/voices-ar.ts'
import { VOICES_EN } from '../../../../fixtures/ingest/voices-en.ts'
import { VOICES_FR } from '../../../../fixtures/ingest/voices-fr.ts'
import { VOICES_LATER } from '../../../../fixtures/ingest/voices-later.ts'

const detect = await loadLanguageDetector()

type Field = 'place' | 'issuer'

/** The shares of the proposals that are right, and of the noted values that are proposed. */
interface Score {
  readonly precision: number
  readonly recall: number
  readonly misses: readonly string[]
}

function scoreOf(voices: readonly Voice[], field: Field): Score {
  const judged = voices.flatMap((voice) => {
    const noted = voice[field]
    if (noted === undefined) return []
    const proposed = proposedFor(voice, field)
    return [{ manner: voice.manner, noted, proposed, isRight: fold(noted) === fold(proposed) }]
  })
  const right = judged.filter(({ isRight, noted }) => isRight && noted !== null).length
  return {
    precision: right / judged.filter(({ proposed }) => proposed !== null).length,
    recall: right / judged.filter(({ noted }) => noted !== null).length,
    misses: judged
      .filter(({ isRight }) => !isRight)
      .map(({ manner, noted, proposed }) => `${manner}: ${noted}, proposed ${proposed}`),
  }
}

function proposedFor({ source }: Voice, field: Field): string | null {
  const { places, issuer } = describe({ ...readPlainText(source, detect), fileName: 'texte.txt' })
  return (field === 'place' ? places[0] : issuer)?.value ?? null
}

const fold = (value: string | null): string | null =>
  value
    ?.normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('’', "'")
    .toLowerCase() ?? null

/** What was asked of the rules before a text was written. */
const BARS = { place: [0.92, 0.88], issuer: [0.92, 0.85] } as const

group.each([
  ['of the first lists', [...VOICES_FR, ...VOICES_EN, ...VOICES_AR]],
  ['kept apart while rules were tuned, or noted later', [...VOICES_APART, ...VOICES_LATER]],
] as const)('texts of many issuers %s', (_, voices) => {
  test.each(['place', 'issuer'] as const)('have their %s, and seldom another', (field) => {
    const score = scoreOf(voices, field)
    const [precision, recall] = BARS[field]
    // Where a bar is missed, what was read otherwise is printed with it.
    expect(score).toEqual({
      precision: expect.toSatisfy((share: number) => share >= precision, `at least ${precision}`),
      recall: expect.toSatisfy((share: number) => share >= recall, `at least ${recall}`),
      misses: expect.anything(),
    })
  })
})
