import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { traceFormula } from '../../../../electron/core/search/trace-formula.ts'
import { formulaCase } from '../../../support/formula-cases.ts'
import { aSearchableArchive } from '../../../support/searchable.ts'

describe('every wording of a formula is found among a thousand decoys, and none of these', () => {
  test.for([22, 33, 35])('seed %i', (seed) => {
    const { planted, texts } = formulaCase(seed, 1000)
    const { archive, close } = aSearchableArchive(texts)
    for (const { wording } of planted) {
      const trace = traceFormula(archive, wording)
      expect(trace.attestations.map(({ passage }) => passage.title)).toEqual(
        planted.map(({ title }) => title),
      )
    }
    close()
  })
})

test('each attestation is compared with the one before', () => {
  const { archive, close } = aSearchableArchive([
    {
      text: 'Le cadre est fondé sur la confiance mutuelle des parties.',
      sortedOn: '2024-01-01',
      issuer: 'A',
    },
    {
      text: 'Le cadre est fondé sur la pleine confiance mutuelle des parties.',
      sortedOn: '2024-03-01',
      issuer: 'B',
    },
    {
      text: 'Le cadre est fondé sur la pleine confiance mutuelle des parties.',
      sortedOn: '2024-04',
      issuer: 'A',
    },
  ])
  const trace = traceFormula(archive, 'fondé sur la confiance mutuelle des parties')
  close()
  const [first, second, third] = trace.attestations
  expect(first).toMatchObject({ changes: [], daysSince: null, likeness: 1 })
  const added = second?.changes.filter(({ kind }) => kind === 'inserted')
  expect(added?.map(({ fresh }) => second?.passage.text.slice(fresh?.start, fresh?.end))).toEqual([
    'pleine',
  ])
  expect(second?.daysSince).toBe(60)
  expect(third).toMatchObject({ isSameWording: true, daysSince: null })
  expect(trace.issuers).toEqual([
    { issuerName: 'A', count: 2, firstOn: '2024-01-01', lastOn: '2024-04' },
    { issuerName: 'B', count: 1, firstOn: '2024-03-01', lastOn: '2024-03-01' },
  ])
})

test('what was added and kept belongs to the formula, the sentence of a corrected text does not', () => {
  const { archive, close } = aSearchableArchive([
    { text: 'Le pacte repose sur la confiance mutuelle des deux rives.', sortedOn: '2023-01-01' },
    {
      text: 'Hier, le pacte repose sur la pleine confiance mutuelle des deux rives, dans le respect des usages.',
      sortedOn: '2024-01-01',
    },
    {
      text: 'Le ministre a rappelé que le pacte repose sur la seule confiance mutuelle des deux rives, dans le respect des usages anciens.',
      sortedOn: '2025-01-01',
    },
    {
      text: 'Le ministre a rappelé que le pacte repose sur la confiance mutuelle des deux rives, dans le respect des usages anciens.',
      sortedOn: '2025-01-02',
    },
  ])
  const { attestations } = traceFormula(
    archive,
    'le pacte repose sur la confiance mutuelle des deux rives',
  )
  close()
  expect(attestations.map(({ passage }) => passage.text)).toEqual([
    'Le pacte repose sur la confiance mutuelle des deux rives',
    'le pacte repose sur la pleine confiance mutuelle des deux rives, dans le respect des usages',
    'le pacte repose sur la seule confiance mutuelle des deux rives, dans le respect des usages',
    'le pacte repose sur la confiance mutuelle des deux rives, dans le respect des usages',
  ])
})

describe('the formula of the sample communiqués', () => {
  const folder = path.resolve(import.meta.dirname, '../../../../resources/sample')
  const expected = z
    .looseObject({ formula: z.array(z.strictObject({ file: z.string(), wording: z.string() })) })
    .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')))
  const { files } = z
    .looseObject({ files: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')))
  const names = Object.keys(files).toSorted()

  test.for(expected.formula.map(({ wording }) => wording))('is followed from: %s', (wording) => {
    const { archive, close } = aSearchableArchive(
      names.map((name) => ({
        title: name,
        text: readFileSync(path.join(folder, name), 'utf8').normalize('NFC'),
        sortedOn: name.slice(0, name.startsWith('2024-06') ? 7 : 10),
      })),
    )
    const { attestations } = traceFormula(archive, wording)
    close()
    expect(attestations.map(({ passage }) => passage.title).toSorted()).toEqual(
      expected.formula.map(({ file }) => file).toSorted(),
    )
  })
})
