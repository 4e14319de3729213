import type { JudgedQuery } from './judged-queries.ts'

/** A judged query with what the officer wants of it, which is what the judgement follows. */
export interface JudgedNeed extends JudgedQuery {
  readonly need: string
}

/**
 * Needs of a desk officer, chosen by need and judged by reading the passages in context before any
 * engine was asked: inflected and derived forms, elisions, names misspelt or in another
 * transliteration, several words at once, other words for the same thing, a month.
 */
export const FRENCH_NEEDS: readonly JudgedNeed[] = [
  {
    query: 'prevention des inondations',
    need: 'what is done against floods: prevention, managing them, fighting them are one policy',
    about: /(?:prévent|préven|gestion|lutte\s+contre)[^.\n]{0,60}inondations?/giu,
  },
  {
    query: "accord de peche avec l'UE",
    need: 'the fishing agreement with Europe, by its initials or in full',
    about: /accords?\s+de\s+pêche/giu,
    also: [/(?<!\p{L})UE(?!\p{L})|union\s+européenne/iu],
  },
  {
    query: 'Nikol Pachinyan',
    need: 'a name as another ministry spells it',
    about: /Pachini?y?an/giu,
  },
  { query: 'Ousmane Sonco', need: 'a name heard, not read', about: /Sonko/giu },
  { query: 'Stoltemberg', need: 'a name with one wrong letter', about: /Stoltenberg/giu },
  {
    query: 'liberalisation du visa',
    need: 'visa liberalisation, with or without « régime »',
    about: /libéralisation\s+(?:du\s+régime\s+)?des?\s+visas?/giu,
  },
  {
    query: "aide militaire a l'Armenie",
    need: 'military aid: the same resolution says aide, assistance and contribution',
    about: /(?:aide|assistance|soutien|contribution)\s+militaires?/giu,
    also: [/armén/iu],
  },
  {
    query: 'reconnaissance du genocide armenien',
    need: 'who recognised it: the verb answers as the noun does; Namibia’s does not',
    about: /reconna[^.\n]{0,40}génocide|génocide[^.\n]{0,40}reconn/giu,
    also: [/génocide\s+(?:des\s+)?armén/iu],
  },
  {
    query: 'prisonniers armeniens detenus',
    need: 'Armenian prisoners held, not an exchange named in passing',
    about: /prisonniers\s+(?:de\s+guerre\s+)?arméniens/giu,
  },
  {
    query: 'recruter un developpeur',
    need: 'teams that hire developers; a link to a job page does not answer',
    about: /recrut\p{L}*[^.\n]{0,60}\sdéveloppeu|développeu[^.\n]{0,60}\srecrut/giu,
  },
  {
    query: "demandeur d'emploi",
    need: 'job seekers, singular typed, plural printed, elided',
    about: /demandeu(?:r|se)s?\s+d['’]\s*emploi/giu,
  },
  {
    query: 'cherte de la vie',
    need: 'the cost of living, whichever of three names it goes by',
    about: /cherté|vie\s+chère|coût\s+de\s+la\s+vie/giu,
  },
  {
    query: 'jeux olympiques de la jeunesse',
    need: 'Dakar 2026, in full or by its initials',
    about: /jeux\s+olympiques\s+de\s+la\s+jeunesse|(?<!\p{L})JOJ(?!\p{L})/giu,
  },
  {
    query: 'campagne arachidiere',
    need: 'the groundnut season: « commercialisation de l’arachide » is that season',
    about: /arachid/giu,
  },
  {
    query: "dissolution de l'assemblee",
    need: 'the dissolution itself; that of a commission is another matter',
    about: /dissolution\s+de\s+l['’]\s*assemblée|dissou\p{L}+\s+l['’]\s*assemblée/giu,
  },
  {
    query: 'pelerinage a la mecque',
    need: 'the pilgrimage, also as « Lieux saints de l’Islam »',
    about: /pèlerinages?\s+(?:à\s+la\s+mecque|aux\s+lieux\s+saints)/giu,
  },
  {
    query: 'massacre de Thiaroye',
    need: 'the events of 1944; a hospital of that town does not answer',
    about:
      /(?:massacre|tirailleurs)[^.\n]{0,120}thiaroye|thiaroye[^.\n]{0,120}(?:massacre|tirailleurs)/giu,
  },
  {
    query: 'Haut-Karabagh',
    need: 'the region in either transliteration; « Artsakh » is another name, not judged',
    about: /karaba(?:gh|kh)/giu,
  },
  {
    query: "adhesion de l'Armenie a l'UE",
    need: 'accession, by initials or in full',
    about: /adhésion[^.\n]{0,60}(?:(?<!\p{L})UE(?!\p{L})|union\s+européenne)/giu,
    also: [/armén/iu],
  },
  {
    query: 'conseil des ministres avril 2024',
    need: 'the councils held in that month',
    about: /conseil\s+des\s+ministres\s+du\s+(?:mercredi\s+|mardi\s+)?\d{1,2}\s+avril\s+2024/giu,
  },
  {
    query: 'ecole coranique',
    need: 'Koranic schools, which the texts call daaras',
    about: /(?<!\p{L})daaras?(?!\p{L})|écoles?\s+coraniques?/giu,
  },
  {
    query: 'rentree des classes',
    need: 'the beginning of the school year, officially « rentrée scolaire »',
    about: /rentrée\s+(?:scolaire|des\s+classes)/giu,
  },
  {
    query: 'personne handicapee',
    need: 'disabled people, also « en situation de handicap »',
    about: /situation\s+de\s+handicap|handicapée?s?(?!\p{L})/giu,
  },
  {
    query: 'nomme ambassadeur',
    need: 'appointments of ambassadors, women too',
    about: /(?:nomm|nomination)[^.\n]{0,80}ambassad/giu,
  },
  {
    query: 'Vahagn Khatchaturian',
    need: 'a president whose name the texts spell in three ways, none of them this one',
    about: /Vahagn\s+Khat?cha/giu,
  },
  {
    query: 'evaluer les politiques publiques',
    need: 'the verb typed, the noun printed',
    about: /évalu[^.\n]{0,40}politiques?\s+publiques?/giu,
  },
  {
    query: 'emigrations irregulieres',
    need: 'irregular migration, seen from either side',
    about: /(?:é|im)?migrations?\s+(?:irrégulière|clandestine)s?/giu,
  },
]

/** The same in Arabic: letters written otherwise, clitics typed or printed, sound and broken plurals. */
export const ARABIC_NEEDS: readonly JudgedNeed[] = [
  {
    query: 'مكافحه الارهاب',
    need: 'counter-terrorism, which Tunis calls مقاومة and Riyadh محاربة',
    about: /(?:مكافح[ةه]|مقاوم[ةه]|محارب[ةه]|الحرب\s+على|التصدي\s+ل)\s*(?:ال|ل)*[إا]رهاب/gu,
  },
  {
    query: 'الهجره غير الشرعيه',
    need: 'irregular migration or those who undertake it, printed سرية too',
    about: /هجر[ةه]\s+(?:غير\s+(?:ال)?شرعي|(?:ال)?سري)|مهاجر\p{L}*\s+غير\s+(?:ال)?شرعي/gu,
  },
  { query: 'الباجي قائد السبسى', need: 'a president, ى typed for ي', about: /قا[ئي]د\s+السبسي/gu },
  {
    query: 'رئيس الحكومة الشاهد',
    need: 'a prime minister, also named without his office',
    about: /(?<!\p{L})الشاهد(?!\p{L})/gu,
  },
  {
    query: 'اضراب عام',
    need: 'general strikes, with the article or not',
    about: /[إا]ضراب\p{L}*\s+(?:ال)?عام(?!\p{L})/gu,
  },
  {
    query: 'نقابه الصحفيين',
    need: 'the union of journalists',
    about: /نقاب[ةه][^.\n]{0,20}صحفيين/gu,
  },
  {
    query: 'اسعار المياه المعدنيه',
    need: 'the price of bottled water',
    about: /مياه\s+(?:ال)?معدني[ةه]/gu,
  },
  {
    query: 'زيارات رسمية',
    need: 'official visits, plural typed',
    about: /زيار(?:[ةه]|ات)\s+(?:ال)?رسمي/gu,
  },
  {
    query: 'السفير الفرنسى',
    need: 'the ambassador of France',
    about: /سفير\s+(?:فرنسا|(?:ال)?فرنسي)/gu,
  },
  {
    query: 'حقوق انسان',
    need: 'human rights, typed without article',
    about: /حقوق\s+(?:ال)?[إا]نسان/gu,
  },
  {
    query: 'عمليه ارهابيه',
    need: 'attacks, singular typed, plural printed',
    about: /عملي(?:[ةه]|ات)\s+(?:ال)?[إا]رهابي/gu,
  },
  { query: 'محمد ابن نايف', need: 'a name with ابن for بن', about: /محمد\s+ا?بن\s+نايف/gu },
  { query: 'الغنوشى', need: 'a name, ى typed for ي', about: /غنوشي/gu },
  {
    query: 'بوزارة الداخليه',
    need: 'pasted with its preposition',
    about: /وزار[ةه]\s+(?:ال)?داخلي[ةه]/gu,
  },
  {
    query: 'وزراء الخارجيه',
    need: 'foreign ministers, one or several (a broken plural)',
    about: /(?:وزير|وزراء|وزيرا|وزيري)\s+(?:ال)?خارجي/gu,
  },
  { query: 'مهاجرون', need: 'migrants, in whichever case', about: /مهاجر/gu },
  { query: 'الفلسطينيون', need: 'Palestinians and what is Palestinian', about: /فلسطيني/gu },
  {
    query: 'مجلس التعاون الخليجي',
    need: 'the council, whose full name is «لدول الخليج العربية»',
    about: /مجلس\s+التعاون\s+(?:لدول\s+)?(?:ال)?خليج/gu,
  },
  { query: 'صيد بحرى', need: 'sea fishing', about: /صيد\s+(?:ال)?بحري/gu },
  { query: 'امن قومي', need: 'national security, قومي only', about: /[أا]من\s+(?:ال)?قومي/gu },
  {
    query: 'للتنميه المستدامه',
    need: 'sustainable development, pasted with its preposition',
    about: /تنمي[ةه]\s+(?:ال)?مستدام/gu,
  },
  {
    query: 'القتلى والجرحى',
    need: 'the dead and the wounded of one event, one or several of each',
    about: /(?<!\p{L})(?:[وبل]?(?:ال)?)(?:قتلى|قتيل)/gu,
    also: [/جرحى|جريح|مصاب/u],
  },
  {
    query: 'الاتحاد الاوربي',
    need: 'the European Union, misspelt as it often is',
    about: /الاتحاد\s+ال[أا]ورو?بي/gu,
  },
  { query: 'المسجد الاقصي', need: 'a place, ي typed for ى', about: /المسجد\s+ال[أا]قصى/gu },
  {
    query: 'طبيب اختصاص',
    need: 'specialists, one or several (a broken plural)',
    about: /(?:طبيب|[أا]طباء)\s+(?:ال)?اختصاص/gu,
  },
  { query: 'تساقط الامطار', need: 'rainfall, whatever verb goes with it', about: /[أا]مطار/gu },
  { query: 'صادرات صناعيه', need: 'industrial exports', about: /صادرات\s+(?:ال)?صناعي/gu },
  {
    query: 'مذكرات التفاهم',
    need: 'memoranda of understanding, plural typed',
    about: /مذكر(?:[ةه]|ات)\s+(?:ال)?تفاهم/gu,
  },
]
