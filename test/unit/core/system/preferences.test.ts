import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPreferences } from '../../../../electron/core/system/preferences.ts'
import { aFolder } from '../../../support/archive.ts'

const { folder, remove } = aFolder()
afterAll(remove)

test('a choice is there for the next run', () => {
  const file = path.join(folder, 'new', 'preferences.json')
  openPreferences(file).keep('settings.language', '"ar"')
  openPreferences(file).keep('settings.theme', '"dark"')
  expect(openPreferences(file).read()).toEqual({
    'settings.language': '"ar"',
    'settings.theme': '"dark"',
  })
})

test('windows that are open side by side keep one another’s choices', () => {
  const file = path.join(folder, 'shared.json')
  const [one, other] = [openPreferences(file), openPreferences(file)]
  one.keep('settings.listWidth', '400')
  other.keep('settings.notesWidth', '300')
  one.keep('settings.listWidth', '420')
  expect(other.read()).toEqual({ 'settings.listWidth': '420', 'settings.notesWidth': '300' })
})

test('a file that cannot be read counts as empty, and is replaced', () => {
  const file = path.join(folder, 'damaged.json')
  writeFileSync(file, '{"settings.language": 3')
  const preferences = openPreferences(file)
  expect(preferences.read()).toEqual({})
  preferences.keep('shortcuts', '{}')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ shortcuts: '{}' })
})

test('where nothing can be written a choice lasts as long as the run', () => {
  const file = path.join(folder, 'shared.json', 'preferences.json')
  const preferences = openPreferences(file)
  preferences.keep('settings.theme', '"dark"')
  expect(preferences.read()).toEqual({ 'settings.theme': '"dark"' })
  expect(openPreferences(file).read()).toEqual({})
})
