import { Cite, logger } from '@citation-js/core'
// oxlint-disable-next-line import/no-unassigned-import -- a plugin adds itself to the parser
import '@citation-js/plugin-bibtex'
// oxlint-disable-next-line import/no-unassigned-import -- as above
import '@citation-js/plugin-ris'
import { expect, test, vi } from 'vitest'
import {
  bibtexFromReferences,
  cslFromReferences,
  risFromReferences,
} from '../../../../electron/core/export/bibliography.ts'
import type { PageModel } from '../../../../electron/core/export/page-model.ts'
import { referenceFromPage } from '../../../../electron/core/export/reference.ts'
import { arabicSample, englishSample, frenchSample } from '../../../fixtures/export/samples.ts'
import { samplePage } from '../../../support/pdf-tools.ts'

const samples = [frenchSample(), arabicSample(), englishSample()].map(samplePage)
/** Titles with everything that one of the formats reads as its own. */
const HOSTILE = [
  'Accord {cadre} & suivi: 100 % du budget_2031 #1 ~ ^ \\input{x} $y$',
  'Titre en\r\ndeux lignes\r\nER  - \r\nTY  - BOOK',
  'Accolade seule } et " guillemet',
].map((title, i): PageModel => ({
  ...(samples[0] ?? never()),
  title,
  versionDigest: `${i}`.repeat(64),
}))
const pages = [...samples, ...HOSTILE]
const references = pages.map((page) => referenceFromPage(page))
const titles = references.map(({ title }) => title)

function never(): never {
  throw new Error('no sample')
}

/** What a well-kept parser reads, with every warning it gave. */
function parsed(text: string) {
  const warnings: unknown[] = []
  const note = (...words: readonly unknown[]): void => void warnings.push(words)
  const spies = [
    vi.spyOn(console, 'warn').mockImplementation(note),
    vi.spyOn(logger, 'warn').mockImplementation(note),
    vi.spyOn(logger, 'unmapped').mockImplementation(note),
  ]
  const { data } = new Cite(text)
  for (const spy of spies) spy.mockRestore()
  return { data, warnings }
}

const common = {
  issued: { 'date-parts': [[2031, 4, 30]] },
  URL: 'https://communiques.example/port-de-valmer',
}

test.each([
  ['RIS', 'literal', risFromReferences],
  // The parser gives an author in braces, who has no given name, as a family name.
  ['BibTeX', 'family', bibtexFromReferences],
  ['CSL-JSON', 'literal', cslFromReferences],
] as const)('%s is read without a warning and says the same', (_name, part, write) => {
  const { data, warnings } = parsed(write(references))
  const author = [{ [part]: 'Ministère des Ports et du Littoral' }]
  expect(warnings).toEqual([])
  expect(data.map(({ title }) => title)).toEqual(titles)
  expect(data[0]).toMatchObject({ ...common, author })
  expect(new Set(data.map(({ id }) => id)).size).toBe(pages.length)
})

test('what nobody confirmed yet is said in the note', () => {
  const [page] = samples
  const doubtful = { ...(page ?? never()), issuer: { name: 'Cabinet', isConfirmed: false } }
  expect(referenceFromPage(doubtful).note).toContain('Cabinet (à confirmer)')
})
