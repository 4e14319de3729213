import type { Span } from '../../shared/text/anchor.ts'
import type { Random } from './random.ts'

/** A word of a draft: where it comes from in the first draft (-1: nowhere) and how it reads now. */
interface Word {
  readonly source: number
  readonly text: string
  /** True when another word took its place; a misspelt word is still the same word. */
  readonly isReplaced: boolean
}

/** A text as blocks of sentences of words, so that every edit knows what became of each word. */
export type Draft = readonly (readonly (readonly Word[])[])[]

/** A draft written out, with the span of each word in reading order. */
export interface WrittenDraft {
  readonly text: string
  readonly words: readonly Word[]
  readonly spans: readonly Span[]
}

export interface Edit {
  readonly name: string
  readonly apply: (draft: Draft, random: Random) => Draft
}

/** Reads a text into a draft: blocks at line ends, sentences at full stops, words at spaces. */
export function draftFromText(text: string): Draft {
  let source = 0
  return text
    .split(/\s*\n\s*/u)
    .filter((block) => block.trim() !== '')
    .map((block) =>
      block
        .trim()
        .split(/(?<=[.!?؟])\s+/u)
        .map((sentence) =>
          sentence
            .split(/\s+/u)
            .map((word) => ({ source: source++, text: word, isReplaced: false })),
        ),
    )
}

/** Writes a draft out: words and sentences with a space between, blocks with an empty line. */
export function writeDraft(draft: Draft): WrittenDraft {
  const words: Word[] = []
  const spans: Span[] = []
  let text = ''
  for (const block of draft) {
    let gap = text === '' ? '' : '\n\n'
    for (const word of block.flat()) {
      text += gap + word.text
      words.push(word)
      spans.push({ start: text.length - word.text.length, end: text.length })
      gap = ' '
    }
  }
  return { text, words, spans }
}

/** What happens to a text between two issues, from a typing error to a whole new redaction. */
export const EDITS: readonly Edit[] = [
  { name: 'words 5 %', apply: (draft, random) => replaceWords(draft, random, 0.05) },
  { name: 'words 10 %', apply: (draft, random) => replaceWords(draft, random, 0.1) },
  { name: 'words 20 %', apply: (draft, random) => replaceWords(draft, random, 0.2) },
  { name: 'typing errors', apply: (draft, random) => misspell(draft, random, 0.03) },
  { name: 'sentences inserted', apply: (draft, random) => insertSentences(draft, random, 0.1) },
  { name: 'sentences removed', apply: (draft, random) => removeSentences(draft, random, 0.1) },
  { name: 'sentences moved', apply: (draft, random) => moveSentences(draft, random, 0.05) },
  { name: 'blocks reordered', apply: reorderBlocks },
  { name: 'sentences copied in front', apply: copyInFront },
  { name: 'typography', apply: normaliseTypography },
  { name: 're-issue', apply: reissue },
]

const isWordLike = (word: Word): boolean => /^[\p{L}\p{M}]{3,}$/u.test(word.text)

const mapWords = (draft: Draft, change: (word: Word) => Word): Draft =>
  draft.map((block) => block.map((sentence) => sentence.map(change)))

const asNew = (sentence: readonly Word[]): readonly Word[] =>
  sentence.map((word) => ({ ...word, source: -1 }))

function replaceWords(draft: Draft, random: Random, share: number): Draft {
  const vocabulary = draft.flat(2).filter(isWordLike)
  return mapWords(draft, (word) => {
    if (!isWordLike(word) || !random.chance(share)) return word
    const text = random.pick(vocabulary)?.text ?? word.text
    return { ...word, text, isReplaced: text !== word.text }
  })
}

function misspell(draft: Draft, random: Random, share: number): Draft {
  return mapWords(draft, (word) => {
    if (!isWordLike(word) || !random.chance(share)) return word
    const at = random.below(word.text.length - 1)
    const [first, second] = [word.text[at] ?? '', word.text[at + 1] ?? '']
    return { ...word, text: word.text.slice(0, at) + second + first + word.text.slice(at + 2) }
  })
}

/** New sentences are made of the text's own beginnings and ends, so that its formulas recur. */
function insertSentences(draft: Draft, random: Random, share: number): Draft {
  const sentences = draft.flat()
  const count = Math.ceil(sentences.length * share)
  const blocks = draft.map((block) => [...block])
  for (let made = 0; made < count; made++) {
    const head = random.pick(sentences) ?? []
    const tail = random.pick(sentences.filter((other) => other !== head)) ?? []
    const sentence = [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(tail.length >> 1)]
    const block = random.pick(blocks)
    block?.splice(random.below(block.length + 1), 0, [...asNew(sentence)])
  }
  return blocks
}

function removeSentences(draft: Draft, random: Random, share: number): Draft {
  return draft
    .map((block) => block.filter(() => !random.chance(share)))
    .filter((block) => block.length > 0)
}

function moveSentences(draft: Draft, random: Random, share: number): Draft {
  const count = Math.ceil(draft.flat().length * share)
  const blocks = draft.map((block) => [...block])
  for (let made = 0; made < count; made++) {
    const from = random.pick(blocks.filter((block) => block.length > 1))
    const to = random.pick(blocks)
    const [sentence] = from?.splice(random.below(from.length), 1) ?? []
    if (sentence !== undefined) to?.splice(random.below(to.length + 1), 0, sentence)
  }
  return blocks
}

function reorderBlocks(draft: Draft, random: Random): Draft {
  const blocks = [...draft]
  for (let made = 0; made < Math.max(1, draft.length >> 3); made++) {
    const [block] = blocks.splice(random.below(blocks.length), 1)
    if (block !== undefined) blocks.splice(random.below(blocks.length + 1), 0, block)
  }
  return blocks
}

function copyInFront(draft: Draft, random: Random): Draft {
  const sentences = draft.flat()
  const copies = [random.pick(sentences), random.pick(sentences), random.pick(sentences)]
  return [copies.map((sentence) => asNew(sentence ?? [])), ...draft]
}

function normaliseTypography(draft: Draft, random: Random): Draft {
  const isCurly = random.chance(0.5)
  return mapWords(draft, (word) => ({
    ...word,
    text: (isCurly
      ? word.text.replaceAll("'", '’').replaceAll('-', '‑')
      : word.text
          .replaceAll(/[’‘]/gu, "'")
          .replaceAll(/[–‑]/gu, '-')
          .replaceAll(/[«»“”]/gu, '"')
    ).replaceAll(/[\u064B-\u0652\u0640]/gu, ''),
  }))
}

function reissue(draft: Draft, random: Random): Draft {
  const steps: readonly Edit['apply'][] = [
    (now) => misspell(now, random, 0.01),
    (now) => replaceWords(now, random, 0.02),
    (now) => insertSentences(now, random, 0.04),
    (now) => removeSentences(now, random, 0.04),
    (now) => reorderBlocks(now, random),
    (now) => normaliseTypography(now, random),
  ]
  return steps.reduce((now, step) => step(now, random), draft)
}
