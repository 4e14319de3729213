import { describe as group, expect, test } from 'vitest'
import { describe } from '../../../../../electron/core/ingest/describe/describe.ts'
import { loadLanguageDetector } from '../../../../../electron/core/ingest/text/language.ts'
import { readPlainText } from '../../../../../electron/core/ingest/text/read-plain-text.ts'

const detect = await loadLanguageDetector()
const personsOf = (body: string): readonly (readonly [string, string | null])[] =>
  describe({
    ...readPlainText(`Titre du texte\n\n08/03/2024\n\n${body}`, detect),
    fileName: 'texte.txt',
  }).persons.map(({ name, role }) => [name, role])

group('persons named without a role', () => {
  test.each([
    [
      'Salma Exemple remplacera à ce poste Karim Vannier, nommé quant à lui à Belcourt par le conseil.',
      ['Salma Exemple', 'Karim Vannier'],
    ],
    ['The review will be led by Leila Skalli and by the engineers of the port.', ['Leila Skalli']],
    [
      'شارك في اللقاء خالد المثالي ومحمد بن سالم آل مثال وعدد من المسؤولين عن الموانئ.',
      ['خالد المثالي', 'محمد بن سالم آل مثال'],
    ],
  ])('%s', (body, names) => {
    expect(personsOf(body).map(([name]) => name)).toEqual(names)
  })

  test.each([
    'L’aéroport Mohammed Exemple de Belcourt et la fondation Salma Exemple ferment ce mois-ci leurs portes au public.',
    'The ministers landed at Leila Skalli Airport and opened the Karim Vannier Foundation in the port.',
    'Un stade, une rue et un hôpital Karim Exemple seront inaugurés dans le courant de l’année prochaine.',
    'تعمل الوزارة على تطوير الموانئ وتؤكد على ضرورة التعاون بين جميع المتدخلين في القطاع البحري.',
  ])('not a thing called after one, nor a preposition: %s', (body) => {
    expect(personsOf(body)).toEqual([])
  })

  test('nor the byline of a page', () => {
    expect(
      personsOf(
        'Le port de pêche a rouvert ses portes au public.\n\npar Karim Vannier le samedi 9 mars 2024',
      ),
    ).toEqual([])
  })
})

test.each([
  [
    'Le Président Valmont a signé l’accord avec le ministre de la Pêche du pays voisin.',
    'Valmont',
    'Président',
  ],
  [
    'The two sides met and President Valmont signed the agreement on fisheries on Monday.',
    'Valmont',
    'President',
  ],
])('takes one word for a name after the role of one person: %s', (body, name, role) => {
  expect(personsOf(body)).toContainEqual([name, role])
})

test('joins the family name alone to the full name', () => {
  expect(
    personsOf(
      'Le Premier ministre Karim Valmont a parlé. Le Premier ministre Valmont a conclu le débat.',
    ),
  ).toEqual([['Karim Valmont', 'Premier ministre']])
})

group('where an Arabic name ends', () => {
  test.each([
    [
      'قرر رئيس الحكومة يوسف المثالي تعيين مدير جديد للميناء في أقرب الآجال.',
      'يوسف المثالي',
      'رئيس الحكومة',
    ],
    [
      'تلقى وزير الخارجية سامح مثالي اتصالين هاتفيين من نظرائه في دول الجوار.',
      'سامح مثالي',
      'وزير الخارجية',
    ],
    [
      'استقبل الأمير سلمان بن حمد آل مثال سفراء الدول الصديقة المعتمدين لدى المملكة.',
      'سلمان بن حمد آل مثال',
      null,
    ],
    [
      'انعقد الاجتماع برئاسة السيد الحبيب المثالي رئيس الحكومة للنظر في مشاريع القوانين.',
      'الحبيب المثالي',
      'رئيس الحكومة',
    ],
  ])('%s', (body, name, role) => {
    const [person] = personsOf(body)
    expect(person).toEqual([name, role])
  })
})

test('takes no title of a review for a person', () => {
  expect(
    personsOf(
      'Selon la rédactrice en chef du magazine Grand Large, la pêche reprendra bientôt dans le port.',
    ),
  ).toEqual([])
})

test('ends a name with whom something belongs to', () => {
  expect(
    personsOf('The senators praised John Kennedy’s Address to the members of the House.'),
  ).toEqual([['John Kennedy', null]])
})

test('keeps Ali within a name, and the preposition out of it', () => {
  const source =
    'مباحثات\n\n22/10/2024\n\nبحث وزير الخارجية عبدالله علي الأنموذج العلاقات الثنائية. وأكد محمد نموذج على ضرورة التعاون.\n'
  const { persons } = describe({ ...readPlainText(source, detect), fileName: 'a.txt' })
  expect(persons.map(({ name, role }) => [name, role])).toEqual([
    ['عبدالله علي الأنموذج', 'وزير الخارجية'],
    ['محمد نموذج', null],
  ])
})

test('takes the preposition, where a text writes it as the name, for no name', () => {
  const source =
    'توقيع عقد\n\n24/08/2020\n\nأكد الوزير علي ضرورة الحفاظ علي المياه الجوفية، وشدد علي مستوي الخزانات.\n'
  expect(describe({ ...readPlainText(source, detect), fileName: 'a.txt' }).persons).toEqual([])
})
