import { expect, test } from 'vitest'
import { NOWHERE, stepTo, type Place } from '../../../renderer/trail.ts'

const at = (communiqueId: string, more: Partial<Place> = {}): Place => ({
  communiqueId,
  versionId: null,
  matches: [],
  annotationId: null,
  ...more,
})

const walk = (...places: readonly Place[]) => places.reduce(stepTo, NOWHERE)

const ids = ({ places }: { readonly places: readonly Place[] }) =>
  places.map(({ communiqueId }) => communiqueId)

test('texts are kept in the order in which they were open', () => {
  const walked = walk(at('a'), at('b'), at('a'))
  expect([ids(walked), walked.at]).toEqual([['a', 'b', 'a'], 2])
})

test('what was ahead is forgotten once another text is opened', () => {
  const walked = stepTo({ ...walk(at('a'), at('b'), at('c')), at: 0 }, at('d'))
  expect([ids(walked), walked.at]).toEqual([['a', 'd'], 1])
})

test('another place in the same wording is no step, an older wording is one', () => {
  const walked = walk(at('a'), at('a', { annotationId: 'n' }), at('a', { versionId: 'v1' }))
  expect(walked.places.map(({ annotationId, versionId }) => [annotationId, versionId])).toEqual([
    ['n', null],
    [null, 'v1'],
  ])
})

test('the list is no text: what was left is open again by going on', () => {
  expect(stepTo({ ...walk(at('a')), isAway: true }, at('b'))).toMatchObject({
    at: 1,
    isAway: false,
  })
})

test('a long walk forgets its beginning', () => {
  const walked = walk(...Array.from({ length: 250 }, (_, index) => at(String(index))))
  expect([walked.places.length, walked.at, ids(walked)[99]]).toEqual([100, 99, '249'])
})
