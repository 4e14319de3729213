import { z } from 'zod'
import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { succeed, type Outcome } from '../../shared/model/failure.ts'
import type { CliArguments } from './arguments.ts'
import {
  choiceFrom,
  filterFrom,
  pageFrom,
  placeOfFile,
  refused,
  saveAll,
  sharedChoiceSchema,
  type SharedChoice,
} from './export.ts'
import type { CliSession } from './session.ts'

interface VolumeVerb {
  readonly lane: 'read'
  readonly needs: number
  readonly run: (session: CliSession, typed: CliArguments) => Promise<number>
}

/** Verbs that write one document made of several texts. */
export const volumeVerbs: readonly (readonly [string, VolumeVerb])[] = [
  ['dossiers', { lane: 'read', needs: 0, run: listDossiers }],
  ['dossier', { lane: 'read', needs: 1, run: writeDossier }],
  ['briefing', { lane: 'read', needs: 1, run: writeBriefing }],
  ['results', { lane: 'read', needs: 1, run: writeResults }],
  ['compare', { lane: 'read', needs: 1, run: writeComparison }],
]

async function listDossiers(session: CliSession): Promise<number> {
  const listed = await session.archive.call('dossier.list', {})
  if (!listed.ok) return refused(session, listed.failure)
  const { dossiers } = listed.value
  if (session.json) session.print(JSON.stringify(dossiers))
  else
    for (const { id, title, itemCount } of dossiers) session.print(`${id}  ${title} (${itemCount})`)
  return 0
}

const volumeChoiceSchema = sharedChoiceSchema.extend({
  format: z.enum(['pdf', 'docx']).default('pdf'),
  notes: z.enum(['none', 'end']).default('end'),
})

interface Prepared<C> {
  readonly choice: C
  readonly page: NonNullable<InputOf<ArchiveContract['export.render']>['page']>
  readonly save: (steps: Parameters<typeof saveAll>[1]) => Promise<number>
}

/** Reads the choice and what stands around the pages, then runs; says what is missing. */
async function prepared<C extends SharedChoice>(
  session: CliSession,
  schema: z.ZodType<C>,
  options: CliArguments['options'],
  run: (prepared: Prepared<C>) => Promise<number>,
): Promise<number> {
  const choice = choiceFrom(session, schema, options)
  if (choice === null) return 2
  const page = pageFrom(session, choice)
  if (!page.ok) return refused(session, page.failure)
  const place = placeOfFile(session.resolve(choice.output))
  return run({ choice, page: page.value, save: (steps) => saveAll(session, steps, place) })
}

function writeDossier(session: CliSession, { operands, options }: CliArguments): Promise<number> {
  const schema = volumeChoiceSchema.extend({
    layout: z.enum(['dossier', 'briefing']).default('dossier'),
  })
  return prepared(session, schema, options, async ({ choice, page, save }) => {
    const { format, notes, labels, layout } = choice
    const [dossierId = ''] = operands
    const input = { dossierId, format, notes, labels, layout, page }
    const annotations = filterFrom(choice)
    const { archive, signal } = session
    return save(archive.stream('export.render-dossier', { ...input, annotations }, { signal }))
  })
}

function writeBriefing(session: CliSession, { operands, options }: CliArguments): Promise<number> {
  const schema = volumeChoiceSchema.extend({ dossier: z.string().min(1).max(300) })
  return prepared(session, schema, options, async ({ choice, page, save }) => {
    const { format, notes, labels, dossier: title } = choice
    const input = { format, notes, labels, page, cover: { title } }
    const communiqueIds = [...operands]
    const [hasAnnexes, annotations] = [options.annexes ?? false, filterFrom(choice)]
    const { archive, signal } = session
    const whole = { ...input, communiqueIds, hasAnnexes, annotations }
    return save(archive.stream('export.render-briefing', whole, { signal }))
  })
}

function writeResults(session: CliSession, { operands, options }: CliArguments): Promise<number> {
  const schema = sharedChoiceSchema.extend({ limit: z.coerce.number().int().default(200) })
  return prepared(session, schema, options, async ({ choice, page, save }) => {
    const filter = { years: [], issuers: [], languages: [] }
    const { labels, limit, 'include-private': includePrivate } = choice
    const input = { query: operands.join(' '), filter, limit, includePrivate, labels, page }
    const { archive, signal } = session
    return save(archive.stream('export.render-results', input, { signal }))
  })
}

function writeComparison(
  session: CliSession,
  { operands, options }: CliArguments,
): Promise<number> {
  const schema = sharedChoiceSchema.extend({
    layout: z.enum(['merged', 'side-by-side']).default('merged'),
  })
  return prepared(session, schema, options, async ({ choice, page, save }) => {
    const versions = await versionsOf(session, operands)
    if (!versions.ok) return refused(session, versions.failure)
    const { labels, layout } = choice
    const { archive, signal } = session
    const input = { ...versions.value, layout, labels, page }
    return save(archive.stream('export.render-comparison', input, { signal }))
  })
}

/** The newest wordings of two communiqués, or the first and the newest of one. */
async function versionsOf(
  session: CliSession,
  [one = '', other]: readonly string[],
): Promise<Outcome<{ readonly oldVersionId: string; readonly freshVersionId: string }>> {
  const first = await session.archive.call('communique.get', { id: one, versionId: null })
  if (!first.ok) return first
  const { version, versions } = first.value
  if (other === undefined) {
    const oldest = versions.toSorted((a, b) => a.number - b.number)[0] ?? version
    return succeed({ oldVersionId: oldest.id, freshVersionId: version.id })
  }
  const second = await session.archive.call('communique.get', { id: other, versionId: null })
  if (!second.ok) return second
  return succeed({ oldVersionId: version.id, freshVersionId: second.value.version.id })
}
