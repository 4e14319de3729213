import { wordsFromList } from './word-list.ts'

/** Words that open the role of a person, as patterns on reading copies (straight apostrophes). */
export const ROLE_HEADS = {
  fr: wordsFromList(String.raw`
    ministres? d'[EÉ]tat; ministres? délégu[ée]e?s?; vice-ministre; ministre;
    [Pp]remi(?:er|ère) [Mm]inistre; vice-[Pp]résidente?; [Pp]résidente?;
    [Cc]hef(?:fe)? de l'[EÉ]tat; [Cc]hef(?:fe)? du [Gg]ouvernement;
    chef(?:fe)? de (?:la délégation|la diplomatie|cabinet|file|la mission);
    secrétaire d'[EÉ]tat; [Ss]ecrétaire général[e]?(?: adjointe?)?; ambassad(?:eur|rice);
    consule?(?: général[e]?)?; chargée? d'affaires; envoyée? spécial[e]?; [Rr]eine; [Rr]oi;
    [Pp]rince(?:sse)?(?: héritier)?; Sultan; Émir; gouverneure?; wali; préf(?:et|ète);
    directeur(?: général| exécutif| adjoint)*; directrice(?: générale| exécutive)*;
    porte-parole; députée?; sénat(?:eur|rice); commissaire; haute?[- ][Cc]ommissaire;
    haute?[- ][Rr]eprésentante?; représentante?(?: permanente?| spéciale?)*;
    conseill(?:er|ère); maire; général(?: de (?:corps|division|brigade))?(?: aérien)?;
    colonel; amiral; Grand [Mm]a[iî]tre; délégué(?:e)?(?: général[e]?)?; rapporteure?;
    doyen(?:ne)?; recteur; rectrice; leader; chanceli(?:er|ère); coordinat(?:eur|rice);
    fondat(?:eur|rice); co-fondat(?:eur|rice); cofondat(?:eur|rice); archevêque; évêque;
    cardinal; Khalife général; chef(?:fe)?; homologue; procureure?(?: général[e]?)?
  `),
  en: wordsFromList(String.raw`
    (?:\p{Lu}\p{L}+ )?counterpart; Prime Minister; Deputy Prime Minister; Foreign Minister; Foreign Secretary;
    Home Secretary; Treasury Secretary; Defen[cs]e Secretary; Secretary of State;
    Secretary[- ]General; Under[- ]Secretary; Secretary; Minister; Vice President;
    President; Ambassador; Senators?; Sens?\.; U\.S\. Senators?; Congress(?:man|woman);
    Representatives?; Reps?\.; Governor; Gov\.; Mayor; King; Queen; Crown Prince;
    Prince(?:ss)?; Chancellor; Chairman; Chairwoman; Chair; Director; Director[- ]General;
    Commissioner; General; Gen\.; Spokes(?:man|woman|person); Speaker; Majority Leader;
    Minority Leader; Lord; Sir; Dame; Judge; Justice; Attorney General; Pope; Emir; Sultan
  `),
  ar: wordsFromList(String.raw`
    رئيس الجمهورية; رئيس الحكومة; رئيس الدولة; رئيس الوزراء;
    رئيس مجلس [\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+)?; الرئيس; رئيس; رئيسة;
    نائب رئيس; نائب خادم الحرمين الشريفين; ولي ولي العهد; ولي العهد; خادم الحرمين الشريفين;
    وزير الدولة; الوزير المنتدب; الوزيرة المنتدبة; وزير; وزيرة; كاتب الدولة; كاتبة الدولة;
    الوزير; الوزيرة; الأمين العام; الأمين; أمين; المدير العام; مدير عام; مدير; مديرة;
    المدير; محافظ; والي; عامل; سفير; سفيرة; السفير; القنصل العام; الناطق الرسمي;
    المتحدث الرسمي باسم وزارة [\p{Script=Arabic}]+; المتحدث باسم وزارة [\p{Script=Arabic}]+;
    الناطق الرسمي باسم [\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+)?; المفوض السامي;
    الناطقة الرسمية; المتحدثة الرسمية; الناطق الإعلامي; المتحدث الرسمي; مفوض; المفتش العام; المتحدث; عميد; مبعوث; المبعوث; الملك; ملك; الأمير;
    أمير منطقة [\p{Script=Arabic}]+(?: [\p{Script=Arabic}]+)?; أمير; مستشار; مستشارة;
    النائب; القائد; قائد; المندوب; المكلف; نظيره; نظيرته; نظيرها; نظيره [\p{Script=Arabic}]+
  `),
} as const

/** Courtesy words before a name. */
export const HONORIFICS = {
  fr: wordsFromList(String.raw`
    M.; MM.; Mme; Mmes; Mlle; Monsieur; Madame; Dr; Docteur; Pr; Professeur; Me; Maître;
    Général; Son Excellence; S.E.; S.E.M.; SEM; SE; S.A.R.; SM; SAR; Sa Majesté;
    Son Altesse Royale; Sir; Cheikh; Serigne; El Hadj; Ing.; Ingénieur; Maréchal; Capitaine;
    Colonel; Commandant; Mgr; Monseigneur; S.M.; Son Éminence
  `),
  en: wordsFromList(String.raw`
    Mr.; Mr; Mrs.; Mrs; Ms.; Ms; Dr.; Dr; Sir; H.E.; His Excellency; Her Excellency;
    His Majesty; Her Majesty; the Honorable; the Hon.; the Rt Hon; the Rt. Hon.; Eng.; Engr.; HE; HH; H.H.; HRH;
    H.R.H.; HM; H.M.; Prof.; Professor; Sheikh; Sheikha; Shaikh; Ambassador; Hon.;
    His Highness; Her Highness; His Royal Highness; Lt. Gen.; Maj. Gen.; Brig. Gen.
  `),
  ar: wordsFromList(String.raw`
    السيد; السيدة; الدكتور; الدكتورة; معالي; سعادة; فضيلة; سمو; صاحب السمو;
    صاحب السمو الملكي; صاحب الجلالة; فخامة; الأستاذ; المهندس; اللواء; العميد; العقيد;
    الشيخ; الأمير; الملك; السفير; الصيدلي
  `),
} as const

/** Small words inside names. */
export const NAME_PARTICLES = wordsFromList(String.raw`
  de; du; la; le; ben; bin; ibn; bint; El; Al; el; al; Ould; Aït; Ait; von; van; Van; der;
  di; da; dos; Ben; Bin; Abou; Abu
`)

/** Capitalised words that no name of a person holds: institutions, events, days, titles. */
export const NOT_NAMES = wordsFromList(String.raw`
  Ministre; Ministère; Gouvernement; Conseil; Assemblée; République; Premier; Première;
  Président; Présidente; Nations; Europe; Européenne; Union; Etat; État; Etats; États;
  Unis; Majesté; Excellence; Sa; Son; Grand; Grande; Haut; Haute; Jeux; Groupe; Sommet;
  Fête; Journée; Forum; Comité; Commission; Palais; Université; Massacre; Maroc; France;
  Paris; Rabat; Dakar; Sénégal; Afrique; Sahara; Banque; Agence; Office; Centre; Institut;
  Direction; Loi; Code; Plan; Programme; Projet; Stratégie; Vision; Accord; Convention;
  Déclaration; Finances; Intérieur; Justice; Affaires; Étrangères; Défense; Lundi; Mardi;
  Mercredi; Jeudi; Vendredi; Samedi; Dimanche; Le; La; Les; Des; Du; Au; En; Cette; Ce; Il;
  Elle; Dans; Par; Pour; Sur; Lors; Selon; Après; Avec; Monsieur; Madame; Messieurs;
  Mesdames; Secrétaire; Général; Générale; Royaume; Royal; Royale; Orient; Chambre;
  Parlement; Sénat; Fondation; Association; Fédération; Mouvement; Parti; Bokk; Askan;
  Pêches; Santé; Éducation; Énergie; Energie; Agriculture; Transports; Culture; Jeunesse;
  Sports; Travail; Commerce; Industrie; Numérique; Tourisme; Environnement; Forêts; Mines;
  Habitat; Urbanisme; Armées; Forces; Infrastructures; Enseignement; Recherche; Innovation;
  Formation; Emploi; Famille; Solidarité; Communication; Budget; Économie; Economie;
  Coopération; Intégration; Extérieur; Affairs; Trade; Energy; Health; Finance; Interior;
  Defense; Defence; Transport; Education; Tourism; Environment; Labor; Labour; Cooperation;
  Senator; Senators; Representative; Leader; Development; Economy; Industry; Communications; Information; Expatriates; His; Her;
  Excellency; Highness; Majesty; Kingdom; Minister; Ambassador; Senate; House; Committee; Department; United; States; American;
  Americans; Congress; Act; Administration; Ministry; Council; White; Foreign; Relations;
  Federal; National; Security; Bill; Office; Press; Release; Releases; News; Room; Capitol; Court; The; In; On;
  Bank; January; February; March; April; June; July; August; September; October; November;
  December; Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday; Today;
  Armenpress; Microsoft; Saintes; Mosquées; Cabinet; Directeur; Directrice; Speaker; Chairman;
  Chairwoman; President; Secretary; General; Church; Conference; Business; Directorate; Intelligence;
  Authority; Bureau; Corps; Force; Guard; Navy; Army; Police; Service; Services; Staff
`)

/** Arabic words that are never part of a person's name; a name that holds one is not a name. */
export const NOT_NAMES_AR = wordsFromList(String.raw`
  أن; إن; أنه; العلاقات; التعاون; سبل; مستجدات; القضايا; تطورات; الأوضاع; تعزيز; توقيع; مراسم; المرحلة; عقد; تدشين; انطلاق; افتتاح; محافظ; مندوب; أمين; مملكة; المملكة; دولة; جمهورية; الجمهورية; مجلس; المجلس; منظمة; وزارة;
  الوزارة; الحكومة; حكومة; الشؤون; الخارجية; الداخلية; العام; العامة; الاتحاد; اتحاد;
  الأمم; المتحدة; الولايات; نظيره; نظيرته; اليوم; أمس; التونسي; التونسية; المغربي;
  المغربية; السعودي; السعودية; الأمريكي; الأمريكية; الفرنسي; الفرنسية; الوطني; الوطنية;
  الدولي; الدولية; على; إلى; في; عن; مع; من; بين; خلال; بعد; قبل; حول; كان; قال; أكد; أوضح;
  أعلن; الذي; التي; هذا; هذه; ذلك; كما; قد; تم; يوم; عدد; كل; جميع; رئيس; وزير; مدير;
  الرئيس; الوزير; المدير; هيئة; الهيئة; لجنة; اللجنة; إدارة; الإدارة; جامعة; الجامعة;
  منطقة; المنطقة; محافظة; مدينة; بلدية; مؤسسة; شركة; الشركة; مركز; المركز; قسم; مكتب;
  برنامج; مشروع; قرار; القرار; بلاغ; بيان; تونس; المغرب; مصر; رئيسا; مديرا; عاما; وزيرا; سفيرا; مديرة;
  عامة; تعيين; وفق; ما; حسب; مما; بما; لما; ثم; لم; لن; لا; ليس; سيكون; يكون; تكون; كانت; قرر; استقبل; التقى;
  التقت; إلتقى; دعا; شدد; نوه; أشاد; أشار; أضاف; ذكر; صرح; عبر; أعرب; أجرى; تلقى; ترأس; افتتح; اختتم; زار;
  خادم; الحرمين; الشريفين; ولي; ولاة; العهد; سمو; صاحب; الأمير; الملك; الشيخ; السيد; السيدة; الدكتور;
  الدكتورة; الأستاذ; المهندس; اللواء; الفريق; العميد; العقيد; الركن; المستشار; السفير; نائب; وزيرة; رئيسة;
  لقاء; اجتماع; اجتماعا; جلسة; زيارة; اتصالا; اتصالين; هاتفيا; هاتفيين; رسالة; برقية; خلية; أزمة; مسائل;
  خالص; التعازي; التهاني; سفير; سفيرة; نظيرها; لنظيره; لنظيرته; وسفير; ووزير; وإلى; سابق; السابق; الأسبق;
  الحالي; الجديد; داخلية; خارجية; العربية; اللبناني; العراقي; المصري; المصرية; الجزائري; الجزائرية; الليبي;
  الليبية; الروسي; الروسية; البريطاني; البريطانية; الألماني; الإيطالي; الإسباني; التركي; الإيراني; القطري;
  الكويتي; البحريني; الإماراتي; العماني; اليمني; السوري; السورية; الأردني; الفلسطيني; الفلسطينية; السوداني;
  الاثنين; الثلاثاء; الأربعاء; الخميس; الجمعة; السبت; الأحد; يناير; فبراير; مارس; أبريل; مايو; يونيو; يوليو;
  الأطفال; أمير; ممثلا; ممثلة; الذين; اللذين; لهذا; ردا; صلى; وجل; أغسطس; سبتمبر; أكتوبر; نوفمبر; ديسمبر; جانفي; فيفري; أفريل; ماي; جوان; جويلية; أوت; غشت; شتنبر; نونبر; دجنبر
`)

/** Abbreviated roles in full. */
export const ROLE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  'Sen.': 'Senator',
  'Sens.': 'Senator',
  Senators: 'Senator',
  'Rep.': 'Representative',
  'Reps.': 'Representative',
  'Gov.': 'Governor',
  'Gen.': 'General',
}

/** Words that open a closed Arabic construct again: "المجلس الوطني لحقوق الإنسان". */
export const IDAFA_REOPENERS = wordsFromList(String.raw`
  لدول; لشؤون; لحقوق; لتنمية; لحماية; لمكافحة; لترقية; لدعم; لتنظيم; لمراقبة; لإدارة; لدى; لمحاربة;
  لأملاك; للأملاك; لكتابة; لتقنين; لتشجيع; لمتابعة; لهيئة; لحزب; لمجلس; لوزارة; لجمعية; لرعاية; لضمان; لإنعاش; لتدبير
`)

/** What may be called after a person: nouns before the name, in lower case, and after it. */
export const NAMED_THINGS = {
  before: wordsFromList(String.raw`
    aéroport; hôpital; université; lycée; école; collège; stade; place; avenue; rue; boulevard; palais;
    fondation; prix; centre; académie; institut; mosquée; port; camp; base; complexe; musée; bibliothèque;
    théâtre; salle; pont; barrage; cité; esplanade; amphithéâtre; trophée; tournoi; coupe; loi; rapport;
    airport; hospital; university; school; street; foundation; award; prize; act; program; programme;
    magazine; revue; journal; quotidien; hebdomadaire; association; société; entreprise; banque; navire;
    film; livre; roman; site; compagnie; chaîne; ONG; ong; groupe; agence
  `),
  after: wordsFromList(String.raw`
    Airport; Center; Centre; University; Foundation; Street; Avenue; School; Hospital; Institute; Library;
    Bridge; Act; Award; Prize; Stadium; Mosque; Program; Programme; Fund; Trust; College; Airlines; Group;
    Corporation; Company; Inc.; Ltd.; Bank; Museum; Park; Square; Building; Memorial; Port; Fellowship; Road
  `),
} as const
