import { foldText } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { HypothesisPage } from './hypothesis.ts'
import type { NamedText } from './read-web-link.ts'
import type { AnnotatedVersion } from './web-annotation.ts'

const TEXT_SQL = `
  SELECT communique.id AS communiqueId, version.text, version.digest,
    version.created_at AS createdAt
  FROM version JOIN communique ON communique.seq = communique_seq`

/** The wording a W3C target names: by its digest, else the newest of the communiqué it names. */
export function findNamedText(
  db: ReadableArchive,
  { source, digest }: NamedText,
): AnnotatedVersion | null {
  const communiqueId = source.startsWith('urn:uuid:') ? source.slice('urn:uuid:'.length) : ''
  return (
    db
      .prepare<AnnotatedVersion>(
        `${TEXT_SQL} WHERE version.digest = $digest OR communique.id = $communiqueId
         ORDER BY version.digest = $digest DESC, communique.id = $communiqueId DESC,
           version.number DESC LIMIT 1`,
      )
      .get({ digest, communiqueId }) ?? null
  )
}

const CANDIDATES = 20

/**
 * The wordings that may be a page annotated elsewhere: those that came from its address or bear its
 * title, then those with its very words, newest first; twenty at most.
 */
export function findPageTexts(
  db: ReadableArchive,
  { uri, title, exact }: HypothesisPage,
): readonly AnnotatedVersion[] {
  return db
    .prepare<AnnotatedVersion>(
      `${TEXT_SQL} JOIN accession ON accession.seq = accession_seq
       WHERE accession.origin = $uri OR ($title <> '' AND communique.title_folded = $title)
         OR instr(version.text, $exact) > 0
       ORDER BY accession.origin = $uri DESC, communique.title_folded = $title DESC,
         version.seq DESC LIMIT ${CANDIDATES}`,
    )
    .all({ uri, title: foldText(title), exact: exact.trim() })
}
