import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'
import { SPEECH } from '../../../support/speech.ts'
import { isSafeInBulk, ruleName, ruleWords } from '../../../../renderer/review/suggestion-words.ts'

/** The ways a rule is spelt where it reads something. */
const SPELLINGS = [
  /rule: ['`]((?:\$\{\w+(?:\.\w+)*\})?[a-z-]+)['`]/gu,
  /candidateFromSpan\(\s*\w+,\s*'([a-z-]+)'/gu,
  /publicationsOf\(lines, '([a-z-]+)'/gu,
]

const weekday: Suggestion = {
  kind: 'date',
  id: 'd',
  communiqueId: 'c',
  versionId: 'v',
  title: 'Réunion',
  aspect: 'event',
  value: '2025-04-14',
  otherId: null,
  rule: 'fr-weekday',
  isStated: false,
  relativeTo: '2025-04-16',
  evidence: { part: 'text', start: 3, end: 8, quote: 'lundi' },
}

describe('the rule of a suggestion', () => {
  test('is told with the word it read and the day it counted from', () => {
    expect(ruleWords(weekday, SPEECH.fr)).toBe(
      '«\u00A0\u2068lundi\u2069\u00A0», relatif au 16/04/2025 · jour de la semaine, compté depuis la publication',
    )
    expect(ruleWords(weekday, SPEECH.en)).toContain('“\u2068lundi\u2069”, relative to 16/04/2025')
  })

  test('has a name in every language', () => {
    const spelt = sourcesUnder('electron/core/ingest').flatMap((source) =>
      SPELLINGS.flatMap((spelling) =>
        [...source.matchAll(spelling)].map(([, rule = '']) => rule.replace(/^\$\{.*\}/u, 'fr')),
      ),
    )
    expect(new Set(spelt).size).toBeGreaterThan(60)
    for (const speech of Object.values(SPEECH)) {
      const unnamed = spelt.filter(
        (rule) => ruleName(rule, speech) === speech.words.check.ruleUnnamed(rule),
      )
      expect(unnamed).toEqual([])
    }
  })

  test('that has no name is told by its identifier', () => {
    expect(ruleName('ar-unheard-of', SPEECH.fr)).toContain('ar-unheard-of')
  })
})

describe('accepting many at once', () => {
  test('is offered for what sources print, never for what was deduced', () => {
    expect(isSafeInBulk(weekday)).toBe(false)
    expect(isSafeInBulk({ ...weekday, isStated: true, rule: 'date-line' })).toBe(true)
    expect(isSafeInBulk({ ...weekday, kind: 'relation', isStated: true })).toBe(false)
  })

  test('is offered for names of the lists, never for names guessed from the words around', () => {
    const mention: Suggestion = { ...weekday, kind: 'mention', isStated: true, rule: 'known-name' }
    expect(isSafeInBulk(mention)).toBe(true)
    expect(isSafeInBulk({ ...mention, rule: 'fr-country' })).toBe(true)
    expect(isSafeInBulk({ ...mention, rule: 'fr-role-name' })).toBe(false)
  })
})

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
}
