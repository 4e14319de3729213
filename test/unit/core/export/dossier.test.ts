import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sheetsFromParts } from '../../../../electron/core/export/dossier-sheets.ts'
import { readDocx } from '../../../../electron/core/ingest/formats/docx.ts'
import { walkXml } from '../../../../electron/core/ingest/formats/xml-walk.ts'
import { partsOfZip } from '../../../support/exported.ts'
import { aStoredDossier, renderedDossier, type Rendered } from '../../../support/dossiers.ts'
import { auditPdf } from '../../../support/pdf-audit.ts'
import { openPdf } from '../../../support/pdf-objects.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram, runProgram } from '../../../support/program.ts'

const stored = aStoredDossier()
afterAll(stored.office.close)

const LOGO = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const onlyFile = ({ files, outcome }: Rendered): Uint8Array => {
  expect(outcome).toMatchObject({ fileCount: 1, communiqueCount: 3 })
  expect(files).toHaveLength(1)
  return files[0]?.bytes ?? new Uint8Array()
}

/** The pages of the PDF, as text, with a marking chosen and a policy. */
const marked = async (marking: string, policy: object): Promise<readonly string[]> => {
  const choice = { format: 'pdf', labels: 'fr', page: { marking, footer: 'Le mien' } } as const
  const file = writtenFile(onlyFile(await renderedDossier(stored, choice, policy)))
  return textOfPdf(file).split('\f').slice(0, -1)
}

const heading = (level: number) => ({ kind: 'heading' as const, words: `${level}`, level })

const flat = (text: string): string =>
  text.replaceAll(/\u{ad}\n/gu, '').replaceAll(/[\s\u{200e}\u{200f}]+/gu, ' ')

/** Where each of the words stands, after the one before; -1 where one does not come. */
function placesInOrder(text: string, words: readonly string[]): readonly number[] {
  let from = 0
  return words.map((one) => {
    const at = text.indexOf(one, from)
    if (at >= 0) from = at + one.length
    return at
  })
}

describe.skipIf(!hasProgram('pdftotext') || !hasProgram('qpdf'))('a stored dossier as PDF', () => {
  test.each(['fr', 'ar', 'en'] as const)(
    'breaks no rule of PDF/A and PDF/UA with labels in %s, in either layout',
    async (labels) => {
      for (const layout of ['dossier', 'briefing'] as const) {
        const page = { header: 'Direction', footer: 'Usage interne', logo: LOGO }
        const choice = { format: 'pdf', layout, labels, page } as const
        const file = writtenFile(onlyFile(await renderedDossier(stored, choice)))
        expect(auditPdf(file)).toEqual([])
        expect(openPdf(file).text(openPdf(file).catalog['/Lang'])).toBe(labels)
      }
    },
    180_000,
  )

  test('holds texts, notes and passages in their order, with their source', async () => {
    const choice = { format: 'pdf', labels: 'fr' } as const
    const text = flat(textOfPdf(writtenFile(onlyFile(await renderedDossier(stored, choice)))))
    const body = text.slice(text.indexOf('Chronologie'))
    expect(placesInOrder(body, stored.inOrder)).not.toContain(-1)
    expect(body).toMatch(
      new RegExp(`« ${stored.passage} » Ministère des Ports et du Littoral, .+? § 3, SHA-256`, 'u'),
    )
    for (const part of ['Sommaire', 'Index des annotations', 'Index des personnes']) {
      expect(text).toContain(part)
    }
    expect(text).toContain('Jeanne Ferrand — ministre des Ports (à confirmer)')
  })

  test('sends the reader of an index to the page of the text', async () => {
    const choice = { format: 'pdf', labels: 'fr' } as const
    const file = writtenFile(onlyFile(await renderedDossier(stored, choice)))
    const pages = textOfPdf(file).split('\f')
    // The cover is page 0.
    const page = pages.findIndex((words) => flat(words).includes('La ministre des Ports a présidé'))
    const index = pages.find((words) => words.includes('Index des personnes')) ?? ''
    expect(flat(index)).toMatch(new RegExp(`Jeanne Ferrand.+?\\b${page}\\b`, 'u'))
    const lines = runProgram('pdftotext', ['-layout', file, '-']).split('\n')
    const entry = lines.find((line) => /plan commun de dragage \./u.test(line)) ?? ''
    expect(Number(/\d+$/u.exec(entry)?.[0])).toBe(page)
  })

  test('has the same outline as its contents', async () => {
    const choice = { format: 'pdf', labels: 'fr' } as const
    const pdf = openPdf(writtenFile(onlyFile(await renderedDossier(stored, choice))))
    const titles = pdf.all.flatMap((entry) =>
      '/Dest' in entry && '/Title' in entry ? [pdf.text(entry['/Title'])] : [],
    )
    for (const title of ['Sommaire', 'Les textes', 'Autre langue', 'À retenir', 'Chronologie']) {
      expect(titles).toContain(title)
    }
  })

  test('is marked on every page as the dossier says, unless the page or the policy says other', async () => {
    const own = await marked('', {})
    expect(own.filter((page) => !page.includes('Diffusion restreinte'))).toEqual([])
    const chosen = await marked('Confidentiel', {})
    expect(chosen.filter((page) => !page.includes('Confidentiel'))).toEqual([])
    expect(chosen.join()).not.toContain('Diffusion restreinte')
    expect(chosen.slice(1).filter((page) => !page.includes('Le mien'))).toEqual([])
    const settled = await marked('Confidentiel', {
      exportMarking: 'Secret',
      exportFooter: 'Service',
    })
    expect(settled.filter((page) => !page.includes('Secret'))).toEqual([])
    expect(settled.slice(1).filter((page) => !page.includes('Service'))).toEqual([])
    expect(settled.join()).not.toMatch(/Confidentiel|Diffusion restreinte|Le mien/u)
  }, 180_000)

  test('holds the annotations chosen and no others', async () => {
    const choice = { format: 'pdf' as const, labels: 'fr' as const, annotations: { kinds: [] } }
    const none = flat(textOfPdf(writtenFile(onlyFile(await renderedDossier(stored, choice)))))
    expect(none).not.toContain('Échéance ferme')
    const all = textOfPdf(
      writtenFile(onlyFile(await renderedDossier(stored, { format: 'pdf', labels: 'fr' }))),
    )
    expect(flat(all)).toContain('Échéance ferme')
  })
})

describe('a stored dossier as a Word document', () => {
  const choice = { format: 'docx', labels: 'fr' } as const

  test('holds everything in its order, well formed, with links that lead somewhere', async () => {
    const bytes = onlyFile(await renderedDossier(stored, choice))
    const parts = partsOfZip(bytes)
    for (const [name, xml] of parts) expect([name, walkXml(xml, {}).ok]).toEqual([name, true])
    const [anchors, names] = [new Set<string>(), new Set<string>()]
    walkXml(parts.get('word/document.xml') ?? '', {
      open: (name, attributes) => {
        if (name === 'w:hyperlink') anchors.add(attributes['w:anchor'] ?? '')
        if (name === 'w:bookmarkStart') names.add(attributes['w:name'] ?? '')
      },
    })
    expect(anchors.size).toBe(3)
    expect([...anchors].filter((anchor) => !names.has(anchor))).toEqual([])
    const reading = await readDocx({ name: 'a.docx', bytes })
    const text = reading.items.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n')
    const body = flat(text.slice(text.indexOf('Chronologie')))
    expect(placesInOrder(body, stored.inOrder)).not.toContain(-1)
    expect(body).toContain('Jeanne Ferrand, ministre des Ports (à confirmer)')
    const comments = parts.get('word/comments.xml')?.match(/<w:comment /gu) ?? []
    expect(comments).toHaveLength(12)
  })

  test('carries marking and footer on every page, the settled ones first', async () => {
    const policy = { exportMarking: 'Secret', exportFooter: 'Service' }
    const page = { marking: 'Confidentiel', footer: 'Le mien' }
    const settled = partsOfZip(onlyFile(await renderedDossier(stored, { ...choice, page }, policy)))
    const frame = `${settled.get('word/header1.xml')}${settled.get('word/footer1.xml')}`
    expect(frame).toContain('Secret')
    expect(frame).toContain('Service')
    expect(frame).not.toMatch(/Confidentiel|Le mien|Diffusion/u)
    const free = partsOfZip(onlyFile(await renderedDossier(stored, { ...choice, page })))
    expect(free.get('word/header1.xml')).toContain('Confidentiel')
  })

  test.skipIf(!hasProgram('soffice') || !hasProgram('pdftotext'))(
    'is opened by LibreOffice with marking, texts and comments',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'fonds-dossier-'))
      const file = path.join(folder, 'dossier.docx')
      writeFileSync(file, onlyFile(await renderedDossier(stored, choice)))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      for (const to of ['pdf', 'docx']) {
        const place = ['--convert-to', to, '--outdir', path.join(folder, 'back')]
        runProgram('soffice', [profile, '--headless', ...place, file])
      }
      const text = flat(textOfPdf(path.join(folder, 'back/dossier.pdf')))
      expect(placesInOrder(text.slice(text.indexOf('Chronologie')), stored.inOrder)).not.toContain(
        -1,
      )
      expect(text).toContain('Diffusion restreinte')
      const back = readFileSync(path.join(folder, 'back/dossier.docx'))
      const reading = await readDocx({ name: 'back.docx', bytes: back })
      expect(JSON.stringify(reading.items)).toContain(stored.passage)
      rmSync(folder, { recursive: true })
    },
    180_000,
  )
})

test('a dossier that is nowhere is told', async () => {
  const nowhere = { ...stored, dossierId: 'nowhere' }
  const { files, outcome } = await renderedDossier(nowhere, { format: 'pdf', labels: 'fr' })
  expect(files).toEqual([])
  expect(outcome).toMatchObject({ kind: 'not-found' })
})

test('no level of headings is ever skipped', () => {
  const [sheet] = sheetsFromParts([heading(3), heading(3), heading(1)], 'fr', (text) => text)
  const levels = sheet?.kind === 'lines' ? sheet.lines.map(({ level }) => level) : []
  expect(levels).toEqual([1, 2, 1])
})
