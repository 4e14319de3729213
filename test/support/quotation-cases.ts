import type { QuotationCheck } from '../../shared/model/quotation.ts'
import { formulaicText } from './formulaic-texts.ts'
import { randomFromSeed } from './random.ts'
import type { Random } from './random.ts'
import type { SearchableText } from './searchable.ts'

/** A quotation and what is true of it. */
export interface QuotationCase {
  readonly truth: QuotationCheck['verdict']
  readonly quotation: string
}

const TEXTS = 120
const LENGTH = 2400

/** Texts whose formulas recur, in French and Arabic: the hard case for a quotation. */
export function quotableTexts(seed: number): readonly SearchableText[] {
  const random = randomFromSeed(seed)
  return Array.from({ length: TEXTS }, (_, index) => {
    const language = index % 4 === 3 ? 'ar' : 'fr'
    const text = formulaicText(language, random, LENGTH)
    return { title: `Texte ${index + 1}`, text, language, sortedOn: `2024-01-${10 + (index % 20)}` }
  })
}

/**
 * Quotations of these texts, in equal parts verbatim, typeset otherwise, altered by one to three
 * words, and absent. What an alteration happens to leave in the archive word for word is not given.
 */
export function quotationCases(
  texts: readonly SearchableText[],
  count: number,
  seed: number,
): readonly QuotationCase[] {
  const random = randomFromSeed(seed)
  const cases: QuotationCase[] = []
  const everything = texts.map(({ text }) => text).join('\n')
  const bare = bareWords(everything)
  while (cases.length < count) {
    const passage = passageOf(random.pick(texts)?.text ?? '', random)
    const truth = TRUTHS[cases.length % TRUTHS.length] ?? 'absent'
    const quotation = MAKERS[truth](passage, random)
    const isThere = everything.includes(quotation)
    if (isThere !== (truth === 'verbatim')) continue
    if (truth !== 'typographic' && truth !== 'verbatim' && bare.includes(bareWords(quotation)))
      continue
    cases.push({ truth, quotation })
  }
  return cases
}

const TRUTHS = ['verbatim', 'typographic', 'altered', 'absent'] as const

const MAKERS: Readonly<
  Record<QuotationCase['truth'], (passage: string, random: Random) => string>
> = {
  verbatim: (passage) => passage,
  typographic: typesetOtherwise,
  altered,
  absent: (passage, random) => invented(/\p{Script=Arabic}/u.test(passage), random),
}

/** Eight to forty whole words. */
function passageOf(text: string, random: Random): string {
  const words = [...text.matchAll(/\S+/gu)]
  const length = 8 + random.below(33)
  const first = random.below(Math.max(1, words.length - length))
  const last = words[Math.min(words.length, first + length) - 1]
  return text
    .slice(words[first]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0))
    .replace(/[.,،]$/u, '')
}

const CHANGES: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => text.replaceAll(/\s+/gu, '\n'),
  (text) => text.replaceAll('«', '“').replaceAll('»', '”'),
  (text) => text.replace(/\p{L}/u, (letter) => letter.toUpperCase()),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll(/[أإآ]/gu, 'ا'),
  (text) => text.replaceAll(/ة(?!\p{L})/gu, 'ه'),
  (text) => text.replaceAll(/[\u064B-\u0652]/gu, ''),
  (text) => text.replace(/(\p{Script=Arabic})(?=\p{Script=Arabic})/u, '$1ـ'),
  (text) => text.replace(/(\p{L}{3})(?=\p{L}{3})/u, '$1\u00AD'),
  (text) => `« ${text}. »`,
]

function typesetOtherwise(passage: string, random: Random): string {
  let text = passage
  for (let change = 0; change < 1 + random.below(3); change++) {
    text = random.pick(CHANGES)?.(text) ?? text
  }
  return text
}

const OTHER_WORDS = {
  fr: ['sans', 'jamais', 'provisoire', 'suspendre', 'trois', 'refusé', 'agricole', 'partiellement'],
  ar: ['بدون', 'أبداً', 'مؤقت', 'تعليق', 'ثلاثة', 'الفلاحية', 'جزئياً'],
}

/** One to three words replaced, put in or left out, never at the ends. */
function altered(passage: string, random: Random): string {
  const words = passage.split(' ')
  const others = /\p{Script=Arabic}/u.test(passage) ? OTHER_WORDS.ar : OTHER_WORDS.fr
  for (let change = 0; change < 1 + random.below(3); change++) {
    const at = 1 + random.below(Math.max(1, words.length - 2))
    const other = random.pick(others) ?? ''
    const kind = random.below(3)
    if (kind === 0) words[at] = other
    else if (kind === 1) words.splice(at, 0, other)
    else words.splice(at, 1)
  }
  return words.join(' ')
}

const STRANGE = {
  fr: `le musée des navires ouvre une salle consacrée aux cartes anciennes et aux instruments de
    mesure que les marins du siècle dernier utilisaient pour traverser les détroits par temps de
    brouillard avec des équipages réduits à quelques hommes`.split(/\s+/u),
  ar: `يفتح متحف السفن قاعة جديدة للخرائط القديمة وأدوات القياس التي كان البحارة يستعملونها لعبور
    المضايق في أيام الضباب مع طواقم قليلة العدد وسط أمواج عالية`.split(/\s+/u),
}

function invented(isArabic: boolean, random: Random): string {
  const words = isArabic ? STRANGE.ar : STRANGE.fr
  return Array.from({ length: 8 + random.below(20) }, () => random.pick(words) ?? '').join(' ')
}

function bareWords(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
