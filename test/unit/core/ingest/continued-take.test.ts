import { expect, test } from 'vitest'
import { createSyntheticArchive } from '../../../support/synthetic-communiques.ts'
import { anAskedArchive, ingestFiles, type GivenFile } from '../../../support/ingest.ts'

type Take = readonly [headline: string, paragraph: string, day?: string, agency?: string]

const COUNCIL = 'Le Conseil des ministres adopte le plan des ports du Nord'
const FIRST =
  'Le Conseil des ministres a adopté mercredi à Belcourt un plan de modernisation des ports du Nord, doté de deux milliards sur cinq ans.'
const SECOND =
  'La ministre de la Pêche a précisé que les premiers chantiers porteraient sur les digues, puis sur les criées et les ateliers de réparation.'
const THIRD =
  'Les armateurs, reçus dans l’après-midi, ont salué une décision attendue depuis dix ans et demandé que les équipages y soient associés.'

const fileOf = ([headline, paragraph, day = '22/05/2024', agency = 'AVP']: Take): string =>
  `${headline}\n\n${day}\n\nBELCOURT, ${day} (${agency}) - ${paragraph}\n`

/** How many proposals of each kind the texts give, read in this order. */
async function proposalsOf(takes: readonly Take[]): Promise<readonly string[]> {
  const asked = await anAskedArchive()
  const files = takes.map((take, at): GivenFile => [`${at}.txt`, fileOf(take)])
  const report = await ingestFiles(asked.archive, files)
  await asked.close()
  return report.lines.map(({ outcome }) =>
    outcome.kind === 'related' ? outcome.relation : outcome.kind,
  )
}

const PLACES =
  'Valdor Nord Sud Levant Ponant Centre Haut Bas Vieux Nouveau Petit Grand Premier Dernier Val Mont Lac Cap Golfe Delta Bocage Plateau Désert Littoral Marais'.split(
    ' ',
  )

test.each([
  [
    'suite',
    [
      [COUNCIL, FIRST],
      [`${COUNCIL} (suite)`, SECOND],
    ],
  ],
  [
    'the take that goes on first',
    [
      [`${COUNCIL} (suite)`, SECOND],
      [COUNCIL, FIRST],
    ],
  ],
  [
    'a flash',
    [
      [`URGENT - ${COUNCIL}`, FIRST.slice(0, 90)],
      [COUNCIL, `${SECOND} ${THIRD}`],
    ],
  ],
  [
    'a lead',
    [
      [COUNCIL, FIRST],
      [`${COUNCIL} - 2e LEAD`, SECOND],
    ],
  ],
  [
    'two takes that go on',
    [
      [`${COUNCIL} (suite)`, SECOND],
      [`${COUNCIL} (suite et fin)`, THIRD],
    ],
  ],
  [
    'a number in parentheses',
    [
      [COUNCIL, FIRST],
      [`${COUNCIL} (2)`, SECOND],
    ],
  ],
  [
    'MORE',
    [
      ['Northern ports plan is adopted', FIRST],
      ['Northern ports plan is adopted -MORE', SECOND],
    ],
  ],
  [
    'إضافة أولى وأخيرة',
    [
      [
        'عام / مجلس الوزراء يعتمد خطة موانئ الشمال',
        'اعتمد مجلس الوزراء في جلسته الأسبوعية خطة لتحديث موانئ الشمال.',
      ],
      [
        'عام / مجلس الوزراء يعتمد خطة موانئ الشمال      إضافة أولى وأخيرة',
        'وأوضح وزير الصيد البحري أن الأشغال الأولى تشمل الأرصفة وأسواق السمك.',
      ],
    ],
  ],
  [
    'عاجل',
    [
      ['عاجل / مجلس الوزراء يعتمد خطة موانئ الشمال', 'اعتمد مجلس الوزراء خطة موانئ الشمال.'],
      [
        'مجلس الوزراء يعتمد خطة موانئ الشمال',
        'قال وزير الصيد البحري إن الأشغال الأولى تشمل الأرصفة وأسواق السمك.',
      ],
    ],
  ],
] as const)('proposes that takes of one dispatch tell of one event: %s', async (_, takes) => {
  expect(await proposalsOf(takes)).toEqual(['added', 'same-event'])
})

test.each([
  [
    'another day',
    [
      [COUNCIL, FIRST],
      [`${COUNCIL} (suite)`, SECOND, '23/05/2024'],
    ],
  ],
  [
    'another agency',
    [
      [COUNCIL, FIRST],
      [`${COUNCIL} (suite)`, SECOND, '22/05/2024', 'MAP'],
    ],
  ],
  [
    'one headline without a mark',
    [
      [COUNCIL, FIRST],
      [COUNCIL, SECOND],
    ],
  ],
  [
    'a headline of many',
    [
      ['Communiqué de presse', FIRST],
      ['Communiqué de presse (2)', SECOND],
    ],
  ],
  [
    'a series',
    [
      ['Réunion de la commission 1', FIRST],
      ['Réunion de la commission 2', SECOND],
    ],
  ],
  [
    'a word that a mark begins',
    [
      [COUNCIL, FIRST],
      [`${COUNCIL} et y donne suite au Sénat`, SECOND],
    ],
  ],
  [
    'another headline',
    [
      [COUNCIL, FIRST],
      ['Le Conseil des ministres adopte le budget (suite)', SECOND],
    ],
  ],
] as const)(
  'proposes nothing for texts that are no takes of one dispatch: %s',
  async (_, takes) => {
    expect(await proposalsOf(takes)).toEqual(['added', 'added'])
  },
)

/** 300 headlines of one genre and one day, no two alike. */
const HEADLINES = [
  'Le ministre de la Pêche',
  'La ministre de l’Intérieur',
  'Le chef de l’État',
].flatMap((host) =>
  ['reçoit', 'félicite', 'rencontre', 'invite'].flatMap((act) =>
    Array.from({ length: 25 }, (_, at) => `${host} ${act} l’ambassadeur du ${PLACES[at]}`),
  ),
)

test('joins none of 300 texts of one genre, agency and day', async () => {
  const texts = createSyntheticArchive(31)
  const marks = ['(suite)', '(2)', 'LEAD 1', '- MORE', '(à suivre)', '']
  const takes = HEADLINES.map((headline, at): Take => [
    `${headline} ${marks[at % marks.length]}`.trim(),
    texts(at + 1).text,
  ])
  const proposals = await proposalsOf(takes)
  expect(proposals).toHaveLength(300)
  expect(proposals.filter((kind) => kind === 'same-event')).toEqual([])
})
