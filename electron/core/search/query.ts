/** Where words are looked for; `any` is the title, the text, the notes and their tags. */
export type Scope = 'any' | 'title' | 'text' | 'note' | 'tag'

/** What a communiqué can be described by in a query. */
export type Description = 'issuer' | 'place' | 'person' | 'language' | 'kind' | 'dossier'

interface Placed {
  readonly scope: Scope
  /** Where the words stand in the query, UTF-16 code units, half open. */
  readonly start: number
  readonly end: number
}

/** Words that follow one another. */
export interface WordsNode extends Placed {
  readonly kind: 'words'
  /** Folded. */
  readonly forms: readonly string[]
  /** Whether other forms of the same words are meant too. */
  readonly widened: boolean
  /** Whether the last word is only its beginning. */
  readonly prefix: boolean
}

/** Words exactly as written: case, accents and typography. */
export interface ExactNode extends Placed {
  readonly kind: 'exact'
  /** NFC. */
  readonly text: string
  readonly forms: readonly string[]
}

/** Words of the same family, in any order, with at most `distance` other words between them. */
export interface NearNode extends Placed {
  readonly kind: 'near'
  readonly forms: readonly string[]
  readonly distance: number
}

export type TextNode = WordsNode | ExactNode | NearNode

/** What an officer asks for. */
export type QueryNode =
  | { readonly kind: 'everything' }
  | TextNode
  | { readonly kind: 'described'; readonly by: Description; readonly forms: readonly string[] }
  /** Dated between two date keys (see `date-key.ts`), both included. */
  | { readonly kind: 'dated'; readonly from: number; readonly to: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }

/** The words a query wants to find, without those it excludes. */
export function wantedWords(node: QueryNode): readonly TextNode[] {
  return node.kind === 'not' ? [] : wordsOf(node, wantedWords)
}

/** All the words of a query, those it excludes too. */
export function everyWord(node: QueryNode): readonly TextNode[] {
  return node.kind === 'not' ? everyWord(node.part) : wordsOf(node, everyWord)
}

function wordsOf(
  node: Exclude<QueryNode, { kind: 'not' }>,
  inner: (part: QueryNode) => readonly TextNode[],
): readonly TextNode[] {
  switch (node.kind) {
    case 'words':
    case 'exact':
    case 'near':
      return [node]
    case 'and':
    case 'or':
      return node.parts.flatMap(inner)
    case 'everything':
    case 'described':
    case 'dated':
      return []
  }
}
