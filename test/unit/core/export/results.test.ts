import { afterAll, describe, expect, test } from 'vitest'
import { createAnnotation } from '../../../../electron/core/annotations/annotate.ts'
import { exportResults } from '../../../../electron/core/export/export-results.ts'
import { createColumns } from '../../../../electron/core/search/columns.ts'
import { rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import { createSavedSearch } from '../../../../electron/core/search/saved-searches.ts'
import type { InputOf } from '../../../../shared/channels/channel.ts'
import { archiveContract, type ArchiveContract } from '../../../../shared/channels/contract.ts'
import { aStoredDossier, toolsUnder, toTheEnd, valueOf } from '../../../support/dossiers.ts'
import { auditPdf } from '../../../support/pdf-audit.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'
import { resultSourcesOf } from '../../../support/searchable.ts'

const { office, communiqueIds, dossierId } = aStoredDossier()
const { db, desk } = office
afterAll(office.close)

const SECRET = 'qzvkxw'
const english = db
  .prepare<{ id: string }>(
    `SELECT version.id FROM version JOIN communique ON communique.seq = communique_seq
     WHERE communique.id = ?`,
  )
  .get(communiqueIds[2])
valueOf(
  createAnnotation(db, desk, {
    versionId: english?.id ?? '',
    start: 0,
    end: 3,
    kind: 'comment',
    body: `${SECRET} dragage`,
    tags: [],
    visibility: 'private',
  }),
)
rebuildIndex(db)

const searched = (
  query: string,
  more: Partial<InputOf<ArchiveContract['export.render-results']>> = {},
) => {
  const choice = archiveContract['export.render-results'].input.parse({
    query,
    filter: { years: [], issuers: [], languages: [] },
    labels: 'fr',
    ...more,
  })
  return toTheEnd(
    exportResults(resultSourcesOf(db, choice), toolsUnder({ exportMarking: 'Secret' }), choice),
  )
}

const textOf = ({ files }: Awaited<ReturnType<typeof searched>>): string =>
  textOfPdf(writtenFile(files[0]?.bytes ?? new Uint8Array())).replaceAll(/\s+/gu, ' ')

describe.skipIf(!hasProgram('pdftotext') || !hasProgram('qpdf'))('a list of search results', () => {
  test('has the query, its narrowing, each text with its passage, and breaks no rule', async () => {
    const filter = { years: ['2031'], issuers: [], languages: ['fr' as const] }
    const found = await searched('dragage sécurité', { filter })
    expect(found.outcome).toMatchObject({ communiqueCount: 1, fileCount: 1 })
    const text = textOf(found)
    for (const words of ['dragage sécurité', 'Années : 2031', 'Langues : français', 'Secret']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('la sécurité de la navigation n’est pas')
    expect(auditPdf(writtenFile(found.files[0]?.bytes ?? new Uint8Array()))).toEqual([])
  })

  test('breaks no rule in Arabic either, and finds without vowels', async () => {
    const found = await searched('القناة', { labels: 'ar' })
    expect(found.outcome).toMatchObject({ communiqueCount: 1 })
    expect(auditPdf(writtenFile(found.files[0]?.bytes ?? new Uint8Array()))).toEqual([])
  })

  test('leaves out what answers by a private note alone, unless it is asked for', async () => {
    const closed = await searched(SECRET)
    expect(closed.outcome).toMatchObject({ communiqueCount: 0 })
    const open = await searched(SECRET, { includePrivate: true })
    expect(open.outcome).toMatchObject({ communiqueCount: 1 })
    expect(textOf(open)).toContain(`${SECRET} dragage`)
    expect(textOf(await searched('dragage'))).not.toContain(SECRET)
  })

  test('says which spelling it answers where nothing answers the one that was asked', async () => {
    const found = await searched('dragaje')
    expect(found.outcome).toMatchObject({ communiqueCount: 1 })
    expect(found.files[0]?.fileName).toContain('dragage')
    expect(textOf(found)).toContain(
      'Aucun texte ne répond à « dragaje » : voici les réponses à « dragage »',
    )
    expect(textOf(await searched('dragage'))).not.toContain('Aucun texte ne répond')
  })

  test('names the dossiers and saved searches that it was narrowed to', async () => {
    const everything = { years: [], issuers: [], languages: [] }
    const saved = { id: 'search-1', name: 'Dragages', query: 'dragage', filter: everything }
    const kept = { ...saved, createdAt: '2031-05-01T00:00:00.000Z', createdBy: 'Officier' }
    expect(createSavedSearch(db, createColumns(), kept).ok).toBe(true)
    const filter = { ...everything, dossiers: [dossierId], searches: [saved.id] }
    const found = await searched('', { filter })
    const text = textOf(found)
    expect(text).toContain('Dossiers : Chenal de Valmer')
    expect(text).toContain('Recherches enregistrées : Dragages')
  })

  test('says that there is more than it shows', async () => {
    expect(textOf(await searched('', { limit: 2 }))).toContain(
      'Communiqués : 2 (les premiers seulement)',
    )
  })
})

test('a query that cannot be read is told', async () => {
  expect((await searched('"')).outcome).toMatchObject({ kind: 'query-invalid' })
})
