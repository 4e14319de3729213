import { HONORIFICS, NAME_PARTICLES, NOT_NAMES, ROLE_HEADS } from '../rules/roles.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { foldForReading } from '../text/reading-copy.ts'

/** One way a person is named. Named groups: name, and role where it is printed beside it. */
export type PersonPattern = {
  readonly rule: string
  readonly expression: RegExp
  /** The name may be one word: only one person bears such a role. */
  readonly isShort?: boolean
}

const SPACE = '[ \\u00A0]'
const particles = patternFromWords(NAME_PARTICLES)
const notNames = patternFromWords(NOT_NAMES)
/** A capitalised word that may be of a name; the rules of roles then reach on to the next one. */
const capital = String.raw`(?!(?:${notNames})(?![\p{L}'’-]))\p{Lu}[\p{L}'’-]*\p{L}|\p{Lu}\.`
/** Two to five capitalised words, with particles between them. */
const NAME = String.raw`(?<name>(?:${capital})(?:${SPACE}(?:(?:${particles})${SPACE}(?!MM?\.|Mme))?(?:${capital})){1,4})(?!\p{L})`

const OTHER_NAME = NAME.replace('?<name>', '?:')

/** The first words of roles; those in lower case may be printed with capitals. */
const headsOf = (language: 'fr' | 'en' | 'ar'): string =>
  ROLE_HEADS[language]
    .map(foldForReading)
    .map((head) =>
      head.replace(
        /(?<=^|[ -])\p{Ll}/gu,
        (letter) => `[${letter}${letter.toLocaleUpperCase('fr')}]`,
      ),
    )
    .join('|')

const frHonorific = patternFromWords(HONORIFICS.fr)
const FR_COURTESY = String.raw`(?:(?:${frHonorific}),?${SPACE}(?:le${SPACE})?)*`
/** A role: its first word, then complements up to twelve words, commas only before another role. */
const FR_COMPLEMENT = String.raw`(?:${SPACE}(?!(?:a|ont|est|sont|était|étaient|sera|qui|remplacement)(?!\p{L}))(?:[dl]'|qu')?[\p{L}][\p{L}'’-]*(?:,(?= (?:de|du|des|et|chargée?)(?!\p{L})))?){0,14}?`
const FR_ROLE = String.raw`(?<role>(?:[Aa]ncien(?:ne)?${SPACE}|[Ee]x-)?(?:(?:${headsOf('fr')})(?!\p{L}|${SPACE}\p{Lu}\p{Ll}[\p{L}'-]*${SPACE}\p{Lu}\p{Ll})${FR_COMPLEMENT},${SPACE}(?:et${SPACE})?(?:le${SPACE}|la${SPACE}|l')?)?(?:${headsOf('fr')})(?!\p{L})${FR_COMPLEMENT})`
const FR_ARTICLE = String.raw`(?:[Ll]es?${SPACE}|[Ll]a${SPACE}|[Ll]'|[Dd]u${SPACE}|[Aa]u${SPACE}|[Dd]es${SPACE})`
const FR_END = String.raw`(?=[,.;:)»"\n]|${SPACE}(?:a|ont|est|sont|qui|avec|pour|s'est|lors|se|ce)(?!\p{L})|$)`

const enHonorific = patternFromWords(HONORIFICS.en)
const EN_ROLE = String.raw`(?<role>(?:[Ff]ormer${SPACE})?(?:${headsOf('en')})(?:${SPACE}(?:of|for|to)${SPACE}(?:the${SPACE})?\p{Lu}[\p{L}-]+(?:${SPACE}(?:and|of|to|for|the|&|\p{Lu}[\p{L}-]+)){0,6})??)`
const EN_TITLES = String.raw`(?:\p{Lu}[\p{L}.-]+${SPACE}){0,3}?`

const arHonorific = patternFromWords(HONORIFICS.ar)
const arWord = String.raw`[\u0621-\u064A]{2,}`
const AR_COURTESY = String.raw`(?:(?:${arHonorific})(?:${SPACE}|/|${SPACE}/${SPACE}))*`
const AR_ROLE = String.raw`(?<role>(?:${headsOf('ar')})(?!\p{L})(?:${SPACE}(?:لل?|و|ب)?(?:ال)?${arWord}){0,6}?)`
/** Two to four words; after a role without comma or courtesy the first is not a definite noun. */
const AR_FIRST = String.raw`(?!(?:${arHonorific})(?!\p{L}))(?!وال|لل|بال|فال|بن |ابن |باسم )${arWord}`
const AR_NAME = String.raw`(?<name>${AR_FIRST}(?:${SPACE}(?:(?:بن|ابن|بنت|ابو|بو|عبد|ال|ولد)${SPACE})?${AR_FIRST}){1,3}?)`
const AR_JOIN = String.raw`(?:${SPACE}?[،,]${SPACE}?${AR_COURTESY}|${SPACE}(?:(?:${arHonorific})(?:${SPACE}|/|${SPACE}/${SPACE}))+|${SPACE}(?!ال))`
const AR_END = String.raw`(?=[،,.:؛)"»\n]|${SPACE}(?:اليوم|امس|علي|الي|ان|في|خلال|صباح|مساء|عن|مع|من|بعد|قبل|حول|الذي|التي|يوم|لدي|عقب|بمناسبة|ناقشا|بخصوص|حيث|كل|اثر|رئيس|وزير|مشاريع|سير|عددا|اعمال|اشغال|مراسم|جلسه|جلسة|اجتماع|اجتماعا|حفل|فعاليات|نتائج|واقع|زيارة|مدينة|منطقة|اتصالا|رسالة|وفدا|مكالمة|محادثات|مباحثات|لقاء|جلسة|كلمة|اتفاقية|مذكرة)(?!\p{L})|${SPACE}(?:و|ب|ل|ف)\p{L}|$)`

/** Ways of naming persons, the most telling first: role before the name, after it, courtesy only. */
export const PERSON_PATTERNS: Readonly<Record<'fr' | 'en' | 'ar', readonly PersonPattern[]>> = {
  fr: [
    {
      rule: 'fr-role-name',
      expression: new RegExp(
        String.raw`(?<!\p{L})${FR_ARTICLE}?${FR_ROLE}(?<![ '](?:de|du|des|d|la|le|les|l|et|à|au|aux|en)'?)${SPACE}?,?${SPACE}${FR_COURTESY}${NAME}`,
        'dgu',
      ),
    },
    {
      rule: 'fr-name-role',
      expression: new RegExp(
        String.raw`(?<!\p{L})${FR_COURTESY}${NAME}${SPACE}?[,(]${SPACE}?(?:(?:\d+ ans|nouve(?:au|lle)|actuel(?:le)?),?${SPACE})?${FR_ARTICLE}?${FR_ROLE}${FR_END}`,
        'dgu',
      ),
    },
    {
      rule: 'fr-name-appointed',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?!(?:${frHonorific})${SPACE})${NAME} (?:a été |est |était |vient d'être )?(?:nommée?|élue?|désignée?|promue?|réélue?) (?:au poste de |comme |à la fonction de )?(?:nouve(?:au|l|lle) )?${FR_ROLE}${FR_END}`,
        'dgu',
      ),
    },
    {
      rule: 'fr-signature',
      expression: new RegExp(
        String.raw`\n${FR_COURTESY}${NAME},?\n{1,2}${FR_ARTICLE}?${FR_ROLE}(?=\n|$)`,
        'dgu',
      ),
    },
    {
      rule: 'fr-signature',
      expression: new RegExp(
        String.raw`\n${FR_ARTICLE}?${FR_ROLE}[,:]?\n{1,2}${FR_COURTESY}${NAME}(?=\n|$)`,
        'dgu',
      ),
    },
    {
      rule: 'fr-courtesy-name',
      expression: new RegExp(String.raw`(?<!\p{L})(?:${frHonorific}),?${SPACE}${NAME}`, 'dgu'),
    },
    {
      rule: 'fr-role-surname',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:(?<role>[Pp]résidente?|[Pp]remi(?:er|ère) [Mm]inistre|[Mm]inistre|[Rr]oi|[Rr]eine|[Pp]ape|[Ss]ultan|[ÉéEe]mir|[Cc]hanceli(?:er|ère)|[Aa]mbassad(?:eur|rice))|M\.|Mme)${SPACE}(?<name>(?!(?:${notNames})(?!\p{L}))\p{Lu}[\p{L}'-]{2,}(?:${SPACE}[IVX]+)?)(?![\p{L}'-]|${SPACE}(?:\p{Lu}|(?:de|du|des)${SPACE}))`,
        'dgu',
      ),
      isShort: true,
    },
  ],
  en: [
    {
      rule: 'en-role-name',
      expression: new RegExp(
        String.raw`(?<![\p{L}.])${EN_ROLE}(?:${SPACE}|,${SPACE}(?=(?:${enHonorific})${SPACE}|\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+[,.]))(?:(?:${enHonorific})${SPACE}){0,3}${NAME}`,
        'dgu',
      ),
    },
    {
      rule: 'en-role-and-name',
      expression: new RegExp(
        String.raw`(?<![\p{L}.])${EN_ROLE}${SPACE}${OTHER_NAME}(?:${SPACE}\([^)]{1,12}\))?(?:,${SPACE}${OTHER_NAME})*,?${SPACE}and${SPACE}${NAME}`,
        'dgu',
      ),
    },
    {
      rule: 'en-name-role',
      expression: new RegExp(
        String.raw`(?<!\p{L})${EN_TITLES}(?:(?:${enHonorific})${SPACE})*${NAME},${SPACE}(?:the${SPACE}|a${SPACE})?(?:(?!former)\p{L}+${SPACE})??${EN_ROLE}(?=[,.;)])`,
        'dgu',
      ),
    },
    {
      rule: 'en-signature',
      expression: new RegExp(
        String.raw`\n(?:(?:${enHonorific})${SPACE})*${NAME},?\n{1,2}(?:The${SPACE})?${EN_ROLE}(?=\n|$)`,
        'dgu',
      ),
    },
    {
      rule: 'en-courtesy-name',
      expression: new RegExp(String.raw`(?<!\p{L})(?:${enHonorific})${SPACE}${NAME}`, 'dgu'),
    },
    {
      rule: 'en-role-surname',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:(?<role>President|Prime Minister|Foreign Minister|Foreign Secretary|Secretary|Minister|King|Queen|Pope|Chancellor|Emir|Sultan|Ambassador|Senator)|Mr\.?|Mrs\.?|Ms\.?|Sen\.)${SPACE}(?<name>(?!(?:${notNames})(?!\p{L}))\p{Lu}(?:\p{L}|['-](?=\p{Lu}))*\p{Ll})(?!\p{L}|-|${SPACE}\p{Lu})`,
        'dgu',
      ),
      isShort: true,
    },
  ],
  ar: [
    {
      rule: 'ar-role-name',
      expression: new RegExp(
        String.raw`(?<!\p{L})[وبلف]?${AR_ROLE}${AR_JOIN}${AR_NAME}${AR_END}`,
        'dgu',
      ),
    },
    {
      rule: 'ar-name-appointed',
      expression: new RegExp(
        String.raw`(?<!\p{L})(?:تعيين|عين|عينت|تكليف|كلف|انتخاب|انتخب|تسمية|سمي|تنصيب)${SPACE}${AR_COURTESY}${AR_NAME}${SPACE}(?:في منصب${SPACE}|بصفته${SPACE}|ك)?(?<role>(?:رئيسا|رئيسة|مديرا|مديرة|وزيرا|وزيرة|سفيرا|سفيرة|امينا عاما|امينة عامة|واليا|محافظا|مستشارا|مستشارة|ناطقا|كاتبا عاما|مفوضا|قائدا|عميدا|مندوبا|ممثلا|قنصلا)(?:${SPACE}(?!خلفا|اعتبارا|ابتداء|بدلا|الذي|التي)(?:لل?|و|ب)?(?:ال)?${arWord}){0,6}?)(?=[،,.:؛)"»\n]|${SPACE}(?:خلفا|اعتبارا|ابتداء|بدلا|وذلك|الذي|التي|في|منذ|يوم)(?!\p{L})|$)`,
        'dgu',
      ),
    },
    {
      rule: 'ar-head-of-state',
      expression: new RegExp(
        String.raw`(?<!\p{L})[وبلف]?(?<role>رئيس(?:ة)? (?:الجمهورية|الحكومة|الدولة))${SPACE}(?<name>(?!(?:${arHonorific}) )ال(?!${arWord}[ةه] )${arWord}(?:${SPACE}(?:بن${SPACE})?${arWord}){1,2}?)${AR_END}`,
        'dgu',
      ),
    },
    {
      rule: 'ar-name-role',
      expression: new RegExp(
        String.raw`(?<!\p{L})[وبلف]?(?:${arHonorific})${SPACE}/?${SPACE}?${AR_COURTESY}${AR_NAME}${SPACE}?[،,]?${SPACE}?(?=رئيس|وزير|مدير|امين|سفير|محافظ|مستشار|والي|نائب|مندوب|ممثل)${AR_ROLE}${AR_END}`,
        'dgu',
      ),
    },
    {
      rule: 'ar-courtesy-name',
      expression: new RegExp(
        String.raw`(?<!\p{L})[وبلف]?(?:${arHonorific})${SPACE}/?${SPACE}?${AR_COURTESY}${AR_NAME}${AR_END}`,
        'dgu',
      ),
    },
  ],
}
