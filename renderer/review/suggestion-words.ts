import type { Suggestion } from '../../shared/model/suggestion.ts'
import type { Speech } from '../i18n/words.tsx'

/** What a suggestion is about: « Événement », « Émetteur », « personne ». */
export function aspectWords({ kind, aspect }: Suggestion, { words }: Speech): string {
  const named: Readonly<Record<Suggestion['kind'], Readonly<Record<string, string>>>> = {
    date: words.dates.roles,
    mention: words.links.authorityKinds,
    relation: words.check.proposals,
    issuer: {},
    publisher: {},
  }
  if (kind === 'issuer') return words.reader.issuer
  if (kind === 'publisher') return words.reader.publisher
  return named[kind][aspect] ?? aspect
}

/** The value of a suggestion as it is read: a date in full, a name as it stands. */
export function valueWords({ kind, value }: Suggestion, { formats }: Speech): string {
  return kind === 'date' ? formats.fullDate(value) : value
}

/** How a suggestion came about, in words: « lundi », relatif au 16/04/2025 · jour de la semaine. */
export function ruleWords(suggestion: Suggestion, speech: Speech): string {
  const { words, formats } = speech
  const { rule, relativeTo, evidence } = suggestion
  const named = ruleName(rule, speech)
  if (relativeTo === null || evidence === null) return named
  const quote = `\u2068${evidence.quote}\u2069`
  return `${words.check.relative(quote, formats.digitDate(relativeTo))} · ${named}`
}

/** The name of a rule for an officer; one that has none is named by its identifier. */
export function ruleName(rule: string, { words }: Speech): string {
  const names: Readonly<Record<string, string>> = words.check.rules
  const stem = rule.replace(/^(?:fr|ar|en)-/u, '').replace(/-no-year$/u, '')
  if (stem.startsWith('field-')) return words.check.ruleOfField(stem.slice('field-'.length))
  return names[stem] ?? words.check.ruleUnnamed(rule)
}

/**
 * Whether a suggestion may be accepted together with others of its rule: its source prints the
 * value, and a person was not guessed from the words around a name.
 */
export function isSafeInBulk({ kind, rule, isStated }: Suggestion): boolean {
  if (kind === 'relation' || !isStated) return false
  return kind !== 'mention' || rule === 'known-name' || rule.endsWith('-country')
}

/** What tells one suggestion from another. */
export function suggestionKey({ kind, id }: Suggestion): string {
  return `${kind} ${id}`
}
