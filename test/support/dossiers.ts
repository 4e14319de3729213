import { createDossier } from '../../electron/core/archive/dossiers.ts'
import { addMentions } from '../../electron/core/archive/mentions.ts'
import { exportBriefing, exportDossier } from '../../electron/core/export/export-dossier.ts'
import type { ExportTools } from '../../electron/core/export/export-pdf.ts'
import type { InputOf, ItemOf, OutputOf } from '../../shared/channels/channel.ts'
import { archiveContract, type ArchiveContract } from '../../shared/channels/contract.ts'
import type { Failure, Outcome } from '../../shared/model/failure.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { arabicSample, englishSample, frenchSample } from '../fixtures/export/samples.ts'
import { anOffice, type Office } from './annotated.ts'
import { addSample } from './exported.ts'
import { EXPORTED_AT, openedEngine } from './pdf-tools.ts'

/** The samples of the export in an archive, in a stored dossier with every kind of item. */
export interface StoredDossier {
  readonly office: Office
  readonly dossierId: string
  /** French, Arabic, English. */
  readonly communiqueIds: readonly [string, string, string]
  /** Words that stand in the dossier, in its order. */
  readonly inOrder: readonly string[]
  readonly passage: string
}

/** Fails the test where an outcome is a failure. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}

/** Three texts under headings, with a note and a passage between them; two people are named. */
export function aStoredDossier(): StoredDossier {
  const office = anOffice('Officier')
  const { db, desk } = office
  const fr = addSample(office, frenchSample())
  const ar = addSample(office, arabicSample())
  const en = addSample(office, englishSample())
  const version = db
    .prepare<{ seq: number; id: string; text: string }>(
      `SELECT version.seq, version.id, version.text FROM version
       JOIN communique ON communique.seq = communique_seq WHERE communique.id = ?`,
    )
    .get(fr)
  if (!version) throw new Error('the sample is not there')
  db.write(() => {
    const found = { kind: 'person', part: 'text', start: 0, end: 2, rule: 'test' } as const
    addMentions(db, desk.clock, { seq: version.seq, language: 'fr' }, [
      { ...found, name: 'Jeanne Ferrand', role: 'ministre des Ports' },
      { ...found, name: 'Omar Belkacem', role: null },
    ])
  })
  const passage = 'la sécurité de la navigation n’est pas négociable'
  const start = version.text.indexOf(passage)
  const authorship = { actor: desk.actor, at: desk.clock.now() }
  const dossier = createDossier(
    db,
    { clock: desk.clock, authorship },
    {
      title: 'Chenal de Valmer',
      description: 'Avril 2031',
      marking: 'Diffusion restreinte',
      items: [
        { kind: 'heading', words: 'Les textes', level: 1 },
        { kind: 'communique', communiqueId: fr },
        { kind: 'heading', words: 'Autre langue', level: 2 },
        { kind: 'communique', communiqueId: ar },
        { kind: 'heading', words: 'À retenir', level: 1 },
        { kind: 'note', words: 'Le calendrier est arrêté.\nReste la question du phare.' },
        { kind: 'passage', versionId: version.id, start, end: start + passage.length },
        { kind: 'communique', communiqueId: en },
      ],
    },
  )
  return {
    office,
    dossierId: valueOf(dossier).id,
    communiqueIds: [fr, ar, en],
    inOrder: [
      'Les textes',
      'La ministre des Ports a présidé',
      'Autre langue',
      'À retenir',
      'Le calendrier est arrêté.',
      'Reste la question du phare.',
      passage,
      'The Minister for Ports chaired',
    ],
    passage,
  }
}

type Item = ItemOf<ArchiveContract['export.render-dossier']>
type Report = OutputOf<ArchiveContract['export.render-dossier']>

/** Everything one rendering gave. */
export interface Rendered {
  readonly files: readonly NonNullable<Item['file']>[]
  readonly outcome: Report | Failure
}

/** Renders a stored dossier under a policy, to its end. */
export const renderedDossier = (
  { office, dossierId }: StoredDossier,
  choice: Omit<InputOf<ArchiveContract['export.render-dossier']>, 'dossierId'>,
  policy: Policy = {},
): Promise<Rendered> =>
  toTheEnd(
    exportDossier(
      office.db,
      toolsUnder(policy),
      archiveContract['export.render-dossier'].input.parse({ dossierId, ...choice }),
    ),
  )

/** Renders a briefing note, to its end. */
export const renderedBriefing = (
  { db }: Office,
  choice: InputOf<ArchiveContract['export.render-briefing']>,
): Promise<Rendered> =>
  toTheEnd(
    exportBriefing(
      db,
      toolsUnder({}),
      archiveContract['export.render-briefing'].input.parse(choice),
    ),
  )

/** What an export needs, with the instant of the tests. */
export const toolsUnder = (policy: Policy): ExportTools => ({
  now: () => EXPORTED_AT,
  policy,
  openEngine: async () => ({ ok: true as const, value: await openedEngine('native') }),
})

/** Takes every step of an export. */
export async function toTheEnd(
  steps: AsyncGenerator<Item, Outcome<Report>, void>,
): Promise<Rendered> {
  const files: NonNullable<Item['file']>[] = []
  for (;;) {
    const step = await steps.next()
    if (step.done) {
      return { files, outcome: step.value.ok ? step.value.value : step.value.failure }
    }
    if (step.value.file !== null) files.push(step.value.file)
  }
}
