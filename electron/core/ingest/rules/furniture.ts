/** Lines that are page furniture wherever they stand, between paragraphs too; whole trimmed lines. */
export const INLINE_FURNITURE: readonly RegExp[] = [
  /Synthèse vocale.*/iu,
  /(?:Écouter|Ecouter|Listen) (?:cet article|l['’]article|to this).*/iu,
  /(?:Partager|Partagez|Share|شارك|مشاركة)(?: (?:sur|on|cet|this|par|via|على|هذا)\b.*)?(?: (?:Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram))*/iu,
  /(?:📄\s*)?(?:Télécharger|Download)(?: (?:le|la|the))? ?(?:PDF|document|fichier|file)?/iu,
  /(?:[*-] )?\[(?:Partager|Partagez|Share|Tweet|Tweeter|Imprimer|Print|Envoyer|Copier|شارك|مشاركة)(?: [^\][]*)?\](?:\([^()]*\))?\\?/iu,
  /<!--.*-->\\?/u,
  /!\[[^\]]*\]\([^)]*\)\\?/u,
  /<(?:img|a|br|hr|p|div|iframe)\b[^>]*>(?:[^<]*<\/a>)?/iu,
]

/** Lines a web page prints around a text. Each pattern must match the whole trimmed line. */
export const FURNITURE_LINES: readonly RegExp[] = [
  ...INLINE_FURNITURE,
  /(?:Édité|Edité|Publié|Rédigé|Écrit|Posté) par\s*:?.*/iu,
  /(?:Par|By|بقلم)\s*:?\s+\p{Lu}[\p{L}.'’ -]{2,40}/u,
  /(?:Temps de lecture|Reading time|مدة القراءة)\s*:?.*/iu,
  /(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Telegram|E-?mail|Imprimer|Print|Copier le lien|طباعة)(?:\s+(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Telegram|E-?mail|Imprimer|Print|Copier le lien))*/iu,
  /(?:Imprimer|Print)(?: (?:cet article|this page|la page))?/iu,
  /(?:À|A|at)?\s*\d{1,2}\s?[:h]\s?\d{2}(?:\s?(?:GMT|UTC|min|AM|PM|ت م))?/iu,
  /(?:(?:Mis|Mise) à jour|Updated|Last updated|آخر تحديث)(?![\p{L}])[^.!?؟]*\.?/iu,
  /(?:Today(?: is)?|Aujourd['’]hui|Nous sommes le|اليوم)\s*:\s*[^.]{4,40}/iu,
  /(?:Photo|Photos|Crédit photo|Crédits?|Ph\.|صورة|Photo credit)\s*[:©].*/iu,
  /©.*/u,
  /(?:Latest News|Press Releases?|News Releases?|Communiqués?(?: de presse)?|Actualités?|Accueil|Home|الرئيسية|أخبار)/iu,
  /FOR IMMEDIATE RELEASE:?/iu,
  /بسم الله الرحمن الرحيم/u,
  /وكالة الأنباء \S+ (?:تحييكم|تنهي|تختتم|تختم)?.*بثها.*/u,
]

/** Lines that open the foot of a web page: from there to the end nothing belongs to the text. */
export const FOOT_LINES: readonly RegExp[] = [
  /(?:Voir aussi|À lire aussi|A lire aussi|Lire aussi|Lire également|Articles? (?:similaires|liés|connexes)|Sur le même (?:sujet|thème)|Related (?:articles?|posts?|news)|See also|Read also|اقرأ أيضا?|مواضيع ذات صلة)\s*:?/iu,
  /(?:Les )?plus lus?(?: (?:de la semaine|du jour|du mois))?/iu,
  /(?:Most read|الأكثر قراءة)/iu,
  /(?:Laisser|Ajouter|Poster) un commentaire|(?:Leave a (?:reply|comment)|اترك (?:ردا|تعليقا|تعليقاً))/iu,
  /(?:Votre adresse (?:e-?mail|de messagerie) ne sera pas publiée|Your email address will not be published).*/iu,
  /(?:Partager sur|Share on|شارك على) .*/iu,
  /Commentaires?(?: \(\d+\))?|Comments?(?: \(\d+\))?/iu,
  /(?:Newsletter|Inscrivez-vous|S['’]abonner|Subscribe)\b.*/iu,
  /(?:Tous droits réservés|All rights reserved|جميع الحقوق محفوظة).*/iu,
]

/** Identifiers and stamps that head a record and are never its title. */
export const IDENTIFIER_LINES: readonly RegExp[] = [
  /[\d\s./-]+/u,
  /\d{2,}[-\d]+\s*/u,
  /.*RELEASE UNDER.*/iu,
  /(?:R[ÉE]PUBLIQUE|ROYAUME|REPUBLIC|KINGDOM|STATE|UNION) (?:[\p{Lu}'’-]+ ?){1,7}/u,
  /(?:R[ée]publique|Royaume) (?:du|de la|de l['’]|d['’]|des|de) ?\p{Lu}[\p{L}'’ -]{2,40}/u,
  /(?:(?:الجمهورية|المملكة)(?: ال\p{Script=Arabic}+){1,4}|(?:سلطنة|دولة|مملكة|جمهورية) \p{Script=Arabic}+(?: ال\p{Script=Arabic}+)?)/u,
  /page \d+(?: (?:of|de|sur) \d+)?/iu,
  /(?:SECRET|TOP SECRET|CONFIDENTIAL|UNCLASSIFIED|CONFIDENTIEL|URGENT|EMBARGO|S-E-C-R-E-T)[\s\p{P}]*/iu,
]

/** Words before a date on a line that holds nothing else. */
export const DATE_LINE_OPENERS =
  'communiqué(?: de presse)?(?: n° ?[\\w/-]+(?= [-–—])| publiée?(?: le)?)|press release(?: no\\.? ?[\\w/-]+)?(?= [-–—\\d])|publi[ée]e? le|post[ée]e? le|mis en ligne le|dat[ée] du|le|date *:|date|for immediate release *:?|for release *:?|posted(?: on)? *:?|published(?: on)? *:?|released? *:?|on|نشر(?:ت)? (?:في|يوم|بتاريخ)|بتاريخ|التاريخ *:|في|يوم|تاريخ النشر *:?'

/** What stands beside the day on a line of fields: "Press release | 12 May 2024 | Brussels | 3 min read". */
export const DATE_LINE_FIELDS =
  'press (?:release|statement)s?|statements? and releases|briefing room|speech(?:es)?|remarks|news|communiqués?(?: de presse)?|actualités?|discours|\\d{1,3} min(?:utes?)?(?: read| de lecture)?|بيان(?: صحفي)?|بلاغ(?: صحفي)?|أخبار'

/**
 * How agencies close their wires, where no other does so: the takes that go on from another print
 * no dateline. Patterns on reading copies, by the name the agency signs with.
 */
export const AGENCY_CLOSINGS: Readonly<Record<string, string>> = {
  واس: '// ?(?:انتهي|يتبع) ?//\\s+\\d{1,2}:\\d{2} ?ت ?م',
  كونا: '\\(النهاية\\)(?:\\s+\\p{Script=Arabic}(?: ?\\p{Script=Arabic}){1,3}(?: ?/ ?\\p{Script=Arabic}(?: ?\\p{Script=Arabic}){1,3})?)?',
}

/** News agencies by the abbreviation they sign with. */
export const AGENCIES: Readonly<Record<string, string>> = {
  واس: 'وكالة الأنباء السعودية',
  ومع: 'وكالة المغرب العربي للأنباء',
  وات: 'وكالة تونس إفريقيا للأنباء',
  واج: 'وكالة الأنباء الجزائرية',
  وام: 'وكالة أنباء الإمارات',
  قنا: 'وكالة الأنباء القطرية',
  كونا: 'وكالة الأنباء الكويتية',
  بنا: 'وكالة أنباء البحرين',
  بترا: 'وكالة الأنباء الأردنية',
  سونا: 'وكالة السودان للأنباء',
  سانا: 'الوكالة العربية السورية للأنباء',
  سبأ: 'وكالة الأنباء اليمنية',
  وفا: 'وكالة الأنباء والمعلومات الفلسطينية',
  واع: 'وكالة الأنباء العراقية',
  يونا: 'اتحاد وكالات أنباء دول منظمة التعاون الإسلامي',
  العمانية: 'وكالة الأنباء العمانية',
  'أ ش أ': 'وكالة أنباء الشرق الأوسط',
  'ا ف ب': 'وكالة فرانس برس',
  رويترز: 'رويترز',
  MAP: 'Maghreb Arabe Presse',
  AFP: 'Agence France-Presse',
  APS: 'Algérie Presse Service',
  TAP: 'Tunis Afrique Presse',
  PANA: 'PANA',
  AMI: 'Agence mauritanienne d’information',
  SPA: 'Saudi Press Agency',
  WAM: 'Emirates News Agency',
  QNA: 'Qatar News Agency',
  KUNA: 'Kuwait News Agency',
  BNA: 'Bahrain News Agency',
  ONA: 'Oman News Agency',
  INA: 'Iraqi News Agency',
  UNA: 'Union of OIC News Agencies',
  SUNA: 'Sudan News Agency',
  SANA: 'Syrian Arab News Agency',
  WAFA: 'Palestine News and Information Agency',
  NNA: 'National News Agency',
  Petra: 'Jordan News Agency',
  ACP: 'Agence congolaise de presse',
  AIP: 'Agence ivoirienne de presse',
  Xinhua: 'Xinhua',
  TASS: 'TASS',
  Reuters: 'Reuters',
  AP: 'Associated Press',
}
