import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../../electron/core/search/parse-query.ts'
import { mendQuery } from '../../../../renderer/search/mend-query.ts'

/** The mending that is offered for a query that cannot be read. */
function mended(query: string): string | null {
  const read = parseQuery(query)
  if (read.ok || read.failure.kind !== 'query-invalid') throw new Error(`${query} can be read`)
  return mendQuery(query, read.failure)
}

describe('the mending that is offered', () => {
  test.each([
    ['"feuille de', '"feuille de"'],
    ['«feuille de', '«feuille de»'],
    ['="État', '="État"'],
    ['(pêche OU énergie', '(pêche OU énergie)'],
    ['pêche) énergie', 'pêche énergie'],
    ['pêche OU', 'pêche'],
    ['ET pêche', 'pêche'],
    ['pêche SAUF', 'pêche'],
    ['titre:', null],
    ['accord titre:', 'accord'],
    ['date:hier', 'hier'],
    ['accord date:hier', 'accord hier'],
    ['PRÈS(pêche)', 'pêche'],
    ['الصيد أو', 'الصيد'],
    ['قرب(اتفاق)', 'اتفاق'],
  ])('%s becomes %s, which can be read', (query, expected) => {
    const offered = mended(query)
    expect(offered).toBe(expected)
    expect(parseQuery(offered ?? '')).toMatchObject({ ok: true })
  })

  test('nothing is offered where no word would be left', () => {
    expect(mended('""…')).toBeNull()
  })
})
