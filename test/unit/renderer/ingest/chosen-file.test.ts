import { expect, test } from 'vitest'
import { byPath } from '../../../../renderer/ingest/chosen-file.ts'

const file = (name: string) => ({ name, file: new File(['x'], name) })

test('puts chosen files in the order of their paths, however the browser gave them', () => {
  const names = ['semaine/b.txt', 'semaine/B.txt', 'semaine/é.txt', 'semaine/a/z.txt', 'autre.txt']
  const ordered = [
    'autre.txt',
    'semaine/B.txt',
    'semaine/a/z.txt',
    'semaine/b.txt',
    'semaine/é.txt',
  ]
  for (const given of [names, names.toReversed()]) {
    expect(byPath(given.map(file)).map(({ name }) => name)).toEqual(ordered)
  }
})
