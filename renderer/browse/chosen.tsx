import { createContext, use, useMemo, useState, type ReactNode } from 'react'

interface ChosenRow {
  readonly id: string
  readonly title: string
}

interface Chosen {
  /** Titles by id of the communiqués that are chosen, in the order in which they were. */
  readonly chosen: ReadonlyMap<string, string>
  readonly toggle: (row: ChosenRow) => void
  readonly add: (rows: readonly ChosenRow[]) => void
  readonly clear: () => void
}

const ChosenContext = createContext<Chosen | null>(null)

const NONE: ReadonlyMap<string, string> = new Map()

/** Holds the communiqués that an officer chose, to do one thing with all of them. */
export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState(NONE)
  const hold = useMemo(
    () => ({
      chosen,
      toggle: ({ id, title }: ChosenRow) =>
        setChosen((before) => {
          const after = new Map(before)
          if (!after.delete(id)) after.set(id, title)
          return after
        }),
      add: (rows: readonly ChosenRow[]) =>
        setChosen(
          (before) => new Map([...before, ...rows.map((row) => [row.id, row.title] as const)]),
        ),
      clear: () => setChosen(NONE),
    }),
    [chosen],
  )
  return <ChosenContext value={hold}>{children}</ChosenContext>
}

/** The communiqués that are chosen, and how to choose others. */
export function useChosen(): Chosen {
  const hold = use(ChosenContext)
  if (hold === null) throw new Error('choosing is used outside its provider')
  return hold
}
