import { describe, expect, test } from 'vitest'
import { archiveContract } from '../../../../shared/channels/contract.ts'
import { exportFormatSchema, isOneForEach } from '../../../../shared/channels/export.ts'
import { exportDossier } from '../../../../electron/core/export/export-dossier.ts'
import { draftBriefing } from '../../../../electron/core/export/briefing-draft.ts'
import { exportComparison } from '../../../../electron/core/export/export-comparison.ts'
import { exportPdf } from '../../../../electron/core/export/export-pdf.ts'
import { exportResults } from '../../../../electron/core/export/export-results.ts'
import { rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import type { Office } from '../../../support/annotated.ts'
import {
  aStoredDossier,
  renderedBriefing,
  toolsUnder,
  toTheEnd,
} from '../../../support/dossiers.ts'
import { exported, unpacked } from '../../../support/exported.ts'
import { resultSourcesOf } from '../../../support/searchable.ts'

const PORT = 'ميناء الفجر'

/** Spoils what the archive holds of one text, as a bad disk would. */
function damage({ db }: Office, communiqueId: string): void {
  const triggers = db
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'version'`,
    )
    .all()
  for (const { name } of triggers) db.prepare(`DROP TRIGGER "${name}"`).run()
  db.prepare(
    `UPDATE version SET paragraphs = '[{"start":0,' WHERE communique_seq =
       (SELECT seq FROM communique WHERE id = $communiqueId)`,
  ).run({ communiqueId })
}

describe.each(exportFormatSchema.options)('an export of several texts as %s', (format) => {
  test('writes the others where one is not there and one is damaged, and names both', async () => {
    const { office, communiqueIds } = aStoredDossier()
    const [fr, ar, en] = communiqueIds
    damage(office, ar)
    const asked = { communiqueIds: [fr, 'nobody', ar, en], format, labels: 'fr' as const }
    const { files, report } = await exported(office, asked)
    expect(report).toMatchObject({
      communiqueCount: 2,
      leftOut: [
        { communiqueId: 'nobody', title: null, why: 'not-found' },
        { communiqueId: ar, title: expect.stringContaining(PORT), why: 'damaged' },
      ],
    })
    expect(files).toHaveLength(isOneForEach(format) ? 2 : 1)
    const nothing = await exported(office, { ...asked, communiqueIds: ['nobody', ar] })
    expect(nothing).toMatchObject({ files: [], report: { kind: 'not-found' } })
    const whole = await exported(office, { ...asked, communiqueIds: [fr, en] })
    expect(whole.report).toMatchObject({ communiqueCount: 2, leftOut: [] })
    office.close()
  })
})

test.each(['pdf', 'docx'] as const)(
  'a dossier as %s goes on without a damaged text',
  async (format) => {
    const { office, dossierId, communiqueIds } = aStoredDossier()
    damage(office, communiqueIds[1])
    const choice = { dossierId, format, labels: 'fr' as const }
    const input = archiveContract['export.render-dossier'].input.parse(choice)
    const { files, outcome } = await toTheEnd(exportDossier(office.db, toolsUnder({}), input))
    expect(files).toHaveLength(1)
    expect(outcome).toMatchObject({
      communiqueCount: 2,
      leftOut: [{ communiqueId: communiqueIds[1], why: 'damaged' }],
    })
    office.close()
  },
)

test.each(['pdf', 'docx'] as const)(
  'a dossier as %s goes on without a passage of a damaged text',
  async (format) => {
    const { office, dossierId, communiqueIds, passage } = aStoredDossier()
    damage(office, communiqueIds[0])
    const choice = { dossierId, format, labels: 'fr' as const }
    const input = archiveContract['export.render-dossier'].input.parse(choice)
    const { files, outcome } = await toTheEnd(exportDossier(office.db, toolsUnder({}), input))
    expect(files).toHaveLength(1)
    expect(unpacked(files[0]?.bytes ?? new Uint8Array()).includes(passage)).toBe(false)
    expect(outcome).toMatchObject({
      communiqueCount: 2,
      leftOut: [{ communiqueId: communiqueIds[0], why: 'damaged' }],
    })
    office.close()
  },
)

describe('a briefing note', () => {
  test('is drafted without a damaged text, which is named once, and fails where none is left', () => {
    const { office, communiqueIds } = aStoredDossier()
    const [fr, ar, en] = communiqueIds
    const draftOf = (...ids: string[]): ReturnType<typeof draftBriefing> =>
      draftBriefing(
        office.db,
        archiveContract['export.draft-briefing'].input.parse({ communiqueIds: ids, labels: 'fr' }),
      )
    expect(draftOf(fr, ar, en)).toMatchObject({ ok: true, value: { leftOut: [] } })
    damage(office, ar)
    const drafted = draftOf(fr, ar, 'nobody', ar, en)
    expect(drafted).toMatchObject({
      ok: true,
      value: {
        leftOut: [
          { communiqueId: ar, title: expect.stringContaining(PORT), why: 'damaged' },
          { communiqueId: 'nobody', title: null, why: 'not-found' },
        ],
      },
    })
    const words = JSON.stringify(drafted.ok && drafted.value.items)
    expect(words).toContain('Communiqués : 2')
    expect(words).not.toContain(PORT)
    expect(draftOf(ar)).toEqual({ ok: false, failure: { kind: 'archive-corrupt' } })
    office.close()
  })

  test('written at once with its annexes names a damaged text once', async () => {
    const { office, communiqueIds } = aStoredDossier()
    damage(office, communiqueIds[1])
    const { files, outcome } = await renderedBriefing(office, {
      communiqueIds: [...communiqueIds],
      cover: { title: 'Note' },
      hasAnnexes: true,
      format: 'docx',
      labels: 'fr',
    })
    expect(files).toHaveLength(1)
    expect(outcome).toMatchObject({
      communiqueCount: 2,
      leftOut: [{ communiqueId: communiqueIds[1], why: 'damaged' }],
    })
    office.close()
  })
})

test('search results go on without a damaged text and name it', async () => {
  const { office, communiqueIds } = aStoredDossier()
  const { db } = office
  rebuildIndex(db)
  const asked = { query: '', filter: { years: [], issuers: [], languages: [] }, labels: 'fr' }
  const input = archiveContract['export.render-results'].input.parse(asked)
  const written = () => toTheEnd(exportResults(resultSourcesOf(db, input), toolsUnder({}), input))
  expect((await written()).outcome).toMatchObject({ communiqueCount: 3, leftOut: [] })
  damage(office, communiqueIds[1])
  expect((await written()).outcome).toMatchObject({
    communiqueCount: 2,
    leftOut: [{ communiqueId: communiqueIds[1], why: 'damaged' }],
  })
  office.close()
})

test('a damaged text alone is told as damage, not as a fault of the program', async () => {
  const { office, communiqueIds } = aStoredDossier()
  const [communiqueId] = communiqueIds
  damage(office, communiqueId)
  const { id: versionId = '' } =
    office.db
      .prepare<{ id: string }>(
        `SELECT version.id FROM version JOIN communique ON communique.seq = communique_seq
         WHERE communique.id = $communiqueId`,
      )
      .get({ communiqueId }) ?? {}
  const pdf = archiveContract['export.render-pdf'].input.parse({
    communiqueId,
    versionId,
    notes: 'end',
    includePrivate: false,
    labels: 'fr',
  })
  const steps = exportPdf(office.db, toolsUnder({}), pdf)
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  expect(step.value).toEqual({ ok: false, failure: { kind: 'archive-corrupt' } })
  const two = { oldVersionId: versionId, freshVersionId: versionId, labels: 'fr' }
  const comparison = archiveContract['export.render-comparison'].input.parse(two)
  const compared = await toTheEnd(exportComparison(office.db, toolsUnder({}), comparison))
  expect(compared).toMatchObject({ files: [], outcome: { kind: 'archive-corrupt' } })
  office.close()
})
