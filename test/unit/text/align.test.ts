import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWordings } from '../../../shared/text/align-compare.ts'
import { alignTexts } from '../../../shared/text/align.ts'
import { tokensFromText } from '../../../shared/text/align-tokens.ts'

const words = array(constantFrom('le', 'ministre', 'a', 'dit', 'oui', '.', ',', '\n\n', 'الوزير'), {
  maxLength: 80,
}).map((parts) => parts.join(' '))

const keysOf = (text: string): readonly string[] => tokensFromText(text).map((token) => token.key)

describe('tokens', () => {
  test('ignore what typography changes', () => {
    expect(keysOf('L’État « œuvre » – ﬁn…')).toEqual(keysOf('L\'état "oeuvre" - fin...'))
    expect(keysOf('وَزِيرُ الداخليـــة')).toEqual(keysOf('وزير الداخلية'))
    expect(keysOf('commu\u00ADniqué')).toEqual(keysOf('communiqué'))
  })

  test('tell wordings apart', () => {
    expect(keysOf('Etat')).not.toEqual(keysOf('État'))
    expect(keysOf('10²')).not.toEqual(keysOf('102'))
    expect(keysOf('12,5')).not.toEqual(keysOf('12.5'))
  })
})

describe('an alignment', () => {
  test('pairs equal words only, each at most once, and both ways', () => {
    assert(
      property(words, words, (old, fresh) => {
        const { partner, origin, ...sides } = alignTexts(old, fresh)
        const pairs = [...partner].flatMap((place, index) => (place < 0 ? [] : [[index, place]]))
        expect(pairs.every(([index, place]) => origin[place ?? -1] === index)).toBe(true)
        expect([...origin].filter((index) => index >= 0)).toHaveLength(pairs.length)
        const key = (side: 'old' | 'fresh', index = -1): string | undefined =>
          sides[side].tokens[index]?.key
        expect(pairs.map(([index]) => key('old', index))).toEqual(
          pairs.map(([, place]) => key('fresh', place)),
        )
      }),
    )
  })

  test('of a text with itself pairs every word with itself', () => {
    assert(
      property(words, (text) => {
        const { partner, moved } = alignTexts(text, text)
        expect([...partner]).toEqual([...partner.keys()])
        expect(moved.every((mark) => mark === 0)).toBe(true)
      }),
    )
  })

  test('keeps in order all that a single insertion left', () => {
    assert(
      property(words, words, words, (before, inserted, after) => {
        const { partner } = alignTexts(`${before} ${after}`, `${before} ${inserted} ${after}`)
        expect([...partner]).not.toContain(-1)
        expect([...partner]).toEqual([...partner].toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('comparing two wordings', () => {
  test('shows replaced, moved and respelt words', () => {
    const old = 'Un cadre global et rénové est proposé par tous. Les ministres ont salué l’accord.'
    const fresh =
      "Les Ministres ont salué l'accord. Un cadre global et renforcé est proposé par tous."
    const runs = compareWordings(old, fresh).map((run) => [
      run.kind,
      run.old && old.slice(run.old.start, run.old.end),
      run.fresh && fresh.slice(run.fresh.start, run.fresh.end),
      run.isVerbatim,
    ])
    expect(runs).toEqual([
      ['moved', 'Les', 'Les', true],
      ['moved', 'ministres', 'Ministres', false],
      ['moved', 'ont salué l', 'ont salué l', true],
      ['moved', '’', "'", false],
      ['moved', 'accord.', 'accord.', true],
      ['equal', 'Un cadre global et', 'Un cadre global et', true],
      ['deleted', 'rénové', null, true],
      ['inserted', null, 'renforcé', true],
      ['equal', 'est proposé par tous.', 'est proposé par tous.', true],
    ])
  })

  test('places an insertion between sentences rather than across them', () => {
    const old = 'Il a salué l’accord. Il a quitté Rabat.'
    const fresh = 'Il a salué l’accord. Il a salué la presse. Il a quitté Rabat.'
    const inserted = compareWordings(old, fresh).filter((run) => run.kind === 'inserted')
    expect(inserted.map((run) => run.fresh && fresh.slice(run.fresh.start, run.fresh.end))).toEqual(
      ['Il a salué la presse.'],
    )
  })

  test('puts every word of both sides in exactly one run', () => {
    assert(
      property(words, words, (old, fresh) => {
        const runs = compareWordings(old, fresh)
        const read = (text: string, side: 'old' | 'fresh'): readonly string[] =>
          runs
            .flatMap((run) => run[side] ?? [])
            .toSorted((a, b) => a.start - b.start)
            .flatMap((span) => keysOf(text.slice(span.start, span.end)))
        expect(read(old, 'old')).toEqual(keysOf(old))
        expect(read(fresh, 'fresh')).toEqual(keysOf(fresh))
      }),
    )
  })
})
