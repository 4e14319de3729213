import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readPdfFonts } from '../../../../electron/core/export/pdf-fonts.ts'
import { openPdfEngine } from '../../../../electron/core/export/pdf.ts'
import { pdfPlaces } from '../../../support/pdf-tools.ts'

async function copiedFonts(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fonds-fonts-'))
  for (const name of await readdir(pdfPlaces.fontsFolder)) {
    await copyFile(path.join(pdfPlaces.fontsFolder, name), path.join(folder, name))
  }
  return folder
}

test('French, Arabic, Tifinagh, Greek and Cyrillic are covered, Chinese and emoji are not', async () => {
  const fonts = await readPdfFonts(pdfPlaces.fontsFolder)
  if (!fonts.ok) throw new Error(fonts.failure.kind)
  const isCovered = (text: string): boolean =>
    Array.from(text).every((character) => fonts.value.covers(character.codePointAt(0) ?? 0))
  expect(isCovered('ÀÉœ’«»—…€ ABCxyz0129')).toBe(true)
  expect(isCovered('بلاغ مشترك، مَوْقِف ١٢٣؟')).toBe(true)
  expect(isCovered('ⵜⴰⵎⴰⵣⵉⵖⵜ Ελλάδα Привет')).toBe(true)
  expect(isCovered('中')).toBe(false)
  expect(isCovered('\u{1f600}')).toBe(false)
})

test('an absent font refuses the export', async () => {
  const folder = await copiedFonts()
  await rm(path.join(folder, 'Amiri_400Regular.ttf'))
  const opened = await openPdfEngine({ ...pdfPlaces, fontsFolder: folder })
  expect(opened).toEqual({ ok: false, failure: { kind: 'export-font-missing' } })
})

test('a font that is not the one listed refuses the export', async () => {
  const folder = await copiedFonts()
  await writeFile(path.join(folder, 'Amiri_400Regular.ttf'), 'not a font')
  expect(await readPdfFonts(folder)).toEqual({
    ok: false,
    failure: { kind: 'export-font-missing' },
  })
})

test('a folder without fonts refuses the export', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fonds-fonts-'))
  expect(await readPdfFonts(folder)).toEqual({
    ok: false,
    failure: { kind: 'export-font-missing' },
  })
})
