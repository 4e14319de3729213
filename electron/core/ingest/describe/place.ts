import { AT_A_DISTANCE, EVENT_VERBS, PLACES, SEAT_NOUNS } from '../rules/places.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { foldForReading, readingCopyFromText } from '../text/reading-copy.ts'
import { readDates } from './dates/read-dates.ts'
import type { DescribedDate } from './description.ts'
import { leadOf } from './lead.ts'
import {
  isElsewhere,
  OTHER_TIME,
  proposeDatedPlace,
  proposeMeetingPlace,
  proposeTitlePlace,
} from './named-place.ts'
import type { EventContext } from './named-place.ts'
import { candidateFromSpan, groupSpan } from './sources.ts'
import type { Candidate, Sources } from './sources.ts'

/** A date this close to a place, in the same sentence, says when something was there. */
const NEAR_DATE_UNITS = 40

/**
 * Proposes where the reported event took place: the name beside its day, else a known place of
 * the lead, else the name after a word of meeting in the first paragraph or in the title. A talk
 * over the telephone has none.
 */
export function proposeEventPlace(sources: Sources, context: EventContext): Candidate | null {
  if (isAtADistance(sources)) return null
  return (
    proposeDatedPlace(sources, context) ??
    proposeKnownPlace(sources, context) ??
    proposeMeetingPlace(sources, context) ??
    proposeTitlePlace(sources, context)
  )
}

/**
 * The first known place of the lead that stands beside a date, or after a verb or noun of
 * something that takes place, in the same sentence. A place that is the seat of an embassy, an
 * office or a school is passed over.
 */
function proposeKnownPlace(sources: Sources, context: EventContext): Candidate | null {
  const { language } = sources
  if (language === 'und') return null
  const lead = leadOf(sources.text.text)
  const dates = readDates(
    { ...sources.text, text: lead },
    { reference: null, monthMayComeFirst: false },
  )
  for (const match of lead.matchAll(EXPRESSIONS[language])) {
    const span = groupSpan(match, 'place')
    if (span === null) continue
    const sentence =
      lead
        .slice(0, match.index)
        .split(/[.!?؟](?= |\n)|\n/u)
        .at(-1) ?? ''
    const from = match.index - sentence.length
    const isDated = dates.some(
      ({ start, end }) =>
        start >= from &&
        start - span[1] <= NEAR_DATE_UNITS / 2 &&
        match.index - end <= NEAR_DATE_UNITS &&
        !/[.;\n]/u.test(lead.slice(span[1], start)),
    )
    if (isOfOtherTime(lead, span[1], context.event) || leadsElsewhere(sentence, language)) continue
    const isOpening = sentence.trim() === ''
    const isEvent = isDated || isOpening || VERBS[language].test(sentence)
    if (isEvent) return candidateFromSpan(sources, 'event-place', span)
  }
  return null
}

/** A title or a first sentence that tells of a call. */
function isAtADistance({ title, text }: Sources): boolean {
  const [sentence = ''] = leadOf(text.text).split(/[.!?؟](?= |\n)|\n/u, 1)
  return DISTANCE.test(foldForReading(title)) || DISTANCE.test(sentence)
}

const DISTANCE = new RegExp(
  String.raw`(?<!\p{L})[وب]?(?:${AT_A_DISTANCE.map(foldForReading).join('|')})(?!\p{L})`,
  'iu',
)

/** True where the words after a place date something else there: "à Athènes en décembre 2023". */
function isOfOtherTime(lead: string, end: number, event: DescribedDate | null): boolean {
  const after = lead.slice(end, end + 40).split(/[.;\n]/u)[0] ?? ''
  if (OTHER_TIME.test(after)) return true
  const dates = readDates(readingCopyFromText(after), {
    reference: null,
    monthMayComeFirst: false,
  })
  return dates.some(
    ({ start, form, value }) =>
      start <= 8 && form === 'full' && value !== null && event?.value.startsWith(value) !== true,
  )
}

/** True where what stands before a place makes it a seat, an end, a signature or one to stay away from. */
const leadsElsewhere = (sentence: string, language: 'fr' | 'ar' | 'en'): boolean =>
  isElsewhere(sentence, language) ||
  SEATS[language].test(sentence) ||
  SIGNING.test(sentence) ||
  (language === 'fr' && STRETCH.test(sentence))

/** "de Dakar à Saint-Louis": the end of a stretch is no place of its own. */
const STRETCH = new RegExp(
  String.raw`(?<!\p{L})(?:de|d'|depuis) ?(?:${patternFromWords(PLACES.fr)}) $`,
  'u',
)

/** "Fait à Rabat, le …": where a text was signed is not where its event took place. */
const SIGNING = /^\s*(?:Fait|Donné|Signé|Établi|Done|Given|حرر|حررت) ?$/u

const SENTENCE_VERBS = (language: 'fr' | 'ar' | 'en'): RegExp =>
  new RegExp(String.raw`(?<!\p{L})${foldForReading(EVENT_VERBS[language])}(?!\p{L})`, 'iu')

const SEAT = (language: 'fr' | 'ar' | 'en'): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})${foldForReading(SEAT_NOUNS[language])}(?!\p{L})[^,;:()]{0,45}$`,
    'iu',
  )

const VERBS = { fr: SENTENCE_VERBS('fr'), ar: SENTENCE_VERBS('ar'), en: SENTENCE_VERBS('en') }
const SEATS = { fr: SEAT('fr'), ar: SEAT('ar'), en: SEAT('en') }

/** Halls named with their town: "au Centre de conférences … de X". */
const HALLS =
  '[Cc]entre|[Pp]alais|[Hh]ôtel|[Ss]alle|[Ss]tade|[Mm]usée|[Tt]héâtre|[Aa]éroport|[Pp]ort|[Bb]ase|[Mm]airie|[Gg]are|[Pp]arc'

const EXPRESSIONS: Readonly<Record<'fr' | 'ar' | 'en', RegExp>> = {
  fr: new RegExp(
    String.raw`(?<!\p{L})(?:[Àà]|[Aa]u|[Aa]ux|[Dd]epuis|dans la ville de|dans la capitale,|(?:[Aa]u|[Àà] la) (?:${HALLS})(?: [\p{L}'-]+){0,7}? d[eu]|[Àà] l'(?:${HALLS})(?: [\p{L}'-]+){0,7}? d[eu]) (?:la |l')?(?<place>${patternFromWords(PLACES.fr)})(?![\p{L}-])`,
    'dgu',
  ),
  en: new RegExp(
    String.raw`(?<!\p{L})(?:[Ii]n|[Aa]t) (?:the )?(?<place>${patternFromWords(PLACES.en)})(?![\p{L}-])`,
    'dgu',
  ),
  ar: new RegExp(
    String.raw`(?<!\p{L})(?:ب|في |بمدينة |في مدينة |الي مدينة |لمدينة |(?<=(?<!\p{L})زيارة (?:\p{Script=Arabic}+ ){0,3})(?:الي |ل)|بالعاصمة |من )(?<place>${patternFromWords(PLACES.ar)})(?!\p{L})`,
    'dgu',
  ),
}
