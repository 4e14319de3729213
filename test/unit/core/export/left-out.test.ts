import { describe, expect, test } from 'vitest'
import { archiveContract } from '../../../../shared/channels/contract.ts'
import { exportFormatSchema, isOneForEach } from '../../../../shared/channels/export.ts'
import { exportDossier } from '../../../../electron/core/export/export-dossier.ts'
import type { Office } from '../../../support/annotated.ts'
import { aStoredDossier, toolsUnder, toTheEnd } from '../../../support/dossiers.ts'
import { exported } from '../../../support/exported.ts'

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
        { communiqueId: ar, title: expect.stringContaining('ميناء الفجر'), why: 'damaged' },
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
