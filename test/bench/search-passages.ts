import { traceFormula } from '../../electron/core/search/trace-formula.ts'
import { verifyQuotation } from '../../electron/core/search/verify-quotation.ts'
import { formulaCase } from '../support/formula-cases.ts'
import { quotableTexts, quotationCases } from '../support/quotation-cases.ts'
import { aSearchableArchive } from '../support/searchable.ts'

/**
 * Counts how five hundred generated quotations are judged, and which planted wordings of a formula
 * are found among a thousand decoys: `node test/bench/search-passages.ts [seed]`.
 */

const QUOTATIONS = 500
const DECOYS = 1000
const FORMULAS = 6

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function checkQuotations(seed: number): void {
  const texts = quotableTexts(seed)
  const { archive, close } = aSearchableArchive(texts)
  const judged = new Map<string, number>()
  const times: number[] = []
  for (const { truth, quotation } of quotationCases(texts, QUOTATIONS, seed + 1)) {
    const before = performance.now()
    const { verdict } = verifyQuotation(archive, quotation)
    times.push(performance.now() - before)
    const cell = `${truth} judged ${verdict}`
    judged.set(cell, (judged.get(cell) ?? 0) + 1)
  }
  close()
  say(`${QUOTATIONS} quotations, seed ${seed}:`)
  for (const [cell, count] of [...judged].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    say(`  ${cell}: ${count}`)
  const sorted = times.toSorted((one, other) => one - other)
  say(
    `  median ${(sorted[QUOTATIONS / 2] ?? 0).toFixed(1)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
  )
}

function traceFormulas(seed: number): void {
  for (let index = 0; index < FORMULAS; index++) {
    const { planted, texts } = formulaCase(seed + index, DECOYS)
    const { archive, close } = aSearchableArchive(texts)
    const titles = new Set(planted.map(({ title }) => title))
    const before = performance.now()
    const traced = planted.flatMap(({ wording }) => traceFormula(archive, wording).attestations)
    const found = traced.filter(({ passage }) => titles.has(passage.title)).length
    const mean = (performance.now() - before) / planted.length
    close()
    say(
      `formula, seed ${seed + index}: from each of ${planted.length} wordings, ` +
        `${found} of ${planted.length ** 2} found, ${traced.length - found} false, ${mean.toFixed(0)} ms each`,
    )
  }
}

const seed = Number(process.argv[2] ?? 100)
checkQuotations(seed)
traceFormulas(seed)
