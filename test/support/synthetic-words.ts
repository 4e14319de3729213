import type { Random } from './random.ts'

/** The languages of a synthetic archive. */
export type SyntheticLanguage = 'fr' | 'ar' | 'en'

/** Words of one language, commonest first, and the small words between them. */
export interface Lexicon {
  readonly small: readonly string[]
  readonly full: readonly string[]
}

const FRENCH = `ministre coopération pays président réunion gouvernement sécurité développement
relations politique partenariat cadre européenne république conseil accord visite question affaires
étrangères national internationale paix projet travail programme action situation communauté nations
droits union soutien état délégation ambassadeur échange région économique engagement population
résolution initiative migration énergie climat eau santé culture éducation jeunesse investissement
commerce entreprise frontière dialogue processus élection conférence sommet déclaration communiqué
signature mémorandum entente feuille route mécanisme groupe mixte permanent lutte terrorisme réseau
renseignement service protection civile gestion événement perspective renforcement intérêt commun
souverain stratégique consulaire visa ressortissant citoyen famille solidarité aide humanitaire camp
conflit négociation médiation règlement solution durable autonomie souveraineté intégrité stabilité
prospérité croissance emploi formation recherche université innovation numérique transition
écologique infrastructure port transport aérien maritime pêche agriculture sécheresse financement
banque dette budget réforme justice parlement loi constitution institution gouvernance collectivité
territoire province commune police défense exercice manœuvre opération mission mandat secrétaire`
const FRENCH_SMALL = `de la le et les des en à du un une que dans pour sur par au est qui a avec aux
ce son sa ses ont cette plus ainsi ne pas sont se été entre deux leur ces lors afin notamment`
const ENGLISH = `minister cooperation president government meeting security countries development
relations policy partnership council agreement visit foreign affairs national international peace
project programme support state delegation ambassador exchange region economic commitment people
resolution initiative energy climate water health culture education youth investment trade border
dialogue process conference summit statement joint memorandum understanding roadmap mechanism`
const ENGLISH_SMALL = `the of and to in a for on that is with by as at from was has have be this its
their between both will are which it also an were been not all`
const ARABIC = `الوزير وزارة الخارجية التعاون الرئيس الحكومة الأمن البلدين التنمية العلاقات السياسة
الشراكة المجلس الاتفاق الزيارة الشؤون الوطنية الدولية السلام المشروع البرنامج الدعم الدولة الوفد السفير
المنطقة الاقتصادية الالتزام القرار المبادرة الهجرة الطاقة المناخ الماء الصحة الثقافة التعليم الشباب
الاستثمار التجارة الحدود الحوار العملية المؤتمر القمة البيان المشترك مذكرة التفاهم خارطة الطريق الآلية`
const ARABIC_SMALL = `في من على إلى أن التي عن مع الذي هذا هذه بين ما كما كان قد لا بعد خلال كل ذلك`

const SYLLABLES: Readonly<Record<SyntheticLanguage, readonly string[]>> = {
  fr: words(
    'ba bé ca cré da dé fa fi ga gé ha jo la lé li ma mé mi na no pa pé ra ré ri sa sé ta té va vi œu',
  ),
  en: words(
    'ba be ca co da de fa fi ga go ha jo la le li ma me mi na no pa pe ra re ri sa se ta te wa wi',
  ),
  ar: words('با بي تا تم جا حد خر دا رس رو زم سا شر صح طل عم غر فا قد كت لا مد نا نظ هد وس ين'),
}
const ENDINGS: Readonly<Record<SyntheticLanguage, readonly string[]>> = {
  fr: ['', 's', 'tion', 'tions', 'ment', 'er', 'é', 'ée', 'és', 'nt', 'l', 'le', 'ux', 'r', 'x'],
  en: ['', 's', 'd', 'ing', 'tion', 'tions', 'r', 'rs', 'nt', 'ly', 'n', 'st'],
  ar: ['', 'ة', 'ات', 'ين', 'ية', 'ي', 'ون', 'ان', 'ها'],
}
const TAIL_SIZE: Readonly<Record<SyntheticLanguage, number>> = {
  fr: 90_000,
  en: 40_000,
  ar: 40_000,
}

/**
 * The words of a language: real ones of the register first, then invented ones in families of
 * forms, as many as real archives of a hundred thousand texts have.
 */
export function lexiconOf(language: SyntheticLanguage, random: Random): Lexicon {
  const real = { fr: FRENCH, en: ENGLISH, ar: ARABIC }[language]
  const small = { fr: FRENCH_SMALL, en: ENGLISH_SMALL, ar: ARABIC_SMALL }[language]
  const invented = new Set<string>()
  while (invented.size < TAIL_SIZE[language]) {
    const root = Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES[language]))
    const article = language === 'ar' && random.chance(0.4) ? 'ال' : ''
    invented.add(article + root.join('') + (random.pick(ENDINGS[language]) ?? ''))
  }
  return { small: words(small), full: [...new Set([...words(real), ...invented])] }
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/u)
}
