import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { frenchSample } from '../../../fixtures/export/samples.ts'
import { keptPages, type KeptPage } from '../../../support/kept-pages.ts'
import { openedEngine, samplePage, writtenFile } from '../../../support/pdf-tools.ts'
import { pictureFromPng, shareOfOtherPoints, type Picture } from '../../../support/png.ts'
import { hasProgram, runProgram } from '../../../support/program.ts'

/**
 * Pictures of pages as they were approved. After a page was changed on purpose, draw them again
 * with `FONDS_DRAW_PAGES=1 vitest run test/unit/core/export/kept-pages.test.ts` and look at each.
 */
const isDrawnAnew = process.env['FONDS_DRAW_PAGES'] === '1'
const KEPT = path.resolve(import.meta.dirname, '../../../fixtures/export/pages')
const MOST_OTHER_POINTS = 0.005

function drawn({ pdf, page }: Pick<KeptPage, 'pdf' | 'page'>): Buffer {
  const to = path.join(mkdtempSync(path.join(tmpdir(), 'fonds-drawn-')), 'page')
  const number = String(page)
  const one = ['-f', number, '-l', number, '-singlefile']
  runProgram('pdftoppm', ['-png', '-r', '60', ...one, writtenFile(pdf), to])
  return readFileSync(`${to}.png`)
}

const keptPicture = (name: string): Picture =>
  pictureFromPng(readFileSync(path.join(KEPT, `${name}.png`)))

describe.skipIf(!hasProgram('pdftoppm'))('a page', async () => {
  const engine = await openedEngine('native')
  const pages = await keptPages(engine)

  test.each(pages)('looks as it was approved: $name', (page) => {
    const png = drawn(page)
    const file = path.join(KEPT, `${page.name}.png`)
    if (isDrawnAnew) writeFileSync(file, png)
    expect(existsSync(file)).toBe(true)
    expect(shareOfOtherPoints(pictureFromPng(png), keptPicture(page.name))).toBeLessThanOrEqual(
      MOST_OTHER_POINTS,
    )
  })

  test('is told from one with a paragraph less, and from the others', () => {
    const sample = frenchSample()
    const page = samplePage(sample)
    const shorter = {
      ...page,
      paragraphs: page.paragraphs.filter(({ marks }, i) => i < 6 || marks.length > 0),
    }
    const { bytes } = engine.render(shorter, { notes: 'end' })
    const changed = pictureFromPng(drawn({ pdf: bytes, page: 1 }))
    expect(shareOfOtherPoints(changed, keptPicture('french-end'))).toBeGreaterThan(
      MOST_OTHER_POINTS,
    )
    const [first, ...others] = pages.map(({ name }) => keptPicture(name))
    if (!first) throw new Error('no pages')
    for (const other of others) {
      expect(shareOfOtherPoints(first, other)).toBeGreaterThan(MOST_OTHER_POINTS)
    }
  })

  test('is told from one without its tints and notes', () => {
    const page = samplePage(frenchSample())
    const bare = {
      ...page,
      paragraphs: page.paragraphs.map((p) => ({ ...p, marks: [] })),
      notes: [],
    }
    const { bytes } = engine.render(bare, { notes: 'margin' })
    const changed = pictureFromPng(drawn({ pdf: bytes, page: 1 }))
    expect(shareOfOtherPoints(changed, keptPicture('french-margin'))).toBeGreaterThan(
      MOST_OTHER_POINTS,
    )
  })
})
