import { afterAll, describe, expect, test } from 'vitest'
import { createAnnotation } from '../../../../electron/core/annotations/annotate.ts'
import { exportResults } from '../../../../electron/core/export/export-results.ts'
import { createColumns } from '../../../../electron/core/search/columns.ts'
import { rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import { search } from '../../../../electron/core/search/search.ts'
import type { InputOf } from '../../../../shared/channels/channel.ts'
import { archiveContract, type ArchiveContract } from '../../../../shared/channels/contract.ts'
import { aStoredDossier, toolsUnder, toTheEnd, valueOf } from '../../../support/dossiers.ts'
import { auditPdf } from '../../../support/pdf-audit.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'

const { office, communiqueIds } = aStoredDossier()
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
  const { filter } = choice
  const find = async (place: { offset: number; limit: number }) =>
    search(db, createColumns(), { query, filter, ...place })
  return toTheEnd(exportResults({ db, find }, toolsUnder({ exportMarking: 'Secret' }), choice))
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

  test('says that there is more than it shows', async () => {
    expect(textOf(await searched('', { limit: 2 }))).toContain(
      'Communiqués : 2 (les premiers seulement)',
    )
  })
})

test('a query that cannot be read is told', async () => {
  expect((await searched('"')).outcome).toMatchObject({ kind: 'query-invalid' })
})
