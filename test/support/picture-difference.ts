/* oxlint-disable unicorn/consistent-function-scoping -- they run inside a page, where nothing is around them */
import type { Page } from 'playwright-core'

/** What a window shows, at half its size and lightly compressed, as WebP. */
export async function pictureOf(page: Page): Promise<Buffer> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 70,
    clip: { x: 0, y: 0, width, height, scale: 0.5 },
  })
  await session.detach()
  return Buffer.from(data, 'base64')
}

/** The share of pixels, from 0 to 1, that differ visibly; 1 where the sizes differ. */
export function shareOfDifference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixelsOf = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }))
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        if (!context) throw new Error('no canvas')
        context.drawImage(bitmap, 0, 0)
        return context.getImageData(0, 0, bitmap.width, bitmap.height)
      }
      const [a, b] = [await pixelsOf(first), await pixelsOf(second)]
      if (a.width !== b.width || a.height !== b.height) return 1
      let different = 0
      for (let at = 0; at < a.data.length; at += 4) {
        const most = Math.max(
          ...[0, 1, 2].map((part) => Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0))),
        )
        // Compression alone moves a pixel by less.
        if (most > 48) different += 1
      }
      return different / (a.data.length / 4)
    },
    [one.toString('base64'), other.toString('base64')] as const,
  )
}
