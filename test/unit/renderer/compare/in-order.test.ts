import { expect, test } from 'vitest'
import { earlierFirst, type Dated } from '../../../../renderer/compare/in-order.ts'

type StatedDate = Dated['communique']['dates'][number]

function published(id: string, value: string | null): Dated {
  const date: StatedDate = {
    id: `${id}-date`,
    role: 'published',
    value: value ?? '',
    origin: 'stated',
    settlement: 'unconfirmed',
    evidence: null,
    relativeTo: null,
    rule: 'date-line',
  }
  return { communique: { id, dates: value === null ? [] : [date] } }
}

const order = (old: Dated, fresh: Dated): readonly string[] =>
  earlierFirst(old, fresh).map(({ communique }) => communique.id)

test('two texts are compared from the earlier to the later, however they were chosen', () => {
  const [april, may] = [published('april', '2025-04-16'), published('may', '2025-05-06')]
  expect(order(april, may)).toEqual(['april', 'may'])
  expect(order(may, april)).toEqual(['april', 'may'])
})

test('where a day is not known, or both are one text, the order asked for stays', () => {
  const [april, none] = [published('april', '2025-04-16'), published('none', null)]
  expect(order(none, april)).toEqual(['none', 'april'])
  expect(order(april, none)).toEqual(['april', 'none'])
  const later = published('april', '2024-01-01')
  expect(earlierFirst(april, later)).toEqual([april, later])
})
