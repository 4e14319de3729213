import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const glossary = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8')
const types = globSync('shared/model/*.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/^export (?:type|interface) (\w+)/gmu)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== ''),
)
const entries = glossary
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  .filter(([word]) => word !== 'Code' && !/^-+$/u.test(word ?? ''))

describe('the glossary', () => {
  test('has an entry for every type of the model', () => {
    const words = new Set(entries.map(([word]) => word))
    expect(types.length).toBeGreaterThan(0)
    expect(types.filter((name) => !words.has(`\`${name}\``))).toEqual([])
  })

  test('names no type that the model no longer has', () => {
    const named = entries.flatMap(([word]) => /^`(\w+)`$/u.exec(word ?? '')?.slice(1) ?? [])
    expect(named.filter((name) => !types.includes(name))).toEqual([])
  })

  test('gives each word its standard, its French, its Arabic and a meaning', () => {
    const incomplete = entries.filter((cells) => cells.length !== 5 || cells.includes(''))
    expect(incomplete).toEqual([])
    const withoutArabic = entries.filter(
      ([, , , arabic]) => !/\p{Script=Arabic}/u.test(arabic ?? ''),
    )
    expect(withoutArabic).toEqual([])
  })

  test('says each word once', () => {
    const words = entries.map(([word]) => word)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})
