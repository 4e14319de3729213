import { expect, test } from 'vitest'
import { drawPage } from '../../../../electron/core/export/draw-page.ts'
import { addSample, exported } from '../../../support/exported.ts'
import { anOffice } from '../../../support/annotated.ts'
import { frenchSample } from '../../../fixtures/export/samples.ts'
import { compilePdfium } from '../../../../electron/core/system/pdfium.ts'

test('a page is drawn as it is printed: white paper, dark words, opaque', async () => {
  const engine = await (await compilePdfium())()
  const office = anOffice('Officier')
  const made = await exported(office, {
    communiqueIds: [addSample(office, frenchSample())],
    format: 'pdf',
    labels: 'fr',
  })
  const bytes = made.files[0]?.bytes ?? new Uint8Array()
  const drawn = drawPage(engine, { bytes, page: 0, width: 200 })
  if (!drawn.ok) throw new Error(drawn.failure.kind)
  const { width, height, pixels, pageCount } = drawn.value
  expect(pageCount).toBeGreaterThanOrEqual(1)
  expect(pixels).toHaveLength(width * height * 4)
  const greens = Array.from({ length: width * height }, (_, i) => pixels[i * 4 + 1] ?? 0)
  expect(greens.filter((value) => value === 255).length).toBeGreaterThan(greens.length / 2)
  expect(greens.filter((value) => value < 120).length).toBeGreaterThan(20)
  expect(drawPage(engine, { bytes, page: pageCount, width: 200 }).ok).toBe(false)
  expect(drawPage(engine, { bytes: Uint8Array.of(1, 2), page: 0, width: 200 }).ok).toBe(false)
  office.close()
})
