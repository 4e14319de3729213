import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldWord } from '../../../shared/text/fold.ts'
import { arabicCounterparts } from '../../../shared/text/arabic-plurals.ts'
import { nameSpellings } from '../../../shared/text/name-spellings.ts'
import {
  arabicPrefixes,
  stemArabic,
  withoutArabicSuffix,
  withoutProclitic,
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
    ['evaluer', 'evaluation', 'evaluations'],
    ['recruter', 'recrutement'],
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
    ['فلسطينيون', 'الفلسطيني'],
    ['مهاجرون', 'مهاجرا'],
    ['عمليه', 'العمليات'],
    ['فرنسا', 'الفرنسي'],
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

test('a broken plural leads to its singular and back', () => {
  for (const [one, many] of [
    ['الوزير', 'والوزراء'],
    ['وسيلة', 'وسائل'],
    ['طالب', 'الطلبة'],
  ] as const) {
    expect(arabicCounterparts(stemOf(one))).toContain(stemOf(many))
    expect(arabicCounterparts(stemOf(many))).toContain(stemOf(one))
  }
  expect(arabicCounterparts('ميثاق')).toEqual([])
})

test('a letter written onto a word can be taken off where four are left', () => {
  expect(withoutProclitic('بوزاره')).toBe('وزاره')
  expect(withoutProclitic('وفد')).toBeNull()
  expect(withoutProclitic('مغرب')).toBeNull()
})

describe('a name from another alphabet is also spelled', () => {
  test.for([
    ['pachinyan', 'pachinian'],
    ['pachinian', 'pashinyan'],
    ['karabagh', 'karabakh'],
    ['khatchaturian', 'khachatourian'],
    ['mohamed', 'mohammed'],
    ['boutros', 'butros'],
  ] as const)('%s, %s', ([one, other]) => {
    expect(nameSpellings(one)).toContain(other)
    expect(nameSpellings(other)).toContain(one)
  })

  test.for([
    ['poisson', 'poison'],
    ['tcheque', 'cheque'],
    ['sonko', 'sonco'],
  ] as const)('but %s is not %s', ([one, other]) => {
    expect(nameSpellings(one)).not.toContain(other)
    expect(nameSpellings(other)).not.toContain(one)
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

function stemOf(word: string): string {
  return stemArabic(foldWord(word))
}

/** Search looks for no other form of a single letter. */
test('no word of several letters has a stem of one', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
  const endings = 'es ement issement ation aient ions ing ingly ed ies eux ance logie ive isme able'
  const pairs = letters.flatMap((one) => letters.map((other) => one + other))
  const triples = pairs.flatMap((pair) => letters.map((letter) => pair + letter))
  const inflected = [...letters, ...pairs].flatMap((start) =>
    endings.split(' ').map((ending) => start + ending),
  )
  const short = [...pairs, ...triples, ...inflected].filter(
    (word) => stemEnglish(word).length < 2 || stemFrench(word).length < 2,
  )
  expect(short).toEqual([])
})
