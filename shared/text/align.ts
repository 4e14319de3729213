import { pairInOrder } from './align-diff.ts'
import { pairMoves, takeOutCoincidences } from './align-moves.ts'
import { slideInsertions } from './align-slide.ts'
import { tokensFromText } from './align-tokens.ts'
import type { Token } from './align-tokens.ts'

/** One of two aligned texts, as tokens. Equal ids on the two sides are equal keys. */
export interface Wording {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly ids: Int32Array
  /** Line-separated block each token stands in, counted from 0. */
  readonly blocks: Int32Array
  /** Strength of the break before each token: 3 a block, 2 a sentence, 1 a clause, 0 none. */
  readonly breaks: Uint8Array
}

/** Which token of a text became which of another. -1 stands for none; no token has two partners. */
export interface Alignment {
  readonly old: Wording
  readonly fresh: Wording
  /** For each old token its fresh partner. */
  readonly partner: Int32Array
  /** For each fresh token its old partner. */
  readonly origin: Int32Array
  /** For each old token 1 when its passage changed place, else 0. */
  readonly moved: Uint8Array
}

/**
 * Aligns two wordings of one text word by word: pairs in order, sets aside short coincidences
 * between large changes, finds passages of at least five words that changed place, then takes back
 * the coincidences that still fit. About 50 ms for 20 kB; never fails.
 */
export function alignTexts(old: string, fresh: string): Alignment {
  const idByKey = new Map<string, number>()
  const oldWording = wordingFromText(old, idByKey)
  const freshWording = wordingFromText(fresh, idByKey)
  const partner = pairWords(oldWording, freshWording)
  const coincidences = takeOutCoincidences(partner, freshWording.ids.length)
  const moved = pairMoves(oldWording.ids, freshWording.ids, partner)
  const origin = inverse(partner, freshWording.ids.length)
  const alignment = { old: oldWording, fresh: freshWording, partner, origin, moved }
  takeBack(alignment, coincidences)
  return alignment
}

function pairWords(old: Wording, fresh: Wording): Int32Array {
  const partner = pairInOrder(old.ids, fresh.ids)
  slideInsertions(partner, fresh.ids, fresh.breaks)
  const origin = inverse(partner, fresh.ids.length)
  slideInsertions(origin, old.ids, old.breaks)
  return inverse(origin, old.ids.length)
}

function inverse(partner: Int32Array, count: number): Int32Array {
  const origin = new Int32Array(count).fill(-1)
  for (const [index, place] of partner.entries()) if (place >= 0) origin[place] = index
  return origin
}

function wordingFromText(text: string, idByKey: Map<string, number>): Wording {
  const tokens = tokensFromText(text)
  const ids = new Int32Array(tokens.length)
  const blocks = new Int32Array(tokens.length)
  const breaks = new Uint8Array(tokens.length)
  let block = 0
  let previous: Token | undefined
  for (const [index, token] of tokens.entries()) {
    const id = idByKey.get(token.key) ?? idByKey.size
    idByKey.set(token.key, id)
    ids[index] = id
    const isBlock = previous !== undefined && text.slice(previous.end, token.start).includes('\n')
    if (isBlock) block++
    blocks[index] = block
    breaks[index] = isBlock ? 3 : strengthAfter(previous?.key)
    previous = token
  }
  return { text, tokens, ids, blocks, breaks }
}

function strengthAfter(key: string | undefined): number {
  if (key === undefined) return 3
  if (/^[.!?؟…]$/u.test(key)) return 2
  return /^[,;:،؛]$/u.test(key) ? 1 : 0
}

/** Pairs again the set-aside tokens whose place no move took, where order still allows it. */
function takeBack(alignment: Alignment, pairs: readonly (readonly [number, number])[]): void {
  const { partner, origin, moved } = alignment
  const stays = (index: number): boolean => partner[index] !== -1 && moved[index] === 0
  for (const [old, fresh] of pairs) {
    if (partner[old] !== -1 || origin[fresh] !== -1) continue
    let left = old - 1
    while (left >= 0 && !stays(left)) left--
    let right = old + 1
    while (right < partner.length && !stays(right)) right++
    if ((partner[left] ?? -1) < fresh && (partner[right] ?? Infinity) > fresh) {
      partner[old] = fresh
      origin[fresh] = old
    }
  }
}
