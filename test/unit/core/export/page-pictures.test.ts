import { afterAll, describe, expect, test } from 'vitest'
import { exportFiles } from '../../../../electron/core/export/export-files.ts'
import { picturePage } from '../../../../electron/core/export/picture-page.ts'
import { compilePdfEngine } from '../../../../electron/core/system/pdfium.ts'
import { archiveContract } from '../../../../shared/channels/contract.ts'
import { aStoredDossier, toolsUnder, toTheEnd, valueOf } from '../../../support/dossiers.ts'

const { office, communiqueIds } = aStoredDossier()
afterAll(office.close)

const exported = (format: 'pdf' | 'html', isPacked: boolean) => {
  const choice = archiveContract['export.render'].input.parse({
    communiqueIds,
    format,
    labels: 'fr',
    isPacked,
  })
  return toTheEnd(exportFiles(office.db, toolsUnder({}), choice))
}

test('many files come packed as one container, each once', async () => {
  const loose = await exported('html', false)
  const packed = await exported('html', true)
  expect(packed.files.map(({ mediaType }) => mediaType)).toEqual(['application/zip'])
  const listed = Buffer.from(packed.files[0]?.bytes ?? []).toString('latin1')
  const names = loose.files.map(({ fileName }) => Buffer.from(fileName).toString('latin1'))
  expect(names.length).toBeGreaterThan(1)
  // A name stands before its content and once more in the directory.
  expect(names.map((name) => listed.split(name).length)).toEqual(names.map(() => 3))
})

describe('a page as a picture', async () => {
  const engine = await (await compilePdfEngine())()
  const pdf = (await exported('pdf', false)).files[0]?.bytes ?? new Uint8Array()

  test('has ink on white, in the proportions of A4', () => {
    const { width, height, pixels, pageCount } = valueOf(
      picturePage(engine, { pdf, index: 0, width: 300 }),
    )
    expect(pageCount).toBeGreaterThan(0)
    expect(height / width).toBeCloseTo(297 / 210, 1)
    expect(pixels.length).toBe(width * height * 4)
    expect(pixels.slice(0, 4)).toEqual(Uint8Array.of(255, 255, 255, 255))
    expect(pixels.some((value, at) => at % 4 === 0 && value < 80)).toBe(true)
  })

  test.each([
    ['a page beyond the last', () => ({ pdf, index: 999, width: 300 })],
    ['what is no PDF', () => ({ pdf: Uint8Array.of(37, 80, 68, 70), index: 0, width: 300 })],
  ])('is refused for %s', (_what, asked) => {
    expect(picturePage(engine, asked())).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })
})
