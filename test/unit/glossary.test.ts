import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { menuLabelsFor } from '../../electron/desktop/menu-labels.ts'
import { SPEECH, wordingsOf } from '../support/speech.ts'
import { tellFailure } from '../../renderer/i18n/failure-words.ts'
import { FAILURE_SAMPLES } from '../support/failure-samples.ts'

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

describe('what officers read', () => {
  const unused = [...glossary.matchAll(/^- `(?<word>[^`]+)` is (?<instead>[^(]+) \(/gmu)].map(
    ({ groups }) => ({ word: groups?.['word'] ?? '', instead: groups?.['instead'] ?? '' }),
  )
  const said = [...spokenWordings(), ...writtenWordings()]
  const saying = (word: string): readonly string[] =>
    said.filter(([, words]) => hasWord(words, word)).map(([where]) => where)

  test.each(unused)('has one word for one thing, and $word is not it', ({ word, instead }) => {
    expect(saying(word)).toEqual([])
    // The control: the thing itself is told of where the other word is looked for.
    expect(saying(instead).length).toBeGreaterThan(0)
  })
})

/** The interface and the menus, in every language; failures with samples of what they tell. */
function spokenWordings(): readonly (readonly [string, string])[] {
  return Object.entries(SPEECH).flatMap(([language, { words }]) => [
    ...wordingsOf(words, language),
    ...FAILURE_SAMPLES.flatMap((failure) =>
      wordingsOf(tellFailure(words.failures, failure), `${language}.${failure.kind}`),
    ),
    ...wordingsOf(menuLabelsFor(language), `menu.${language}`),
  ])
}

/** What is said on a terminal and beside the open copy, as it stands in its files. */
function writtenWordings(): readonly (readonly [string, string])[] {
  return globSync(['electron/cli/*words*.ts', 'electron/core/export/*words*.ts'], {
    cwd: root,
  }).map((file) => [file, readFileSync(path.join(root, file), 'utf8')])
}

/** Whether a word begins somewhere, with or without its Arabic article; endings may follow. */
function hasWord(words: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}])(?:[وفبلك]?ال|لل|[وفبلك])?${word}`, 'iu').test(words)
}
