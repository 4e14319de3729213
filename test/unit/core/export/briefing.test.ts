import { afterAll, describe, expect, test } from 'vitest'
import { createAnnotation } from '../../../../electron/core/annotations/annotate.ts'
import { draftBriefing } from '../../../../electron/core/export/briefing-draft.ts'
import { quotePassage } from '../../../../electron/core/export/citation.ts'
import { archiveContract } from '../../../../shared/channels/contract.ts'
import type { NewDossierItem } from '../../../../shared/model/dossier.ts'
import { aStoredDossier, renderedBriefing, valueOf } from '../../../support/dossiers.ts'
import { partsOfZip } from '../../../support/exported.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'

const stored = aStoredDossier()
const { office, communiqueIds } = stored
const { db, desk } = office
const [french] = communiqueIds
afterAll(office.close)

const SECRET = 'qzvkxw'
const version = db
  .prepare<{ id: string; text: string }>(
    `SELECT version.id, text FROM version JOIN communique ON communique.seq = communique_seq
     WHERE communique.id = ?`,
  )
  .get(french) ?? { id: '', text: '' }

const hidden = 'comité de suivi'
const at = version.text.indexOf(hidden)
valueOf(
  createAnnotation(db, desk, {
    versionId: version.id,
    start: at,
    end: at + hidden.length,
    kind: 'commitment',
    body: SECRET,
    tags: [],
    visibility: 'private',
  }),
)

const drafted = (more: object = {}): readonly NewDossierItem[] => {
  const input = { communiqueIds: [...communiqueIds], labels: 'fr', ...more }
  const parsed = archiveContract['export.draft-briefing'].input.parse(input)
  return valueOf(draftBriefing(db, parsed)).items
}

/** What stands under a heading of the first level. */
function under(items: readonly NewDossierItem[], words: string): readonly NewDossierItem[] {
  const from = items.findIndex((item) => item.kind === 'heading' && item.words === words)
  const rest = items.slice(from + 1)
  const to = rest.findIndex((item) => item.kind === 'heading' && item.level === 1)
  return from < 0 ? [] : rest.slice(0, to < 0 ? undefined : to)
}

const quotedIn = (items: readonly NewDossierItem[]): readonly string[] =>
  items.flatMap((item) =>
    item.kind === 'passage' ? [valueOf(quotePassage(db, item, 'fr')).words] : [],
  )

describe('a drafted briefing note', () => {
  test('has its five parts in order', () => {
    const parts = drafted().flatMap((item) =>
      item.kind === 'heading' && item.level === 1 ? [item.words] : [],
    )
    expect(parts).toEqual([
      'Contexte',
      'Dernières rencontres',
      'Positions, dans leurs termes',
      'Engagements',
      'Personnes',
    ])
  })

  test('says when and where, names who is named, and quotes the paragraph that tells of it', () => {
    const met = under(drafted(), 'Dernières rencontres')
    expect(met[0]).toMatchObject({ words: '28 avril 2031 (à confirmer) — Valmer' })
    expect(quotedIn(met)[0]).toContain('La ministre des Ports a présidé, lundi à Valmer')
    expect(JSON.stringify(met)).toContain(
      'Personnes citées\u{a0}: Jeanne Ferrand, ministre des Ports (à confirmer) · Omar Belkacem (à confirmer)',
    )
  })

  test('quotes positions by issuer and commitments to the letter, with the note on them', () => {
    const positions = under(drafted(), 'Positions, dans leurs termes')
    expect(positions[0]).toMatchObject({ words: 'Ministère des Ports et du Littoral' })
    expect(quotedIn(positions)).toContain('« la sécurité de la navigation n’est pas négociable »')
    const promised = under(drafted(), 'Engagements')
    expect(quotedIn(promised).join()).toContain('un relevé bathymétrique complet')
    expect(JSON.stringify(promised)).toContain(
      'Échéance ferme : relancer le service le 15 juin. (Direction du littoral)',
    )
  })

  test('holds no private annotation unless it is asked for', () => {
    expect(JSON.stringify(drafted())).not.toContain(SECRET)
    expect(quotedIn(drafted()).join()).not.toContain(hidden)
    const asked = drafted({ annotations: { includePrivate: true } })
    expect(JSON.stringify(asked)).toContain(SECRET)
    expect(quotedIn(asked).join()).toContain(hidden)
  })

  test('says so where there is nothing to quote', () => {
    const bare = drafted({ annotations: { kinds: [] } })
    expect(under(bare, 'Engagements')).toEqual([
      { kind: 'note', words: 'Aucun passage de ces textes n’est marqué comme engagement.' },
    ])
  })

  test('is refused where none of its communiqués is there', () => {
    const parsed = archiveContract['export.draft-briefing'].input.parse({
      communiqueIds: ['nowhere', 'nobody'],
      labels: 'fr',
    })
    expect(draftBriefing(db, parsed)).toMatchObject({ failure: { kind: 'not-found' } })
  })
})

describe.each(['fr', 'ar', 'en'] as const)('a briefing note written in %s', (labels) => {
  const choice = {
    communiqueIds: [...communiqueIds],
    cover: { title: 'Chenal de Valmer', marking: 'Confidentiel' },
    hasAnnexes: true,
    labels,
  }

  test.skipIf(!hasProgram('pdftotext'))('has passages and annexes in its PDF', async () => {
    const { files } = await renderedBriefing(office, { ...choice, format: 'pdf' })
    const text = textOfPdf(writtenFile(files[0]?.bytes ?? new Uint8Array()))
      .replaceAll(/\u{ad}\n/gu, '')
      .replaceAll(/\s+/gu, ' ')
    expect(text).toContain('un relevé bathymétrique complet')
    expect(text).toContain('Confidentiel')
    expect(text).toContain('The Minister for Ports chaired')
    expect(text).not.toContain(SECRET)
  })

  test('has them in its Word document', async () => {
    const { files } = await renderedBriefing(office, { ...choice, format: 'docx' })
    const parts = partsOfZip(files[0]?.bytes ?? new Uint8Array())
    expect(parts.get('word/document.xml')).toContain('un relevé bathymétrique complet')
    expect(parts.get('word/header1.xml')).toContain('Confidentiel')
    expect([...parts.values()].join()).not.toContain(SECRET)
  })
})
