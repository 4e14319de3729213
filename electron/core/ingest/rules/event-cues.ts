/**
 * Words around a date that say what it dates. All are patterns, read without regard to case.
 */

/** Printed at the head of a text or of a line: the day the page came out, not that of an event. */
export const PRINTED_DAYS = [
  'mise? à jour',
  '(?:publié|modifié|posté|rédigé|mis en ligne|diffusé|dernière (?:mise à jour|modification))e?',
  '(?:last |first )?(?:updated|published|posted|modified)',
  '(?:آخر|تم|تاريخ) ?ال?(?:تحديث|نشر)',
  'نشر(?:ت)?',
] as const

/** Where the reporter turns to what came before or will come after: the clause up to its comma dates no event. */
export const OTHER_TIME_OPENERS = [
  '(?:\\p{L}+ (?:ans?|mois|jours?|semaines?) )?(?:après|avant)',
  '(?:à la )?suite (?:à|de|du|des)',
  'à la veille d(?:e|u|es)',
  "à (?:quelques|l'approche|moins)",
  'en (?:prélude|prévision|réponse|vue|raison)',
  'compte tenu',
  'à cause',
  '(?:faisant )?suite',
  '(?:la |le |sa |leur )?prochaine? (?:réunion|session|séance|rencontre|conférence|sommet|édition)',
  'né(?:e|s|es)? ',
  '(?:\\p{L}+ (?:years?|months?|days?|weeks?) )?(?:after|before|following|ahead of)',
  'in (?:response|reply|anticipation|preparation)',
  'on the eve of',
  '(?:because of|due to|owing to|in view of)',
  '(?:the |its |their )?next (?:meeting|session|round|summit|edition|review)',
  'born',
  'since',
  '(?:عشية|قبل|بعد|إثر|عقب|بسبب|نظرا ل|بالنظر إلى|على إثر|ردا على|تحسبا ل|تمهيدا ل|استعدادا ل)',
] as const

/** A day after one of them belongs to the thing named before it: "la réunion du 12 avril", "the talks of May 28". */
export const BELONGING = {
  fr: '(?:du|de|des)',
  en: '(?:of|the|its|their|his|her|this|that)',
} as const

/** But for these, which only tell what part of the day it was. */
export const PARTS_OF_DAY = [
  'nuit',
  'matinée',
  'soirée',
  'journée',
  'après-midi',
  'matin',
  'soir',
  'morning',
  'afternoon',
  'evening',
  'night',
  'day',
  'week',
  'hours',
] as const

/** Words between which and an Arabic day nothing belongs to anything: "يوم 5 أكتوبر". */
export const AR_DAY_OPENERS = [
  'يوم',
  'يومي',
  'ايام',
  'في',
  'بتاريخ',
  'الموافق',
  'ليلة',
  'صباح',
  'مساء',
  'ظهر',
  'من',
  'بين',
  'الي',
  'حتي',
  'منذ',
  'يومه',
  'فجر',
  'عشية',
  'اليوم',
  'امس',
  'غدا',
] as const

/** What was done to a paper: after a noun the participle dates the paper, not what is reported. */
export const PAPER_ACTS = {
  fr: "(?:signé|remis|conclu|adopté|adressé|envoyé|transmis|publié|promulgué|voté|ratifié|daté|paru|diffusé|rendu(?:e?s?) public|rendu(?:e?s?) publique|déposé|formulé|initialement prévu|initialement programmé|initialement fixé|d'abord prévu|initié|entamé|survenu|né)(?:e?s?)",
  en: '(?:letter|agreement|treaty|protocol|law|decree|resolution|convention|memorandum|deal|declaration|accord|statement|order|bill|decision|contract|report|request|message)s? (?:\\p{L}+ )?(?:sent|signed|adopted|issued|published|concluded|ratified|passed|enacted|released|made|submitted|presented)(?: by [^,.]{2,30})?|(?:originally|initially|previously|first) (?:scheduled|planned|set|due)',
  ar: '(?:بعث|وجه|أرسل)(?:ت)? بها|(?:وجهها|أرسلها|بعثها)|(?:كان|كانت) (?:مقرر|مبرمج|محدد)(?:ا|ة)|المقرر(?:ة)? سابقا|المبرم(?:ة)?|المنشور(?:ة)?|(?:ما )?(?:نشر|أورد)(?:ت|ته|ه)(?: [^.،]{2,30})?',
} as const

/** Papers that are called by their day: "notre lettre du 7 juin", "our release of June 7". */
export const PAPER_NOUNS = {
  fr: 'questions?|lettres?|courriers?|notes?|rapports?|circulaires?|arrêts?|jugements?|avis|bulletins?|numéros?|éditions?|motions?|courriels?',
  en: 'releases?|letters?|reports?|orders?|judgments?|rulings?|notes?|questions?|editions?|issues?|motions?|e-?mails?',
} as const

/** Before a participle these make a sentence of it: "a été signé le 14 mai". */
export const AUXILIARIES =
  "(?:est|sont|été|a|ont|fut|furent|était|étaient|sera|seront|s'est|se sont)"

/** A sentence in this tense goes back behind what is reported. */
export const BACK_TENSES = {
  fr: "(?:avait|avaient|s'était|s'étaient) (?:\\p{L}+ ){0,2}?\\p{L}+(?:é|i|u|is|it|ert)e?s?",
  en: 'had (?:\\p{L}+ )?\\p{L}+(?:ed|en|n|t)',
  ar: '(?:كان|كانت|كانا|كانوا) (?:\\p{Script=Arabic}+ ){0,4}قد',
} as const

/** What lasts, applies or counts from or up to a day, in the clause of the day. */
export const STATES = [
  "s'appliqu(?:e|ent|era|eront)",
  '(?:reste|restent|demeure|demeurent|est|sont) (?:\\p{L}+ )?en vigueur',
  '(?:apply|applies|applied) (?:from|as of|on|until|to)',
  '(?:remains?|is|are|still) in force',
  'week ending',
  '(?:period|consultation|registration|applications?|comments?)(?: [^.;]{1,60})? (?:close[sd]?|ends?) on',
  '(?:sold|bought|made|vendue?s?|achetée?s?|fabriquée?s?) (?:between|from|after|before|entre|depuis|après|avant)',
  'acheté après',
  'حيز (?:النفاذ|التنفيذ|التطبيق)',
  'ساري(?:ا|ة)? المفعول',
  'إلى حدود',
] as const

/** What makes a day the last one for something, in the clause of the day. */
export const LATEST_WORDS = [
  'au plus tard',
  'délai de rigueur',
  'dernier délai',
  'at the latest',
  'على أقصى تقدير',
  'كأقصى أجل',
  'كآخر أجل',
] as const

/** What comes back every year. */
export const YEARLY_WORDS = [
  'chaque année',
  'tous les ans',
  'every year',
  'each year',
  'annually',
  '(?:من )?كل (?:سنة|عام)',
  'سنويا',
] as const

/** What an act recalls before it decides. */
export const RECITALS = [
  "vu (?:le|la|les|l')",
  'considérant',
  'recalling',
  'having regard to',
  '(?:و)?بعد (?:الاطلاع|الإطلاع) على',
  '(?:و)?بناء على',
] as const

/** Somebody speaks of himself, or to another; read with regard to case. */
export const FIRST_PERSON_WORDS = [
  "(?<!\\p{L})(?:[Jj]e(?= )|[Jj]')",
  '(?:^|[,;] |(?:and|that|when|but|which|what|as) )I(?= \\p{Ll})',
  '^ ?Vous (?:avez|êtes|aviez)(?!\\p{L})',
  '(?<!\\p{L})(?:أود|إنني|إني|يسعدني|يشرفني)(?!\\p{L})',
] as const

/** How a speaker turns to those who listen. */
export const SALUTATIONS = [
  'mesdames(?:,| et|\\.|$)',
  '(?:messieurs|monsieur le|madame la|chers?|chères?|excellences?) ',
  'ladies and gentlemen',
  '(?:mr|madam|mister)\\.? (?:chair|president|speaker|secretary|ambassador)',
  'thank you',
  'good (?:morning|afternoon|evening)',
  '(?:your )?excellenc(?:y|ies)',
  'distinguished (?:guests|colleagues|delegates)',
  '(?:أيها|أيتها|السيدات والسادة|أصحاب (?:المعالي|السعادة)|حضرات)',
] as const
