import { directionFromLanguage, languageSchema } from '../../../shared/model/language.ts'
import type { Hit, Snippet } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import type { CommuniqueSet } from './communique-set.ts'
import type { EarlierWordings } from './earlier-wordings.ts'
import { mergedSpans } from './highlight.ts'
import type { Highlighter } from './highlight.ts'
import type { Ranked } from './rank.ts'
import { cutSnippets } from './snippets.ts'

interface HitRow {
  readonly id: string
  readonly versionId: string
  readonly title: string
  readonly text: string
  readonly issuerName: string | null
  readonly language: string
  readonly sortedOn: string | null
  readonly eventSettled: number
}

const MAX_NOTES = 3

/**
 * Describes ranked communiqués: title, issuer, date, and passages with what matched. The notes of
 * a communiqué are read only where `inNotes` says that one matches.
 */
export function describeHits(
  db: ReadableArchive,
  columns: Columns,
  ranked: readonly Ranked[],
  {
    highlight,
    inNotes,
    versionsOf,
  }: {
    readonly highlight: Highlighter
    readonly inNotes: CommuniqueSet
    readonly versionsOf: (versionRow: number) => EarlierWordings
  },
): Hit[] {
  const described = db.prepare<HitRow>(
    `SELECT communique.id, version.id AS versionId, version.title, version.text,
       authority.name AS issuerName, version.language, sorted_on AS sortedOn,
       event_settled AS eventSettled
     FROM version JOIN communique ON communique.seq = version.communique_seq
     LEFT JOIN authority ON authority.seq = communique.issuer_seq
     WHERE version.seq = ?`,
  )
  return ranked.flatMap(({ row, score }) => {
    const found = described.get(columns.version[row] ?? 0)
    if (found === undefined) return []
    const { text, eventSettled, language: named, ...description } = found
    const language = languageSchema.parse(named)
    return {
      ...description,
      language,
      direction: directionFromLanguage(language),
      eventSettled: eventSettled === 1,
      titleMatches: mergedSpans(highlight('title', found.title)),
      score,
      ...versionsOf(columns.version[row] ?? 0),
      snippets: [
        ...textSnippets(text, highlight),
        ...(inNotes[row] === 1 ? noteSnippets(db, row, highlight) : []),
      ],
    }
  })
}

function textSnippets(text: string, highlight: Highlighter): readonly Snippet[] {
  return cutSnippets(text, highlight('text', text), { field: 'text', annotationId: null })
}

function noteSnippets(
  db: ReadableArchive,
  communique: number,
  highlight: Highlighter,
): readonly Snippet[] {
  const notes = db
    .prepare<{ id: string; body: string }>(
      'SELECT id, body FROM annotation WHERE communique_seq = ? AND withdrawn = 0 ORDER BY seq',
    )
    .all(communique)
  return notes
    .flatMap(({ id, body }) => {
      const found = highlight('note', body)
      return found.length === 0 ? [] : cutSnippets(body, found, { field: 'note', annotationId: id })
    })
    .slice(0, MAX_NOTES)
}
