import type { ExportedText } from './exported-text.ts'
import type { LabelLanguage, PageDate, PageModel } from './page-model.ts'
import { WORDS } from './page-words.ts'

/**
 * The list of communiqués as CSV (RFC 4180): UTF-8 with a byte order mark, CRLF, every cell in
 * quotation marks. A cell that a spreadsheet would take for a formula, or that begins with an
 * apostrophe, gets an apostrophe before it: take one off to have the value back.
 */
export function csvFromTexts(texts: readonly ExportedText[], labels: LabelLanguage): string {
  const rows = texts.map((text) => cellsOf(text, labels))
  return `\u{feff}${[HEADERS[labels], ...rows].map(csvRow).join('')}`
}

/** One line of CSV with its end. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${withoutFormula(cell).replaceAll('"', '""')}"`).join(',')}\r\n`

/** Full-width forms count: spreadsheets for East Asian scripts fold them. */
const FORMULA_START = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠'|%]|^[\p{Cc}]/u

const withoutFormula = (cell: string): string => (FORMULA_START.test(cell) ? `'${cell}` : cell)

const HEADERS: Readonly<Record<LabelLanguage, readonly string[]>> = {
  fr: 'Identifiant,Cote,Type,Titre,Émetteur,Diffuseur,Lieu,Date de publication,Date de signature,Date de l’événement,Mois d’en-tête,Langue,Version,Paragraphes,Annotations,Fichier d’origine,Adresse,SHA-256 du fichier,SHA-256 du texte'.split(
    ',',
  ),
  ar: 'المعرّف,الرقم المرجعي,النوع,العنوان,الجهة المصدرة,الجهة الناشرة,المكان,تاريخ النشر,تاريخ التوقيع,تاريخ الحدث,شهر الترويسة,اللغة,الصيغة,الفقرات,الحواشي,الملف الأصلي,العنوان الإلكتروني,بصمة الملف SHA-256,بصمة النص SHA-256'.split(
    ',',
  ),
  en: 'Identifier,Reference,Kind,Title,Issuer,Publisher,Place,Published on,Signed on,Date of the event,Header month,Language,Version,Paragraphs,Annotations,Original file,Address,SHA-256 of the file,SHA-256 of the text'.split(
    ',',
  ),
}

function cellsOf({ page, annotations }: ExportedText, labels: LabelLanguage): readonly string[] {
  const words = WORDS[labels]
  const settled = (value: string, isConfirmed: boolean): string =>
    isConfirmed ? value : `${value} (${words.toConfirm})`
  const dateOf = (role: PageDate['role']): string => {
    const date = page.dates.find((one) => one.role === role)
    return date === undefined ? '' : settled(date.value, date.isConfirmed || isOwnWord(date))
  }
  const nameOf = (name: PageModel['issuer']): string =>
    name === null ? '' : settled(name.name, name.isConfirmed)
  return [
    page.communiqueId,
    page.referenceCode ?? '',
    words.kickers[page.kind],
    page.title,
    nameOf(page.issuer),
    nameOf(page.publisher),
    page.place ?? '',
    dateOf('published'),
    dateOf('signed'),
    dateOf('event'),
    dateOf('header'),
    page.language,
    String(page.versionNumber),
    String(page.paragraphs.length),
    String(annotations.length),
    page.provenance.fileName,
    page.provenance.url ?? '',
    page.provenance.fileDigest,
    page.versionDigest,
  ]
}

/** What the source prints as its own publication or header needs no confirmation to be quoted. */
const isOwnWord = ({ role, isStated }: PageDate): boolean =>
  isStated && (role === 'published' || role === 'header')
