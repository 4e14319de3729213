import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPdfEngine } from '../../../../electron/core/export/pdf.ts'
import { frenchSample } from '../../../fixtures/export/samples.ts'
import { pdfPlaces, samplePage, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram, runProgram } from '../../../support/program.ts'

/** Nine paragraphs of growing words, so that every line ends at another place. */
function longWords(): ReturnType<typeof samplePage> {
  const page = samplePage(frenchSample())
  const [like] = page.paragraphs
  if (!like) throw new Error('no paragraph')
  const paragraphs = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => {
    const words = Array.from(
      { length: 40 },
      (_, i) => ['a'.repeat((i + n) % 7), 'interministérielles', 'n° 2031/117 ;', '12 %'][i % 4],
    )
    const run = { language: 'fr' as const, direction: 'ltr' as const, text: words.join(' ') }
    return { ...like, runs: [run], marks: [] }
  })
  return { ...page, notes: [], paragraphs }
}

async function linesWith(templatesFolder: string): Promise<readonly string[]> {
  const opened = await openPdfEngine({ ...pdfPlaces, templatesFolder })
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { bytes } = opened.value.render(longWords(), { notes: 'none' })
  return runProgram('pdftotext', ['-enc', 'UTF-8', '-layout', writtenFile(bytes), '-']).split('\n')
}

function changedTemplates(from: string, to: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-templates-'))
  cpSync(pdfPlaces.templatesFolder, folder, { recursive: true })
  const file = path.join(folder, 'text.typ')
  const template = readFileSync(file, 'utf8')
  expect(template).toContain(from)
  writeFileSync(file, template.replaceAll(from, to))
  return folder
}

const beginsWithSign = (line: string): boolean => /^\s*[;%]/u.test(line)
const endsBeforeNumber = (line: string): boolean => /n°\s*$/u.test(line)

describe.skipIf(!hasProgram('pdftotext'))('the lines of a page', () => {
  test('divide no word: what is copied is the text', async () => {
    expect((await linesWith(pdfPlaces.templatesFolder)).join('\n')).not.toContain('\u{ad}')
    const divided = changedTemplates('hyphenate: false', 'hyphenate: true')
    expect((await linesWith(divided)).join('\n')).toContain('\u{ad}')
  })

  test('begin with no sign or unit that stands behind a space, and part no number from its n°', async () => {
    const lines = await linesWith(pdfPlaces.templatesFolder)
    expect(lines.filter(beginsWithSign)).toEqual([])
    expect(lines.filter(endsBeforeNumber)).toEqual([])
    const loose = await linesWith(changedTemplates('box(it)', 'it'))
    expect(loose.filter(beginsWithSign).length).toBeGreaterThan(0)
    expect(loose.filter(endsBeforeNumber).length).toBeGreaterThan(0)
  })
})
