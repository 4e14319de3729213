import { expect, test } from 'vitest'
import { SPEECH } from '../../../support/speech.ts'

const { ar, fr } = SPEECH

test('a Latin value stands apart from an Arabic sentence, an Arabic one from a French', () => {
  expect(ar.words.dossiers.created('2025/117 (version rectifiée)')).toBe(
    'أُنشئ الملف: \u20682025/117 (version rectifiée)\u2069',
  )
  expect(fr.words.dossiers.created('بلاغ 12')).toContain('\u2068بلاغ 12\u2069')
})

test('a value that runs with its sentence is left as it is, and so is a number', () => {
  expect(ar.words.dossiers.created('بلاغ 12')).toBe('أُنشئ الملف: بلاغ 12')
  expect(fr.words.dossiers.created('Visite')).toMatch(/Visite$/u)
  expect(ar.words.dossiers.moved(2, 4)).toBe('نُقل إلى الموضع 2 من 4')
})

test('no invisible sign comes into the name of a file', () => {
  expect(ar.words.safety.codeFile('archive.fonds')).not.toMatch(/[\u2066-\u2069]/u)
})
