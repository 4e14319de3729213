import { wordsFromList } from './word-list.ts'

/** First words of the name of a body that issues communiqués, lower case. */
export const BODY_HEADS = {
  fr: wordsFromList(String.raw`
    ministère; ministere; département; secrétariat; cabinet; présidence; primature;
    gouvernement; chef du gouvernement; premier ministre; wilaya; préfecture; direction;
    délégation; ambassade; consulat; conseil; assemblée; chambre; haut-commissariat;
    haut commissariat; commission; parquet; procureur; forces; état-major; agence; office;
    liste; association; union; comité; fondation; banque; institut; fédération; sénat;
    parlement; cour; tribunal; gendarmerie; sûreté; police; observatoire; autorité;
    instance; parti; palais; porte-parole; quai; élysée; organisation; syndicat; maison;
    administration; inspection; caisse; société; groupe; groupement; services; cellule;
    état major; haute autorité; rectorat; médiateur; défenseur;
    haut commandement; commandement; garde nationale; cour; archevêché; garde royale;
    chancellerie; service européen; représentation permanente; maison royale; mission; brigade; régie; commune; municipalité; collectivité
  `),
  en: wordsFromList(String.raw`
    ministry; department; office; embassy; presidency; government; council; commission;
    agency; secretariat; authority; cabinet; house; senate; parliament; committee; court;
    bank; bureau
  `),
  ar: wordsFromList(String.raw`
    وزارة; رئاسة; الديوان; ديوان; المديرية; مديرية; الإدارة; إدارة; الوكالة; وكالة; الهيئة;
    هيئة; المجلس; مجلس; اللجنة; لجنة; الجامعة; جامعة; البنك; الحكومة; حكومة; السفارة;
    سفارة; الرابطة; رابطة; المكتب; مكتب; حزب; حركة; النيابة; الولاية; ولاية; المحكمة;
    منظمة; المنظمة; الاتحاد; اتحاد; النقابة; نقابة; قيادة; الأمانة; أمانة; مؤسسة; المؤسسة;
    الشركة; شركة; الصندوق; المعهد; معهد; المرصد; الجمعية; جمعية; المندوبية; البرلمان;
    الخارجية; الداخلية; المصالح; الوزارة الأولى; كتابة الدولة; المركز; مركز; الغرفة; غرفة;
    تيار; التيار; الجبهة; محكمة; بعثة; البعثة; مفوضية; المفوضية; السلطة; سلطة; المصرف; مصرف;
    الجيش; القوات; الشرطة; شرطة; الحرس; الدرك; التحالف; بلدية; البلدية; نيابة; الأمم المتحدة;
    الجامعة; مندوبية; قنصلية; القنصلية; الدائرة; دائرة; الصندوق; صندوق; الرئاسة; الأمانة العامة
  `),
} as const

/** Heads of the bodies that issue a text together: after "et le", a head of the other list may be a complement. */
export const JOINT_HEADS = {
  fr: wordsFromList(
    'ministère; département; ambassade; présidence; gouvernement; secrétariat; agence; primature',
  ),
  en: wordsFromList('Ministry; Department; Embassy; Presidency; Office; Government'),
  ar: wordsFromList('وزارة; رئاسة; سفارة; حكومة; وكالة'),
} as const

/** What a title calls a text that a body issues. */
export const STATEMENT_WORDS = {
  fr: wordsFromList(
    'communiqué; déclaration; note; avis; mise au point; message; précisions; circulaire; instruction; discours; allocution; arrêté; point de presse',
  ),
  en: wordsFromList(
    'Statement; statement; Communiqué; communiqué; Communique; Declaration; Press release; release; Notice; Note',
  ),
  ar: wordsFromList('بلاغ; بيان; تصريح; إعلان; توضيح; مذكرة; كلمة'),
} as const

/** Labels that a page prints before the office a text comes from, lower case. */
export const ISSUER_LABELS = wordsFromList(String.raw`
  from; issued by; issuing body; issuer; source; office; émetteur; emetteur; émis par;
  organisme; diffusé par; الجهة; الجهة المصدرة; المصدر; صادر عن; صادر من
`)

/** Words between a statement and the office it is of: "la déclaration … communiquée par le …". */
export const CONVEYED = wordsFromList(String.raw`
  communiquée; communiqué; faite; publiée; publié; lue; prononcée; diffusée; attribuable;
  rendue publique; émise
`)

/** What a body does at the head of a sentence when it announces something, in the present. */
export const ANNOUNCING_VERBS = {
  fr: wordsFromList(String.raw`
    annonce; informe; porte à la connaissance; communique; remercie; tient à; rend compte;
    fait savoir; fait part; publie; rappelle; dément; condamne; salue; invite; appelle; exprime;
    précise; indique; lance un appel; met en garde; décide; présente ses condoléances; réaffirme;
    confirme; dénonce; déplore; regrette; se félicite; prend acte; recommande; déconseille; conseille; encourage;
    félicite; attire l'attention; souhaite; adresse; présente ses félicitations; suit avec; est profondément
  `),
} as const

/** What a headline says a body does, the French in lower case: a line that holds one is no name. */
export const HEADLINE_VERBS = {
  fr: wordsFromList(String.raw`
    préside; présidera; reçoit; rencontre; accueille; annonce; lance; visite; inaugure; signe;
    adopte; approuve; examine; ouvre; ferme; dément; condamne; salue; appelle; réagit; déplore;
    exprime; présente; prend; met; donne; fait; va; veut; doit; peut; est; sont; était; sera;
    seront; a; ont; se; s'est; s'entretient; participe; effectue; effectuera; félicite; assiste;
    souligne; rend; rejette; demande; propose; confirme; publie; renforce; organise; célèbre;
    encourage; soutient; alerte; craint; rejoint; dénonce; réclame; autorise; interdit; refuse; reporte; prolonge;
    crée; fixe; baisse; augmente; recrute; débloque; alloue; octroie; attribue; décerne; distingue; rassure; précise;
    s'engage; s'oppose; s'inquiète; s'indigne; se félicite; se réunit; se prononce; obtient; remporte; perd; gagne;
    fustige; plaide; exhorte; milite; étudie; débat; contrôle; enquête; lève; envoie; déploie; expulse; extrade;
    répond; arrive; quitte; rappelle; nomme; limoge; suspend; valide; vote; entend; clôture;
    convoque; dévoile; dresse; évoque; invite; mise; poursuit; réaffirme; tient; tiendra
  `),
  en: wordsFromList(String.raw`
    Announces; Announced; Issues; Issued; Condemns; Welcomes; Hosts; Holds; Signs; Meets; Launches; Opens;
    Publishes; Releases; Seeks; Urges; Calls; Warns; Says; Said; Approves; Adopts; Awards; Names; Appoints;
    Joins; Supports; Rejects; Denies; Confirms; Celebrates; Marks; Receives; Visits; Completes; Begins; Ends;
    Extends; Expands; Invites; Highlights; Unveils; Introduces; Orders; Proposes; Backs; Hails; Praises; Will; Has; Is; Are
  `),
} as const

/** What a body does when it speaks: the verbs after its name, lower case. */
export const SPEAKING_VERBS = {
  fr: wordsFromList(String.raw`
    annoncé; indiqué; affirmé; fait savoir; fait part; précisé; démenti; condamné; exprimé;
    publié; rendu public; rendu publique; déclaré; souligné; salué; rappelé; informé; assuré;
    décidé; lancé; ordonné; ouvert une enquête; estimé; réagi; regretté; dénoncé; réaffirmé; réitéré; confirmé; expliqué; signalé;
    proclamé; validé; approuvé; félicité; déploré; pris acte; mis en garde; tenu à; recommandé; présenté ses condoléances
  `),
  ar: wordsFromList(String.raw`
    دعت; دعا; أعلنت; أعلن; أكدت; أفادت; أفاد; نفت; نفى; قررت; أدانت; أدان; ذكرت; أصدرت; أصدر;
    أوضحت; شددت; نبهت; تعلن; تفيد; تعلم; تدعو; تهيب; عبرت; أعربت; استنكرت; نددت; حذرت; كشفت;
    تنصح; نصحت; ينصح; توصي; أوصت; تحث; تعرب; تعبر; تدين; تستنكر; تندد; تؤكد; تشيد; تنوه; ترحب; قالت; أشارت; رحبت; أشادت; جددت;
    أهابت; صرحت; أبرزت; أخبرت; تخبر; أبلغت; تابعت; تنهي; تنفي; تشجب; شجبت; بينت;
    دانت; نعت; هنأت; ناشدت; طالبت; تهنئ; تنعى; تتقدم; تتابع; تلفت; تشدد; أعرب; ندد; استنكر; رحب; حذر; شدد; أوضح; أكد; جدد
  `),
} as const

/** Bodies known by a name that does not begin with what kind of body they are. */
export const NAMED_BODIES = {
  fr: wordsFromList(String.raw`
    Conseil de sécurité; Union européenne; Union africaine; Nations unies; Quai d'Orsay; Élysée;
    Maison Blanche; Commission européenne; Conseil européen; Ligue arabe; HCR; OMS; UNESCO; UNICEF; ONU; OTAN; OSCE;
    FMI; OIM; CEDEAO; CEEAC; UEMOA; OIF; AIEA; FAO; PAM; Croix-Rouge
  `),
  en: wordsFromList(String.raw`
    White House; State Department; Pentagon; Kremlin; Security Council; United Nations;
    Secretary-General; High Representative; Federal Reserve; European Central Bank;
    European Union; European Commission; European Council; African Union; Arab League;
    Human Rights Council; General Assembly; League of Arab States; Gulf Cooperation Council;
    Foreign Office; Home Office; Treasury; Royal Court; Royal Palace; Royal Office; Amiri Diwan; Élysée; Kremlin;
    World Health Organization; World Food Programme; Red Cross; UNHCR; UNESCO; UNICEF; NATO; ECOWAS; IAEA; OSCE
  `),
} as const

/** Words after which the name of a body is over. */
export const BODY_STOPS = {
  fr: wordsFromList(String.raw`
    qui; que; qu'; dont; dans; lors; à travers; via; par voie; publié; publiée; parvenu; parvenue; daté; rendu; rendue; transmis;
    diffusé; diffusée; à l'issue; ce lundi; ce mardi; ce mercredi; ce jeudi; ce vendredi;
    ce samedi; ce dimanche; lundi; mardi; mercredi; jeudi; vendredi; samedi; dimanche;
    reçu; où; a; ont; sur; annonce; annoncent; informe; porte; communique; remercie; tient;
    indique; précise; souligne; rappelle; condamne; exprime; affirme; est; sont; cité;
    relayé; lu; signé; vient; s'est; se; présente; invite; lance; organise; au sujet;
    concernant; relatif; relative; fait; font; dit; réaffirme; dénonce; déplore; salue; regrette;
    assure; estime; met; appelle; dément; confirme; réitère; félicite; déclare; explique; rejette
  `),
  en: wordsFromList(String.raw`
    said; says; announced; announces; on; in; has; have; will; today; yesterday; issued;
    stated; which; that; is; was; are; were; by; to; at; with; received; published
  `),
  ar: wordsFromList(String.raw`
    أن; أنه; أنها; بأن; إن; على; اليوم; أمس; حول; تلقت; نشر; نشرته; أصدر; أصدرته; في; حصلت;
    مساء; صباح; يوم; عن; قرار; إلى; أفاد; أفادت; أكد; أكدت; بمناسبة; العموم; دعت; بحق; المسافرين; الرعايا; رعاياها;
    اليوم; بتاريخ; جاء; توصلت; كافة; جميع; المواطنين; تعلم; تعلن; من; مؤكدة; خلال; بعد;
    بشأن; بخصوص; مع; الذي; التي; أوضح; أوضحت; كما; الاثنين; الثلاثاء; الأربعاء; الخميس;
    الجمعة; السبت; الأحد; لها; له; وقد; وذلك; ظهر; ليلة; قبل; ضد; كل; الاعتداء; العملية;
    العدوان; الهجوم; الهجمات; القصف; التفجير; الانفجار; الانتهاكات; الاقتحام; الاقتحامات; التصعيد; المجزرة; الحادث;
    بشدة; التابعة; التابع; السفير; السفيرة; السيد; السيدة; الدكتور; الدكتورة; المستشار; معالي; سعادة; الأستاذ;
    صدر; صدرت; سبق; تحصلت; تضمن; تضمنت; حمل; حملت; موقع; وقعه; وقعته; نشره; نقله; نقلته; اطلعت; ورد; وردت; ردا; عقب;
    أطيب; تحياتها; خالص; فائق; المهندس; العميد; العقيد; اللواء; جلسته; جلستها; بلاغا; بيانا; اجتماعه; اجتماعها; أمام
  `),
} as const

/** Heads that name no body by themselves. */
export const BARE_BODY_HEADS = wordsFromList(String.raw`
  ministère; ministere; département; secrétariat; cabinet; direction; délégation; conseil;
  chambre; commission; agence; office; association; union; comité; fondation; groupe;
  parti; وزارة; الوزارة; مكتب; المكتب; مجلس; المجلس; هيئة; الهيئة; لجنة; اللجنة; إدارة; الإدارة;
  مديرية; وكالة; الوكالة; حزب; حركة; منظمة; المنظمة; شركة; الشركة; جامعة; جمعية; مؤسسة;
  مركز; المركز; الغرفة; النقابة; الجمعية; الرابطة; الحركة; الاتحاد; الديوان; المندوبية; الأمانة; المؤسسة; المديرية;
  ambassade; consulat; consulat général; السفارة; سفارة; القنصلية; المحكمة; النيابة; القيادة; البعثة; المعهد; الصندوق; الدائرة
`)

/** Authorities whose act in the first lines makes the text theirs, as patterns. */
export const LEAD_AUTHORITIES = {
  fr: wordsFromList(String.raw`
    Conseil des ministres; Conseil de gouvernement; Conseil du gouvernement;
    Conseil fédéral; Premi(?:er|ère) ministre; Assemblée nationale; Sénat;
    Chambre des (?:représentants|conseillers); Conseil constitutionnel
  `),
  /** Heads of state: asked after the bodies they preside over. */
  heads: wordsFromList(String.raw`
    Président(?:e)? de (?:la )?République; Chef de l'État; Chef de l'Etat; Premi(?:er|ère) [Mm]inistre
  `),
} as const

/** How a report names the statement it passes on, as patterns. */
export const QUOTED_STATEMENTS = wordsFromList(String.raw`
  (?:dans|selon|d'après|par|à travers|via) (?:un|son|ce|leur) communiqué; (?:indique|annonce|précise|souligne|ajoute|rapporte|affirme) (?:un|le) communiqué;
  (?:in|according to) (?:a|the|its|their) (?:press |news |written |joint )?(?:statement|communiqué|communique|press release);
  (?:في|حسب|بحسب|وفق|وفقا ل|ضمن) ?(?:بلاغ|بيان)(?: صحفي| رسمي)?(?: لها| له| صادر| أصدرته| نشرته| ل\p{Script=Arabic}+)?; (?:أفاد|ذكر|أكد|أوضح)(?: به)? (?:بلاغ|بيان)
`)
