import path from 'node:path'
import { reanchor } from '../../electron/core/annotations/reanchor/reanchor.ts'
import { alignTexts } from '../../shared/text/align.ts'
import { tokensFromText } from '../../shared/text/align-tokens.ts'
import { selectorFromSpan } from '../../shared/text/anchor.ts'
import type { Span } from '../../shared/text/anchor.ts'
import { VERDICTS, anchoringCase, verdictOn } from '../support/anchoring-cases.ts'
import type { AnchoringCase, Answer, Passage, Verdict } from '../support/anchoring-cases.ts'
import { corpusTexts, hasCorpus } from '../support/corpus-texts.ts'
import { EDITS } from '../support/edits.ts'
import { formulaicText } from '../support/formulaic-texts.ts'
import { randomFromSeed } from '../support/random.ts'
import type { Random } from '../support/random.ts'
import { placeByPosition, placeByQuotation } from '../support/rival-anchoring.ts'
import { verdictLine } from '../support/bench-verdict.ts'
import { measureMerging } from './annotation-merging.ts'
import { measureRendering } from './annotation-rendering.ts'

/**
 * Measures how passages are found again after a text changed, beside the two ways others use, in
 * one run: `node test/bench/annotation.ts [seed…]`. The seeds given by default were not looked at
 * while the rules were made. Silent means placed on other words and not marked to review.
 */
const METHODS = ['aligned', 'quotation', 'position'] as const
type Method = (typeof METHODS)[number]

type Tally = Map<string, Map<Verdict, number>>

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2).map(Number)
  const seeds = asked.length > 0 ? asked : [20_251, 48_611, 90_007]
  if (!hasCorpus) print('corpus absent: invented texts only')
  print(`seeds ${seeds.join(', ')}`)
  measureEdits(seeds)
  measureRealVersions()
  for (const length of [200_000, 1_000_000]) measureScale(length)
  for (const line of measureMerging()) print(line)
  for (const line of await measureRendering()) print(line)
}

/** CPU and not wall time: the figures must not depend on what else the machine does. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function textsFor(seed: number): readonly { readonly group: string; readonly text: string }[] {
  const random = randomFromSeed(seed)
  const invented = (language: 'fr' | 'ar', length: number) => ({
    group: language,
    text: formulaicText(language, random, length),
  })
  const first = corpusTexts('seed/*.txt').map(({ text }) => ({ group: 'first text', text }))
  const real = [
    ...corpusTexts('seedlike/fr-V[357]-*.txt').map(({ text }) => ({ group: 'fr real', text })),
    ...corpusTexts('{seedlike/ar-V[2468]-*,ar/spa/13866*}.txt').map(({ text }) => ({
      group: 'ar real',
      text,
    })),
  ]
  const few = real.toSorted(() => random.below(2) - 0.5).slice(0, 6)
  const longer = [invented('fr', 20_000), invented('fr', 20_000), invented('fr', 60_000)]
  return [...first, ...first, ...few, ...longer, invented('ar', 20_000), invented('ar', 20_000)]
}

function measureEdits(seeds: readonly number[]): void {
  const scores: Scores = {
    verdicts: new Map(),
    spent: new Map(),
    statuses: new Map(),
    wrongWords: 0,
    recurring: 0,
  }
  for (const seed of seeds) {
    const random = randomFromSeed(seed)
    for (const { group, text } of textsFor(seed)) {
      for (const edit of EDITS) {
        const made = anchoringCase(text, edit, random, 60)
        const language = group.startsWith('ar') ? 'ar' : 'fr'
        score(scores, made, [
          'all',
          `language: ${language}`,
          `text: ${group}`,
          `edit: ${edit.name}`,
        ])
      }
    }
  }
  const { verdicts, spent, statuses } = scores
  const cases = sum(verdicts.get('all|aligned')?.values() ?? [])
  print(`\n${cases} passages per method; % right / silent wrong / missed / imprecise`)
  for (const key of new Set([...verdicts.keys()].map((name) => name.split('|')[0] ?? ''))) {
    const cells = METHODS.map(
      (method) => `${method} ${percentages(verdicts.get(`${key}|${method}`))}`,
    )
    print(`${key.padEnd(32)} ${cells.join('   ')}`)
  }
  print(`attached or moved, on different words: ${scores.wrongWords}`)
  const recurring = `${scores.recurring} (${((100 * scores.recurring) / cases).toFixed(3)} %)`
  print(`attached or moved, on the same words elsewhere: ${recurring}; the rest is marked changed`)
  const total = sum(statuses.values())
  const shares = [...statuses].map(([status, n]) => `${status} ${((100 * n) / total).toFixed(1)} %`)
  print(`after a re-issue the officer sees: ${shares.join(', ')}`)
  for (const line of judgeAnchoring(scores, cases)) print(line)
  const aligned = spent.get('aligned') ?? 0
  const ratio = (method: Method): string => ((spent.get(method) ?? 0) / aligned).toFixed(2)
  print(
    `CPU time, alignment included: aligned ${aligned.toFixed(0)} ms; ` +
      `quotation ×${ratio('quotation')}, position ×${ratio('position')}`,
  )
}

/** The bars that anchoring has to clear, by the names that docs/benchmarks.md gives them. */
function judgeAnchoring(
  { verdicts, wrongWords, recurring }: Scores,
  cases: number,
): readonly string[] {
  const share = (key: string, verdict: Verdict): number => {
    const counted = verdicts.get(`${key}|aligned`) ?? new Map<Verdict, number>()
    return (100 * (counted.get(verdict) ?? 0)) / sum(counted.values())
  }
  const right = (name: string, key: string, least: number): string =>
    verdictLine(`${name} right, ${key}, %`, share(key, 'right'), { least })
  return [
    right('A1', 'all', 99),
    ...(hasCorpus ? [right('A1', 'text: first text', 99)] : []),
    right('A1', 'language: fr', 99),
    right('A1', 'language: ar', 99),
    right('A1', 'edit: re-issue', 95),
    verdictLine('A2 silent on different words', wrongWords, { most: 0 }),
    verdictLine('A2 silent on the same words elsewhere, %', (100 * recurring) / cases, {
      most: 0.05,
    }),
    verdictLine('A3 orphan though alive, %', share('all', 'missed'), { most: 0.5 }),
    right('A4', 'edit: typography', 100),
  ]
}

interface Scores {
  readonly verdicts: Tally
  readonly spent: Map<Method, number>
  /** Of re-issues only. */
  readonly statuses: Map<string, number>
  wrongWords: number
  /** Unmarked on the same words at another place. */
  recurring: number
}

function score(scores: Scores, made: AnchoringCase, keys: readonly string[]): void {
  for (const method of METHODS) {
    const start = cpuMilliseconds()
    const answers = answersOf(method, made)
    add(scores.spent, method, cpuMilliseconds() - start)
    for (const key of keys) countVerdicts(scores.verdicts, `${key}|${method}`, made, answers)
    scores.wrongWords += answers.filter((answer) => answer.isOnOtherWords === true).length
    scores.recurring += countUnmarkedElsewhere(made, answers)
    if (!keys.includes('edit: re-issue')) continue
    for (const { status } of answers) if (status !== undefined) add(scores.statuses, status, 1)
  }
}

function countUnmarkedElsewhere(
  { passages }: AnchoringCase,
  answers: readonly MethodAnswer[],
): number {
  return passages.filter(({ truth }, index) => {
    const { status, ...answer } = answers[index] ?? { span: null, asks: false }
    const isUnmarked = status === 'attached' || status === 'moved'
    return isUnmarked && verdictOn(truth, answer) === 'silent-wrong'
  }).length
}

function add<K>(sums: Map<K, number>, key: K, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value)
}

const sum = (values: Iterable<number>): number =>
  [...values].reduce((total, value) => total + value, 0)

interface MethodAnswer extends Answer {
  readonly status?: string
  readonly isOnOtherWords?: boolean
}

function answersOf(method: Method, made: AnchoringCase): readonly MethodAnswer[] {
  const { old, fresh, passages } = made
  if (method !== 'aligned') {
    const place = method === 'quotation' ? placeByQuotation : placeByPosition
    return passages.map(({ span }) => {
      const selector = selectorFromSpan(old, span.start, span.end)
      return { span: selector && place(fresh, selector), asks: false }
    })
  }
  const alignment = alignTexts(old, fresh)
  return passages.map(({ span: marked }) => {
    const { status, span } = reanchor(alignment, marked)
    const isUnmarked = span !== null && (status === 'attached' || status === 'moved')
    const isOnOtherWords = isUnmarked && wordsAt(old, marked) !== wordsAt(fresh, span)
    return { status, span, isOnOtherWords, asks: status === 'to-review' }
  })
}

const wordsAt = (text: string, { start, end }: Span): string =>
  tokensFromText(text.slice(start, end))
    .map((token) => token.key)
    .join(' ')

function countVerdicts(
  tally: Tally,
  key: string,
  { passages }: AnchoringCase,
  answers: readonly Answer[],
): void {
  const verdicts = tally.get(key) ?? new Map<Verdict, number>()
  tally.set(key, verdicts)
  for (const [index, { truth }] of passages.entries()) {
    add(verdicts, verdictOn(truth, answers[index] ?? { span: null, asks: false }), 1)
  }
}

function percentages(verdicts: ReadonlyMap<Verdict, number> = new Map()): string {
  const total = sum(verdicts.values())
  const share = (verdict: Verdict): string =>
    ((100 * (verdicts.get(verdict) ?? 0)) / total).toFixed(verdict === 'silent-wrong' ? 3 : 2)
  const [right, imprecise, silent, missed] = VERDICTS.map(share)
  return `${right} / ${silent} / ${missed} / ${imprecise}`
}

/**
 * Real successive versions have no ground truth of their own: held to it are the passages whose
 * words stand exactly once in both texts, for there is one right answer.
 */
function measureRealVersions(): void {
  const random = randomFromSeed(7)
  const tally: Tally = new Map()
  for (const { group, old, fresh } of realPairs()) {
    const made = { old, fresh, passages: passagesOnceInBoth(old, fresh, random) }
    for (const method of METHODS) {
      countVerdicts(tally, `${group}|${method}`, made, answersOf(method, made))
    }
  }
  if (tally.size > 0) print('\nreal pairs, passages that stand once in both')
  for (const [key, verdicts] of tally) print(`${key.padEnd(32)} ${percentages(verdicts)}`)
}

interface Pair {
  readonly group: string
  readonly old: string
  readonly fresh: string
}

function realPairs(): readonly Pair[] {
  const variants = corpusTexts('neardup/*.txt').map(({ name, text }) => {
    const [family = '', number = '', ...variant] = path.basename(name, '.txt').split('-')
    return { family: `${family}-${number}`, variant: variant.join('-'), text }
  })
  const originals = variants.filter(({ variant }) => variant === 'exact')
  const captures = corpusTexts('fr/page-versions/*').map(({ text }) => text)
  return [
    ...originals.flatMap((original) =>
      variants
        .filter(({ family, variant }) => family === original.family && variant !== 'exact')
        .map(({ variant, text }) => ({ group: variant, old: original.text, fresh: text })),
    ),
    ...captures.slice(1).map((fresh, index) => ({
      group: 'page captured again',
      old: captures[index] ?? '',
      fresh,
    })),
  ]
}

function passagesOnceInBoth(old: string, fresh: string, random: Random): readonly Passage[] {
  const words = [...old.matchAll(/\S+/gu)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
  }))
  return Array.from({ length: 200 }, () => {
    const first = random.below(words.length - 40)
    const last = words[first + 3 + random.below(36)]
    return { start: words[first]?.start ?? 0, end: last?.end ?? 0 }
  }).flatMap((span) => {
    const exact = old.slice(span.start, span.end)
    const start = fresh.indexOf(exact)
    const isOnce = [old, fresh].every((text) => text.indexOf(exact) === text.lastIndexOf(exact))
    if (start < 0 || !isOnce) return []
    const pieces = [{ start, end: start + exact.length }]
    return [{ span, truth: { state: 'alive', pieces } as const }]
  })
}

function measureScale(length: number): void {
  const random = randomFromSeed(length)
  const reissue = EDITS.find((edit) => edit.name === 're-issue')
  if (reissue === undefined) return
  const made = anchoringCase(formulaicText('fr', random, length), reissue, random, 1000)
  const time = (method: Method): number => {
    const start = cpuMilliseconds()
    answersOf(method, made)
    return cpuMilliseconds() - start
  }
  const aligned = time('aligned')
  const rival = length > 500_000 ? '' : `, quotation ×${(time('quotation') / aligned).toFixed(1)}`
  print(`\n1,000 passages, ${made.old.length} code units: aligned ${aligned.toFixed(0)} ms${rival}`)
  print(verdictLine('A5 CPU ms', aligned, { most: length > 500_000 ? 6000 : 2000 }))
}

await main()
