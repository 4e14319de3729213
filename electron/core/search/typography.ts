import type { TypographicDifference, TypographyKind } from '../../../shared/model/quotation.ts'
import { analyse } from '../../../shared/text/analyse.ts'
import { foldWord } from '../../../shared/text/fold.ts'

type Forgiveness = readonly [kind: TypographyKind, take: (text: string) => string]

const ARABIC_RUN = /\p{Script=Arabic}+/gu
const ACCENTED = /[^\P{Script=Latin}A-Za-z]/gu
/** A text with fewer accents than this may well have none to lose. */
const LEAST_ACCENTS = 3

/** What is forgiven, in the order in which it is taken away. */
const FORGIVEN: readonly Forgiveness[] = [
  ['invisible', (text) => text.replaceAll(/\p{Cf}/gu, '')],
  ['ellipsis', (text) => text.replaceAll('...', '…')],
  ['apostrophe', (text) => text.replaceAll(/[’‘ʼ′＇]/gu, "'")],
  ['quotation-mark', (text) => text.replaceAll(/[«»“”„‟‹›＂]/gu, '"')],
  ['dash', (text) => text.replaceAll(/[‐‑‒–—―−]/gu, '-')],
  [
    'ligature',
    (text) =>
      text
        .replaceAll('œ', 'oe')
        .replaceAll('æ', 'ae')
        .replaceAll(/Œ(?=\p{Lu})/gu, 'OE')
        .replaceAll('Œ', 'Oe')
        .replaceAll(/[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]+/gu, (run) => run.normalize('NFKC')),
  ],
  ['vowel-sign', (text) => text.replaceAll(/[\u064B-\u0652\u0670\u0640]/gu, '')],
  ['letter-shape', (text) => text.replaceAll(ARABIC_RUN, foldWord)],
  ['case', (text) => text.toLowerCase()],
  ['space', (text) => text.replaceAll(/\s+/gu, '')],
]
const CAPITALS: Forgiveness = [
  'capital-accent',
  (text) =>
    text
      .normalize('NFD')
      .replaceAll(/([A-Z])[\u0300-\u036F]+/gu, '$1')
      .normalize('NFC'),
]
const ACCENTS: Forgiveness = [
  'accent',
  (text) => text.normalize('NFD').replaceAll(/(\p{Script=Latin})[\u0300-\u036F]+/gu, '$1'),
]

/**
 * Every place where a quotation is typeset otherwise than its source, when its words are the
 * same; null when they are not. Accents belong to the words (adopte, adopté), save on a capital,
 * and unless the quotation has lost every one of them.
 */
export function compareTypography(
  archive: string,
  quoted: string,
): readonly TypographicDifference[] | null {
  const [own, theirs] = [pieces(archive), pieces(quoted)]
  if (own.length !== theirs.length) return null
  const ways = [FORGIVEN, [CAPITALS, ...FORGIVEN]]
  if (hasLostAccents(archive, quoted)) ways.push([...FORGIVEN, ACCENTS])
  const differences: TypographicDifference[] = []
  for (const [index, piece] of own.entries()) {
    const other = theirs[index] ?? ''
    if (piece === other) continue
    const way = ways.find((forgiven) => forgive(piece, forgiven) === forgive(other, forgiven))
    if (way === undefined) return null
    differences.push(differenceBetween(piece, other, way))
  }
  return differences
}

function hasLostAccents(archive: string, quoted: string): boolean {
  if (quoted.match(ACCENTED) !== null) return false
  return (archive.match(ACCENTED)?.length ?? 0) >= LEAST_ACCENTS
}

function forgive(text: string, forgiven: readonly Forgiveness[]): string {
  return forgiven.reduce((plain, [, take]) => take(plain), text)
}

/** A kind is named when the two would differ without its being forgiven. */
function differenceBetween(
  archive: string,
  quoted: string,
  forgiven: readonly Forgiveness[],
): TypographicDifference {
  const kinds = forgiven
    .map(([kind]) => kind)
    .filter((kind) => {
      const others = forgiven.filter(([other]) => other !== kind)
      return forgive(archive, others) !== forgive(quoted, others)
    })
  return { kinds, archive, quoted }
}

/** The words of a text and what stands between them, in turn. */
function pieces(text: string): readonly string[] {
  const cut: string[] = []
  let at = 0
  for (const { start, end } of analyse(text)) {
    cut.push(text.slice(at, start), text.slice(start, end))
    at = end
  }
  return [...cut, text.slice(at)]
}
