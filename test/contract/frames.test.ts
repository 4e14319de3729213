import { expect, test } from 'vitest'
import { decodeFrame, encodeFrame } from '../../shared/channels/bytes.ts'

test('a frame gives back what it was given, bytes and odd numbers included', () => {
  const given = {
    words: 'Réunion — الرباط',
    bytes: new Uint8Array([0, 255, 7]),
    none: null,
    numbers: [0, -1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  }
  expect(decodeFrame(encodeFrame(given))).toEqual(given)
  expect(decodeFrame(encodeFrame({ after: Number.POSITIVE_INFINITY }))).toEqual({
    after: Number.POSITIVE_INFINITY,
  })
})

test('a frame that was cut short is refused', () => {
  const frame = encodeFrame({ bytes: new Uint8Array(20) })
  expect(() => decodeFrame(frame.subarray(0, frame.length - 1))).toThrow(RangeError)
})
