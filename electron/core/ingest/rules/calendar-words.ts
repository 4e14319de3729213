/** Months 1-12 by the names they are printed with, per language. Case and vowels do not matter. */
export const MONTHS = {
  fr: [
    ['janvier', 'janv'],
    ['février', 'fevrier', 'févr', 'fév', 'fevr', 'fev'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
    ['juillet', 'juil', 'juill'],
    ['août', 'aout'],
    ['septembre', 'sept'],
    ['octobre', 'oct'],
    ['novembre', 'nov'],
    ['décembre', 'decembre', 'déc'],
  ],
  en: [
    ['January', 'Jan'],
    ['February', 'Feb'],
    ['March', 'Mar'],
    ['April', 'Apr'],
    ['May'],
    ['June', 'Jun'],
    ['July', 'Jul'],
    ['August', 'Aug'],
    ['September', 'Sept', 'Sep'],
    ['October', 'Oct'],
    ['November', 'Nov'],
    ['December', 'Dec'],
  ],
  // Egypt and the Gulf; Morocco; Algeria and Tunisia; the Levant and Iraq.
  ar: [
    ['يناير', 'جانفي', 'كانون الثاني', 'كانون ثاني'],
    ['فبراير', 'فيفري', 'شباط'],
    ['مارس', 'آذار'],
    ['أبريل', 'أفريل', 'نيسان'],
    ['مايو', 'ماي', 'مايس', 'أيار'],
    ['يونيو', 'يونيه', 'يونية', 'جوان', 'حزيران'],
    ['يوليو', 'يوليوز', 'يوليه', 'يولية', 'جويلية', 'جويليه', 'تموز'],
    ['أغسطس', 'غشت', 'أغشت', 'أوت', 'آب'],
    ['سبتمبر', 'شتنبر', 'شتمبر', 'أيلول'],
    ['أكتوبر', 'تشرين الأول', 'تشرين أول'],
    ['نوفمبر', 'نونبر', 'نونمبر', 'تشرين الثاني', 'تشرين ثاني'],
    ['ديسمبر', 'دجنبر', 'كانون الأول', 'كانون أول'],
  ],
} as const

/** Months 1-12 of the Hijri year. */
export const HIJRI_MONTHS = [
  ['محرم', 'المحرم', 'محرم الحرام'],
  ['صفر'],
  ['ربيع الأول', 'ربيع أول'],
  ['ربيع الثاني', 'ربيع الآخر', 'ربيع ثاني'],
  ['جمادى الأولى', 'جمادى الأول'],
  ['جمادى الآخرة', 'جمادى الثانية', 'جمادى الثاني'],
  ['رجب'],
  ['شعبان'],
  ['رمضان', 'رمضان المبارك'],
  ['شوال'],
  ['ذو القعدة', 'ذي القعدة', 'ذوالقعدة'],
  ['ذو الحجة', 'ذي الحجة', 'ذوالحجة'],
] as const

/** Months 1-12 of the Hijri year in Latin letters, as English and French agencies print them. */
export const HIJRI_MONTHS_LATIN = [
  ['Muharram', 'Mouharram', 'Moharram', 'Moharem'],
  ['Safar'],
  ['Rabi al-Awwal', "Rabi' al-Awwal", 'Rabi I', 'Rabie al-Aouel', 'Rabie El Aouel', 'Rabii I'],
  ['Rabi al-Thani', "Rabi' al-Thani", 'Rabi al-Akhir', 'Rabi II', 'Rabie Ethani', 'Rabii II'],
  ['Jumada al-Awwal', 'Jumada al-Ula', 'Jumada I', 'Joumada El Oula', 'Joumada I'],
  ['Jumada al-Thani', 'Jumada al-Akhirah', 'Jumada II', 'Joumada Ethania', 'Joumada II'],
  ['Rajab', 'Redjeb', 'Radjab'],
  ["Sha'ban", 'Shaban', 'Shaaban', 'Chaâbane', 'Chaabane'],
  ['Ramadan', 'Ramadhan'],
  ['Shawwal', 'Chaoual', 'Chawwal'],
  ["Dhu al-Qa'dah", "Dhul-Qa'dah", 'Dhul Qadah', 'Dhou El Kaada', 'Dhou al-qi`da'],
  ['Dhu al-Hijjah', 'Dhul-Hijjah', 'Dhul Hijjah', 'Dhou El Hidja', 'Dhou al-hijja'],
] as const

/** Days of the week, Monday first. */
export const WEEKDAYS = {
  fr: [['lundi'], ['mardi'], ['mercredi'], ['jeudi'], ['vendredi'], ['samedi'], ['dimanche']],
  en: [['Monday'], ['Tuesday'], ['Wednesday'], ['Thursday'], ['Friday'], ['Saturday'], ['Sunday']],
  ar: [
    ['الاثنين', 'الإثنين', 'الأثنين'],
    ['الثلاثاء'],
    ['الأربعاء'],
    ['الخميس'],
    ['الجمعة'],
    ['السبت'],
    ['الأحد'],
  ],
} as const

/** The same cut short, as they stand beside a date. */
export const WEEKDAYS_SHORT = {
  fr: [['lun'], ['mar'], ['mer'], ['jeu'], ['ven'], ['sam'], ['dim']],
  en: [['Mon'], ['Tue', 'Tues'], ['Wed'], ['Thu', 'Thur', 'Thurs'], ['Fri'], ['Sat'], ['Sun']],
} as const

/** Words that count days from the day of publication. */
export const RELATIVE_DAYS = {
  fr: {
    "aujourd'hui": 0,
    'ce jour': 0,
    'ce matin': 0,
    'cet après-midi': 0,
    'ce soir': 0,
    hier: -1,
    'avant-hier': -2,
    demain: 1,
    'après-demain': 2,
  },
  en: {
    today: 0,
    'this morning': 0,
    'this afternoon': 0,
    'this evening': 0,
    yesterday: -1,
    tomorrow: 1,
    tonight: 0,
  },
  ar: {
    اليوم: 0,
    أمس: -1,
    البارحة: -1,
    'أمس الأول': -2,
    'أول أمس': -2,
    'أول من أمس': -2,
    غدا: 1,
    'بعد غد': 2,
  },
} as const

/** Qualifiers after (or, in English, before) a weekday. */
export const WEEKDAY_QUALIFIERS = {
  ahead: ['prochain', 'prochaine', 'next', 'المقبل', 'القادم', 'coming'],
  before: ['dernier', 'passé', 'écoulé', 'last', 'past', 'الماضي', 'المنصرم', 'الفائت'],
} as const

/** Verbs that put the day named after them in the future. */
export const FUTURE_CUES = [
  'prévu',
  'prévue',
  'prévus',
  'prévues',
  'aura lieu',
  'auront lieu',
  'se tiendra',
  'se tiendront',
  'sera',
  'seront',
  'débutera',
  'à compter',
  'à partir',
  "d'ici",
  'will',
  'scheduled',
  'due to',
  'is expected',
  'سيعقد',
  'ستعقد',
  'سيتم',
  'ستتم',
  'من المقرر',
  'المقرر',
  'ابتداء من',
  'إلى غاية',
  'ينطلق',
  'تنطلق',
  'سيكون',
  'ستكون',
] as const

/** Words before a date that say it dates an act or a deadline, not what the text reports. */
export const ACT_CUES = [
  'n°\\s?\\S+\\s+du',
  'en date du',
  'loi(?:(?! du )[^.]){0,40} du',
  'décret(?:(?! du )[^.]){0,30} du',
  '(?:communiqué|déclaration|accord|convention|protocole|traité|mémorandum|lettre)(?: (?:conjointe?|commune?|finale?))? du',
  'arrêté(?:(?! du )[^.]){0,30} du',
  'ordonnance(?:(?! du )[^.]){0,30} du',
  '(?:signé|décédé|mort|né|fondé|créé|adopté|promulgué|publié|voté|conclu|survenu|ratifié)e?s? le',
  'depuis(?: le)?',
  'chaque',
  'tous les',
  '(?:date limite|échéance|clôture des \\p{L}+)(?: est)?(?: fixée)?(?: au| le)? ?:?',
  '(?:journée|anniversaire|scrutin|élections?|attentats?|séisme|guerre|massacre|révolution|constitution)(?: \\p{L}+){0,2} du',
  'à (?:partir|compter) du',
  'à (?:partir|compter) de',
  'au plus tard(?: le)?',
  "d'ici(?: le| au)?",
  'jusquau',
  "jusqu'au",
  'avant le',
  'après le',
  'daté du',
  'ouverte? le',
  'entrée? en vigueur le',
  '(?:prend|prendra|prendront|prise de|entre|entrera|entreront)(?: ses| leurs| en)? (?:fonctions?|vigueur|poste)s? (?:le|à compter du|dès le)',
  'expir(?:e|era|ant|ée?|ation) (?:le|au)',
  'ouverte?s? (?:du|jusqu.au|dès le)',
  'born',
  'every',
  'each',
  'deadline(?: is| of)?',
  'since',
  'until',
  'before',
  'after',
  'by',
  'effective',
  'effective (?:from|on|as of)',
  '(?:takes?|took|taking|enters?|entered|entering|comes?|came|assumes?) (?:office|effect|force|into (?:force|effect)|up (?:his|her|their) (?:post|duties))(?: on| from)?',
  'expir(?:e|es|ed|ing)(?: on)?',
  '(?:appeared|published|printed) in [^.]{2,50} on',
  'open (?:from|until)',
  'as of',
  'no later than',
  'dated',
  '(?:ال)?صادر(?:ة)? (?:في|بتاريخ)',
  '(?:ال)?مؤرخ(?:ة)? (?:في|ب)',
  '(?:آخر|أقصى) (?:أجل|موعد)[^.\\n]{0,70} ل?يوم',
  'الموقع(?:ة)? (?:في|بتاريخ)',
  'منذ(?: يوم)?',
  'كل(?: يوم)?',
  'ابتداء من(?: يوم)?',
  'اعتبارا من(?: يوم)?',
  'في أجل أقصاه(?: يوم)?',
  'قبل(?: يوم)?',
  'حتى(?: يوم)?',
  '(?:تنتهي|ينتهي|انتهاء)[^.]{0,30}(?:في|يوم)',
  'يدخل حيز (?:التنفيذ|التطبيق)(?: في| يوم)?',
  'إلى غاية(?: يوم)?',
] as const

/** Verbs of something done or done now, as patterns: the sentence of a date that holds none tells of no event. */
export const DONE_VERBS = {
  fr: String.raw`(?<!\p{L})(?:ai|a|ont|avons|avait|avaient|est|sont|s'est|se sont|était|étaient|sera|seront)(?: (?:été|eu|officiellement|également|de nouveau|notamment|solennellement|pris|procédé))* (?:\p{L}+(?:é|ée|és|ées|ie|is|it|ite|u|ue|us|ues|ert|erte|int)|lieu|part|fait|mis)(?!\p{L})|(?<!\p{L})\p{L}{2,}(?:era|ira|dra|tra|vra|rra|eront|iront|dront|vront|rront)(?!\p{L})|(?<!\p{L})(?:annonce|annoncent|effectue|participe|visite|vote|nomme|décide|remet|célèbre|organise|tient|réunit|déclare|indique|confirme|prévue?s?|aura|auront|sera|seront|signe|signent|préside|reçoit|accueille|lance|publie|inaugure|présente|rencontre|adopte|ouvre|se tient|se réunit|débute|s'ouvre|condamne|salue|annoncée?s?|tenue?s?|signée?s?|organisée?s?|présidée?s?)(?!\p{L})`,
  en: String.raw`(?<!\p{L})(?:\p{L}{2,}ed|said|met|held|won|sent|led|made|took|gave|began|spoke|told|wrote|met|became|left|saw|brought|announces|signs|hosts|holds|issues|launches|opens|welcomes|meets|will)(?!\p{L})`,
} as const

/**
 * What tells that a day is still to come, as patterns: a verb in the future, and a verb of announcing
 * with the noun of what will be held between it and the day ("annonce la tenue, jeudi, d'une réunion").
 */
export const COMING = {
  future: wordsFromPatterns([
    String.raw`(?!(?:opéra|caméra|extra|contra|intra|libéra|sahara)(?!\p{L}))\p{L}{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|tra|tront|rra|rront)`,
    String.raw`(?:will|would|shall|is set to|are set to|is to|are to)`,
    String.raw`س(?!يد|يار|ياس|ياد|يما|ين|يف|يره|يرا|تين|تون|تار|يول|يط)[يت]\p{Script=Arabic}{3,}`,
  ]),
  announced: wordsFromPatterns([
    String.raw`(?:annonce|annoncent|convie|convient|informe|rappelle|organise|organisent|prévoit|prévoient) [^.;\n]{0,60}?(?:tenue|organisation|ouverture|lancement|déroulement|reprise|réunion|conférence|point de presse|rencontre|visite|arrivée|cérémonie|coupure|session|forum|séminaire|colloque|élections?|examens?|grève)`,
    String.raw`announces? [^.;\n]{0,60}?(?:holding|opening|launch|meeting|conference|briefing|visit|ceremony|session|forum|elections?|strike)`,
    String.raw`(?:تعلن|يعلن|تدعو|يدعو|تنظم|ينظم|تعتزم|يعتزم) [^.؛\n]{0,60}?(?:تنظيم|عقد|انعقاد|افتتاح|انطلاق|اجتماع|ندوة|لقاء|زيارة|حفل|دورة|ملتقى|منتدى|إضراب)`,
  ]),
  /** What is over: a verb of this kind nearer to the day takes it back. */
  past: wordsFromPatterns([
    String.raw`(?:a|ont|avait|avaient|s'est|se sont) (?:\p{L}+ment )?(?:été )?\p{L}+(?:é|ée|és|ées|i|is|it|ie|u|us|ue|ues|ert)`,
    String.raw`(?:was|were|has been|had been) (?:\p{L}+ly )?(?:\p{L}+ed|held|met|made|sent|won|begun|put|brought|taken|given)`,
    String.raw`(?:said|announced)`,
  ]),
} as const

function wordsFromPatterns(patterns: readonly string[]): string {
  return patterns.map((pattern) => `(?:${pattern})`).join('|')
}
