import type { LabelLanguage } from './page-model.ts'

/** The fixed words of dossiers and lists in one language. */
interface DossierWords {
  readonly dossier: string
  readonly list: string
  readonly contents: string
  readonly chronology: string
  /** Heads of the chronology: date, title, issuer, page. */
  readonly chronologyHead: readonly [string, string, string, string]
  readonly index: string
  readonly people: string
  readonly volume: string
  readonly texts: string
  readonly passages: string
  readonly notes: string
  readonly period: string
  readonly compiledOn: string
  readonly digest: string
  readonly briefing: string
  readonly annex: string
  readonly annexes: string
  readonly dossierDescription: string
  readonly briefingDescription: string
  readonly listDescription: string
}

/** The words of dossiers and lists, by language. */
export const DOSSIER_WORDS: Readonly<Record<LabelLanguage, DossierWords>> = {
  fr: {
    dossier: 'Dossier',
    list: 'Liste de communiqués',
    contents: 'Sommaire',
    chronology: 'Chronologie',
    chronologyHead: ['Date', 'Titre', 'Émetteur', 'Page'],
    index: 'Index des annotations',
    people: 'Index des personnes',
    volume: 'Volume',
    texts: 'Communiqués',
    passages: 'Passages cités',
    notes: 'Annotations',
    period: 'Période',
    compiledOn: 'Établi le',
    digest: 'SHA-256 de la suite des empreintes des textes',
    briefing: 'Note de synthèse',
    annex: 'Annexe',
    annexes: 'Annexes',
    dossierDescription: 'Dossier de communiqués exporté depuis Fonds',
    briefingDescription: 'Note de synthèse établie avec Fonds',
    listDescription: 'Liste de communiqués exportée depuis Fonds',
  },
  ar: {
    dossier: 'ملف',
    list: 'لائحة البلاغات',
    contents: 'المحتويات',
    chronology: 'التسلسل الزمني',
    chronologyHead: ['التاريخ', 'العنوان', 'الجهة المصدرة', 'الصفحة'],
    index: 'فهرس الحواشي',
    people: 'فهرس الأشخاص',
    volume: 'الجزء',
    texts: 'عدد البلاغات',
    passages: 'عدد المقتطفات',
    notes: 'عدد الحواشي',
    period: 'الفترة',
    compiledOn: 'أُعدّ في',
    digest: 'بصمة SHA-256 لمجموع بصمات النصوص',
    briefing: 'مذكرة إحاطة',
    annex: 'الملحق',
    annexes: 'الملاحق',
    dossierDescription: 'ملف بلاغات مصدَّر من Fonds',
    briefingDescription: 'مذكرة إحاطة معدّة بواسطة Fonds',
    listDescription: 'لائحة بلاغات مصدَّرة من Fonds',
  },
  en: {
    dossier: 'Dossier',
    list: 'List of communiqués',
    contents: 'Contents',
    chronology: 'Chronology',
    chronologyHead: ['Date', 'Title', 'Issuer', 'Page'],
    index: 'Index of annotations',
    people: 'Index of people',
    volume: 'Volume',
    texts: 'Communiqués',
    passages: 'Passages quoted',
    notes: 'Annotations',
    period: 'Period',
    compiledOn: 'Compiled on',
    digest: 'SHA-256 of the digests of the texts, one after the other',
    briefing: 'Briefing note',
    annex: 'Annex',
    annexes: 'Annexes',
    dossierDescription: 'Dossier of communiqués exported from Fonds',
    briefingDescription: 'Briefing note made with Fonds',
    listDescription: 'List of communiqués exported from Fonds',
  },
}
