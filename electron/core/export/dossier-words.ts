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
  readonly volume: string
  readonly texts: string
  readonly notes: string
  readonly period: string
  readonly compiledOn: string
  readonly digest: string
  readonly dossierDescription: string
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
    volume: 'Volume',
    texts: 'Communiqués',
    notes: 'Annotations',
    period: 'Période',
    compiledOn: 'Établi le',
    digest: 'SHA-256 de la suite des empreintes des textes',
    dossierDescription: 'Dossier de communiqués exporté depuis Fonds',
    listDescription: 'Liste de communiqués exportée depuis Fonds',
  },
  ar: {
    dossier: 'ملف',
    list: 'لائحة البلاغات',
    contents: 'المحتويات',
    chronology: 'التسلسل الزمني',
    chronologyHead: ['التاريخ', 'العنوان', 'الجهة المصدرة', 'الصفحة'],
    index: 'فهرس الحواشي',
    volume: 'الجزء',
    texts: 'عدد البلاغات',
    notes: 'عدد الحواشي',
    period: 'الفترة',
    compiledOn: 'أُعدّ في',
    digest: 'بصمة SHA-256 لمجموع بصمات النصوص',
    dossierDescription: 'ملف بلاغات مصدَّر من Fonds',
    listDescription: 'لائحة بلاغات مصدَّرة من Fonds',
  },
  en: {
    dossier: 'Dossier',
    list: 'List of communiqués',
    contents: 'Contents',
    chronology: 'Chronology',
    chronologyHead: ['Date', 'Title', 'Issuer', 'Page'],
    index: 'Index of annotations',
    volume: 'Volume',
    texts: 'Communiqués',
    notes: 'Annotations',
    period: 'Period',
    compiledOn: 'Compiled on',
    digest: 'SHA-256 of the digests of the texts, one after the other',
    dossierDescription: 'Dossier of communiqués exported from Fonds',
    listDescription: 'List of communiqués exported from Fonds',
  },
}
