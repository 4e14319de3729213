import { GIVEN_NAMES_ARABIC } from '../rules/given-names.ts'
import { BODY_HEADS, BODY_STOPS, SPEAKING_VERBS } from '../rules/issuers.ts'
import { IDAFA_REOPENERS, NOT_NAMES_AR } from '../rules/roles.ts'
import { PLACES } from '../rules/places.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { isCountryName } from './countries.ts'

/**
 * How many units of the words, which begin with a noun like "وزارة" or "رئيس", are its name: a
 * construct closed by a definite noun takes definite words only, so that the first other word
 * ("صدر", "سبق") belongs to the sentence. A word that opens it again ("لحقوق", "في دولة") may follow.
 */
export function constructLength(words: string): number {
  const tokens = words.split(' ')
  let isClosed = DEFINITE.test(tokens[0] ?? '')
  let kept = 1
  for (; kept < tokens.length; kept += 1) {
    const opens = opensPurpose(tokens, kept) || opensSeat(tokens, kept) || opensBody(tokens, kept)
    const step = opens ? 'opens' : stepOf(tokens, kept, isClosed)
    if (step === 'end') break
    if (step !== 'goes-on') isClosed = step === 'closes'
  }
  return tokens.slice(0, kept).join(' ').length
}

function stepOf(
  tokens: readonly string[],
  at: number,
  isClosed: boolean,
): 'closes' | 'opens' | 'goes-on' | 'end' {
  const [before, token, next] = around(tokens, at)
  const isOpened = reopens(before, token, next)
  if (STOPS.has(token)) return isOpened ? 'opens' : 'end'
  if (/^و?لل/u.test(token) && next === 'في') return 'end'
  if (DEFINITE.test(token)) return 'closes'
  if (!isClosed) return closesName(before, token) ? 'closes' : 'goes-on'
  if (isPlaced(token)) return 'goes-on'
  return isOpened ? 'opens' : 'end'
}

/** A country, or the town after the preposition of a seat. */
const closesName = (before: string, token: string): boolean =>
  isCountryName(token, 'ar') || (/^(?:في|لدي)$/u.test(before) && isKnownArabicPlace(token))

/** "الشركة الوطنية لتوزيع المياه": what the body is there for. */
const opensPurpose = (tokens: readonly string[], at: number): boolean =>
  PURPOSEFUL.test(tokens[0] ?? '') &&
  /^ل(?!ل)\p{Script=Arabic}{3,}$/u.test(tokens[at] ?? '') &&
  /^(?:و?ال)\p{Script=Arabic}{2}/u.test(tokens[at + 1] ?? '')

/** "سفارة المملكة … في أنقرة", "سفارة دولة قطر لدى …": the state or the town a mission is sent to. */
const opensSeat = (tokens: readonly string[], at: number): boolean =>
  MISSIONS.test(tokens[0] ?? '') &&
  /^(?:في|لدي)$/u.test(tokens[at] ?? '') &&
  isNamedLand(tokens[at + 1] ?? '')

const MISSIONS = /^(?:ال)?(?:سفارة|قنصلية|بعثة|ممثلية|مفوضية|مندوبية)$/u

const isNamedLand = (token: string): boolean =>
  STATES.test(token) || isKnownArabicPlace(token) || isCountryName(token, 'ar')

/** "الأمانة العامة لجامعة الدول العربية": the body that an organ is of. */
const opensBody = (tokens: readonly string[], at: number): boolean =>
  BODIES.has(/^ل(\p{Script=Arabic}{3,})$/u.exec(tokens[at] ?? '')?.[1] ?? '') &&
  DEFINITE.test(tokens[at + 1] ?? '')

const BODIES: ReadonlySet<string> = new Set(BODY_HEADS.ar.map(foldForReading))

const PURPOSEFUL =
  /^(?:ال)?(?:شركة|وكالة|هيئة|صندوق|ديوان|مكتب|مركز|معهد|منظمة|جمعية|لجنة|مرصد|مؤسسة|بنك|اتحاد|نقابة|مندوبية|ادارة|مديرية|مجلس)$/u

function around(tokens: readonly string[], at: number): readonly [string, string, string] {
  return [tokens[at - 1] ?? '', tokens[at] ?? '', tokens[at + 1] ?? '']
}

const DEFINITE = /^(?:[وفبك]?ال|و?لل)\p{Script=Arabic}{2}/u
const STATES = /^(?:دولة|مملكة|جمهورية|سلطنة|المملكة|الجمهورية)$/u

function reopens(before: string, token: string, next: string): boolean {
  if (REOPENERS.has(token)) return true
  if (token === 'في') return STATES.test(next)
  if (token === 'عن') return before === 'الدفاع'
  const joined = /^و(\p{Script=Arabic}{3,})$/u.exec(token)?.[1]
  return (
    joined !== undefined && !STOPS.has(joined) && !isArabicGivenName(joined) && DEFINITE.test(next)
  )
}

/** True for folded words that name a town of the lists. */
export const isKnownArabicPlace = (words: string): boolean => KNOWN_PLACES.has(words)

/** "بباريس", "بالرباط": the seat of the body. */
const isPlaced = (token: string): boolean =>
  token.startsWith('ب') && isKnownArabicPlace(token.slice(1))

const KNOWN_PLACES: ReadonlySet<string> = new Set(PLACES.ar.map(foldForReading))
const REOPENERS: ReadonlySet<string> = new Set(IDAFA_REOPENERS.map(foldForReading))
const STOPS: ReadonlySet<string> = new Set(
  [...BODY_STOPS.ar, ...SPEAKING_VERBS.ar].map(foldForReading),
)

/** Folded words that no name of a person holds, verbs among them. */
export const NOT_NAME_WORDS_AR: ReadonlySet<string> = new Set([
  ...STOPS,
  ...NOT_NAMES_AR.map(foldForReading),
])

const GIVEN_WORDS: ReadonlySet<string> = new Set(GIVEN_NAMES_ARABIC.map(foldForReading))

/** True for a folded word that is a given name. */
export const isArabicGivenName = (word: string): boolean => GIVEN_WORDS.has(word)
