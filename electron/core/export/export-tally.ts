import type { ExportedText } from './exported-text.ts'
import type { ExportReport } from '../../../shared/channels/export.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { eachOnce, failureFromLeftOut, type LeftOut } from './left-out.ts'
import type { Substitution } from './pdf-text.ts'

/** Counts what an export made, for its report. */
export interface Tally {
  readonly addText: (text: ExportedText) => void
  /** One that is shown in part or without its annotations. */
  readonly addCommunique: () => void
  readonly addFile: () => void
  readonly addPages: (count: number) => void
  /** A whole file that was typeset. */
  readonly addRendered: (rendered: {
    readonly pageCount: number
    readonly substitutions: readonly Substitution[]
  }) => void
  readonly addSubstitutions: (substitutions: readonly Substitution[]) => void
  readonly addLeftOut: (text: LeftOut) => void
  readonly report: () => ExportReport
  /** The report; a failure where texts were asked for and none of them could be read. */
  readonly conclude: () => Outcome<ExportReport>
}

/** Opens the count of one export; `pageCount` stays null where there are no pages. */
export function createTally(): Tally {
  const counts = { files: 0, texts: 0, notes: 0, pages: 0 }
  const leftOut: LeftOut[] = []
  const byCodePoint = new Map<string, Substitution>()
  const addSubstitutions = (substitutions: readonly Substitution[]): void => {
    for (const one of substitutions) {
      const known = byCodePoint.get(one.codePoint)?.count ?? 0
      byCodePoint.set(one.codePoint, { ...one, count: one.count + known })
    }
  }
  const report = (): ExportReport => ({
    fileCount: counts.files,
    communiqueCount: counts.texts,
    noteCount: counts.notes,
    pageCount: counts.pages === 0 ? null : counts.pages,
    substitutions: [...byCodePoint.values()],
    leftOut: [...eachOnce(leftOut)],
  })
  return {
    addText: ({ annotations }) => {
      counts.texts += 1
      counts.notes += annotations.length
    },
    addFile: () => {
      counts.files += 1
    },
    addPages: (count) => {
      counts.pages += count
    },
    addSubstitutions,
    addCommunique: () => {
      counts.texts += 1
    },
    addRendered: ({ pageCount, substitutions }) => {
      counts.files += 1
      counts.pages += pageCount
      addSubstitutions(substitutions)
    },
    addLeftOut: (text) => {
      leftOut.push(text)
    },
    report,
    conclude: () => {
      const [first] = leftOut
      if (first === undefined || counts.texts > 0) return succeed(report())
      return fail(failureFromLeftOut(first))
    },
  }
}
