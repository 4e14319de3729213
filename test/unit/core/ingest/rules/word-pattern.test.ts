import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { patternInAnyCase } from '../../../../../electron/core/ingest/rules/word-pattern.ts'

test('matches words in capitals or not, and nothing else so', () => {
  const expression = new RegExp(
    `^(?:${patternInAnyCase(['émetteur', 'issued by', 'المصدر'])}): \\p{Lu}`,
    'u',
  )
  for (const line of ['Émetteur: A', 'ISSUED BY: A', 'issued by: A', 'المصدر: A'])
    expect(expression.test(line)).toBe(true)
  expect(expression.test('Issued by: a')).toBe(false)
})

test('no rule has a group with flags of its own, which V8 forgets once it has compiled the rule', () => {
  const folder = path.resolve('electron/core/ingest')
  const withFlags = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .some((line) => !/^\s*(?:\/?\*|\/\/)/u.test(line) && /\(\?[a-z-]+:/u.test(line)),
    )
  expect(withFlags).toEqual([])
})
