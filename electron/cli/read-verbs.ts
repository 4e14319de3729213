import { precisionFromDate } from '../../shared/model/stated-date.ts'
import type { CommuniqueRecord, CommuniqueSummary } from '../../shared/model/communique.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { succeed, type Failure, type Outcome } from '../../shared/model/failure.ts'
import type { Filter, Hit } from '../../shared/model/search.ts'
import { findSaved } from './search-verbs.ts'
import type { CliSession } from './session.ts'

const EVERYTHING = { years: [], issuers: [], languages: [] }
const PAGE = 500

/** Prints the list of communiqués, newest first. */
export async function list(session: CliSession): Promise<number> {
  const rows: CommuniqueSummary[] = []
  for (;;) {
    const page = await session.archive.call('communique.list', {
      filter: EVERYTHING,
      sort: 'newest',
      offset: rows.length,
      limit: PAGE,
    })
    if (!page.ok) return failed(session, page.failure)
    rows.push(...page.value.rows)
    if (page.value.rows.length < PAGE) break
  }
  if (session.json) session.print(JSON.stringify(rows))
  else if (rows.length === 0) session.print(session.words.emptyArchive)
  else {
    for (const { id, sortedOn, title, issuerName } of rows) {
      session.print(`${id}  ${sortedOn ?? '—'}  ${title}${issuerName ? ` (${issuerName})` : ''}`)
    }
  }
  return 0
}

interface Asked {
  readonly query: string
  readonly limit: number
  /** The name or identifier of a saved search: run when nothing else is asked, or narrowing what is. */
  readonly saved: string | undefined
}

/** Prints the communiqués and notes that answer a query, each with its passage and offsets. */
export async function search(session: CliSession, asked: Asked): Promise<number> {
  const question = await questionFrom(session, asked)
  if (!question.ok) return failed(session, question.failure)
  const { query, filter } = question.value
  const { limit } = asked
  const found = await session.archive.call('search.run', { query, filter, offset: 0, limit })
  if (!found.ok) return failed(session, found.failure)
  const { corrected, hits } = found.value
  if (session.json) {
    session.print(JSON.stringify(hits.map((hit) => shownHit(hit, corrected ?? query))))
    return 0
  }
  if (corrected !== null) session.print(session.words.corrected(query, corrected))
  if (hits.length === 0) session.print(session.words.noHit)
  for (const { id, sortedOn, title, snippets } of hits) {
    const passage = (snippets[0]?.text ?? title).replaceAll('\n', ' ')
    session.print(`${id}  ${sortedOn ?? '—'}  ${title}\n    ${passage}`)
  }
  return 0
}

/** A saved search asks its own question, unless another is asked of what it finds. */
async function questionFrom(
  session: CliSession,
  { query, saved }: Asked,
): Promise<Outcome<{ readonly query: string; readonly filter: Filter }>> {
  if (saved === undefined) return succeed({ query, filter: EVERYTHING })
  const found = await findSaved(session, saved)
  if (!found.ok || query === '') return found
  return succeed({ query, filter: { ...EVERYTHING, searches: [found.value.id] } })
}

function shownHit(hit: Hit, answers: string): object {
  const [best] = hit.snippets
  return {
    ...hit,
    field: best?.field ?? 'title',
    snippet: best?.text ?? hit.title,
    snippetStart: best?.start ?? 0,
    offsets: best?.matches ?? hit.titleMatches,
    answers,
  }
}

/** Prints one communiqué with everything that is known of it. */
export async function show(session: CliSession, id: string): Promise<number> {
  const record = await session.archive.call('communique.get', { id, versionId: null })
  if (!record.ok) return failed(session, record.failure)
  const notes = await session.archive.call('annotation.list', { communiqueId: id })
  if (!notes.ok) return failed(session, notes.failure)
  const { annotations } = notes.value
  session.print(
    session.json
      ? JSON.stringify(shownRecord(record.value, annotations))
      : readableRecord(record.value, annotations),
  )
  return 0
}

function shownRecord(
  { communique, version, versions, relations }: CommuniqueRecord,
  annotations: readonly Annotation[],
): object {
  const { issuer, publisher, dates, ...described } = communique
  return {
    ...described,
    title: version.title,
    issuer: issuer?.name ?? null,
    publisher: publisher?.name ?? null,
    attributions: { issuer, publisher },
    dates: dates.map((date) => ({ ...date, precision: precisionFromDate(date.value) })),
    language: version.language,
    direction: version.direction,
    text: version.text,
    paragraphs: version.paragraphs.map((paragraph) => ({
      ...paragraph,
      text: version.text.slice(paragraph.start, paragraph.end),
    })),
    preamble: version.preamble,
    versionId: version.id,
    versionNumber: version.number,
    digest: version.digest,
    source: version.source,
    versions,
    relations,
    annotations,
  }
}

function readableRecord(
  { communique, version }: CommuniqueRecord,
  annotations: readonly Annotation[],
): string {
  const dates = communique.dates
    .filter(({ settlement }) => settlement !== 'rejected')
    .map(
      ({ role, value, settlement }) =>
        `${role} ${value}${settlement === 'unconfirmed' ? ' ?' : ''}`,
    )
  return [
    version.title,
    [communique.issuer?.name, communique.place, ...dates].filter(Boolean).join(' · '),
    '',
    version.text,
    '',
    ...annotations.map(({ kind, target, body }) => `[${kind}] « ${target.exact} » ${body}`),
    `${version.source.name} · SHA-256 ${version.source.digest}`,
  ].join('\n')
}

function failed(session: CliSession, failure: Failure): number {
  session.tell(failure)
  return 1
}
