import type { ReadingBlock } from '../reading.ts'
import type { HtmlNode } from './html-tree.ts'

const TEXT_NODE = 3
const ELEMENT_NODE = 1

const SKIPPED: ReadonlySet<string> = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO FORM INPUT BUTTON
  SELECT TEXTAREA DIALOG NAV HEAD TITLE META LINK MAP`.split(/\s+/u),
)
const BLOCKS: ReadonlySet<string> = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE
  FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR
  UL`.split(/\s+/u),
)

/**
 * The text of a tree as paragraphs, headings and list items, in order. Only the characters of
 * text nodes are taken: no attribute, script, form or menu ever reaches a block. A line break in
 * the page is LF, the cells of a row are parted by a tab.
 */
export function blocksFromTree(root: HtmlNode): ReadingBlock[] {
  const state: State = { blocks: [], text: '', kind: 'body' }
  walkNode(state, root, { kind: 'body', isPreformatted: false })
  flush(state)
  return state.blocks
}

type State = { readonly blocks: ReadingBlock[]; text: string; kind: ReadingBlock['kind'] }
type Context = { readonly kind: ReadingBlock['kind']; readonly isPreformatted: boolean }

function walkNode(state: State, node: HtmlNode, context: Context): void {
  if (node.nodeType === TEXT_NODE) {
    const text = node.nodeValue ?? ''
    state.text += context.isPreformatted ? text : text.replace(/[ \t\n\r\f]+/gu, ' ')
    return
  }
  const name = node.nodeName.toUpperCase()
  if (node.nodeType === ELEMENT_NODE && SKIPPED.has(name)) return
  const own = {
    kind: kindFromName(name, context.kind),
    isPreformatted: context.isPreformatted || name === 'PRE',
  }
  if (BLOCKS.has(name)) flush(state)
  else state.text += textOfTag(name, state.text)
  state.kind = own.kind
  for (const child of node.childNodes) walkNode(state, child, own)
  if (BLOCKS.has(name)) flush(state)
  state.kind = context.kind
}

function textOfTag(name: string, before: string): string {
  if (name === 'BR') return '\n'
  return (name === 'TD' || name === 'TH') && before.trim() !== '' ? '\t' : ''
}

function flush(state: State): void {
  // Two line breaks in a row are how many pages part their paragraphs.
  for (const text of tidy(state.text).split(/\n{2,}/u)) {
    if (text !== '') state.blocks.push({ kind: state.kind, text })
  }
  state.text = ''
}

function kindFromName(name: string, inherited: ReadingBlock['kind']): ReadingBlock['kind'] {
  if (/^H[1-6]$/u.test(name)) return 'heading'
  return name === 'LI' ? 'list-item' : inherited
}

/** White space as a page shows it: one space at most, none at the ends of lines. */
const tidy = (text: string): string =>
  text
    .replace(/ *\n */gu, '\n')
    .replace(/ *\t */gu, '\t')
    .replace(/ {2,}/gu, ' ')
    .trim()
