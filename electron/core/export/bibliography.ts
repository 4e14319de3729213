import type { Reference } from './reference.ts'

/** References as RIS, CRLF line ends: type GEN, which every reader knows, the issuer as author. */
export function risFromReferences(references: readonly Reference[]): string {
  return references.map((reference) => risEntry(reference)).join('\r\n')
}

function risEntry(reference: Reference): string {
  const [year, month, day] = reference.date
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', 'GEN'],
    ['ID', reference.key],
    ['TI', reference.title],
    ['AU', reference.issuer],
    ['PB', reference.publisher],
    ['CY', reference.place],
    ['PY', year === undefined ? null : String(year)],
    ['DA', year === undefined ? null : `${year}/${two(month)}/${two(day)}/`],
    ['M1', reference.referenceCode],
    ['M3', reference.genre],
    ['UR', reference.url],
    ['LA', reference.language === 'und' ? null : reference.language],
    ['N1', reference.note],
    ['ER', ''],
  ]
  return fields
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`]))
    .join('')
}

const two = (n: number | undefined): string => (n === undefined ? '' : String(n).padStart(2, '0'))

/** References as BibTeX in UTF-8: `@misc`, titles and issuers in braces, BibLaTeX's `date` too. */
export function bibtexFromReferences(references: readonly Reference[]): string {
  return references.map((reference) => bibtexEntry(reference)).join('\n')
}

const LANGUAGE_NAMES = { fr: 'french', ar: 'arabic', en: 'english', und: null } as const

function bibtexEntry(reference: Reference): string {
  const { title, issuer, publisher, place, date, url, language } = reference
  const [year, month] = date
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', `{${tex(title)}}`],
    ['author', issuer === null ? null : `{${tex(issuer)}}`],
    ['publisher', publisher === null ? null : `{${tex(publisher)}}`],
    ['address', place === null ? null : tex(place)],
    ['year', year === undefined ? null : String(year)],
    ['month', month === undefined ? null : String(month)],
    ['date', year === undefined ? null : date.map((n) => String(n).padStart(2, '0')).join('-')],
    ['number', reference.referenceCode === null ? null : tex(reference.referenceCode)],
    ['type', tex(reference.genre)],
    ['url', url === null ? null : url.replaceAll(/[{}\\%]/gu, (c) => encodeURIComponent(c))],
    ['langid', LANGUAGE_NAMES[language]],
    ['note', tex(reference.note)],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = {${value}}`],
  )
  return `@misc{${reference.key},\n${lines.join(',\n')}\n}\n`
}

/** TeX commands for what TeX reads as commands; a brace must not stand alone even when escaped. */
const TEX: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
])

const tex = (text: string): string =>
  text.replaceAll(/[\\{}~^$&#%_]/gu, (character) => TEX.get(character) ?? `\\${character}`)

/** References as CSL-JSON 1.0: type `document` with the genre, the issuer as a literal author. */
export function cslFromReferences(references: readonly Reference[]): string {
  const items = references.map((reference) => ({
    id: reference.key,
    type: 'document',
    title: reference.title,
    genre: reference.genre,
    ...(reference.issuer === null ? {} : { author: [{ literal: reference.issuer }] }),
    ...(reference.publisher === null ? {} : { publisher: reference.publisher }),
    ...(reference.place === null ? {} : { 'publisher-place': reference.place }),
    ...(reference.date.length === 0 ? {} : { issued: { 'date-parts': [reference.date] } }),
    ...(reference.referenceCode === null ? {} : { number: reference.referenceCode }),
    ...(reference.url === null ? {} : { URL: reference.url }),
    ...(reference.language === 'und' ? {} : { language: reference.language }),
    note: reference.note,
  }))
  return `${JSON.stringify(items, null, 2)}\n`
}
