import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Icons that point along the line, or show lines that begin on one side. */
const POINTING =
  /<(?:Arrow(?:Left|Right)|Chevron(?:Left|Right)|Undo2?|Redo2?|LogOut|List(?:Checks|Todo)?|Text(?:Quote|Search)|PanelLeft\w*)\s[^>]*>/gu

test('an icon that points is mirrored where the line runs from right to left', () => {
  const used = globSync('renderer/**/*.tsx').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(POINTING)].map(([icon]) => `${file}: ${icon}`),
  )
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter((icon) => !icon.includes('flips'))).toEqual([])
})
