import { afterAll, describe, expect, test } from 'vitest'
import {
  countChanges,
  mergedParagraphs,
  rowsSideBySide,
  type ComparedParagraph,
  type ComparedText,
} from '../../../../electron/core/export/comparison-pieces.ts'
import { exportComparison } from '../../../../electron/core/export/export-comparison.ts'
import { archiveContract } from '../../../../shared/channels/contract.ts'
import { addText, addWording, anOffice } from '../../../support/annotated.ts'
import { toolsUnder, toTheEnd } from '../../../support/dossiers.ts'
import { auditPdf } from '../../../support/pdf-audit.ts'
import { textOfPdf, writtenFile } from '../../../support/pdf-tools.ts'
import { hasProgram } from '../../../support/program.ts'
import { randomFromSeed } from '../../../support/random.ts'

const textOf = (...paragraphs: readonly string[]): ComparedText => {
  let at = 0
  return {
    text: paragraphs.join('\n\n'),
    paragraphs: paragraphs.map((words) => {
      const start = at
      at += words.length + 2
      const end = start + words.length
      return { start, end, kind: 'body', language: 'fr', direction: 'ltr' }
    }),
  }
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['inserted', '+'],
  ['deleted', '-'],
  ['moved', '~'],
])

const shown = (paragraph: ComparedParagraph | null): string =>
  (paragraph?.pieces ?? [])
    .map(({ t, change }) => `${SIGNS.get(change) ?? ''}${t}${SIGNS.get(change) ?? ''}`)
    .join('')

const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '')

const OLD = textOf(
  'La commission se réunira au printemps à Valmer pour le programme.',
  'Le montant du fonds sera fixé par un protocole distinct.',
  'Les échanges se poursuivront sur la sécurité des navires.',
)
const FRESH = textOf(
  'La commission se réunira à l’automne à Valmer pour le programme.',
  'Les échanges se poursuivront sur la sécurité des navires.',
)

describe('two wordings', () => {
  test('are merged with what was removed in its place', () => {
    expect(mergedParagraphs(OLD, FRESH).map(shown)).toEqual([
      'La commission se réunira -au printemps- +à l’automne+ à Valmer pour le programme.',
      '-Le montant du fonds sera fixé par un protocole distinct.-',
      'Les échanges se poursuivront sur la sécurité des navires.',
    ])
    expect(countChanges(OLD, OLD)).toEqual({ inserted: 0, deleted: 0, moved: 0, respelt: 0 })
  })

  test('stand side by side with like beside like', () => {
    const rows = rowsSideBySide(OLD, FRESH).map(([left, right]) => [shown(left), shown(right)])
    expect(rows[1]).toEqual(['-Le montant du fonds sera fixé par un protocole distinct.-', ''])
    expect(rows[2]?.[0]).toBe(rows[2]?.[1])
  })

  test('lose no word on either side, whatever changed', () => {
    const random = randomFromSeed(7)
    const words = 'le la ministre accord fonds navire port a signé l’État d’un plan, commun.'.split(
      ' ',
    )
    const anyText = (): ComparedText =>
      textOf(
        ...Array.from({ length: 1 + random.below(4) }, () =>
          Array.from({ length: 1 + random.below(9) }, () => words[random.below(words.length)]).join(
            ' ',
          ),
        ),
      )
    for (let round = 0; round < 300; round += 1) {
      const [old, fresh] = [anyText(), anyText()]
      const rows = rowsSideBySide(old, fresh)
      for (const [side, source] of [
        [0, old],
        [1, fresh],
      ] as const) {
        const held = rows.flatMap((row) => row[side]?.pieces.map(({ t }) => t) ?? [])
        expect(squeezed(held.join(''))).toBe(squeezed(source.text))
      }
      const kept = mergedParagraphs(old, fresh)
        .flatMap(({ pieces }) => pieces)
        .filter(({ change }) => change !== 'deleted')
      expect(squeezed(kept.map(({ t }) => t).join(''))).toBe(squeezed(fresh.text))
    }
  })

  test('are not cut to pieces by an apostrophe that both have by chance', () => {
    const [old, fresh] = [
      textOf('Il rendra compte de l’état des travaux.'),
      textOf('Elle n’était pas prévue hier.'),
    ]
    expect(mergedParagraphs(old, fresh).map(shown).join()).toBe(
      '-Il rendra compte de l’état des travaux- +Elle n’était pas prévue hier+.',
    )
  })
})

const office = anOffice('Officier')
afterAll(office.close)
const first = addText(office, OLD.text, 'Communiqué de Valmer')
const second = addWording(office, first, FRESH.text)
const arabic = addText(
  office,
  'أكد الوزيران على ضرورة تعزيز التعاون.\n\nتجتمع اللجنة في الخريف.',
  'بلاغ مشترك',
)

describe.skipIf(!hasProgram('pdftotext') || !hasProgram('qpdf'))('a comparison as PDF', () => {
  test.each(['merged', 'side-by-side'] as const)('%s breaks no rule', async (layout) => {
    for (const [freshVersionId, labels] of [
      [second.versionId, 'fr'],
      [arabic.versionId, 'ar'],
    ] as const) {
      const choice = { oldVersionId: first.versionId, freshVersionId, layout, labels }
      const { files, outcome } = await toTheEnd(
        exportComparison(
          office.db,
          toolsUnder({}),
          archiveContract['export.render-comparison'].input.parse(choice),
        ),
      )
      expect(outcome).toMatchObject({ fileCount: 1, substitutions: [] })
      const file = writtenFile(files[0]?.bytes ?? new Uint8Array())
      expect(auditPdf(file)).toEqual([])
      const text = textOfPdf(file).replaceAll(/\u{ad}?\s+/gu, ' ')
      expect(text).toContain('au printemps')
      expect(text.includes('Version 2')).toBe(labels === 'fr')
    }
  })

  test('of a wording that is nowhere is told', async () => {
    const choice = { oldVersionId: first.versionId, freshVersionId: 'nowhere', labels: 'fr' }
    const { outcome } = await toTheEnd(
      exportComparison(
        office.db,
        toolsUnder({}),
        archiveContract['export.render-comparison'].input.parse(choice),
      ),
    )
    expect(outcome).toMatchObject({ kind: 'not-found', what: 'version' })
  })
})
