import { describe, expect, test } from 'vitest'
import { takeOffer, typedWordAt, type Offer } from '../../../../renderer/search/typed-word.ts'

/** The query once an offer is taken where `|` stands. */
function taken(marked: string, offer: Offer): string | null {
  const caret = marked.indexOf('|')
  const query = marked.replace('|', '')
  const typed = typedWordAt(query, caret)
  if (typed === null) return null
  const { query: after, caret: at } = takeOffer(query, typed, offer)
  return `${after.slice(0, at)}|${after.slice(at)}`
}

const WORD: Offer = { kind: 'word', text: 'négociation', count: 3 }
const NAME: Offer = { kind: 'authority', text: 'Ministère de l’Eau', count: 2 }

describe('an offer', () => {
  test.each([
    ['nego|', WORD, 'négociation |'],
    ['accord nego|', WORD, 'accord négociation |'],
    ['nego| accord', WORD, 'négociation| accord'],
    ['-nego|', WORD, '-négociation |'],
    ['titre:nego|', WORD, 'titre:négociation |'],
    ['"la nego|', WORD, '"la négociation|'],
    ['émetteur:mini|', NAME, 'émetteur:"Ministère de l’Eau" |'],
    ['(mini| OU eau)', NAME, '("Ministère de l’Eau"| OU eau)'],
    ['"mini|', NAME, '"Ministère de l’Eau|'],
    ['accord éme|', { kind: 'field', text: 'émetteur:' } as const, 'accord émetteur:|'],
    ['وزا|', { kind: 'word', text: 'وزارة', count: 1 } as const, 'وزارة |'],
  ])('taken at %s', (marked, offer, expected) => {
    expect(taken(marked, offer)).toBe(expected)
  })

  test.each(['n|', 'né|gociation', '|', 'accord |', '2024..20|'])('is not made at %s', (marked) => {
    expect(taken(marked, WORD)).toBeNull()
  })
})
