import { inflateSync } from 'node:zlib'

/** A picture point by point: three bytes each, red, green, blue, rows from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly points: Uint8Array
}

/** Reads what pdftoppm writes: 8 bits a channel, RGB, not interlaced (PNG, ISO 15948). */
export function pictureFromPng(png: Uint8Array): Picture {
  const data = Buffer.from(png)
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)]
  if (data.readUInt16BE(24) !== 0x08_02 || data[28] !== 0) throw new Error('not a plain RGB PNG')
  const packed: Buffer[] = []
  for (let at = 8; at < data.length; at += 12 + data.readUInt32BE(at)) {
    const size = data.readUInt32BE(at)
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT') {
      packed.push(data.subarray(at + 8, at + 8 + size))
    }
  }
  return { width, height, points: unfiltered(inflateSync(Buffer.concat(packed)), width, height) }
}

const CHANNELS = 3

function unfiltered(rows: Uint8Array, width: number, height: number): Uint8Array {
  const length = width * CHANNELS
  const points = new Uint8Array(length * height)
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (length + 1)] ?? 0
    for (let x = 0; x < length; x += 1) {
      const at = y * length + x
      const left = x < CHANNELS ? 0 : (points[at - CHANNELS] ?? 0)
      const up = y === 0 ? 0 : (points[at - length] ?? 0)
      const corner = x < CHANNELS || y === 0 ? 0 : (points[at - length - CHANNELS] ?? 0)
      points[at] = (rows[y * (length + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return points
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 4) {
    const guess = left + up - corner
    const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one))
    if (a === undefined || b === undefined || c === undefined) return 0
    if (a <= b && a <= c) return left
    return b <= c ? up : corner
  }
  return [0, left, up, Math.floor((left + up) / 2)][filter] ?? 0
}

/** A channel that is this far off is another colour, and no rounding of another machine. */
const FAR = 24

/** The share of points, from 0 to 1, that differ in a channel; 1 where the sizes do. */
export function shareOfOtherPoints(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let others = 0
  for (let at = 0; at < one.points.length; at += CHANNELS) {
    const isFar = [0, 1, 2].some(
      (c) => Math.abs((one.points[at + c] ?? 0) - (other.points[at + c] ?? 0)) > FAR,
    )
    if (isFar) others += 1
  }
  return others / (one.width * one.height)
}
