import { expect, test } from 'vitest'
import {
  openingHeading,
  titleFromProperty,
} from '../../../../../electron/core/ingest/formats/stated-title.ts'
import type { ReadingBlock } from '../../../../../electron/core/ingest/reading.ts'

const body = (...texts: readonly string[]): ReadingBlock[] =>
  texts.map((text) => ({ kind: 'body', text }))

test('believes a title that the text begins with, whatever its marks', () => {
  const blocks = body('RABAT', 'Accord de pêche — suites', 'Texte.')
  expect(titleFromProperty('Accord de pêche : suites', blocks, 'r')?.value).toBe(
    'Accord de pêche : suites',
  )
})

test('does not believe a file name, a template or a word that happens to occur', () => {
  const blocks = body('Accord de pêche', 'La note est jointe.')
  for (const property of [
    'Microsoft Word - accord.doc',
    'Modèle de communiqué',
    'note',
    '',
    null,
  ]) {
    expect(titleFromProperty(property, blocks, 'r')).toBeUndefined()
  }
})

test('takes the heading a text opens with', () => {
  expect(openingHeading([{ kind: 'heading', text: 'Titre' }, ...body('x')])).toBe('Titre')
  expect(openingHeading(body('x'))).toBeNull()
})
