import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const RENDERER = path.resolve('dist/renderer')
const MOST_BYTES = 250_000

/** The scripts that a window reads before it shows anything. */
function firstScripts(): readonly string[] {
  const page = readFileSync(path.join(RENDERER, 'index.html'), 'utf8')
  return [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/gu)].map(
    ([, file]) => file ?? '',
  )
}

test('what a window reads first is small, and holds no language that is not spoken', () => {
  const scripts = firstScripts().map((file) => readFileSync(path.join(RENDERER, file)))
  expect(scripts.length).toBeGreaterThan(3)
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0)
  expect(bytes).toBeLessThan(MOST_BYTES)
  const words = scripts.map(String).join('\n')
  expect(words).toContain('Choisissez un communiqué')
  expect(words).not.toContain('Choose a communiqué')
})
