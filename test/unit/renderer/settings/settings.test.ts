import { expect, test } from 'vitest'
import { settingsFrom } from '../../../../renderer/settings/settings.tsx'

test('what was remembered is taken up again', () => {
  const settings = settingsFrom({ language: 'ar', readingSize: 21, notesShown: false })
  expect(settings).toMatchObject({ language: 'ar', readingSize: 21, notesShown: false })
})

test('what makes no sense any more is left out', () => {
  const first = settingsFrom(null)
  expect(settingsFrom({ language: 'xx', readingSize: 'big', theme: 3, other: true })).toEqual(first)
  expect(first.language).toBe('fr')
})
