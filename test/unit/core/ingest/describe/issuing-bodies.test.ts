import { describe as group, expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import type { Description } from '../../../../../electron/core/ingest/describe/description.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const detect = await loadLanguageDetector()
const read = (source: string, fileName = 'texte.txt'): Description =>
  describe({ ...readPlainText(source, detect), fileName })

group('who speaks', () => {
  test.each([
    [
      'fr-header-body',
      'Ministère de la Pêche maritime\n\nCommuniqué\n\n08/03/2024\n\nLa campagne de pêche ouvrira lundi prochain dans tous les ports du littoral atlantique, où les navires attendent.',
      'Ministère de la Pêche maritime',
    ],
    [
      'fr-title-communique-of',
      'Communiqué du ministère des Eaux et Forêts sur les barrages\n\n08/03/2024\n\nLes barrages sont remplis à plus de la moitié, et les restrictions sont levées dans toutes les provinces.',
      'ministère des Eaux et Forêts',
    ],
    [
      'fr-subject-said',
      'Hausse des droits de port\n\n08/03/2024\n\nLes droits de port augmentent. Le ministère des Transports a annoncé mardi une hausse de trois pour cent.',
      'ministère des Transports',
    ],
    [
      'fr-in-communique',
      'Hausse des droits de port\n\n08/03/2024\n\nDans un communiqué publié mardi, le ministère des Transports fait état d’une hausse de trois pour cent des droits.',
      'ministère des Transports',
    ],
    [
      'en-title-statement-by',
      'Statement by the Ministry of Water and Forests on the dams\n\n8 March 2024\n\nThe dams are more than half full and all restrictions have been lifted across every province of the country.',
      'Ministry of Water and Forests',
    ],
    [
      'en-named-body-said',
      'Port fees to rise\n\n8 March 2024\n\nPort fees will rise by three per cent in the spring. The Valdorian Foreign Ministry said it regretted the delay.',
      'Valdorian Foreign Ministry',
    ],
    [
      'ar-header-body',
      'وزارة الصيد البحري\n\nبلاغ\n\n08/03/2024\n\nستفتتح حملة الصيد يوم الاثنين المقبل بجميع موانئ الساحل الأطلسي حيث تنتظر السفن منذ أسابيع طويلة.',
      'وزارة الصيد البحري',
    ],
    [
      'ar-subject-announces',
      'ارتفاع رسوم الموانئ\n\n08/03/2024\n\nقالت وزارة النقل إن رسوم الموانئ سترتفع بثلاثة في المائة ابتداء من فصل الربيع في جميع الموانئ.',
      'وزارة النقل',
    ],
  ])('%s', (rule, source, name) => {
    const { issuer } = read(source)
    expect(issuer).toMatchObject({ value: name, rule, settlement: 'unconfirmed' })
  })

  test('is nobody where a body is only talked about', () => {
    const { issuer } = read(
      'Les ports du littoral\n\n08/03/2024\n\nLe quai du ministère des Transports a été repeint, et la façade de la préfecture attend son tour depuis des années.',
    )
    expect(issuer).toBeNull()
  })
})

group('a numbered communiqué', () => {
  test.each([
    ['Communiqué n° 117 du 6 mai 2025', '117', '2025-05-06'],
    ['بلاغ رقم 12/2025 بتاريخ 3 مارس 2025', '12/2025', '2025-03-03'],
    ['Press release No. 45 of 3 March 2025', '45', '2025-03-03'],
  ])('%s keeps its title, its number and its day', (title, code, day) => {
    const body = title.startsWith('ب')
      ? 'تعلن اللجنة أن أشغال الميناء ستنتهي قبل نهاية السنة وأن الملاحة ستستأنف بعدها في أحسن الظروف.'
      : title.startsWith('P')
        ? 'The committee notes that work on the harbour will end before the year is out and traffic will resume.'
        : 'La commission constate que les travaux du port seront achevés avant la fin de l’année et que le trafic reprendra.'
    const source = `${title}\n\n${body}`
    expect(readPlainText(source, detect).title).toBe(title)
    const described = read(source)
    expect(described.kind).not.toBe('other')
    expect(described.referenceCode?.value).toBe(code)
    expect(described.dates.find(({ role }) => role === 'published')).toMatchObject({
      value: day,
      rule: 'numbered-title',
    })
    expect(described.dates.find(({ role }) => role === 'event')).toBeUndefined()
  })

  test('was signed on its day where it came out on another', () => {
    const described = read(
      'Communiqué n° 117 du 6 mai 2025\n\n08/05/2025\n\nLa commission constate que les travaux du port seront achevés avant la fin de l’année.',
    )
    expect(described.dates.map(({ role, value }) => [role, value])).toEqual([
      ['published', '2025-05-08'],
      ['signed', '2025-05-06'],
    ])
    expect(described.warnings).toEqual([])
    expect(described.referenceCode?.value).toBe('117')
  })
})

const release = (body: string): readonly string[] =>
  read(`Grants for the harbours of the state\n\n8 March 2024\n\n${body}`).issuers.map(
    ({ value }) => value,
  )

group('legislators who speak', () => {
  test('together are all of them', () => {
    expect(
      release(
        'Senators John Valmont (D-ME) and Mary Harrow (R-ME) today announced a grant for the harbours of the state. "It will help," Harrow said.',
      ),
    ).toEqual(['Mary Harrow', 'John Valmont'])
  })

  test('are those of the letterhead before any other', () => {
    expect(
      release(
        'Senator Mary Harrow Press Releases\n\nThe harbours will be dredged in the spring. Senator Valmont agreed, and Senator Valmont will vote for it.',
      ),
    ).toEqual(['Senator Mary Harrow'])
  })

  test('are nobody where none is named with the title', () => {
    expect(
      release('The harbours will be dredged in the spring, and two piers will be built.'),
    ).toEqual([])
  })
})

group('the name of an Arabic body ends', () => {
  test.each([
    [
      'أعلن عن القرار في بلاغ صادر عن رئاسة الميناء صدر اليوم الخميس حول تنظيم الملاحة.',
      'رئاسة الميناء',
    ],
    [
      'وحسب بيان لوزارة الموانئ سبق لجميعهم أن قدموا طلبات في هذا الشأن خلال السنة الماضية.',
      'وزارة الموانئ',
    ],
    [
      'استنكرت البلاد في بيان صادر اليوم الجمعة عن وزارة الشؤون البحرية، إغلاق الموانئ.',
      'وزارة الشؤون البحرية',
    ],
    [
      'دعت منظمة الدفاع عن الصيادين، الثلاثاء، إلى تأجيل الزيادة في رسوم الموانئ.',
      'منظمة الدفاع عن الصيادين',
    ],
    [
      'أكدت في بلاغ أصدره المجلس الوطني لحقوق الصيادين أن الحملة ستبدأ قريبا.',
      'المجلس الوطني لحقوق الصيادين',
    ],
  ])('%s', (body, name) => {
    expect(read(`عنوان النص الكامل\n\n08/03/2024\n\n${body}`).issuer?.value).toBe(name)
  })
})

test.each([
  'Parlement maritime encourage les pêcheurs à rester au port',
  'Department of Harbours Announces Grants',
])('a headline that begins with a body is no letterhead: %s', (title) => {
  const { issuer } = read(
    `${title}\n\n08/03/2024\n\nLes navires attendent dans tous les ports du littoral, où la pêche reprendra quand la mer sera calme.`,
  )
  expect(`${issuer?.rule}`).not.toMatch(/header-body/u)
})

test.each([
  ['// يتبع //\n\n19:23 ت م', 'واس'],
  ['(النهاية)\n\nك ن / ا ب ج', 'كونا'],
  ['انتهى الاجتماع في الساعة 19:23', null],
])('knows the agency of a take without a dateline by its closing: %s', (closing, agency) => {
  const body =
    'ثالثا: وافق المجلس على تفويض الوزير بالتباحث في شأن مشروع اتفاقية عامة للتعاون في مجال الصيد البحري.'
  const source = `عام / جلسة المجلس / إضافة ثالثة\n\n${body}\n\n${closing}\n`
  const described = describe({ ...readPlainText(source, detect), fileName: 'a.txt' })
  expect(described.publisher?.value ?? null).toBe(agency)
  expect(described.issuer?.value ?? null).toBe(agency)
})
