import type { Words } from '../i18n/fr.ts'

/** What the form of the query builder holds; empty fields ask nothing. */
export type ComposedFields = Readonly<Record<keyof Words['compose']['fields'], string>>

/** A form that asks nothing. */
export const EMPTY_FIELDS: ComposedFields = {
  all: '',
  phrase: '',
  exact: '',
  any: '',
  none: '',
  near: '',
  title: '',
  note: '',
  tag: '',
  issuer: '',
  person: '',
  place: '',
  dossier: '',
  language: '',
  kind: '',
  from: '',
  to: '',
}

type Keywords = Words['compose']['keywords']

const DATE = /^(?:1[6-9]|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u
const DESCRIBED = ['issuer', 'person', 'place', 'dossier', 'language', 'kind'] as const

/** Whether a field of the form holds a date, or nothing. */
export function isDateOrEmpty(value: string): boolean {
  return value.trim() === '' || DATE.test(value.trim())
}

/** The form as one query, with the keywords of one language. Dates that cannot be read are left out. */
export function writeQuery(fields: ComposedFields, keywords: Keywords): string {
  const any = wordsOf(fields.any)
  const parts = [
    ...wordsOf(fields.all),
    quoted(fields.phrase),
    fields.exact.trim() === '' ? '' : `=${quoted(fields.exact)}`,
    any.length > 1 ? `(${any.join(` ${keywords.or} `)})` : any.join(''),
    ...nearOf(fields.near, keywords.near),
    ...(['title', 'note', 'tag'] as const).flatMap((field) =>
      wordsOf(fields[field]).map((word) => `${keywords[field]}:${word}`),
    ),
    ...DESCRIBED.map((field) => named(keywords[field], fields[field])),
    dated(fields, keywords.date),
    ...wordsOf(fields.none).map((word) => `${keywords.not} ${word}`),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** Words as they are typed, without signs that would be read as the query language. */
function wordsOf(value: string): readonly string[] {
  return value
    .split(/[\s()"“”«»=:|,;،؛]+/u)
    .map((word) => word.replace(/^[-\u2212]+/u, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => (KEYWORD.test(word) ? `"${word}"` : word))
}

/** Words that join others unless they are quoted. */
const KEYWORD =
  /^(?:AND|ET|و|OR|OU|أو|NOT|SAUF|إلا|depuis|since|منذ|avant|before|قبل|apr[eè]s|after|بعد)$/iu

function quoted(value: string): string {
  const bare = value.replaceAll(/["“”«»]/gu, ' ').trim()
  return bare === '' ? '' : `"${bare}"`
}

function nearOf(value: string, keyword: string): readonly string[] {
  const words = wordsOf(value)
  const bare = words.map((word) => word.replaceAll('"', ''))
  return new Set(bare).size > 1 ? [`${keyword}(${bare.slice(0, 8).join(' ')})`] : words
}

function named(keyword: string, value: string): string {
  const name = quoted(value)
  return name === '' ? '' : `${keyword}:${name}`
}

function dated({ from, to }: ComposedFields, keyword: string): string {
  const [first, last] = [from, to].map((date) => (DATE.test(date.trim()) ? date.trim() : ''))
  return first === '' && last === '' ? '' : `${keyword}:${first}..${last}`
}
