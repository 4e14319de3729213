import {
  ANNOUNCING_VERBS,
  BODY_HEADS,
  BODY_STOPS,
  CONVEYED,
  HEADLINE_VERBS,
  JOINT_HEADS,
  LEAD_AUTHORITIES,
  NAMED_BODIES,
  SPEAKING_VERBS,
} from '../rules/issuers.ts'
import { PLACES } from '../rules/places.ts'
import { patternFromWords, patternInAnyCase } from '../rules/word-pattern.ts'

/** Words that name a body that speaks: it stands in the group `body`, or `acting`. */
export type IssuerPattern = {
  readonly rule: string
  readonly expression: RegExp
  /** Only the first units of the text are read. */
  readonly within?: number
  /** Read in a wire too: a body a wire quotes speaks, one it merely reports on does not. */
  readonly isQuotation?: boolean
  /** Makes the name of the body of the words matched, where they name its head. */
  readonly name?: (words: string) => string
}

const stopAt = (words: readonly string[]): string =>
  String.raw`(?=[.;:()«»"“”\n]|,(?! (?:de|du|des|et|chargée?|of|and)(?!\p{L}))|،|؛| (?:${patternFromWords(words)})(?!\p{L})|$)`

const FR_BODY = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.fr)})(?!\p{L})[^.;:()«»"“”\n]{0,110}?)${stopAt(BODY_STOPS.fr)}`
const FR_BODY_OPEN = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.fr)})(?!\p{L})[^.;:()«»"“”\n]{0,110}?)`
/** What a sentence may begin with before its subject: "En raison des intempéries, le …". */
const FR_CLAUSE = String.raw`(?:En (?:raison|vue|application|réponse)|À l'(?:occasion|approche|issue)|À la suite|Dans le cadre|Suite|Après|Face|Compte tenu|Conformément|Pour)(?!\p{L})[^.,\n]{3,100}`
/** "(DGSN)" after a name. */
const ACRONYM = String.raw`(?: \([^()\n]{2,20}\))?`
const OF = String.raw`(?:du|de la|de l'|des|de|d')\s*`
const COMMUNIQUE = String.raw`communiqué(?: (?:conjoint|commun|de presse|officiel|final|publié|diffusé))*`

/** Heads of definite names as they stand after "لل". */
const BARE_AR_HEADS = patternFromWords(
  BODY_HEADS.ar.filter((head) => head.startsWith('ال')).map((head) => head.slice(2)),
)

/** The state a ministry belongs to, named with its kind: "وزارة الخارجية في دولة …". */
const AR_STATE = String.raw`(?: في (?:دولة|مملكة|جمهورية|سلطنة|المملكة|الجمهورية) [\p{Script=Arabic}]+(?: ال\p{Script=Arabic}+){0,2}| (?:في|لدي) (?:${patternFromWords(PLACES.ar)}|(?:دولة |مملكة |جمهورية )?ال\p{Script=Arabic}+(?: ال\p{Script=Arabic}+){0,2}))?`
const AR_BODY = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.ar)})(?!\p{L})[\p{Script=Arabic} ]{0,70}?${AR_STATE})(?=[.,:()"«»\n،؛]| (?!(?<=الدفاع )عن )(?:${patternFromWords(BODY_STOPS.ar)})(?!\p{L})|$)`
/** Bodies of a state, whose statements its agency passes on as they are. */
const AR_STATE_HEAD = `(?=(?:${patternFromWords(JOINT_HEADS.ar)}|الديوان|ديوان)(?!\\p{L}))`
/** After a verb that takes "ب", what is welcomed is no part of the name. */
const AR_BODY_GREETING = AR_BODY.replace('(?<body>', '(?<acting>').replace(
  '(?=[',
  String.raw`(?= ب\p{Script=Arabic}|[`,
)
/** A name followed by that of a person, with nothing between: its definite words, or one other. */
const AR_SHORT_BODY = String.raw`(?<body>(?:${patternFromWords(BODY_HEADS.ar)})(?!\p{L})(?:(?: (?:و?ال)(?!(?:سيد|دكتور|سفير|مستشار|استاذ|مهندس|عميد|عقيد|لواء))\p{Script=Arabic}+){1,4}| (?!و?ال)\p{Script=Arabic}+(?: ال\p{Script=Arabic}+)?)?)`
const STATEMENT = '(?:بلاغا?|بيانا?|بلاغ صحفي|بيان صحفي)'

const EN_WORDS = String.raw`\p{Lu}[\p{L}'-]+(?: (?:(?:and|of|for|the|&) )*\p{Lu}[\p{L}'-]+)*`
const EN_BODY = String.raw`(?<body>(?:(?!(?:The|In|On|At|A|But|And) )\p{Lu}\p{Ll}+ ){0,2}?(?:Ministry|Department|Office|Embassy|Presidency|Council|Commission|Agency|Bank|Government|Parliament|Authority|Directorate|Secretariat|Mission|Organi[sz]ation|League|Court|Bureau|Union|Federation|Association|Institute|Chamber|Fund|Foundation|Consulate|High Commission|Delegation|Community|Tribunal) (?:of|for) (?:the )?${EN_WORDS}(?:(?<=(?:Embassy|Consulate|Mission|Commission|Delegation) of [^\n]{0,60}) (?:to|in) (?:the )?${EN_WORDS})?)`
/** With the adjective of its country before it: "Valdorian Ministry of …". */
const EN_QUALIFIED_BODY = EN_BODY.replace('(?<body>', String.raw`(?<body>(?:\p{Lu}\p{Ll}+ )?`)

/** "the Foreign Ministry", "the White House": the kind of body last, or none. */
const EN_NAMED_BODY = String.raw`(?<body>(?:(?:\p{Lu}\p{Ll}+ ){1,3}(?:Ministry|Department|Embassy|Commission|Council|Government|Presidency|Parliament|Authority|Agency|Office|Secretariat|Bank|Bank Group|Court|Consulate|Directorate|Guard|Navy|Army|Police|Administration|Community|Organi[sz]ation|Union|League|Fund|Movement|Federation|Alliance|Court|Palace)(?: (?:in|to) \p{Lu}\p{L}+)?|${patternFromWords(NAMED_BODIES.en)}))`

const EN_SAID = String.raw`(?:said|says|affirmed|affirms|declared|declares|advises|advised|recommends|recommended|confirms|encourages|congratulates|congratulated|congratulate|mourns|mourned|deplores|deplored|stressed|stresses|underlined|underscored|is following|appeals|appealed|hails|hailed|denounces|denounced|offers (?:its|their) condolences|extended (?:its|their) condolences|announced|announces|stated|issued|confirmed|added|reported|condemned|condemns|welcomed|welcomes|expressed|expresses|called (?:on|for)|calls (?:on|for)|urged|urges|denied|denies|takes note|noted|notes|published|launched|(?:is|was) (?:deeply|gravely|seriously|greatly) concerned|is (?:appalled|shocked|alarmed|saddened)|extends|decided|ordered|reaffirmed|reiterated|regrets|regretted|rejects|rejected|dismisses|dismissed|invites|invited|warns|warned|strongly condemn(?:s|ed)?)`

const FR_VERB = String.raw`(?:${patternFromWords(HEADLINE_VERBS.fr)})(?![\p{L}'-])`
/** What follows a subject that acts: not one that something is done to, or that only is. */
const ACTS = String.raw`${ACRONYM}(?:,[^,\n]{1,60},| (?:ce |hier )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))? (?!(?:est|sont|était|sera|seront|[ao]n?t? été)(?!\p{L}))(?:${FR_VERB}|(?:vient|viennent|ont|lance|organise|(?:organis|accueill|ouvri|lanc|recev|tiend|procéd|mett)e?r(?:a|ont))(?!\p{L}))`

/** The subject of the first sentence, with the verb after it, or before it in Arabic. */
export const LEAD_SUBJECTS: Readonly<Record<'fr' | 'ar' | 'en', RegExp>> = {
  fr: new RegExp(
    String.raw`^(?:[^\n]{0,60}? [–—-]{1,2} )?(?:[^\p{L}\n]*|Par (?:décret|arrêté)[^.\n]{0,80}?, )(?:[Ll]e |[Ll]a |[Ll]'|[Ll]es )(?:(?<body>(?:${LEAD_AUTHORITIES.heads.join('|')}))(?= \p{Lu}[\p{L}'-]+ \p{Lu}|${ACTS})|(?<acting>(?!quai|palais|maison|cour |police)(?:${patternInAnyCase(BODY_HEADS.fr)})(?!\p{L})(?: (?!${FR_VERB})[\p{L}'-]+){0,10}?)(?=${ACTS}))`,
    'dgu',
  ),
  en: new RegExp(
    String.raw`^(?:[^\n]{0,60}? [–—-]{1,2} ?)?[^\p{L}\n]*(?:Today,? |Yesterday,? )?(?:(?:The|the) )?(?:U\.S\. )?(?:${EN_QUALIFIED_BODY}|(?!(?:The|Today|Yesterday) )${EN_NAMED_BODY.replace('?<body>', '?<acting>')})${ACRONYM},? (?:today |on \p{Lu}\p{L}+ )?(?:has|have|will|is|are|today|\p{Ll}+ed)(?!\p{L})`,
    'dgu',
  ),
  ar: new RegExp(
    String.raw`^[^\p{L}\n]*(?!(?:ان|في|من|علي|الي|عن)(?!\p{L}))\p{Script=Arabic}{3,8} ${AR_BODY}`,
    'dgu',
  ),
}

/** "ministre de …" as "ministère de …": a text that quotes "le ministère" names it by its head. */
const ministryFromMinister = (words: string): string =>
  words
    .replace(/^ministre(?: délégué(?:e)?)?/iu, 'ministère')
    .replace(/^Minister/u, 'Ministry')
    .replace(/^وزير[ةه]?/u, 'وزارة')

/** The words that name who speaks, by language, the surest first. */
export const ISSUER_PATTERNS: Readonly<Record<'fr' | 'ar' | 'en', readonly IssuerPattern[]>> = {
  fr: [
    {
      rule: 'fr-note-verbale',
      expression: new RegExp(
        String.raw`(?:^|\n)[^\p{L}\n]*(?:Le|La|L')\s*${FR_BODY_OPEN} présente ses compliments`,
        'dgui',
      ),
      within: 600,
    },
    {
      rule: 'fr-communique-de',
      isQuotation: true,
      expression: new RegExp(String.raw`${COMMUNIQUE}\s+(?:${OF}|au )${FR_BODY}`, 'dgui'),
    },
    {
      rule: 'fr-statement-conveyed',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?:déclaration|note|message|lettre)[^.\n]{0,60}?(?:${patternFromWords(CONVEYED)})(?!\p{L})[^.:\n]{0,60}? (?:par (?:le |la |l')|au |à la |à l')${FR_BODY}`,
        'dgui',
      ),
      within: 1500,
    },
    {
      rule: 'fr-said-subject',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:(?:a|ont) (?:également |en outre |par ailleurs |notamment )?(?:indiqué|annoncé|précisé|affirmé|déclaré|souligné|fait savoir|ajouté|confirmé|rapporté)|(?:indique|annonce|précise|rapporte|souligne|affirme)(?:nt)?)(?:,? (?:ce |hier )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|matin|soir),?)? (?:le |la |l')${FR_BODY}`,
        'dgui',
      ),
      within: 3000,
    },
    {
      rule: 'fr-lead-authority',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:Le|La|L'|Les|du|de l'|la) ?(?<body>${LEAD_AUTHORITIES.fr.join('|')})(?!\p{L})(?=[^.\n]{0,110}?(?: a présidé| ont présidé| s'est (?:tenu|réuni)| a reçu|,? au |, à | a adopté| a voté))`,
        'dgui',
      ),
      within: 400,
    },
    {
      rule: 'fr-subject-announces',
      expression: new RegExp(
        String.raw`(?:^|\n)[^\p{L}\n]*(?:${FR_CLAUSE}, )?(?:Le|La|L')\s*${FR_BODY_OPEN}${ACRONYM} (?:${patternFromWords(ANNOUNCING_VERBS.fr)})(?!\p{L})`,
        'dgui',
      ),
    },
    {
      rule: 'fr-subjects-announce',
      expression: new RegExp(
        String.raw`(?:^|\n)[^\p{L}\n]*(?:Le|La|L')\s*(?<body>(?:${patternFromWords(JOINT_HEADS.fr)})(?!\p{L})[^.;:()«»"“”\n]{0,240}?) (?:annoncent|informent|portent à la connaissance|communiquent|remercient|tiennent à|rendent compte|font savoir|font part)(?!\p{L})`,
        'dgui',
      ),
    },
    {
      rule: 'fr-in-communique',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?:dans|par|à travers) (?:un|son|sa) (?:communiqué|déclaration|note)[^.;\n]{0,60}?,? (?:le |la |l')${FR_BODY}`,
        'dgui',
      ),
    },
    {
      rule: 'fr-lead-speaks',
      isQuotation: true,
      expression: new RegExp(
        String.raw`^(?:[^\n]{0,60}? ?(?:[–—-]{1,3}|:) ?)?[^\p{L}\n]*(?:Le |La |L'|Les )(?<body>(?:(?:${patternFromWords(BODY_HEADS.fr)})(?!\p{L})(?: (?!${FR_VERB})[\p{L}'-]+){0,12}?|${patternFromWords(NAMED_BODIES.fr)}))${ACRONYM}(?:, [^,.\n]{1,60},)? (?:(?:a|ont) (?:également |vivement |fermement |officiellement )?(?:condamné|exprimé|salué|démenti|dénoncé|déploré|regretté|réaffirmé)|condamnent?|exprime(?:nt)?|saluent?|dément|dénonce(?:nt)?|déplore(?:nt)?|regrette(?:nt)?|réaffirme(?:nt)?|est (?:profondément |vivement |gravement )?(?:préoccupée?|inquiet|inquiète|consternée?))(?!\p{L})`,
        'dgui',
      ),
    },
    {
      rule: 'fr-subject-said',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:le |la |l'|les )(?<body>(?:(?:${patternFromWords(BODY_HEADS.fr)})(?!\p{L})(?: [\p{L}'-]+(?:,(?= (?:de|du|des|et|chargée?)(?!\p{L})))?){0,12}?|${patternFromWords(NAMED_BODIES.fr)}))${ACRONYM}(?:, [^,.\n]{1,60},)?(?:,? (?:ce |hier )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?,? (?:a|ont) (?:également |vivement |fermement |officiellement )?(?:${patternFromWords(SPEAKING_VERBS.fr)}|rendu(?=[^.]{0,30} (?:sa|son|ses) (?:décision|avis|arrêt|verdict|rapport)))(?!\p{L})`,
        'dgui',
      ),
      within: 1500,
    },
    {
      rule: 'fr-according-to',
      expression: new RegExp(
        String.raw`(?:selon|d'après|apprend-on auprès du|apprend-on de source du) (?:le |la |l'|(?:une?|des|les|le|la|l') ?(?:note|données|chiffres|source|document|rapport|bulletin|déclaration|enquête|étude)s? ${OF})?${FR_BODY}`,
        'dgui',
      ),
      within: 1500,
    },
    {
      rule: 'fr-spokesman-of',
      expression: new RegExp(
        String.raw`(?<!\p{L})porte-parole (?:adjointe? |officiel(?:le)? )?${OF}${FR_BODY}`,
        'dgui',
      ),
      within: 800,
    },
    {
      rule: 'fr-minister-of-ministry',
      isQuotation: true,
      expression:
        /(?<body>ministre (?:des|de l'|de la|du|de) ?\p{L}[\p{L}' -]{2,60}?)(?=[,.]| \p{Lu}\p{Ll}+ \p{Lu}| a )(?=[\s\S]{0,3000}(?:communiqué|déclare|indique|annonce|précise|souligne)[^.]{0,30} (?:du|le) (?:même )?(?:ministère|département)[,. ])/dgiu,
      name: ministryFromMinister,
    },
  ],
  ar: [
    {
      rule: 'ar-note-verbale',
      expression: new RegExp(`(?:^|\\n)[^\\p{L}\\n]*تهدي ${AR_BODY}`, 'dgu'),
      within: 600,
    },
    {
      rule: 'ar-statement-from',
      isQuotation: true,
      expression: new RegExp(
        `${STATEMENT}(?: صحفي)? (?:(?:صادر[اةه]*|اصدرته|اصدره|نشرته|نشره)? ?(?:عن|من)? ?|صادر[اةه]* [^.،:\\n]{1,40}? عن )${AR_BODY}`,
        'dgu',
      ),
    },
    {
      rule: 'ar-statement-of',
      isQuotation: true,
      expression: new RegExp(`${STATEMENT}(?: صحفي)? ل${AR_BODY}`, 'dgu'),
    },
    {
      rule: 'ar-statement-of-the',
      isQuotation: true,
      expression: new RegExp(
        `${STATEMENT}(?: صحفي)? لل${AR_BODY.replace('(?<body>(?:', `(?<body>(?:${BARE_AR_HEADS}|`)}`,
        'dgu',
      ),
      name: (words) => (words.startsWith('ال') ? words : `ال${words}`),
    },
    {
      rule: 'ar-lead-authority',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:عقد|يعقد|انعقد|التام|ترأس|تراس|افتتح|صادق|وافق|اقر) (?<body>مجلس (?:الوزراء|الحكومة|النواب|المستشارين|الشورى|الشوري|الامن|الامة)|المجلس (?:الوزاري|الحكومي|الدستوري))(?!\p{L})`,
        'dgu',
      ),
      within: 400,
    },
    {
      rule: 'ar-in-statement',
      isQuotation: true,
      expression: new RegExp(
        `(?<!\\p{L})[وف]?(?:${patternFromWords(SPEAKING_VERBS.ar)}) ${AR_STATE_HEAD}${AR_BODY}[،,]? في (?:بلاغ|بيان)`,
        'dgu',
      ),
    },
    {
      rule: 'ar-lead-speaks',
      isQuotation: true,
      expression: new RegExp(
        String.raw`^(?:[^\n]{0,60}?[-–—:/)] ?)?[^\p{L}\n]*(?:(?:رحبت?|نددت?|اشادت?|نوهت?) ${AR_STATE_HEAD}${AR_BODY_GREETING}|(?:ا?دانت?|اعربت?|عبرت?|استنكرت?|شجبت?|حذرت?|نفت|نفي|جددت?) ${AR_STATE_HEAD}${AR_BODY})`,
        'dgu',
      ),
    },
    {
      rule: 'ar-spokesman-of',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:المتحدث(?:ه|ة)?|الناطق(?:ه|ة)?)(?: (?:الرسمي|الاعلامي)(?:ه|ة)?)? (?:باسم |ل)(?:ال[اأ]مين العام ل)?${AR_SHORT_BODY}`,
        'dgu',
      ),
      within: 600,
    },
    {
      rule: 'ar-subject-announces',
      expression: new RegExp(
        `(?<!\\p{L})(?:و|ف)?(?:(?:رحبت?|ترحب|نددت?|تندد|اشادت?|تشيد|نوهت?|تنوه|طالبت?) ${AR_BODY_GREETING}|(?:${patternFromWords(SPEAKING_VERBS.ar)}) ${AR_BODY})`,
        'dgu',
      ),
      within: 1500,
    },
    {
      rule: 'ar-the-ministry',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?<!\p{L})[ولب]{0,2}(?<body>وزارة ال\p{Script=Arabic}+(?: و?ال\p{Script=Arabic}+){0,5})(?=[\s\S]{0,3000}(?:بلاغ|بيان)[^.]{0,20}(?:للوزارة|عن الوزارة|الوزارة))`,
        'dgu',
      ),
      within: 1500,
    },
    {
      rule: 'ar-minister-of-ministry',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?<!\p{L})[ولب]?(?<body>وزير(?:ة)? (?:ال)\p{Script=Arabic}+(?: و?ال\p{Script=Arabic}+){0,4}?)(?=[،,.]| (?:السيد|السيدة|معالي|الدكتور)|(?= (?!و?ال)\p{Script=Arabic}+ ))(?=[\s\S]{0,3000}(?:بلاغ|بيان)[^.]{0,20}(?:للوزارة|عن الوزارة|الوزارة))`,
        'dgu',
      ),
      name: ministryFromMinister,
    },
  ],
  en: [
    {
      rule: 'en-note-verbale',
      expression: new RegExp(
        String.raw`[Tt]he (?:${EN_QUALIFIED_BODY}|${EN_NAMED_BODY.replace('?<body>', '?<acting>')}) presents its compliments`,
        'dgu',
      ),
      within: 600,
    },
    {
      rule: 'en-statement-by',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?:statement|communiqué|press release) (?:from|by|of|issued by|released by) (?:the )?${EN_QUALIFIED_BODY}`,
        'dgu',
      ),
    },
    {
      rule: 'en-statement-by-named',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?:statement|communiqué|press release) (?:from|by|of|issued by|released by) (?:the )?${EN_NAMED_BODY}`,
        'dgu',
      ),
    },
    {
      rule: 'en-in-statement',
      isQuotation: true,
      expression: new RegExp(
        String.raw`[Ii]n an? (?:joint |press |news |written |official )?(?:statement|communiqué|release)[^.;\n]{0,60}?, (?:the )?(?:${EN_QUALIFIED_BODY}|${EN_NAMED_BODY.replace('?<body>', '?<acting>')})${ACRONYM} (?:has |have )?(?:also |strongly |firmly )?${EN_SAID}`,
        'dgu',
      ),
    },
    {
      rule: 'en-lead-speaks',
      isQuotation: true,
      expression: new RegExp(
        String.raw`^(?:[^\n]{0,60}? ?(?:[–—-]{1,3}|:) ?)?[^\p{L}\n]*(?:The |the )?(?:${EN_QUALIFIED_BODY}|(?!The )${EN_NAMED_BODY.replace('?<body>', '?<acting>')})${ACRONYM},? (?:today |on \p{Lu}\p{L}+ |yesterday )?(?:has |have )?(?:strongly |firmly |vehemently |categorically )?(?:condemned|condemns|welcomed|welcomes|expressed|expresses|denounced|denounces|deplored|deplores|regretted|reaffirmed|denied|urged|called (?:on|for))(?!\p{L})`,
        'dgu',
      ),
    },
    {
      rule: 'en-body-said-in-statement',
      isQuotation: true,
      expression: new RegExp(
        String.raw`${EN_BODY} (?:said|says|announced|stated)(?:,? (?:today|yesterday|on \p{Lu}\p{L}+))? in a (?:joint |press |news |written )?(?:statement|communiqué|communique|release)`,
        'dgu',
      ),
    },
    {
      rule: 'en-body-said',
      expression: new RegExp(
        String.raw`${EN_BODY}${ACRONYM}(?:,? (?:today|yesterday|on \p{Lu}\p{L}+))?,? (?:has |have )?(?:also |strongly |firmly |today )?${EN_SAID}`,
        'dgu',
      ),
      within: 1500,
    },
    {
      rule: 'en-named-body-said',
      isQuotation: true,
      expression: new RegExp(
        String.raw`(?:[Tt]he (?:members of the )?|\p{Lu}\p{L}+'s? )${EN_NAMED_BODY}${ACRONYM}(?:,? (?:today|yesterday|on \p{Lu}\p{L}+))?,? (?:has |have )?(?:also |strongly |firmly |today )?${EN_SAID}`,
        'dgu',
      ),
      within: 1500,
    },
    {
      rule: 'en-the-body-said',
      isQuotation: true,
      expression: new RegExp(
        String.raw`[Tt]he ${EN_BODY}(?=[^\n]{0,600}? the (?:ministry|department|office|embassy|commission|council|agency) (?:said|added|stated|announced|noted))`,
        'dgu',
      ),
      within: 1500,
    },
    {
      rule: 'en-minister-of-ministry',
      isQuotation: true,
      expression:
        /(?<body>Minister (?:of|for) (?:the )?\p{Lu}\p{L}+(?: (?:and|of|\p{Lu}\p{L}+(?= (?:and|of|Affairs|Cooperation))|Affairs|Cooperation)(?: \p{Lu}\p{L}+)?){0,3}?)(?= \p{Lu}|,)(?=[\s\S]{0,3000}the ministry (?:said|announced|added|stated))/dgu,
      name: ministryFromMinister,
    },
  ],
}
