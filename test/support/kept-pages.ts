import { exportComparison } from '../../electron/core/export/export-comparison.ts'
import type { PdfEngine } from '../../electron/core/export/pdf.ts'
import { archiveContract } from '../../shared/channels/contract.ts'
import { arabicSample, englishSample, frenchSample } from '../fixtures/export/samples.ts'
import { addText, addWording, anOffice } from './annotated.ts'
import {
  aStoredDossier,
  renderedBriefing,
  renderedDossier,
  toolsUnder,
  toTheEnd,
  type Rendered,
} from './dossiers.ts'
import { exported } from './exported.ts'
import { samplePage } from './pdf-tools.ts'

/** A page whose picture is kept: the file it is in and its number there, from 1. */
export interface KeptPage {
  readonly name: string
  readonly pdf: Uint8Array
  readonly page: number
}

const fileOf = ({ files }: Pick<Rendered, 'files'>): Uint8Array => {
  const [file] = files
  if (file === undefined) throw new Error('nothing was rendered')
  return file.bytes
}

/** Twelve pages that show every kind of export, from invented texts, at a fixed instant. */
export async function keptPages(engine: PdfEngine): Promise<readonly KeptPage[]> {
  const [fr, ar, en] = [frenchSample(), arabicSample(), englishSample()].map(samplePage)
  if (!fr || !ar || !en) throw new Error('no samples')
  const furniture = {
    header: 'Ministère des Ports',
    footer: 'Cabinet — ne pas diffuser',
    marking: 'Diffusion restreinte',
    logo: null,
  }
  const bytesOf = (...asked: Parameters<PdfEngine['render']>): Uint8Array =>
    engine.render(...asked).bytes
  const frenchNotes = bytesOf(fr, { notes: 'end' })
  const stored = aStoredDossier()
  const { office } = stored
  const dossier = fileOf(await renderedDossier(stored, { format: 'pdf', labels: 'fr' }))
  const communiqueIds = [...stored.communiqueIds]
  const list = await exported(office, { communiqueIds, format: 'list-pdf', labels: 'en' })
  const briefing = await renderedBriefing(office, {
    communiqueIds,
    cover: { title: 'Chenal de Valmer : point avant la réunion' },
    format: 'pdf',
    labels: 'fr',
  })
  office.close()
  return [
    { name: 'french-margin', pdf: bytesOf(fr, { notes: 'margin' }), page: 1 },
    { name: 'french-end', pdf: frenchNotes, page: 1 },
    { name: 'french-end-2', pdf: frenchNotes, page: 2 },
    { name: 'arabic-margin', pdf: bytesOf(ar, { notes: 'margin' }), page: 1 },
    { name: 'arabic-furniture', pdf: bytesOf(ar, { notes: 'end', furniture }), page: 1 },
    { name: 'english-plain', pdf: bytesOf(en, { notes: 'none' }), page: 1 },
    { name: 'dossier-cover', pdf: dossier, page: 1 },
    { name: 'dossier-contents', pdf: dossier, page: 2 },
    { name: 'list', pdf: fileOf({ files: list.files.map(withType) }), page: 1 },
    { name: 'briefing', pdf: fileOf(briefing), page: 1 },
    { name: 'comparison-merged', pdf: await comparisonIn('merged'), page: 1 },
    { name: 'comparison-side-by-side', pdf: await comparisonIn('side-by-side'), page: 1 },
  ]
}

const withType = (file: { readonly fileName: string; readonly bytes: Uint8Array }) => ({
  ...file,
  mediaType: 'application/pdf',
})

const OLD = `La commission mixte se réunira au printemps à Valmer pour arrêter le programme des travaux.

Le montant du fonds sera fixé par un protocole distinct, après avis des deux administrations.

Les échanges se poursuivront sur la sécurité des navires et le signalement des avaries.`

const FRESH = `La commission mixte se réunira à l’automne à Port-Clair pour arrêter le programme des travaux.

Les échanges se poursuivront sur la sécurité des navires et le signalement des avaries.

Un rapport commun sera rendu public chaque année.`

async function comparisonIn(layout: 'merged' | 'side-by-side'): Promise<Uint8Array> {
  const office = anOffice('Officier')
  const old = addText(office, OLD, 'Déclaration sur le chenal de Valmer')
  const fresh = addWording(office, old, FRESH)
  const input = archiveContract['export.render-comparison'].input.parse({
    oldVersionId: old.versionId,
    freshVersionId: fresh.versionId,
    layout,
    labels: layout === 'merged' ? 'fr' : 'ar',
  })
  const rendered = await toTheEnd(exportComparison(office.db, toolsUnder({}), input))
  office.close()
  return fileOf(rendered)
}
