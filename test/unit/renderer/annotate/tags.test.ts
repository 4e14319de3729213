import { expect, test } from 'vitest'
import { tagsFromText } from '../../../../renderer/annotate/tags.ts'

test('tags are trimmed, each kept once, in the order they were typed', () => {
  expect(tagsFromText(' eau , sécurité  civile,eau,, ')).toEqual(['eau', 'sécurité civile'])
})

test('the comma of Arabic separates too', () => {
  expect(tagsFromText('الماء، الأمن')).toEqual(['الماء', 'الأمن'])
})

test('an empty line has no tags', () => {
  expect(tagsFromText('  ')).toEqual([])
})
