/** A query as an officer types it, and what a text that answers it says, however it says it. */
export interface JudgedQuery {
  readonly query: string
  /** Matched against the original without accents, vowel marks and tatweel, as itself is. Global. */
  readonly about: RegExp
  /** What else it must say somewhere to be an answer. */
  readonly also?: readonly RegExp[]
}

/**
 * Typed without accents, in the singular or the plural, with either apostrophe. Written from the
 * subjects of the development corpus, without looking at what any engine answers.
 */
export const FRENCH_QUERIES: readonly JudgedQuery[] = [
  { query: 'formations professionnelles', about: /formations?\s+professionnelles?/giu },
  { query: 'collectivite territoriale', about: /collectivités?\s+territoriales?/giu },
  { query: 'union europeenne', about: /union\s+européenne|représentant\s+de\s+l['’]\s*union/giu },
  { query: 'assemblee nationale', about: /assemblées?\s+nationales?/giu },
  { query: 'transition ecologique', about: /transitions?\s+écologiques?/giu },
  { query: 'force armee', about: /forces?\s+armées?/giu },
  { query: 'affaire etrangere', about: /affaires?\s+étrangères?/giu },
  {
    query: "ministre de l'interieur",
    about: /minist(?:re|ère)s?\s+(?:chargés?\s+|en\s+charge\s+)?de\s+l['’]\s*intérieur/giu,
  },
  { query: "chef de l'etat", about: /chefs?\s+de\s+l['’]\s*[ée]tat/giu },
  { query: 'mise en oeuvre', about: /mis(?:es?)?\s+en\s+(?:œ|oe)uvre/giu },
  { query: 'inondation', about: /inondations?/giu },
  { query: 'emploi jeune', about: /emplois?\s+des\s+jeunes/giu },
  { query: 'politique publique', about: /politiques?\s+publiques?/giu },
  { query: 'service public', about: /services?\s+publics?/giu },
  { query: 'annee scolaire', about: /années?\s+scolaires?/giu },
  { query: 'peches', about: /(?<!\p{L})pêches?(?!\p{L})/giu },
]

/** Written later, in the same way: no engine was tuned on them. */
export const OTHER_FRENCH_QUERIES: readonly JudgedQuery[] = [
  { query: 'feuilles de route', about: /feuilles?\s+de\s+route/giu },
  { query: 'souverainete alimentaire', about: /souverainetés?\s+alimentaires?/giu },
  { query: 'integrite territoriale', about: /intégrités?\s+territoriales?/giu },
  { query: "startup d'etat", about: /start-?ups?\s+d['’]\s*[ée]tat/giu },
  { query: 'education nationale', about: /éducation\s+nationale/giu },
  { query: 'fonctions publiques', about: /fonctions?\s+publiques?/giu },
  { query: 'crises sanitaires', about: /crises?\s+sanitaires?/giu },
  { query: 'enseignements superieurs', about: /enseignements?\s+supérieurs?/giu },
  { query: 'parties prenante', about: /parties?\s+prenantes?/giu },
  { query: 'action sociale', about: /actions?\s+sociales?/giu },
  { query: 'commission europeenne', about: /commissions?\s+européennes?/giu },
  { query: 'services numeriques', about: /services?\s+(?:publics?\s+)?["«]?\s*numériques?/giu },
  {
    query: 'premier ministre armenien',
    about: /premiers?\s+ministres?\s+(?:arméniens?|d['’]\s*Arménie|Nikol\s+Pachinian)/giu,
  },
  { query: 'infrastructure maritime', about: /infrastructures?\s+maritimes?/giu },
  {
    query: 'hydraulique assainissement',
    about: /hydraulique\s+et\s+de\s+l['’]\s*assainissement/giu,
  },
  { query: 'direction generale', about: /directions?\s+générales?/giu },
]

/** Typed with or without the article, some with ه for ة or without hamza, as officers do. */
export const ARABIC_QUERIES: readonly JudgedQuery[] = [
  { query: 'وزارة الداخلية', about: /وزار[ةه]\s+الداخلي[ةه]/gu },
  { query: 'مجلس الوزراء', about: /مجلس\s+الوزراء/gu },
  { query: 'الشؤون الخارجية', about: /الشؤون\s+الخارجي[ةه]/gu },
  { query: 'انتخابات بلدية', about: /انتخابات\s+(?:(?:ال)?مجالس\s+)?(?:ال)?بلدي[ةه]/gu },
  { query: 'تعاون ثنائي', about: /تعاون\s+(?:ال)?ثنائي/gu },
  { query: 'الأمم المتحدة', about: /ا?ل?[أا]مم\s+المتحد[ةه]/gu },
  { query: 'اهتمام مشترك', about: /اهتمام\s+(?:ال)?مشترك/gu },
  { query: 'وزير العدل', about: /وزير\s+العدل/gu },
  { query: 'دوره تدريبيه', about: /دور(?:[ةه]|ات)\s+(?:ال)?تدريبي[ةه]/gu },
  { query: 'حرس وطني', about: /حرس\)?\s+(?:ال)?وطني/gu },
  { query: 'مجلس نواب', about: /مجلس\s+(?:ال)?نواب|نواب\s+مجلس/gu },
  { query: 'النيابة العمومية', about: /نياب[ةه]\s+(?:ال)?عمومي[ةه]/gu },
  { query: 'علاقات ثنائيه', about: /علاقات\s+(?:(?:ال)?تعاون\s+)?(?:ال)?ثنائي/gu },
  { query: 'مجتمع مدني', about: /مجتمع\s+(?:ال)?مدني/gu },
  { query: 'عبوة ناسفة', about: /عبو[ةه]\s+(?:ال)?ناسف[ةه]/gu },
  { query: 'الادارة العامة', about: /[إا]دار[ةه]\s+(?:ال)?عام[ةه]/gu },
]

/** Written later, in the same way: no engine was tuned on them. */
export const OTHER_ARABIC_QUERIES: readonly JudgedQuery[] = [
  { query: 'رئيس الحكومه', about: /رئيس\s+الحكوم[ةه]/gu },
  { query: 'خادم الحرمين', about: /خادم\s+الحرمين/gu },
  { query: 'وزارة الصحه', about: /وزار[ةه]\s+الصح[ةه]/gu },
  { query: 'وزاره الدفاع', about: /وزار[ةه]\s+الدفاع/gu },
  { query: 'مجلس تعاون', about: /مجلس\s+(?:ال)?تعاون/gu },
  { query: 'الولايات المتحده', about: /ولايات\s+المتحد[ةه]/gu },
  { query: 'قطاع خاص', about: /قطاع\s+(?:ال\p{L}+\s+)?(?:ال)?خاص(?!\p{L})/gu },
  { query: 'مواد غذائية', about: /مواد\s+(?:وخاص[ةه]\s+)?(?:ال)?غذائي[ةه]/gu },
  { query: 'وسيلة الاعلام', about: /(?:وسائل|وسيل[ةه])\s+(?:ال)?[إا]علام/gu },
  { query: 'التواصل الإجتماعي', about: /تواصل\s+(?:ال)?[إا]جتماعي/gu },
  { query: 'موارد مائيه', about: /موارد\s+(?:ال)?مائي[ةه]/gu },
  { query: 'شؤون اجتماعية', about: /شؤون\s+(?:ال)?[إا]جتماعي[ةه]/gu },
  { query: 'رئاسة الجمهوريه', about: /رئاس[ةه]\s+الجمهوري[ةه]/gu },
  { query: 'عام دراسي', about: /(?<!\p{L})(?:[وبف]?(?:ال)?|لل|ل)عام\s+(?:ال)?دراسي/gu },
  { query: 'الامين العام', about: /[أا]مين\s+(?:ال)?عام(?!\p{L})/gu },
  { query: 'المدينه المنوره', about: /مدين[ةه]\s+المنور[ةه]/gu },
]

/**
 * How well a text answers, judged by what it says and not by what any engine gives: 3 when its title
 * says it, 2 when it says it often, 1 when it does. How each `about` was checked by reading is told
 * in docs/decisions.
 */
export function gradeOf(judged: JudgedQuery, title: string, text: string): number {
  const about = unmarked(judged.about)
  const [bareTitle, bareText] = [withoutMarks(title), withoutMarks(text)]
  const isAsked = (judged.also ?? []).every((also) =>
    unmarked(also).test(`${bareTitle}\n${bareText}`),
  )
  if (!isAsked) return 0
  if (bareTitle.match(about)) return 3
  const count = bareText.match(about)?.length ?? 0
  if (count === 0) return 0
  return count > 2 ? 2 : 1
}

function unmarked({ source, flags }: RegExp): RegExp {
  return new RegExp(withoutMarks(source), flags)
}

/** Capitals are printed with or without their accents: they judge nothing. */
function withoutMarks(original: string): string {
  return original
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\u064B-\u0655\u0640]/gu, '')
    .normalize('NFC')
}

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, 2002). */
export function gainAtTen(grades: readonly number[], all: readonly number[]): number {
  const ideal = gainOf(all.toSorted((one, other) => other - one))
  return ideal === 0 ? 1 : gainOf(grades) / ideal
}

function gainOf(grades: readonly number[]): number {
  return grades
    .slice(0, 10)
    .reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0)
}
