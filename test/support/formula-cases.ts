import { formulaicText } from './formulaic-texts.ts'
import { randomFromSeed } from './random.ts'
import type { Random } from './random.ts'
import type { SearchableText } from './searchable.ts'

/** A formula, the texts that say one wording of it each, and texts that only look like it. */
export interface FormulaCase {
  readonly formula: string
  /** By title, in order of date, with the words planted there. */
  readonly planted: readonly { readonly title: string; readonly wording: string }[]
  readonly texts: readonly SearchableText[]
}

interface Formula {
  readonly language: 'fr' | 'ar'
  readonly wordings: readonly string[]
  /** Sentences made of the same words that say something else. */
  readonly decoys: readonly string[]
}

/** Each wording shifts the one before: words added, left out, replaced, inflected, moved tense. */
const FORMULAS: readonly Formula[] = [
  {
    language: 'fr',
    wordings: [
      'la gestion des ressources halieutiques relève de la responsabilité partagée des États côtiers',
      'la gestion durable des ressources halieutiques relève de la responsabilité partagée des États côtiers',
      'la gestion durable des ressources halieutiques relève de la seule responsabilité partagée des États côtiers de la région',
      'la gestion durable des ressources halieutiques relevait de la responsabilité commune des États côtiers de la région',
      'la bonne gestion des ressources halieutiques doit relever de la responsabilité partagée et solidaire des États côtiers',
      'une gestion durable de la ressource halieutique relève, au premier chef, de la responsabilité partagée de l’État côtier',
    ],
    decoys: [
      'la gestion des ports de pêche relève de la compétence des communes côtières',
      'les États côtiers ont examiné la situation des ressources en eau de la région',
      'le ministère a rappelé sa responsabilité dans la gestion des crédits alloués',
      'une responsabilité partagée suppose des moyens partagés entre les administrations',
      'les ressources halieutiques ont fait l’objet d’une étude présentée aux experts',
      'la gestion durable des forêts relève de la responsabilité des collectivités',
    ],
  },
  {
    language: 'ar',
    wordings: [
      'إن تدبير الموارد المائية المشتركة مسؤولية جماعية لجميع دول الحوض',
      'إن تدبير الموارد المائية المشتركة يظل مسؤولية جماعية لجميع دول الحوض',
      'إن التدبير المستدام للموارد المائية المشتركة مسؤولية جماعية لجميع دول الحوض',
      'تدبير الموارد المائية المشتركة مسؤوليةٌ جماعيةٌ لدول الحوض كافة',
      'إن تدبير الموارد المائية المشتركة مسؤولية جماعية وتضامنية لجميع دول الحوض المعنية',
      'وتدبير الموارد المائية المشتركة هو مسؤولية جماعية لجميع دول الحوض',
    ],
    decoys: [
      'ناقش الخبراء وضعية الموارد المالية المرصودة لجميع البرامج',
      'تدبير المرافق العمومية مسؤولية المجالس المنتخبة',
      'أشادت دول الحوض بنتائج الاجتماع المشترك',
      'الموارد المائية موضوع دراسة عرضت على اللجنة',
      'أكد الوزير على المسؤولية الجماعية للحكومة',
    ],
  },
  {
    language: 'fr',
    wordings: [
      'le présent et l’avenir de l’archipel s’inscrivent pleinement dans le cadre de l’unité nationale',
      'l’avenir de l’archipel s’inscrit pleinement dans le cadre de l’unité nationale',
      'le présent comme l’avenir de l’archipel s’inscrivent dans le cadre de l’unité nationale et de la Constitution',
      'le passé, le présent et l’avenir de l’archipel s’inscrivent pleinement dans le seul cadre de l’unité nationale',
      'le présent et l’avenir de l’archipel s’inscriront toujours dans le cadre de l’unité nationale',
      'que le présent et l’avenir de tout l’archipel doivent pleinement s’inscrire dans le cadre de l’unité nationale',
    ],
    decoys: [
      'cette visite s’inscrit dans le cadre du partenariat entre les deux pays',
      'l’avenir de la coopération s’inscrit pleinement dans le cadre des accords en vigueur',
      'les élus de l’archipel ont présenté leur programme à l’assemblée nationale',
      'l’unité nationale a été saluée à l’occasion de la fête du pays',
      'le présent accord entrera en vigueur à une date fixée par les parties',
    ],
  },
]

/** Six wordings of one formula among `decoys` texts, half of which hold a sentence like it. */
export function formulaCase(seed: number, decoys: number): FormulaCase {
  const random = randomFromSeed(seed)
  const {
    language,
    wordings,
    decoys: likes,
  } = FORMULAS[seed % FORMULAS.length] ?? {
    language: 'fr',
    wordings: [],
    decoys: [],
  }
  const planted = wordings.map((wording, index) => ({ title: `Formule ${index + 1}`, wording }))
  const texts: SearchableText[] = Array.from({ length: decoys }, (_, index) => {
    const like = random.pick(likes) ?? ''
    const text = formulaicText(language, random, 1200)
    return {
      title: `Texte ${index + 1}`,
      language,
      sortedOn: dateOf(random),
      text: random.chance(0.5) ? put(text, scrambled(like, wordings, random), random) : text,
    }
  })
  for (const [index, { title, wording }] of planted.entries()) {
    texts.splice(random.below(texts.length), 0, {
      title,
      language,
      issuer: `Ministère ${index % 2}`,
      sortedOn: `${2019 + index}-03-${10 + random.below(15)}`,
      text: put(formulaicText(language, random, 1200), wording, random),
    })
  }
  return { formula: wordings[0] ?? '', planted, texts }
}

/** A like sentence, one time in three before one with words of the formula, out of order. */
function scrambled(like: string, wordings: readonly string[], random: Random): string {
  if (!random.chance(1 / 3)) return like
  const words = (random.pick(wordings) ?? '').split(' ')
  const thrown = Array.from({ length: 4 }, () => random.pick(words) ?? '')
  return `${like}. ${thrown.join(' ')}`
}

function put(text: string, sentence: string, random: Random): string {
  const blocks = text.split('\n\n')
  const at = random.below(blocks.length)
  blocks[at] = `${blocks[at] ?? ''} ${sentence}.`
  return blocks.join('\n\n')
}

function dateOf(random: Random): string {
  return `${2015 + random.below(11)}-${String(1 + random.below(12)).padStart(2, '0')}-15`
}
