import { expect, test } from 'vitest'
import { placeCard } from '../../../../renderer/tour/card-place.ts'

const CARD = { width: 360, height: 180 }
const WINDOW = { width: 1366, height: 768 }
const at = (left: number, top: number, width: number, height: number) =>
  placeCard({ left, top, width, height }, CARD, WINDOW)

test('a card stands under a field, and beside a pane, on the side that has room', () => {
  expect(at(400, 10, 560, 34)).toEqual({ left: 500, top: 58 })
  expect(at(208, 52, 350, 716)).toEqual({ left: 572, top: 132 })
  expect(at(558, 52, 808, 716)).toEqual({ left: 184, top: 132 })
})

test('it stands whole inside the window, whatever it speaks of', () => {
  for (const place of [
    at(1200, 0, 160, 40),
    at(0, 0, 1366, 768),
    at(0, 700, 100, 68),
    placeCard(null, CARD, WINDOW),
    placeCard({ left: 0, top: 60, width: 390, height: 784 }, CARD, { width: 390, height: 844 }),
  ]) {
    expect(place.left).toBeGreaterThanOrEqual(12)
    expect(place.top).toBeGreaterThanOrEqual(12)
    expect(place.left + CARD.width).toBeLessThanOrEqual(1366 - 12)
    expect(place.top + CARD.height).toBeLessThanOrEqual(844 - 12)
  }
})
