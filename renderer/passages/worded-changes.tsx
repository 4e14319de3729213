import type { WordingChange } from '../../shared/model/passage.ts'
import { useSpeech } from '../i18n/words.tsx'

/** A newer wording with what it adds, and what it takes out of the older one, in place. */
export function WordedChanges({
  old,
  fresh,
  changes,
}: {
  readonly old: string
  readonly fresh: string
  readonly changes: readonly WordingChange[]
}) {
  return (
    <p className="worded" dir="auto">
      {piecesOf(old, fresh, changes).map(({ key, kind, words, before }) => (
        <Piece key={key} kind={kind} words={words} before={before} />
      ))}
    </p>
  )
}

type PieceKind = 'plain' | 'typeset' | 'inserted' | 'deleted' | 'moved'

interface PieceProps {
  readonly kind: PieceKind
  readonly words: string
  /** How the older wording spelt the same words. */
  readonly before: string
}

function Piece({ kind, words, before }: PieceProps) {
  const { words: own } = useSpeech()
  if (kind === 'plain') return words
  if (kind === 'typeset') {
    return (
      <span className="typeset" title={before}>
        {words}
      </span>
    )
  }
  const said = <span className="visually-hidden"> {own.passage[kind]} </span>
  if (kind === 'deleted') {
    return (
      <del>
        {said}
        {words}
      </del>
    )
  }
  return (
    <ins className={kind === 'moved' ? 'moved' : undefined}>
      {said}
      {words}
    </ins>
  )
}

/** Every character of the newer wording comes once; deleted words stand between. */
function piecesOf(
  old: string,
  fresh: string,
  changes: readonly WordingChange[],
): readonly (PieceProps & { readonly key: string })[] {
  const pieces: (PieceProps & { readonly key: string })[] = []
  let at = 0
  const add = (kind: PieceKind, words: string, before = ''): void => {
    if (words !== '') pieces.push({ key: `${pieces.length}`, kind, words, before })
  }
  for (const change of changes) {
    const before = change.old === null ? '' : old.slice(change.old.start, change.old.end)
    if (change.fresh === null) {
      add('deleted', before)
      add('plain', ' ')
      continue
    }
    add('plain', fresh.slice(at, change.fresh.start))
    add(kindOf(change), fresh.slice(change.fresh.start, change.fresh.end), before)
    at = change.fresh.end
  }
  add('plain', fresh.slice(at))
  return pieces
}

function kindOf({ kind, isVerbatim }: WordingChange): PieceKind {
  if (kind !== 'equal') return kind
  return isVerbatim ? 'plain' : 'typeset'
}
