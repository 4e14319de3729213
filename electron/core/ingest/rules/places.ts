import { CAPITALS } from './capitals.ts'
import { wordsFromList } from './word-list.ts'

/** Towns and seats of power looked for in the text, as printed there. Arabic names without «ال» match with it too. */
export const PLACES = {
  fr: [
    ...CAPITALS.fr,
    ...wordsFromList(String.raw`
    Rabat; Casablanca; Fès; Fez; Marrakech; Tanger; Agadir; Meknès; Oujda; Tétouan; Laâyoune;
    Dakhla; Kénitra; Témara; Salé; Skhirat; Ifrane; El Jadida; Béni Mellal; Nador; Al Hoceima;
    Ouarzazate; Errachidia; Essaouira; Settat; Khouribga; Safi; Paris; Vernon; Évreux; Évry; Lille;
    Bordeaux; Nice; Nantes; Toulouse; Montpellier; Rennes; Versailles; Valence; Alfortville;
    Bruxelles; Genève; Londres; Madrid; Rome; Berlin; Washington; New York; New-York; Moscou;
    Beijing; Istanbul; Alger; Oran; Constantine; Tunis; Carthage; Sfax; Sousse; Monastir; Tripoli;
    Benghazi; Nouakchott; Nouadhibou; Dakar; Diamniadio; Thiès; Kaolack; Touba; Saint-Louis;
    Ziguinchor; Thiaroye; Mbour; Tambacounda; Yamoussoukro; Douala; Djibouti; Khartoum; Le Caire;
    Beyrouth; Damas; Amman; Bagdad; Riyad; Djeddah; Doha; Abou Dabi; Abou Dhabi; Dubaï; Koweït;
    Téhéran; Jérusalem; Ramallah; Yerevan; Gumri; Gyumri; Stepanakert; Québec; Mexico;
    Palais de la République; Palais Royal; Palais de l'Élysée; Palais de l'Elysée;
    palais de l'Élysée; Matignon; l'Élysée; Élysée; Elysée; Erévan; Quai d'Orsay; palais Royal;
    palais royal; palais du Peuple; palais présidentiel; Palais présidentiel
  `),
  ],
  en: [
    ...CAPITALS.en,
    ...wordsFromList(String.raw`
    London; Paris; Washington; Washington, D.C.; New York; Geneva; Brussels; Rabat; Casablanca; Fez;
    Marrakech; Marrakesh; Tangier; Agadir; Laayoune; Dakhla; Berlin; Madrid; Rome; Moscow; Istanbul;
    Cairo; Riyadh; Jeddah; Doha; Abu Dhabi; Dubai; Kuwait City; Amman; Beirut; Damascus; Baghdad;
    Tehran; Jerusalem; Ramallah; Algiers; Tunis; Tripoli; Nouakchott; Dakar; Khartoum; Mexico City;
    Cardiff; Belfast; Birmingham; Manchester; Wilmington; Houston; St. Louis
  `),
  ],
  ar: [
    ...CAPITALS.ar,
    ...wordsFromList(String.raw`
    الرباط; الدار البيضاء; فاس; مراكش; طنجة; تطوان; أكادير; وجدة; مكناس; العيون; الداخلة; القنيطرة;
    سلا; تمارة; الصخيرات; إفران; الناظور; الحسيمة; ورزازات; الرشيدية; بني ملال; تونس; سوسة; صفاقس;
    المنستير; قرطاج; جربة; قفصة; القيروان; بنزرت; القصرين; نابل; الحمامات; سيدي بوزيد; قابس; مدنين;
    تطاوين; جندوبة; الكاف; باجة; سليانة; زغوان; توزر; قبلي; المهدية; بن قردان; الجزائر العاصمة;
    وهران; القاهرة; بيروت; دمشق; عمان; بغداد; الرياض; جدة; الظهران; الخبر; الأحساء; الطائف; أبها;
    جازان; جيزان; صبيا; تبوك; نجران; بريدة; عنيزة; الباحة; حائل; سكاكا; عرعر; ينبع; الدوحة; أبوظبي;
    أبو ظبي; دبي; الخرطوم; طرابلس; بنغازي; نواكشوط; داكار; القدس; رام الله; غزة; باريس; لندن; جنيف;
    نيويورك; واشنطن; بروكسل; موسكو; إسطنبول; مدريد; روما; برلين; طهران; قصر قرطاج; القصر الملكي;
    قصر اليمامة; قصر السلام; مقر الوزارة; قصر الحكومة بالقصبة
  `),
  ],
} as const

/** Names that a state shares with its capital: a place at the head of a wire, and only there. */
export const DATELINE_PLACES = wordsFromList(
  'الجزائر; الكويت; جيبوتي; سنغافورة; Koweït; Kuwait; Djibouti; Singapour; Singapore; Monaco; Mexico; Panama; Guatemala',
)

/** Words of a talk at a distance, as patterns: it took place nowhere. */
export const AT_A_DISTANCE = wordsFromList(String.raw`
  par téléphone; téléphonique(?:s|ment)?; au téléphone; par visioconférence; en visioconférence; par vidéoconférence; en visio;
  phone; phoned; telephone; telephoned; readout of [^\n]{0,60}call; call with; virtual(?:ly)?; by video; videoconference; video conference; online;
  هاتفيا?; مكالمة; مهاتفة; الاتصال المرئي; عبر الفيديو; عن بعد; تقنية الاتصال
`)

/** Words that ask one to stay away from a place, or that tell of what is yet to be there, as patterns. */
export const NOT_THERE = {
  fr: String.raw`(?:déconseill\p{L}+|recommand\p{L}+|éviter|reporter|annuler|suspend\p{L}+ tout|ne pas se rendre|à venir|prochaine?s?|futurs?|future|préparation|en vue|candidature)`,
  en: String.raw`(?:upcoming|forthcoming|next|future|advis(?:e|es|ed|ory) against|avoid|preparations?|ahead of|to be held|will be held)`,
  ar: String.raw`(?:المقبل(?:ة)?|القادم(?:ة)?|المرتقب(?:ة)?|تاجيل السفر|تجنب السفر|التحضير(?:ات)?|تحضيرا|المزمع)`,
} as const

/** Verbs of something that takes place, as patterns: a place named after one of them, in the same sentence, is where it did. */
export const EVENT_VERBS = {
  fr: String.raw`(?:tenu|tient|tenir|tenue|tiendra|réuni|réunie|réunis|signé|signée|paraphé|présidé|reçu|reçue|accueilli|accueillie|organisé|organisée|eu lieu|lieu|participé|pris part|inauguré|ouvert|ouvertes?|ouverts|clôturé|visité|rencontré|entretenu|entretenue|entretenus|rendu|rendue|arrivé|arrivée|adressé|déposé|prononcé|assisté|célébré|lancé|donné|coprésidé|réuniont|réunion|entretiens|conférence|sommet|séance|audience|visite|cérémonie|rencontre|forum|session|atelier|séminaire|colloque|table ronde|exposition|festival|commémoration|inauguration|signature|remise|déplacement|tournée|déroulée?|déroule|déroulés|réunit|réunissent|accueille|préside|reçoit|inaugure|commémoré|dialogue|consultations|adopté|adoptée)`,
  en: String.raw`(?:met|held|signed|visited|attended|hosted|opened|addressed|spoke|chaired|received|inaugurated|meeting|summit|conference|talks|ceremony|visit|forum|session|gathered|convened|took place|arrived|travell?ed|concluded|delivered|participated|welcomed|launched|unveiled|dialogue|consultations|signing|commemoration|remarks|announced)`,
  ar: String.raw`(?:عقد|عقدت|انعقد|انعقدت|استقبل|استقبلت|ترأس|ترأست|رأس|وقع|وقعت|التقى|إلتقى|التقت|أجرى|أجرت|زار|زارت|افتتح|افتتحت|نظم|نظمت|شارك|شاركت|اختتم|اختتمت|انطلقت|انطلق|دشن|ألقى|حضر|احتضن|اجتماع|اجتماعا|لقاء|مؤتمر|ندوة|جلسة|قمة|حفل|زيارة|تلقى|بدأ|بدأت|أدى|اجتمع|بحث|يوم|اليوم|أمس|أشرف|أشرفت|انتظم|انتظمت|احتضنت|تحتضن|استضافت|تستضيف|شهدت|وصل|وصلت|توجه|التأم|التأمت|أقيم|أقيمت|جرت|محادثات|مباحثات|منتدى|ملتقى|دورة|أشغال|توقيع|مراسم|يعقد|تنعقد|تحول)`,
} as const

/** Nouns whose own seat a place names, as patterns: "la délégation de l'UE à Erevan". */
export const SEAT_NOUNS = {
  fr: String.raw`(?:délégation|bureau|ambassade|ambassadeurs?|ambassadrice|consulat|mission|siège|université|représentante?|né|née|résidence|résidant|accréditée?|basée?|installée?|nommée?|lycée|hôpital|prison|école|entretenus? par téléphone|vol|détenue?)`,
  en: String.raw`(?:embassy|ambassador|consulate|office|mission|headquarters|university|based|born|residents?|hospital|port|delegation|school|headquartered|located|families|company|plant)`,
  ar: String.raw`(?:سفارة|سفير|قنصلية|بعثة|مقر|جامعة|مكتب|ممثل|مستشفى|المقيم|المعتمد|صحة|تعليم|أمانة|غرفة|إدارة|مديرية|فرع|محكمة)`,
} as const

/** Words of people coming together, as patterns: a capitalised name after "à" or "in" in the same breath is where they did. */
export const MEETING_WORDS = {
  fr: String.raw`(?:tenue?s?|tient|tiennent|s'est rendue?|se sont rendue?s|[Rr]éunie?s?|réunit|réunissent|[Rr]éunion|[Vv]isite|[Ss]ession|[Ss]ommet|[Ee]ntretiens|[Rr]encontre|[Cc]onférence|signée?s?|signent|adoptent|adopte|[Dd]éplacement|accueillie?s?)`,
  en: String.raw`(?:met|[Mm]eets?|[Mm]eeting|[Tt]alks|[Ss]ummit|[Cc]onference|[Vv]isit|convened|gathered|signed|sign)`,
} as const

/** What an official does at a site, as patterns: the name after the site is where. */
export const VISITS = {
  fr: String.raw`(?:visité|visite|visitent|inauguré|inaugure|inspecté|inspecte)`,
  en: String.raw`(?:visited|visits|toured|tours|inaugurated|inspected)`,
} as const

/** Sites named after the town they are in. */
export const SITES = {
  fr: String.raw`(?:camp|port|village|marché|hôpital|site|barrage|gare|aéroport|chantier|ville|commune|zone industrielle|poste-frontière)`,
  en: String.raw`(?:camp|port|harbour|village|city|town|market|site|dam|airport)`,
} as const

/** Capitalised words that are no place after "à" or "in": courtesy, institutions, rooms, languages. */
export const NOT_PLACES = wordsFromList(String.raw`
  M; MM; Mme; Mmes; Mlle; Me; Mr; Mrs; Ms; Dr; Son; Leurs; Votre; Monseigneur; Facebook;
  Twitter; Internet; Parliament; Cabinet; Assembly; Room; Hall; Building; Center; Theatre;
  Theater; University; College; School; Church; Hotel; English; French; Arabic; Spanish;
  Latin; Fiscal; Chapter; Section; Article; Title; Part; Phase; Medicare;
  Medicaid; Euro; Euros; Islam; Parquet; Air; Radio; Télévision
`)

/** Times that are not those of the event, as patterns: what was at a place then is another matter. */
export const OTHER_TIMES = wordsFromList(String.raw`
  la semaine (?:dernière|passée|prochaine); le mois (?:dernier|passé|prochain); l'an(?:née)? (?:dernière?|passée?|prochaine?);
  en (?:19|20)\d\d; il y a \p{L}+; last (?:week|month|year); next (?:week|month|year); in (?:19|20)\d\d;
  الاسبوع (?:الماضي|المقبل|القادم); الشهر (?:الماضي|المقبل|القادم); العام (?:الماضي|المقبل|القادم); (?:سنة|عام) (?:19|20)\d\d
`)
