import { expect, test } from 'vitest'
import { answersTo } from '../../../../renderer/actions/palette-filter.ts'

test.each([
  ['Étendre d’une phrase', 'etendre', true],
  ['Étendre d’une phrase', 'phr ét', true],
  ['Étendre d’une phrase', 'tendre', false],
  ['الحاشية التالية', 'تالية', true],
  ['الحاشية التالية', 'الحَاشِيَة', true],
  ['الواجهة بالفرنسية', 'فرنسية', true],
  ['حاشية على اقتباس', 'الحاشية', false],
  ['Annotations of the archive', '', true],
])('«%s» and what is typed, «%s»: %s', (name, typed, answers) => {
  expect(answersTo(name, typed)).toBe(answers)
})
