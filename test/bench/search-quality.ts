import { corpusTexts, hasCorpus } from '../support/corpus-texts.ts'
import { ARABIC_NEEDS, FRENCH_NEEDS } from '../support/judged-needs.ts'
import {
  ARABIC_QUERIES,
  FRENCH_QUERIES,
  gainAtTen,
  gradeOf,
  OTHER_ARABIC_QUERIES,
  OTHER_FRENCH_QUERIES,
} from '../support/judged-queries.ts'
import type { JudgedQuery } from '../support/judged-queries.ts'
import { openEngines } from '../support/rival-engines.ts'
import type { Engine, JudgedText } from '../support/rival-engines.ts'

/**
 * Compares what four engines find on real texts in French and Arabic, in one run:
 * `node test/bench/search-quality.ts`. The held-out queries were never tuned on; the needs were
 * judged before any engine was asked, and then served to improve ours.
 */

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const SETS = [
  {
    language: 'fr',
    glob: 'fr/{sn-conseil,sn-actualites,diplomatic-posts,beta-gouv}/**/*.{txt,md}',
    sets: { tuned: FRENCH_QUERIES, 'held out': OTHER_FRENCH_QUERIES, needs: FRENCH_NEEDS },
  },
  {
    language: 'ar',
    glob: 'ar/{ant,spa}/**/*.txt',
    sets: { tuned: ARABIC_QUERIES, 'held out': OTHER_ARABIC_QUERIES, needs: ARABIC_NEEDS },
  },
] as const

function main(): void {
  if (!hasCorpus) {
    say('no corpus beside the project: nothing to compare')
    return
  }
  for (const { language, glob, sets } of SETS) {
    const texts = corpusTexts(glob)
      .map(({ text }) => text.normalize('NFC'))
      .map((text) => ({ title: titleOf(text), text, language }))
    const engines = openEngines(texts)
    if (!engines.some(({ name }) => name === 'recoll')) say('recoll is not installed: left out')
    const every = { ...sets, all: Object.values(sets).flat() }
    for (const [name, queries] of Object.entries(every)) {
      say(`${language}, ${texts.length} texts, ${queries.length} queries, ${name}:`)
      for (const engine of engines)
        say(`  ${engine.name.padEnd(28)}${measured(engine, queries, texts)}`)
    }
    for (const engine of engines) engine.close()
  }
}

function measured(
  engine: Engine,
  queries: readonly JudgedQuery[],
  texts: readonly JudgedText[],
): string {
  const results = queries.map((judged) => {
    const grades = texts.map(({ title, text }) => gradeOf(judged, title, text))
    const found = engine.find(judged.query)
    const relevant = grades.filter((grade) => grade > 0).length
    const recalled = found.filter((index) => (grades[index] ?? 0) > 0).length
    const gain = gainAtTen(
      found.map((index) => grades[index] ?? 0),
      grades,
    )
    return { gain, recall: relevant === 0 ? 1 : recalled / relevant }
  })
  return `nDCG@10 ${mean(results.map(({ gain }) => gain))}   recall ${mean(results.map(({ recall }) => recall))}`
}

function mean(values: readonly number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3)
}

/** The title of a front matter or of a heading, or the first line. */
function titleOf(text: string): string {
  const titled = /^(?:title:\s*"?|#\s+)(.+?)"?$/mu.exec(text)?.[1]
  return titled ?? text.trimStart().split('\n', 1)[0] ?? ''
}

main()
