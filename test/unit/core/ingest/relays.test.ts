import { expect, test } from 'vitest'
import { quotesStatementOf } from '../../../../electron/core/ingest/quoted-statement.ts'
import { anAskedArchive, ingestFiles, type GivenFile } from '../../../support/ingest.ts'

const BODY = [
  'Les travaux de dragage du chenal reprendront dès la fin de la saison, et les navires de plus de cent mètres attendront au large.',
  'Les patrons de pêche sont priés de signaler leur présence à la capitainerie deux heures avant leur entrée dans le port.',
  'Une cellule de veille restera ouverte jour et nuit pour répondre aux questions des équipages et des armateurs de la côte.',
  'Les droits d’escale ne seront pas perçus pendant la durée des travaux, afin de ne pas pénaliser les petites embarcations.',
].join('\n\n')
const STATEMENT = `Travaux du chenal\n\n05/03/2025\n\nLe ministère des Ports porte à la connaissance des usagers ce qui suit.\n\n${BODY}`
const REPORT = `Le chenal sera dragué\n\n06/03/2025\n\nLes navires devront patienter au large de Belcourt, a fait savoir mercredi le gouvernement dans un communiqué repris par la presse locale.\n\n${BODY}`

async function relationOf(files: readonly GivenFile[]): Promise<string> {
  const asked = await anAskedArchive()
  const report = await ingestFiles(asked.archive, files)
  await asked.close()
  const [last] = report.lines.flatMap(({ outcome }) =>
    outcome.kind === 'related' ? [outcome.relation] : [],
  )
  return last ?? 'none'
}

test.each([
  [
    'the statement first',
    [
      ['a.txt', STATEMENT],
      ['b.txt', REPORT],
    ],
  ],
  [
    'the report first',
    [
      ['a.txt', REPORT],
      ['b.txt', STATEMENT],
    ],
  ],
] as const)('a report of a statement relays it: %s', async (_, files) => {
  expect(await relationOf(files)).toBe('relays')
})

test('a copy without the sentence that names the statement is no statement', async () => {
  const opening =
    'Les navires de commerce attendront au large de Belcourt jusqu’à la fin des travaux du chenal.'
  const attribution =
    'C’est ce qu’a fait savoir mercredi le gouvernement dans un communiqué repris par la presse.'
  const whole = `Le chenal sera dragué\n\n06/03/2025\n\n${opening}\n\n${attribution}\n\n${BODY}`
  const shortened = whole.replace(`${attribution}\n\n`, '')
  expect(
    await relationOf([
      ['a.txt', whole],
      ['b.txt', shortened],
    ]),
  ).toBe('amends')
})

test('a corrected statement amends the first one', async () => {
  const corrected = STATEMENT.replace('05/03/2025', '07/03/2025').replace(
    'cent mètres',
    'deux cents mètres',
  )
  expect(
    await relationOf([
      ['a.txt', STATEMENT],
      ['b.txt', corrected],
    ]),
  ).toBe('amends')
})

test('two wordings of one report are not reports of each other', () => {
  const other = REPORT.replace('devront patienter', 'attendront').replace('mercredi', 'hier')
  expect(quotesStatementOf(REPORT, other)).toBe(false)
  expect(quotesStatementOf(REPORT, STATEMENT)).toBe(true)
  expect(quotesStatementOf(STATEMENT, REPORT)).toBe(false)
})
