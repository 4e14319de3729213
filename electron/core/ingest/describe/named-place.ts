import {
  MEETING_WORDS,
  NOT_PLACES,
  NOT_THERE,
  OTHER_TIMES,
  PLACES,
  SEAT_NOUNS,
  SITES,
  VISITS,
} from '../rules/places.ts'
import { FUTURE_CUES } from '../rules/calendar-words.ts'
import { NOT_NAMES } from '../rules/roles.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { isCountryName } from './countries.ts'
import type { FoundDate } from './dates/found-date.ts'
import { readDates } from './dates/read-dates.ts'
import type { DescribedDate, DescribedPerson } from './description.ts'
import { leadOf } from './lead.ts'
import { candidateFromSpan, cleanValue, evidenceFromSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

/** What is known of the event whose place is looked for. */
export type EventContext = {
  readonly event: DescribedDate | null
  readonly persons: readonly DescribedPerson[]
}

type Told = 'fr' | 'en' | 'ar'

/**
 * Proposes the place printed directly beside the day of the event: "lundi à X", "in X last
 * Wednesday", "يوم الخميس، مدينة X". No list of places is asked: the preposition, the capital
 * and the day make the place. A person, a country or an institution is none.
 */
export function proposeDatedPlace(sources: Sources, context: EventContext): Candidate | null {
  const { language } = sources
  if (language === 'und') return null
  const lead = leadOf(sources.text.text)
  const date = eventExpression(sources, lead, context.event)
  if (date === undefined) return null
  const after = AFTER_DATE[language].exec(lead.slice(date.end))
  const before = BEFORE_DATE[language].exec(lead.slice(0, date.start))
  for (const [match, offset] of [
    [after, date.end],
    [before, 0],
  ] as const) {
    const span = match?.indices?.groups?.['place']
    if (span === undefined) continue
    const [start, end] = [offset + span[0], offset + span[1]]
    if (isPlaceName(lead.slice(start, end), language, context))
      return candidateFromSpan(sources, 'dated-place', [start, end])
  }
  return null
}

/** The words that date the event; of a text without day of publication, its first weekday. */
function eventExpression(
  sources: Sources,
  lead: string,
  event: DescribedDate | null,
): FoundDate | undefined {
  const dates = readDates(
    { ...sources.text, text: lead },
    { reference: event?.relativeTo ?? null, monthMayComeFirst: false },
  )
  const eventAt = event?.evidence?.start
  return event === null
    ? dates.find(({ form }) => form === 'relative')
    : dates.find(({ start }) => sources.text.starts[start] === eventAt)
}

/**
 * Proposes the place a meeting of the first paragraph was held at ("s'est réuni à X"); where the
 * event has a day, only in its sentence.
 */
export function proposeMeetingPlace(sources: Sources, context: EventContext): Candidate | null {
  const { language } = sources
  if (language !== 'fr' && language !== 'en') return null
  const [paragraph = ''] = leadOf(sources.text.text).split('\n', 1)
  const named = [...paragraph.matchAll(MEETING[language]), ...paragraph.matchAll(VISITED[language])]
  for (const match of named) {
    const span = match.indices?.groups?.['place']
    if (span === undefined || FUTURE.test(match[0])) continue
    if (isElsewhere(paragraph.slice(0, span[0]), language)) continue
    if (isOfOtherMeeting(sources, context.event, { match, span, paragraph })) continue
    if (isPlaceName(paragraph.slice(...span), language, context))
      return candidateFromSpan(sources, 'meeting-place', span)
  }
  return null
}

type NamedMeeting = {
  readonly match: RegExpExecArray
  readonly span: readonly [number, number]
  readonly paragraph: string
}

/** True for words that ask one to stay away from the place they lead to, or tell of what is yet to be there. */
export const isElsewhere = (before: string, language: Told): boolean =>
  ELSEWHERE[language].test(before)

const nowhere = (language: Told): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})${foldForReading(NOT_THERE[language])}(?!\p{L})[^.!?؟,;:()\n]{0,60}$`,
    'iu',
  )
const ELSEWHERE = { fr: nowhere('fr'), en: nowhere('en'), ar: nowhere('ar') }

const isOfOtherMeeting = (
  sources: Sources,
  event: DescribedDate | null,
  { match, span, paragraph }: NamedMeeting,
): boolean =>
  isDatedLater(sources, paragraph.slice(span[1], span[1] + 30)) ||
  isDatedOtherwise(sources, event, match) ||
  isApart(sources, event, span)

/** "Lors de son déplacement du 6 mai à X": a day within the words that is not that of the event. */
function isDatedOtherwise(
  { text }: Sources,
  event: DescribedDate | null,
  { 0: words, index }: RegExpExecArray,
): boolean {
  const eventAt = event?.evidence?.start
  const dates = readDates({ ...text, text: words }, { reference: null, monthMayComeFirst: false })
  return dates.some(
    ({ start, form }) => form !== 'relative' && text.starts[index + start] !== eventAt,
  )
}

/** True where a sentence ends between the day of the event and the place. */
function isApart(
  { text }: Sources,
  event: DescribedDate | null,
  [start, end]: readonly [number, number],
): boolean {
  const eventAt = event === null ? -1 : text.starts.indexOf(event.evidence?.start ?? -1)
  if (eventAt < 0) return false
  return /[.!?] /u.test(text.text.slice(Math.min(eventAt, start), Math.max(eventAt, end)))
}

/** What begins with a time that is not that of the event. */
export const OTHER_TIME = new RegExp(`^,? (?:${OTHER_TIMES.join('|')})(?!\\p{L})`, 'iu')

/** A full date, another week or a future word after the place dates another meeting than the one reported. */
const isDatedLater = (sources: Sources, words: string): boolean =>
  FUTURE.test(words) ||
  OTHER_TIME.test(words) ||
  readDates({ ...sources.text, text: words }, { reference: null, monthMayComeFirst: false }).some(
    ({ form }) => form === 'full',
  )

/** Proposes the place a title tells of, where the text names it as a place too. */
export function proposeTitlePlace(sources: Sources, context: EventContext): Candidate | null {
  const { language, preamble } = sources
  if (language !== 'fr' && language !== 'en') return null
  const title = foldForReading(sources.title)
  const at = preamble.text.indexOf(title)
  if (title === '' || at < 0) return null
  const named = [...title.matchAll(MEETING[language]), ...title.matchAll(KNOWN_IN_TITLE[language])]
  for (const match of named) {
    const span = match.indices?.groups?.['place']
    if (span === undefined || isSeat(title.slice(0, span[0]), language)) continue
    const name = title.slice(...span)
    if (!isPlaceName(name, language, context)) continue
    if (!isNamedInText(sources.text.text, name, language)) continue
    const evidence = evidenceFromSpan('preamble', preamble, at + span[0], at + span[1])
    const value = cleanValue(evidence.quote)
    return { value, rule: 'title-place', settlement: 'unconfirmed', evidence }
  }
  return null
}

const isNamedInText = (text: string, name: string, language: 'fr' | 'en'): boolean =>
  (language === 'fr' ? [`à ${name}`, `À ${name}`] : [`in ${name}`, `In ${name}`]).some((words) =>
    text.includes(words),
  )

function isPlaceName(name: string, language: Told, { persons }: EventContext): boolean {
  const words = name.split(/[ ]/u)
  if (KNOWN[language].has(name)) return true
  if (isCountryName(name, language) || words.some((word) => NOT_PLACE_WORDS.has(word))) return false
  if (/^\p{Lu}{2,5}$/u.test(name) || words.every((word) => /^\p{Lu}\.?$/u.test(word))) return false
  return !persons.some((person) =>
    foldForReading(person.name)
      .split(' ')
      .includes(words[0] ?? ''),
  )
}

const knownNames = (language: Told): ReadonlySet<string> =>
  new Set(PLACES[language].map(foldForReading))
const KNOWN = { fr: knownNames('fr'), en: knownNames('en'), ar: knownNames('ar') }
const NOT_PLACE_WORDS: ReadonlySet<string> = new Set(
  [...NOT_NAMES, ...NOT_PLACES].map(foldForReading),
)
const FUTURE = new RegExp(String.raw`(?<!\p{L})(?:${patternFromWords(FUTURE_CUES)})(?!\p{L})`, 'iu')

/** One to three capitalised words, all of them: a fourth makes it a title or a person. */
const LATIN_NAME = String.raw`(?<place>\p{Lu}[\p{L}'-]*\p{L}(?:[ -](?:(?:de|du|des|la|le|el|al|of|sur|sous)[ -])?\p{Lu}[\p{L}'-]*\p{L}){0,2})(?![\p{L}'-]| \p{Lu})`
const AR_WORD = String.raw`[\p{Script=Arabic}]{2,}`
/** Words that begin a name of two: "أم سدرة", "سيدي بوزيد". */
const AR_FIRST = 'بن|ابن|بني|ام|ابو|ابي|سيدي|عين|اولاد|دار|ذي|بئر|قصر|راس|جبل|تل|واد|وادي|رام'
/** One word, or two definite ones: the next word may be a verb or a complement. */
const AR_NAME = String.raw`(?<place>(?:${AR_FIRST}) ${AR_WORD}|ال${AR_WORD} ال${AR_WORD}|(?!الملك |الامير |الامم )${AR_WORD})(?!\p{L})`

const AFTER_DATE: Readonly<Record<Told, RegExp>> = {
  fr: new RegExp(
    String.raw`^(?: (?:matin|soir|après-midi|dernier))?,? (?:à|dans la ville de) ${LATIN_NAME}`,
    'du',
  ),
  en: new RegExp(
    String.raw`^,? (?:at (?:his|her|their|the) \p{Ll}+ )?(?:in|in the city of) ${LATIN_NAME}`,
    'du',
  ),
  ar: new RegExp(String.raw`^(?: الماضي| المنصرم)?[،,]? (?:في |ب)?مدينة ${AR_NAME}`, 'du'),
}

const BEFORE_DATE: Readonly<Record<Told, RegExp>> = {
  fr: new RegExp(
    String.raw`(?<!\p{L})(?:[àÀ]|dans la ville de) ${LATIN_NAME},? (?:ce |le |les |du )?$`,
    'du',
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})(?:[Ii]n|in the city of) ${LATIN_NAME},? (?:on |this )?$`,
    'du',
  ),
  ar: new RegExp(String.raw`(?:في |ب|(?<!\p{L}))مدينة ${AR_NAME}[،,]? (?:في )?(?:يوم )?$`, 'du'),
}

const MEETING = {
  fr: new RegExp(
    String.raw`(?<!\p{L})(?:${MEETING_WORDS.fr})(?!\p{L})(?:(?!(?<!\p{L})(?:${MEETING_WORDS.fr})(?!\p{L}))[^.,;:()«»"\n]){0,60}? à ${LATIN_NAME}`,
    'dgu',
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})(?:${MEETING_WORDS.en})(?!\p{L})(?:(?!(?<!\p{L})(?:${MEETING_WORDS.en})(?!\p{L}))[^.,;:()«»"\n]){0,60}? in ${LATIN_NAME}`,
    'dgu',
  ),
}

/** "à l'issue du sommet de X": what is told of was there. */
const GATHERINGS =
  "(?:[Ll]ors du|[Aa]u|[Àà] l'issue du|[Àà] l'occasion du|[Ee]n marge du) (?:sommet|forum|congrès|salon)|(?:[Ll]ors de la|[Àà] la|[Àà] l'issue de la|[Ee]n marge de la) [Cc]onférence"

/** "a visité le port de X", "toured the camp of X" */
const VISITED = {
  fr: new RegExp(
    String.raw`(?<!\p{L})(?:${VISITS.fr})(?!\p{L})[^.,;:()«»"\n]{0,40}? (?:${SITES.fr})(?: \p{Ll}[\p{L}-]*){0,2}? (?:de |d')${LATIN_NAME}|(?<!\p{L})(?:${GATHERINGS}) (?:de |d')${LATIN_NAME}`,
    'dgu',
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})(?:${VISITS.en})(?!\p{L})[^.,;:()«»"\n]{0,40}? (?:${SITES.en}) (?:of|in|at) ${LATIN_NAME}`,
    'dgu',
  ),
}

/** A known place in a title, after the preposition of where. */
const KNOWN_IN_TITLE = {
  fr: new RegExp(
    String.raw`(?<!\p{L})[àÀ] (?<place>${patternFromWords(PLACES.fr)})(?!\p{L})`,
    'dgu',
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})[Ii]n (?<place>${patternFromWords(PLACES.en)})(?!\p{L})`,
    'dgu',
  ),
}

/** "L'ambassadeur de France à Rabat": the place of an office is not that of what it does. */
const isSeat = (before: string, language: 'fr' | 'en'): boolean => SEATS[language].test(before)
const SEATS = {
  fr: new RegExp(String.raw`(?<!\p{L})${SEAT_NOUNS.fr}(?!\p{L})[^,;:()]{0,45}$`, 'iu'),
  en: new RegExp(String.raw`(?<!\p{L})${SEAT_NOUNS.en}(?!\p{L})[^,;:()]{0,45}$`, 'iu'),
}
