import type { MappedField } from '../../../../shared/model/ingest.ts'
import type { ReadingBlock, Structured } from '../reading.ts'
import { blocksFromHtml } from './html.ts'
import { statedValue } from './reading-item.ts'
import { statedDay } from './stated-day.ts'
import { blocksFromText } from './text-blocks.ts'

/** The names a field goes by in records, best first; a dot steps into an inner record. */
export type FieldNames = Readonly<Record<MappedField, readonly string[]>>

/** The names used by French, English and Arabic dumps, GOV.UK content items and static sites. */
export const COMMON_FIELDS: FieldNames = {
  title: words('title; titre; headline; name; subject; objet; intitulé; العنوان; عنوان; الموضوع'),
  body: words(
    'body; details.body; content; contenu; text; texte; article; corps; النص; المحتوى; نص; المتن',
  ),
  published: words(`first_published_at; published; published_at; publishedat; datepublished;
    date_published; publication_date; date_publication; date_de_publication; pubdate; publié_le;
    date_parution; date; public_updated_at; تاريخ_النشر; التاريخ; تاريخ`),
  modified: words('modified; date_modified; datemodified; lastmod; updated_at; updated'),
  author: words('author; auteur; authors; byline; الكاتب'),
  issuer: words(`issuer; émetteur; organisation; links.organisations.0.title; ministère; ministry;
    الجهة; الجهة_المصدرة; الوزارة`),
  publisher: words('publisher; éditeur; site; site_name; الناشر'),
  place: words('place; lieu; location; المكان'),
  language: words('language; langue; lang; locale; اللغة'),
  reference: words('reference; référence; reference_code; docno; المرجع; رقم_المرجع'),
  url: words('url; link; lien; permalink; الرابط'),
}

/** Two names of a column are one whatever their case, accents, spaces and hyphens. */
export function foldColumn(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '_')
}

function words(list: string): readonly string[] {
  return list.split(';').map((name) => foldColumn(name))
}

/** Gives the text of a field of a record, or null when the record lacks it or has it empty. */
export type FieldReader = (name: string) => string | null

/** The first field of a record that has something, among the names it may go by. */
export function fieldValue(read: FieldReader, names: readonly string[]): string | null {
  return names.map(read).find((value) => value != null && value.trim() !== '') ?? null
}

/** What a record states of its text; every rule is named after the format and the field. */
export function structuredFromRecord(
  read: FieldReader,
  fields: FieldNames,
  format: string,
): Structured {
  const stated = (field: MappedField): ReturnType<typeof statedValue> =>
    statedValue(fieldValue(read, fields[field]), `${format}-${field}`)
  return {
    published: statedDay(fieldValue(read, fields.published), `${format}-published`),
    modified: statedDay(fieldValue(read, fields.modified), `${format}-modified`),
    title: stated('title'),
    author: stated('author'),
    issuer: stated('issuer'),
    publisher: stated('publisher'),
    place: stated('place'),
    language: stated('language'),
    reference: stated('reference'),
    url: stated('url'),
  }
}

/** The blocks of a field that holds either plain text or markup; null when it is too large. */
export function blocksFromField(value: string): readonly ReadingBlock[] | null {
  const isMarkup = /<\/?(?:p|br|div|h[1-6]|ul|ol|li|table|span|a|blockquote|strong|em)[\s/>]/iu
  return isMarkup.test(value) ? blocksFromHtml(value) : blocksFromText(value)
}
