import type { PageMark, PageParagraph } from './page-model.ts'

/** Something that stands at one place of a paragraph: text, or the start or end of a mark. */
export type Piece =
  | {
      readonly at: 'text'
      readonly text: string
      readonly language: PageParagraph['language']
      readonly marks: readonly PageMark[]
    }
  | { readonly at: 'start' | 'end'; readonly mark: PageMark }

/**
 * A paragraph as a row of pieces in which marks may overlap, for formats that can point at the
 * two ends of a passage. The texts join to the exact text of the paragraph.
 */
export function piecesFromParagraph({ runs, marks, language }: PageParagraph): readonly Piece[] {
  const text = runs.map((run) => run.text).join('')
  const starts: { readonly at: number; readonly language: PageParagraph['language'] }[] = []
  let length = 0
  for (const run of runs) {
    starts.push({ at: length, language: run.language })
    length += run.text.length
  }
  const cuts = new Set([0, text.length, ...starts.map(({ at }) => at)])
  for (const { start, end } of marks) cuts.add(start).add(end)
  const edges = [...cuts].toSorted((a, b) => a - b)
  return edges.flatMap((at, i): Piece[] => {
    const next = edges[i + 1] ?? at
    const words = text.slice(at, next)
    return [
      ...marks.filter(({ end }) => end === at).map((mark): Piece => ({ at: 'end', mark })),
      ...marks.filter(({ start }) => start === at).map((mark): Piece => ({ at: 'start', mark })),
      ...(words === ''
        ? []
        : [
            {
              at: 'text' as const,
              text: words,
              language: starts.findLast((start) => start.at <= at)?.language ?? language,
              marks: marks.filter(({ start, end }) => start <= at && end >= next),
            },
          ]),
    ]
  })
}
