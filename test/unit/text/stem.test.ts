import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arabicPrefixes,
  stemArabic,
  withoutArabicSuffix,
} from '../../../shared/text/stem-arabic.ts'
import { stemEnglish } from '../../../shared/text/stem-english.ts'
import { stemFrench } from '../../../shared/text/stem-french.ts'

describe('French forms of one word have one stem', () => {
  test.for([
    ['negociation', 'negociations', 'negocier'],
    ['national', 'nationale', 'nationaux', 'nationales'],
    ['propose', 'proposee', 'proposees', 'proposer', 'proposait', 'proposition'],
    ['etranger', 'etrangere', 'etrangeres'],
    ['interieur', 'interieure', 'interieurs'],
    ['developpement', 'developper', 'developpe'],
    ['etablissement', 'etablir', 'etabli', 'etablissant'],
    ['administratif', 'administrative', 'administratives'],
    ['travail', 'travaux'],
    ['niveau', 'niveaux'],
    ['europeen', 'europeenne', 'europeennes'],
    ['directeur', 'directrice', 'directrices'],
    ['ministre', 'ministres'],
    ['evenement', 'evenements'],
    ['remis', 'remise', 'remises'],
    ['compris', 'comprise', 'comprises'],
  ])('%s', (forms) => {
    expect(new Set(forms.map(stemFrench)).size).toBe(1)
  })
})

describe('French words that only look alike have their own', () => {
  test.for([
    ['ministre', 'ministere'],
    ['formation', 'forme'],
    ['departement', 'depart'],
    ['parlement', 'parler'],
    ['evenement', 'even'],
    ['migration', 'migrant'],
    ['position', 'poser'],
  ] as const)('%s, %s', ([one, other]) => {
    expect(stemFrench(one)).not.toBe(stemFrench(other))
  })
})

describe('English forms of one word have one stem', () => {
  test.for([
    ['talk', 'talks', 'talked', 'talking'],
    ['country', 'countries'],
    ['agree', 'agrees'],
    ['welcome', 'welcomed', 'welcoming', 'welcomes'],
    ['minister', 'ministers'],
    ['refer', 'referred', 'referring'],
  ])('%s', (forms) => {
    expect(new Set(forms.map(stemEnglish)).size).toBe(1)
  })

  test('and words that end alike without being forms keep theirs', () => {
    expect(stemEnglish('event')).not.toBe(stemEnglish('even'))
    expect(stemEnglish('united')).not.toBe(stemEnglish('unity'))
    expect(stemEnglish('crisis')).toBe('crisis')
  })
})

describe('an Arabic word is reached with and without what is written onto it', () => {
  test.for([
    ['وزاره', 'الوزاره'],
    ['الوزاره', 'بوزاره'],
    ['مغرب', 'والمغرب'],
    ['المغرب', 'للمغرب'],
    ['اتفاق', 'اتفاقيه'],
    ['زياره', 'وزياره'],
    ['البلدين', 'بلدان'],
  ] as const)('%s reaches %s', ([query, form]) => {
    expect(reaches(query, form)).toBe(true)
  })

  test.for([
    ['وزاره', 'زاره'],
    ['زار', 'وزار'],
    ['كتب', 'مكتب'],
  ] as const)('%s does not reach %s', ([query, form]) => {
    expect(reaches(query, form)).toBe(false)
  })
})

test('a stem begins as its word does, up to three letters before its end', () => {
  const letters = constantFrom(...'abcdeimnorstux'.split(''), 'ation', 'ement', 'aux', 'ing', 'ed')
  const word = array(letters, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''))
  assert(
    property(word, (form) => {
      for (const stem of [stemFrench(form), stemEnglish(form)]) {
        expect(form.startsWith(stem.slice(0, Math.max(2, stem.length - 3)))).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

function reaches(query: string, form: string): boolean {
  const stem = stemArabic(query)
  return arabicPrefixes(stem).some(
    (prefix) => form.startsWith(prefix) && withoutArabicSuffix(form.slice(prefix.length)) === stem,
  )
}
