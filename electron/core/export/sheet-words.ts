import type { Language } from '../../../shared/model/language.ts'
import type { LabelLanguage } from './page-model.ts'

/** The fixed words of result lists and comparisons in one language. */
interface SheetWords {
  readonly results: string
  readonly resultsDescription: string
  readonly shown: string
  /** Said beside the count where the archive holds more. */
  readonly cut: string
  /** Said where nothing answers the query that was asked, and another spelling is answered. */
  readonly corrected: (asked: string, instead: string) => string
  readonly years: string
  readonly periods: string
  readonly issuers: string
  readonly language: string
  readonly languages: Readonly<Record<Language, string>>
  readonly places: string
  readonly people: string
  readonly kinds: string
  readonly tags: string
  readonly dossiers: string
  /** Saved searches. */
  readonly searches: string
  /** What stands for itself: only texts with suggestions that wait. */
  readonly toReview: string
  readonly note: string
  readonly comparison: string
  readonly comparisonDescription: string
  readonly version: string
  readonly text: string
  readonly inserted: string
  readonly deleted: string
  readonly moved: string
  readonly respelt: string
  readonly same: string
}

/** The words of result lists and comparisons, by language. */
export const SHEET_WORDS: Readonly<Record<LabelLanguage, SheetWords>> = {
  fr: {
    results: 'Résultats de recherche',
    resultsDescription: 'Résultats de recherche exportés depuis Fonds',
    shown: 'Communiqués',
    cut: 'les premiers seulement',
    corrected: (asked, instead) =>
      `Aucun texte ne répond à « ${asked} » : voici les réponses à « ${instead} »`,
    years: 'Années',
    periods: 'Périodes',
    issuers: 'Émetteurs',
    language: 'Langues',
    languages: { fr: 'français', ar: 'arabe', en: 'anglais', und: 'indéterminée' },
    places: 'Lieux',
    people: 'Personnes',
    kinds: 'Types de texte',
    tags: 'Étiquettes',
    dossiers: 'Dossiers',
    searches: 'Recherches enregistrées',
    toReview: 'À vérifier',
    note: 'Note',
    comparison: 'Comparaison de textes',
    comparisonDescription: 'Comparaison de textes exportée depuis Fonds',
    version: 'Version',
    text: 'Texte',
    inserted: 'ajouté',
    deleted: 'supprimé',
    moved: 'déplacé',
    respelt: 'graphie différente',
    same: 'Aucun mot ne diffère.',
  },
  ar: {
    results: 'نتائج البحث',
    resultsDescription: 'نتائج بحث مصدَّرة من Fonds',
    shown: 'عدد البلاغات',
    cut: 'الأولى منها فقط',
    corrected: (asked, instead) => `لا نص يجيب عن «${asked}»: هذه نتائج «${instead}»`,
    years: 'السنوات',
    periods: 'الفترات',
    issuers: 'الجهات المصدرة',
    language: 'اللغات',
    languages: { fr: 'الفرنسية', ar: 'العربية', en: 'الإنجليزية', und: 'غير محددة' },
    places: 'الأماكن',
    people: 'الأشخاص',
    kinds: 'أنواع النصوص',
    tags: 'الوسوم',
    dossiers: 'الملفات',
    searches: 'عمليات البحث المحفوظة',
    toReview: 'للتحقق',
    note: 'حاشية',
    comparison: 'مقارنة نصين',
    comparisonDescription: 'مقارنة نصين مصدَّرة من Fonds',
    version: 'الصيغة',
    text: 'النص',
    inserted: 'مضاف',
    deleted: 'محذوف',
    moved: 'منقول',
    respelt: 'كتابة مختلفة',
    same: 'لا تختلف أي كلمة.',
  },
  en: {
    results: 'Search results',
    resultsDescription: 'Search results exported from Fonds',
    shown: 'Communiqués',
    cut: 'the first ones only',
    corrected: (asked, instead) => `No text answers “${asked}”: these answer “${instead}”`,
    years: 'Years',
    periods: 'Periods',
    issuers: 'Issuers',
    language: 'Languages',
    languages: { fr: 'French', ar: 'Arabic', en: 'English', und: 'undetermined' },
    places: 'Places',
    people: 'People',
    kinds: 'Kinds of text',
    tags: 'Tags',
    dossiers: 'Dossiers',
    searches: 'Saved searches',
    toReview: 'To check',
    note: 'Note',
    comparison: 'Comparison of texts',
    comparisonDescription: 'Comparison of texts exported from Fonds',
    version: 'Version',
    text: 'Text',
    inserted: 'added',
    deleted: 'removed',
    moved: 'moved',
    respelt: 'spelt otherwise',
    same: 'No word differs.',
  },
}
