/** `node .ci/pack/write-icons.ts`: draws every icon of the packages from resources/icons/fonds.svg. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const folder = path.resolve(import.meta.dirname, '../../resources/icons')
const drawing = readFileSync(path.join(folder, 'fonds.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
const page = await browser.newPage()
const pictures = new Map<number, Buffer>()
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) pictures.set(size, await draw(size))
await browser.close()

mkdirSync(path.join(folder, 'linux'), { recursive: true })
for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(path.join(folder, `linux/${size}x${size}.png`), pictureOf(size))
}
writeFileSync(path.join(folder, 'icon.ico'), windowsIcon([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(path.join(folder, 'icon.icns'), macIcon())

async function draw(size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  const style =
    'html,body{margin:0;background:transparent}svg{display:block;width:100vw;height:100vh}'
  await page.setContent(`<style>${style}</style>${drawing}`)
  return page.screenshot({ omitBackground: true })
}

function pictureOf(size: number): Buffer {
  const picture = pictures.get(size)
  if (!picture) throw new Error(`no picture of ${size} pixels`)
  return picture
}

/** A directory of PNG pictures, as Windows reads it since Vista; 256 pixels are written as 0. */
function windowsIcon(sizes: readonly number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  for (const [index, size] of sizes.entries()) {
    const at = 6 + 16 * index
    head[at] = size % 256
    head[at + 1] = size % 256
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(pictureOf(size).length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += pictureOf(size).length
  }
  return Buffer.concat([head, ...sizes.map(pictureOf)])
}

/** PNG pictures, each behind its type and length (Apple Icon Image format). */
function macIcon(): Buffer {
  const sizeByType = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }
  const parts = Object.entries(sizeByType).map(([type, size]) => block(type, pictureOf(size)))
  return block('icns', Buffer.concat(parts))
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
