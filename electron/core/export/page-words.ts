import type { AnnotationKind } from '../../../shared/model/annotation.ts'
import type { Instant } from '../../../shared/model/provenance.ts'
import type { CalendarDate } from '../../../shared/model/stated-date.ts'
import type { LabelLanguage, PageModel } from './page-model.ts'

/** The fixed words of an exported page in one language. */
export interface PageWords {
  readonly kickers: Readonly<Record<PageModel['kind'], string>>
  readonly kinds: Readonly<Record<AnnotationKind, string>>
  readonly reference: string
  readonly publishedBy: string
  readonly signedOn: string
  readonly eventOn: string
  readonly toConfirm: string
  readonly file: string
  readonly address: string
  readonly collectedAt: string
  readonly version: string
  readonly fileDigest: string
  readonly textDigest: string
  readonly notes: string
  readonly privateNote: string
  readonly notFound: string
  readonly openQuote: string
  readonly closeQuote: string
  readonly colon: string
  readonly exportedAt: string
  readonly description: string
  readonly originalFile: string
  readonly annotationFile: string
}

/** The words of exported pages, by language. */
export const WORDS: Readonly<Record<LabelLanguage, PageWords>> = {
  fr: {
    kickers: {
      communique: 'Communiqué',
      'joint-communique': 'Communiqué conjoint',
      declaration: 'Déclaration',
      'press-release': 'Communiqué de presse',
      wire: 'Dépêche',
      other: 'Document',
    },
    kinds: {
      highlight: 'Passage',
      comment: 'Commentaire',
      commitment: 'Engagement',
      quotation: 'Citation',
      question: 'Question',
      link: 'Lien',
      mention: 'Mention',
    },
    reference: 'Réf.',
    publishedBy: 'Diffusé par',
    signedOn: 'Date de signature',
    eventOn: 'Date de l’événement',
    toConfirm: 'à confirmer',
    file: 'Fichier d’origine',
    address: 'Adresse',
    collectedAt: 'Recueilli le',
    version: 'Version',
    fileDigest: 'SHA-256 du fichier d’origine',
    textDigest: 'SHA-256 du texte',
    notes: 'Notes et annotations',
    privateNote: 'note privée',
    notFound: 'passage non retrouvé dans cette version',
    openQuote: '«\u{a0}',
    closeQuote: '\u{a0}»',
    colon: '\u{a0}:',
    exportedAt: 'Fonds — export du',
    description: 'Communiqué exporté depuis Fonds',
    originalFile: 'Fichier d’origine',
    annotationFile: 'Annotations (W3C Web Annotation)',
  },
  ar: {
    kickers: {
      communique: 'بلاغ',
      'joint-communique': 'بلاغ مشترك',
      declaration: 'إعلان',
      'press-release': 'بلاغ صحفي',
      wire: 'قصاصة إخبارية',
      other: 'وثيقة',
    },
    kinds: {
      highlight: 'مقطع',
      comment: 'تعليق',
      commitment: 'التزام',
      quotation: 'اقتباس',
      question: 'سؤال',
      link: 'إحالة',
      mention: 'ذِكر',
    },
    reference: 'المرجع',
    publishedBy: 'نشرته',
    signedOn: 'تاريخ التوقيع',
    eventOn: 'تاريخ الحدث',
    toConfirm: 'يحتاج إلى تأكيد',
    file: 'الملف الأصلي',
    address: 'العنوان',
    collectedAt: 'تاريخ الحفظ',
    version: 'الصيغة',
    fileDigest: 'بصمة SHA-256 للملف الأصلي',
    textDigest: 'بصمة SHA-256 للنص',
    notes: 'ملاحظات وحواشٍ',
    privateNote: 'ملاحظة خاصة',
    notFound: 'لم يُعثر على المقطع في هذه الصيغة',
    openQuote: '«',
    closeQuote: '»',
    colon: ':',
    exportedAt: 'Fonds — تصدير',
    description: 'بلاغ مصدَّر من Fonds',
    originalFile: 'الملف الأصلي',
    annotationFile: 'الحواشي (W3C Web Annotation)',
  },
  en: {
    kickers: {
      communique: 'Communiqué',
      'joint-communique': 'Joint communiqué',
      declaration: 'Declaration',
      'press-release': 'Press release',
      wire: 'News wire',
      other: 'Document',
    },
    kinds: {
      highlight: 'Passage',
      comment: 'Comment',
      commitment: 'Commitment',
      quotation: 'Quotation',
      question: 'Question',
      link: 'Link',
      mention: 'Mention',
    },
    reference: 'Ref.',
    publishedBy: 'Issued through',
    signedOn: 'Date of signature',
    eventOn: 'Date of the event',
    toConfirm: 'to be confirmed',
    file: 'Original file',
    address: 'Address',
    collectedAt: 'Collected on',
    version: 'Version',
    fileDigest: 'SHA-256 of the original file',
    textDigest: 'SHA-256 of the text',
    notes: 'Notes and annotations',
    privateNote: 'private note',
    notFound: 'passage not found in this version',
    openQuote: '“',
    closeQuote: '”',
    colon: ':',
    exportedAt: 'Fonds — exported',
    description: 'Communiqué exported from Fonds',
    originalFile: 'Original file',
    annotationFile: 'Annotations (W3C Web Annotation)',
  },
}

/** Written out here, so that no version of the runtime changes an exported page. */
const MONTHS: Readonly<Record<LabelLanguage, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  ar: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'.split(' '),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}

/**
 * Writes a calendar date out to its own precision: `1er avril 2025`, `avril 2025`, `2025`, with
 * European digits and, in Arabic, Moroccan month names. A month that no calendar has is left as
 * it was written.
 */
export function wordsFromDate(value: CalendarDate, language: LabelLanguage): string {
  const [year = '', month, day] = value.split('-')
  if (month === undefined) return year
  const name = MONTHS[language][Number(month) - 1]
  if (name === undefined) return value
  if (day === undefined) return `${name} ${year}`
  const dayWords = language === 'fr' && Number(day) === 1 ? '1er' : String(Number(day))
  return `${dayWords} ${name} ${year}`
}

/** Writes the day of an instant out, counted in UTC. */
export function dayFromInstant(at: Instant, language: LabelLanguage): string {
  return wordsFromDate(at.slice(0, 10), language)
}

/** Writes an instant out to the minute and names its time zone: `20 novembre 2026, 09:15 UTC`. */
export function wordsFromInstant(at: Instant, language: LabelLanguage): string {
  const comma = language === 'ar' ? '،' : ','
  return `${dayFromInstant(at, language)}${comma} ${at.slice(11, 16)} UTC`
}

/**
 * Words that keep their own direction inside a line of the labels' language (UAX 9, isolates): without
 * them a number after a name in the other script would change sides.
 */
export function isolated(words: string, labels: LabelLanguage): string {
  const isArabic = /\p{Script=Arabic}/u.test(words)
  return isArabic === (labels === 'ar') ? words : `\u{2068}${words}\u{2069}`
}
