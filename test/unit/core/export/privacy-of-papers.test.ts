import { describe, expect, test } from 'vitest'
import { createDossier } from '../../../../electron/core/archive/dossiers.ts'
import { exportBriefing, exportDossier } from '../../../../electron/core/export/export-dossier.ts'
import { exportComparison } from '../../../../electron/core/export/export-comparison.ts'
import { exportPdf } from '../../../../electron/core/export/export-pdf.ts'
import { exportResults } from '../../../../electron/core/export/export-results.ts'
import { exportOpenCopy } from '../../../../electron/core/export/open-copy.ts'
import { rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import { archiveContract } from '../../../../shared/channels/contract.ts'
import { arabicSample, frenchSample } from '../../../fixtures/export/samples.ts'
import { anOffice, type Office } from '../../../support/annotated.ts'
import { toolsUnder, toTheEnd, valueOf } from '../../../support/dossiers.ts'
import { addSample, exported, unpacked } from '../../../support/exported.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'
import { holds, OPEN_WORDS, SECRETS, withSecrets } from '../../../support/secrets.ts'
import { resultSourcesOf } from '../../../support/searchable.ts'

interface Papers {
  readonly office: Office
  readonly ids: readonly [string, string]
  readonly includePrivate: boolean
}

type Files = readonly { readonly fileName: string; readonly bytes: Uint8Array }[]

const versionOf = ({ db }: Office, communiqueId: string): string =>
  db
    .prepare<{ id: string }>(
      `SELECT version.id FROM version JOIN communique ON communique.seq = communique_seq
       WHERE communique.id = ?`,
    )
    .get(communiqueId)?.id ?? ''

async function storedDossier(papers: Papers, format: 'pdf' | 'docx'): Promise<Files> {
  const { office, ids, includePrivate } = papers
  const { db, desk } = office
  const authorship = { actor: desk.actor, at: desk.clock.now() }
  const items = ids.map((communiqueId) => ({ kind: 'communique' as const, communiqueId }))
  const cover = { title: 'Remise', description: '', marking: '', items }
  const dossier = valueOf(createDossier(db, { clock: desk.clock, authorship }, cover))
  const input = archiveContract['export.render-dossier'].input.parse({
    dossierId: dossier.id,
    format,
    labels: 'fr',
    annotations: { includePrivate },
  })
  return (await toTheEnd(exportDossier(db, toolsUnder({}), input))).files
}

async function briefing(papers: Papers, format: 'pdf' | 'docx'): Promise<Files> {
  const { office, ids, includePrivate } = papers
  const input = archiveContract['export.render-briefing'].input.parse({
    communiqueIds: [...ids],
    cover: { title: 'Note' },
    hasAnnexes: true,
    format,
    labels: 'fr',
    annotations: { includePrivate },
  })
  return (await toTheEnd(exportBriefing(office.db, toolsUnder({}), input))).files
}

async function oneText(papers: Papers, notes: 'margin' | 'end' | 'native'): Promise<Files> {
  const { office, ids, includePrivate } = papers
  const files: { fileName: string; bytes: Uint8Array }[] = []
  for (const communiqueId of ids) {
    const input = archiveContract['export.render-pdf'].input.parse({
      communiqueId,
      versionId: null,
      notes,
      includePrivate,
      labels: 'fr',
    })
    const steps = exportPdf(office.db, toolsUnder({}), input)
    let step = await steps.next()
    while (!step.done) step = await steps.next()
    files.push(valueOf(step.value))
  }
  return files
}

async function results({ office, includePrivate }: Papers): Promise<Files> {
  const { db } = office
  rebuildIndex(db)
  const input = archiveContract['export.render-results'].input.parse({
    query: 'dragage OR القناة OR relire',
    filter: { years: [], issuers: [], languages: [] },
    includePrivate,
    labels: 'fr',
  })
  return (await toTheEnd(exportResults(resultSourcesOf(db, input), toolsUnder({}), input))).files
}

async function comparison({ office, ids }: Papers): Promise<Files> {
  const input = archiveContract['export.render-comparison'].input.parse({
    oldVersionId: versionOf(office, ids[0]),
    freshVersionId: versionOf(office, ids[1]),
    labels: 'fr',
  })
  return (await toTheEnd(exportComparison(office.db, toolsUnder({}), input))).files
}

async function openCopy({ office, includePrivate }: Papers): Promise<Files> {
  const { db, desk } = office
  const authorship = { actor: desk.actor, at: desk.clock.now() }
  const steps = exportOpenCopy(db, authorship, { includePrivate })
  const pieces: Uint8Array[] = []
  for (;;) {
    const step = await steps.next()
    if (step.done) {
      return [{ fileName: valueOf(step.value).fileName, bytes: Buffer.concat(pieces) }]
    }
    pieces.push(step.value.bytes)
  }
}

async function packed({ office, ids, includePrivate }: Papers): Promise<Files> {
  const annotations = { includePrivate }
  const asked = { format: 'markdown', isPacked: true, annotations, labels: 'fr' } as const
  return (await exported(office, { ...asked, communiqueIds: [...ids] })).files
}

/** How each paper is made, and whether every annotation is written in it, so that the control can be. */
const PAPERS: readonly (readonly [string, boolean, (papers: Papers) => Promise<Files>])[] = [
  ['a PDF with notes in the margin', true, (papers) => oneText(papers, 'margin')],
  ['a PDF with notes at the end', true, (papers) => oneText(papers, 'end')],
  ['a PDF with notes of its own format', true, (papers) => oneText(papers, 'native')],
  ['a stored dossier as PDF', true, (papers) => storedDossier(papers, 'pdf')],
  ['a stored dossier as Word', true, (papers) => storedDossier(papers, 'docx')],
  ['a briefing note as PDF', true, (papers) => briefing(papers, 'pdf')],
  ['a briefing note as Word', true, (papers) => briefing(papers, 'docx')],
  ['a pack of files', true, packed],
  ['an open copy of the archive', true, openCopy],
  ['a list of search results', false, results],
  ['a comparison', false, comparison],
]

async function everyByte(make: (papers: Papers) => Promise<Files>, includePrivate: boolean) {
  const office = anOffice('Officier')
  const ids = [
    addSample(office, withSecrets(frenchSample(), SECRETS.slice(0, 25))),
    addSample(office, withSecrets(arabicSample(), SECRETS.slice(25))),
  ] as const
  const files = await make({ office, ids, includePrivate })
  office.close()
  expect(files.length).toBeGreaterThan(0)
  const pieces = files.flatMap(({ fileName, bytes }) => {
    const text = fileName.endsWith('.pdf') ? textOfPdf(writtenFile(bytes)) : ''
    return [Buffer.from(fileName), unpacked(bytes), Buffer.from(text.replaceAll(/\s+/gu, ''))]
  })
  return Buffer.concat(pieces)
}

describe.skipIf(!hasProgram('pdftotext')).each(PAPERS)('%s', (_name, isControl, make) => {
  test('holds no word, tag or author of a private annotation', async () => {
    const bytes = await everyByte(make, false)
    expect(SECRETS.filter((secret) => holds(bytes, secret))).toEqual([])
    expect(holds(bytes, OPEN_WORDS)).toBe(isControl)
  })

  test.runIf(isControl)('holds them all once the officer asks for it', async () => {
    const bytes = await everyByte(make, true)
    expect(SECRETS.filter((secret) => !holds(bytes, secret))).toEqual([])
  })
})
