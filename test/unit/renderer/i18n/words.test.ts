import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tellFailure } from '../../../../renderer/i18n/failure-words.ts'
import type { Speech } from '../../../../renderer/i18n/words.tsx'
import { policyRuleSchema } from '../../../../shared/model/policy.ts'
import { FAILURE_SAMPLES } from '../../../support/failure-samples.ts'
import { SPEECH, wordingsOf } from '../../../support/speech.ts'

const documented = readFileSync('docs/failures.md', 'utf8')
const languages: readonly Speech[] = Object.values(SPEECH)

describe.each(languages)('$language', ({ words }) => {
  test('says something for every word', () => {
    expect(wordingsOf(words).filter(([, said]) => said.trim() === '')).toEqual([])
  })

  test('writes numbers and values into its wordings', () => {
    const left = wordingsOf(words).filter(([, said]) => /#|undefined|\[object/u.test(said))
    expect(left).toEqual([])
  })

  test('tells of each failure what happened, what is safe and what to do, and so do the docs', () => {
    const told = FAILURE_SAMPLES.map((failure) => tellFailure(words.failures, failure))
    const short = told.filter(
      ({ title, kept, next }) => title.length < 5 || kept.length < 8 || next.length < 8,
    )
    expect(short).toEqual([])
    const untold = told
      .flatMap(({ title, kept, next }) => [title, kept, next])
      .filter((said) => !documented.includes(said))
    expect(untold).toEqual([])
  })
})

test.each(languages)('a rule that refuses is told by its name in $language', ({ words }) => {
  for (const rule of policyRuleSchema.options) {
    const { kept } = tellFailure(words.failures, { kind: 'policy-refuses', rule })
    expect(kept).toContain(words.policy.rules[rule])
    expect(kept).not.toMatch(new RegExp(`\\b${rule}\\b`, 'u'))
  }
})

test('the languages are different from one another', () => {
  const said = languages.map(({ words }) => new Map(wordingsOf(words)))
  const [french, english, arabic] = said
  const same = [...(french ?? [])].filter(
    ([path, words]) => /\p{L}{4}/u.test(words) && arabic?.get(path) === words,
  )
  expect(same.map(([path]) => path)).toEqual([
    '.app.name',
    '.ingest.formats',
    '.settings.version',
    '.shortcuts.keys.ctrl',
  ])
  expect(english?.get('.common.close')).toBe('Close')
})

describe('numbers', () => {
  test('take each of the six forms of Arabic', () => {
    const told = [0, 1, 2, 3, 11, 100].map((total) => SPEECH.ar.words.list.count(total))
    expect(told).toEqual(['لا بلاغات', 'بلاغ واحد', 'بلاغان', '3 بلاغات', '11 بلاغا', '100 بلاغ'])
  })

  test('agree in Arabic with the minutes after which an archive locks', () => {
    const told = [1, 2, 5, 15].map((minutes) => SPEECH.ar.words.safety.isEncrypted(minutes))
    expect(told.map((said) => /بعد (.+) دون/u.exec(said)?.[1])).toEqual([
      'دقيقة واحدة',
      'دقيقتين',
      '5 دقائق',
      '15 دقيقة',
    ])
  })

  test('take the singular of French for nothing and for one', () => {
    const told = [0, 1, 2, 1_000_000].map((total) =>
      SPEECH.fr.words.list.count(total).replaceAll(/\s/gu, ' '),
    )
    expect(told).toEqual([
      '0 communiqué',
      '1 communiqué',
      '2 communiqués',
      '1 000 000 de communiqués',
    ])
  })
})

test('French keeps its signs with the word before them', () => {
  const loose = wordingsOf(SPEECH.fr.words).filter(([, said]) => / [;:!?»]|« /u.test(said))
  expect(loose.filter(([path]) => path !== '.settings.singleKeysAdvice')).toEqual([])
})

test('Arabic names the product as it is written everywhere, and a version by one word', () => {
  const said = wordingsOf(SPEECH.ar.words)
  expect(said.filter(([, words]) => words.includes('فوندز'))).toEqual([])
  expect(SPEECH.ar.words.versions.title).toBe('الصيغ')
  expect(SPEECH.ar.words.list.versions(3)).toBe('3 صيغ')
})
