import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SPEECH } from '../../../support/speech.ts'

const CORE = path.resolve('electron/core')

/** What the core writes into the journal, as its sources spell it. */
function actionsOfCore(): readonly string[] {
  const found = globSync('**/*.ts', { cwd: CORE }).flatMap((file) => [
    ...readFileSync(path.join(CORE, file), 'utf8').matchAll(/action: '([a-z]+\.[a-z-]+)'/gu),
  ])
  return [...new Set(found.map(([, action]) => action ?? ''))]
}

test.each(Object.values(SPEECH))('the journal is told in words in $language', ({ words }) => {
  const actions = actionsOfCore()
  expect(actions.length).toBeGreaterThan(20)
  expect(actions.filter((action) => words.journal.actions[action] === undefined)).toEqual([])
  const said = Object.values(words.journal.actions)
  expect(new Set(said).size).toBe(said.length)
})
