import type { ReadingBlock, Structured } from '../reading.ts'
import { blocksFromHtml } from './html.ts'
import { statedValue } from './reading-item.ts'
import { statedDay } from './stated-day.ts'
import { blocksFromText } from './text-blocks.ts'

/** The names a field goes by in records, best first; a dot steps into an inner record. */
export type FieldNames = Readonly<Record<RecordField, readonly string[]>>

type RecordField =
  | 'title'
  | 'body'
  | 'published'
  | 'modified'
  | 'author'
  | 'issuer'
  | 'publisher'
  | 'place'
  | 'language'
  | 'reference'
  | 'url'

/** The names used by French, English and Arabic dumps, GOV.UK content items and static sites. */
export const COMMON_FIELDS: FieldNames = {
  title: ['title', 'titre', 'headline', 'name', 'subject', 'objet', 'العنوان'],
  body: [
    'body',
    'details.body',
    'content',
    'contenu',
    'text',
    'texte',
    'article',
    'النص',
    'المحتوى',
  ],
  published: [
    'first_published_at',
    'published',
    'published_at',
    'publishedat',
    'datepublished',
    'date_published',
    'publication_date',
    'date_publication',
    'pubdate',
    'date',
    'public_updated_at',
    'التاريخ',
  ],
  modified: ['modified', 'date_modified', 'datemodified', 'lastmod', 'updated_at', 'updated'],
  author: ['author', 'auteur', 'authors', 'byline', 'الكاتب'],
  issuer: [
    'issuer',
    'émetteur',
    'emetteur',
    'organisation',
    'links.organisations.0.title',
    'الجهة',
  ],
  publisher: ['publisher', 'éditeur', 'site', 'site_name'],
  place: ['place', 'lieu', 'location', 'المكان'],
  language: ['language', 'langue', 'lang', 'locale', 'اللغة'],
  reference: ['reference', 'référence', 'reference_code', 'docno', 'المرجع'],
  url: ['url', 'link', 'lien', 'permalink', 'الرابط'],
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
  const stated = (field: RecordField): ReturnType<typeof statedValue> =>
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
