import path from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { PROMISES, type HeldPromise } from './promises.ts'

/** Prints, after the run, one line for each promise: its tests, how many hold, and its control. */
// oxlint-disable-next-line import/no-default-export -- how a reporter is given to the runner
export default class PromiseReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = PROMISES.map((promise) => lineOf(promise, modules))
    const head = ['#', 'promise', 'held by', 'cases', 'result', 'control']
    process.stdout.write(`\n${tableFrom([head, ...lines])}\n`)
  }
}

function lineOf(promise: HeldPromise, modules: readonly TestModule[]): readonly string[] {
  const own = modules.filter(({ moduleId }) =>
    promise.files.some((file) => path.relative('.', moduleId).startsWith(file)),
  )
  const cases = own.flatMap((module) => [...module.children.allTests()])
  const { control } = promise
  const controls = cases.filter(({ name }) => name.includes(control))
  return [
    String(promise.number),
    promise.promise,
    own.map(({ moduleId }) => path.basename(moduleId).replace('.test.ts', '')).join(', ') || 'none',
    String(cases.length),
    verdictOf(cases),
    verdictOf(controls),
  ]
}

function verdictOf(cases: readonly TestCase[]): string {
  const states = cases.map((each) => each.result().state)
  if (states.length === 0) return 'not run'
  if (states.includes('failed')) return 'FAILED'
  const skipped = states.filter((state) => state === 'skipped').length
  return skipped === 0 ? 'held' : `${skipped} skipped`
}

function tableFrom(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
