import { analyse } from '../../../shared/text/analyse.ts'
import type { Word } from '../../../shared/text/analyse.ts'
import { stemArabic } from '../../../shared/text/stem-arabic.ts'
import { stemFrench } from '../../../shared/text/stem-french.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { fitPassage } from './fit-passage.ts'
import { likelyVersions, weighForms } from './likely-versions.ts'
import { isSmallWord } from './small-words.ts'
import type { Steps } from './steps.ts'

/** A passage near to a formula: words `first` to `last` of a text, both included. */
export interface FoundWording {
  readonly version: number
  readonly text: string
  readonly words: readonly Word[]
  readonly stems: readonly string[]
  readonly first: number
  readonly last: number
  /** 1 for the same words, 0 for none of them. */
  readonly likeness: number
}

/** Wordings with fewer of the telling words than this are not read. */
const LEAST_SHARE = 0.4
const MOST_READ = 4000
/** Texts read between two steps. */
const READ_AT_ONCE = 100
const SMALL_WEIGHT = 0.15
const COMMON_WEIGHT = 0.7
/** Less of a formula than this and what is found is only a piece of it. */
const LEAST_HELD = 0.57
const LEAST_WORDS = 0.6
/** Of a word put into a formula, and of one put in the place of another beside its loss. */
const INSERTED = 0.22
const REPLACED = 0.3

/**
 * The passages of any wording of the archive that hold most of a formula, and whose mean
 * likeness to it, and its to them, is at least `least`: what was shortened is as near as what was
 * lengthened.
 */
export function* findWordings(
  db: ReadableArchive,
  formula: string,
  least: number,
): Steps<readonly FoundWording[]> {
  const forms = analyse(formula).map(({ form }) => form)
  const counted = db.prepare<{ total: number }>('SELECT count(*) AS total FROM version').get()
  const weighed = weighForms(db, forms, { widened: true, total: counted?.total ?? 0 })
  const weightByForm = new Map(weighed.map(({ form, weight }) => [form, weight]))
  const weightOfForm = (form: string): number =>
    isSmallWord(form) ? SMALL_WEIGHT : (weightByForm.get(form) ?? COMMON_WEIGHT)
  const wording = db.prepare<{ text: string }>('SELECT text FROM version WHERE seq = ?')
  yield
  const found: FoundWording[] = []
  const likely = likelyVersions(weighed, { share: LEAST_SHARE, limit: MOST_READ })
  for (const [index, version] of likely.entries()) {
    if (index % READ_AT_ONCE === READ_AT_ONCE - 1) yield
    const { text = '' } = wording.get(version) ?? {}
    for (const fit of fitsIn(text, forms, weightOfForm, least))
      found.push({ ...fit, version, text })
  }
  return found
}

type Fitted = Omit<FoundWording, 'version' | 'text'>

function fitsIn(
  text: string,
  forms: readonly string[],
  weightOfForm: (form: string) => number,
  least: number,
): readonly Fitted[] {
  const words = analyse(text)
  const stems = words.map(({ form }) => stemOf(form))
  const ids = new Map<string, number>()
  const idOf = (stem: string): number => {
    const id = ids.get(stem) ?? ids.size
    ids.set(stem, id)
    return id
  }
  const passage = Int32Array.from(forms, (form) => idOf(stemOf(form)))
  const weights = forms.map(weightOfForm)
  const own = Int32Array.from(stems, idOf)
  const fits = sentencesOf(text, words).flatMap((sentence) =>
    fitsWithin(passage, own.subarray(sentence.first, sentence.last + 1), weights, LEAST_HELD).map(
      (fit) => ({ ...fit, first: fit.first + sentence.first, last: fit.last + sentence.first }),
    ),
  )
  return fits.flatMap(({ first, last, likeness }) => {
    if (last - first + 1 < LEAST_WORDS * forms.length) return []
    const within = words.slice(first, last + 1).map(({ form }) => weightOfForm(form))
    const [back] = fitsWithin(own.subarray(first, last + 1), passage, within, 0)
    const both = (likeness + (back?.likeness ?? 0)) / 2
    return both < least ? [] : [{ words, stems, first, last, likeness: both }]
  })
}

/** No formula goes from one sentence into the next. A short word before a full stop is cut short. */
function sentencesOf(
  text: string,
  words: readonly Word[],
): readonly { readonly first: number; readonly last: number }[] {
  const sentences: { first: number; last: number }[] = []
  let first = 0
  for (let at = 1; at <= words.length; at++) {
    const [before, after] = [words[at - 1], words[at]]
    if (before === undefined) break
    const between = after === undefined ? '\n' : text.slice(before.end, after.start)
    const ends = /\n|[!?؟…]/u.test(between) || (/\.\s/u.test(between) && before.form.length > 2)
    if (!ends) continue
    sentences.push({ first, last: at - 1 })
    first = at
  }
  return sentences
}

function fitsWithin(
  passage: Int32Array,
  text: Int32Array,
  weights: readonly number[],
  least: number,
): readonly { readonly first: number; readonly last: number; readonly likeness: number }[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const costs = {
    leave: (index: number) => weights[index] ?? 0,
    replace: REPLACED,
    insert: INSERTED,
  }
  return fitPassage(passage, text, costs, (1 - least) * total).map(({ first, last, cost }) => ({
    first,
    last,
    likeness: 1 - cost / total,
  }))
}

/** Verbs of a formula change tense, which light stemming leaves alone. */
const TENSES = /(?:er(?:aient|ait|ont|a)|aient|ait|ant|ent|ons|er)$/u

function stemOf(form: string): string {
  if (/\p{Script=Arabic}/u.test(form)) return stemArabic(form)
  const stem = stemFrench(form)
  const without = stem.replace(TENSES, '')
  return without.length < 4 ? stem : without
}
