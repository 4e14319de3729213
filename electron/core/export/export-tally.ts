import type { ExportedText } from './exported-text.ts'
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
  readonly report: () => {
    fileCount: number
    communiqueCount: number
    noteCount: number
    pageCount: number | null
    substitutions: Substitution[]
  }
}

/** Opens the count of one export; `pageCount` stays null where there are no pages. */
export function createTally(): Tally {
  const counts = { files: 0, texts: 0, notes: 0, pages: 0 }
  const byCodePoint = new Map<string, Substitution>()
  const addSubstitutions = (substitutions: readonly Substitution[]): void => {
    for (const one of substitutions) {
      const known = byCodePoint.get(one.codePoint)?.count ?? 0
      byCodePoint.set(one.codePoint, { ...one, count: one.count + known })
    }
  }
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
    report: () => ({
      fileCount: counts.files,
      communiqueCount: counts.texts,
      noteCount: counts.notes,
      pageCount: counts.pages === 0 ? null : counts.pages,
      substitutions: [...byCodePoint.values()],
    }),
  }
}
