/** Months 1-12 by the names they are printed with, per language. Case and vowels do not matter. */
export const MONTHS = {
  fr: [
    ['janvier', 'janv'],
    ['février', 'fevrier', 'févr', 'fév'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
    ['juillet', 'juil'],
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
    ['مايو', 'ماي', 'أيار'],
    ['يونيو', 'يونيه', 'جوان', 'حزيران'],
    ['يوليو', 'يوليوز', 'يوليه', 'جويلية', 'تموز'],
    ['أغسطس', 'غشت', 'أوت', 'آب'],
    ['سبتمبر', 'شتنبر', 'أيلول'],
    ['أكتوبر', 'تشرين الأول', 'تشرين أول'],
    ['نوفمبر', 'نونبر', 'تشرين الثاني', 'تشرين ثاني'],
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

/** Words that count days from the day of publication. */
export const RELATIVE_DAYS = {
  fr: { "aujourd'hui": 0, hier: -1, 'avant-hier': -2, demain: 1, 'après-demain': 2 },
  en: { today: 0, yesterday: -1, tomorrow: 1, tonight: 0 },
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
  'jusquau',
  "jusqu'au",
  'avant le',
  'daté du',
  'ouverte? le',
  'entrée? en vigueur le',
  'born',
  'since',
  'until',
  'before',
  'by',
  'effective',
  'dated',
  'الصادر(?:ة)? (?:في|بتاريخ)',
  'المؤرخ(?:ة)? (?:في|ب)',
  'الموقع(?:ة)? (?:في|بتاريخ)',
  'منذ(?: يوم)?',
  'قبل(?: يوم)?',
  'حتى(?: يوم)?',
  'إلى غاية(?: يوم)?',
] as const
