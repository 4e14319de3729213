import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { digestOf } from '../../electron/core/system/files.ts'

/** What a test knows of an archive that it asks about. */
export interface KnownArchive {
  readonly communiqueId: string
  readonly versionId: string
  readonly sourceDigest: string
  /** A folder that backups may be written to. */
  readonly folder: string
}

/** One input for every channel, some of which end well and some in a failure. */
export type ChannelInputs = { readonly [M in keyof ArchiveContract]: InputOf<ArchiveContract[M]> }

const NOTHING_FILTERED = { years: [], issuers: [], languages: [] }

/** Inputs that every channel accepts. A channel without one does not compile. */
export function channelInputs({
  communiqueId,
  versionId,
  sourceDigest,
  folder,
}: KnownArchive): ChannelInputs {
  return {
    'archive.describe': {},
    'archive.verify': {},
    'archive.back-up': { path: `${folder}/copy.fonds` },
    'archive.export-open': { includePrivate: true },
    'archive.list-journal': { subject: null, offset: 0, limit: 3 },
    'communique.list': { filter: NOTHING_FILTERED, sort: 'oldest', offset: 0, limit: 3 },
    'communique.get': { id: communiqueId, versionId: null },
    'date.settle': { id: 'no-such-date', settlement: 'confirmed', value: '2025-04-14' },
    'issuer.settle': { communiqueId, settlement: 'confirmed' },
    'publisher.settle': { communiqueId: 'no-such-text', settlement: 'rejected' },
    'relation.settle': { id: 'no-such-relation', settlement: 'rejected' },
    'source.read': { digest: sourceDigest },
    'source.list-missing': { digests: [sourceDigest, 'a'.repeat(64)] },
    'suggestion.list': { kinds: ['date'], rule: null, communiqueId: null, offset: 0, limit: 9 },
    'suggestion.settle-many': {
      kind: 'date',
      rule: 'fr-weekday',
      ids: ['no-such-date'],
      settlement: 'confirmed',
    },
    'mention.list': { versionId },
    'mention.settle': { id: 'no-such-mention', settlement: 'confirmed', authorityId: null },
    'authority.list': { kind: 'place', query: 'maroc', onlyNamed: false, offset: 0, limit: 5 },
    'authority.get': { id: 'country-fr' },
    'authority.list-passages': { id: 'country-ma', offset: 0, limit: 5 },
    'authority.create': {
      kind: 'person',
      name: 'Salma Berrada',
      names: [{ name: 'Salma Berrada', language: 'fr' }],
    },
    'authority.revise': {
      id: 'no-such-record',
      name: 'Autre',
      names: [{ name: 'Autre', language: null }],
    },
    'authority.preview-merge': { keptId: 'country-ma', mergedId: 'country-fr' },
    'authority.merge': { keptId: 'body-un', mergedId: 'country-fr' },
    'authority.undo-merge': { mergeId: 'no-such-merge' },
    'search.count-facets': {
      query: 'communiqué',
      filter: { ...NOTHING_FILTERED, languages: ['ar'] },
    },
    'search.run': { query: 'communiqué', filter: NOTHING_FILTERED, offset: 0, limit: 5 },
    'search.verify-quotation': { quotation: 'communiqué conjoint' },
    'search.trace-formula': { formula: 'feuille de route' },
    'search.find-similar': { communiqueId, limit: 5 },
    'search.complete': { start: 'commun', limit: 8 },
    'search.explain': { query: 'communiqué', communiqueId },
    'search.count-trend': { query: 'eau', filter: NOTHING_FILTERED },
    'search.find-facet-values': {
      query: '',
      filter: NOTHING_FILTERED,
      facet: 'people',
      words: 'a',
      limit: 50,
    },
    'search.count-added': { query: 'eau', filter: NOTHING_FILTERED, after: 0 },
    'search.describe-index': {},
    'search.compact-index': {},
    'search.rebuild-index': {},
    'saved-search.list': {},
    'saved-search.count-within': { query: 'eau', filter: NOTHING_FILTERED },
    'saved-search.create': { name: 'Eaux', query: 'eau OU eaux', filter: NOTHING_FILTERED },
    'saved-search.rename': { id: 'no-such-search', name: 'Autre' },
    'saved-search.mark-seen': { id: 'no-such-search' },
    'saved-search.delete': { id: 'no-such-search' },
    'saved-search.restore': { id: 'no-such-search' },
    'annotation.list': { communiqueId },
    'annotation.create': {
      versionId,
      start: 0,
      end: 12,
      kind: 'commitment',
      body: 'À vérifier — ٢٠٢٥ 🕊',
      tags: ['suivi'],
      visibility: 'private',
    },
    'annotation.revise': { id: 'no-such-note', body: 'Autre' },
    'annotation.follow-link': { id: 'no-such-note' },
    'annotation.undo': { id: 'no-such-note' },
    'annotation.list-withdrawn': { limit: 10 },
    'annotation.erase': { ids: ['no-such-note'] },
    'annotation.redo': { id: 'no-such-note' },
    'annotation.list-history': { id: 'no-such-note' },
    'annotation.review': { communiqueId },
    'annotation.undo-reanchor': { communiqueId },
    'annotation.reanchor': { communiqueId },
    'annotation.settle-anchor': { id: 'no-such-note', versionId, decision: { kind: 'accept' } },
    'annotation.list-conflicts': { communiqueId: null },
    'annotation.search-all': {
      query: 'verifier',
      filter: { kinds: [], tags: ['suivi'], authors: [], visibilities: [], statuses: [] },
      sort: 'text',
      offset: 0,
      limit: 5,
    },
    'annotation.export-bundle': { communiqueIds: null, includePrivate: true },
    'annotation.preview-bundle': { bytes: new Uint8Array([80, 75, 3, 4]) },
    'annotation.merge-bundle': { bytes: new Uint8Array([0, 255]) },
    'annotation.list-merges': {},
    'annotation.undo-merge': { mergeId: 'no-such-merge' },
    'annotation.export-web': { communiqueIds: [communiqueId], includePrivate: true },
    'annotation.import-web': { text: '[{"id":"urn:a"}]', visibility: 'private' },
    'annotation.settle-conflict': { id: 'no-such-note', field: 'body', revisionId: null },
    'dossier.list': {},
    'dossier.open': { id: 'no-such-dossier' },
    'dossier.create': {
      title: 'Coopération — التعاون',
      items: [
        { kind: 'heading', words: 'Contexte', level: 1 },
        { kind: 'communique', communiqueId },
        { kind: 'passage', versionId, start: 0, end: 12 },
        { kind: 'note', words: 'À relire' },
      ],
    },
    'dossier.describe': { id: 'no-such-dossier', marking: 'Diffusion restreinte' },
    'dossier.delete': { id: 'no-such-dossier' },
    'dossier.add-items': { id: 'no-such-dossier', items: [{ kind: 'note', words: '' }] },
    'dossier.move-items': { id: 'no-such-dossier', itemIds: ['a'], beforeId: null },
    'dossier.remove-items': { id: 'no-such-dossier', itemIds: ['a'] },
    'dossier.write-item': { id: 'no-such-dossier', itemId: 'a', words: 'b' },
    'dossier.undo': { id: 'no-such-dossier' },
    'dossier.redo': { id: 'no-such-dossier' },
    'ingest.open-batch': { origin: null },
    'ingest.offer-files': {
      batchId: 'no-such-batch',
      files: [{ name: 'a.txt', content: { kind: 'bytes', bytes: new Uint8Array([0, 255, 10]) } }],
    },
    'ingest.list-dumps': { batchId: 'no-such-batch' },
    'ingest.accept-mapping': { columns: ['Titre', 'Texte'], mapping: { body: 'Texte' } },
    'ingest.run-batch': { batchId: 'no-such-batch' },
    'ingest.report': { batchId: 'no-such-batch' },
    'ingest.list-unfinished': {},
    'ingest.list-refused': { origin: 'nowhere' },
    'ingest.drop-batch': { batchId: 'no-such-batch' },
    'ingest.offer-samples': {},
    'export.picture-page': { pdf: new Uint8Array([37, 80, 68, 70]), index: 0, width: 400 },
    'export.render-pdf': {
      communiqueId,
      versionId: null,
      notes: 'end',
      includePrivate: true,
      labels: 'ar',
    },
    'export.render': {
      communiqueIds: [communiqueId],
      format: 'docx',
      notes: 'end',
      annotations: { kinds: null, tags: null, authors: null, includePrivate: false },
      labels: 'fr',
      dossier: null,
    },
    'export.render-dossier': { dossierId: 'no-such-dossier', format: 'pdf', labels: 'fr' },
    'export.draft-briefing': { communiqueIds: [communiqueId], labels: 'fr' },
    'export.render-briefing': {
      communiqueIds: [communiqueId],
      cover: { title: 'Note' },
      format: 'docx',
      labels: 'fr',
    },
    'export.render-results': {
      query: 'feuille de route',
      filter: { years: [], issuers: [], languages: [] },
      labels: 'fr',
    },
    'export.render-comparison': {
      oldVersionId: versionId,
      freshVersionId: 'no-such-version',
      labels: 'fr',
    },
    'export.cite': { versionId, start: 0, end: 12, style: 'note', labels: 'ar' },
  }
}

/**
 * A value as it is told the same way by two archives that started alike: identifiers, instants,
 * and the files made of both, stand as what they are.
 */
export function withoutChance(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Uint8Array) {
      const start = new TextDecoder().decode(item.subarray(0, 5))
      if (start.startsWith('PK')) return 'a bundle'
      return start === '%PDF-' ? 'a PDF file' : digestOf(item)
    }
    if (typeof item !== 'object' || item === null) return item
    return Object.keys(item).toSorted().join() === 'digest,size' ? 'a copy' : item
  })
  return JSON.parse(
    text
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/gu, 'an id')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'an instant'),
  )
}
