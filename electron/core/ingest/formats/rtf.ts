import iconv from 'iconv-lite'
import type { Reading, ReadingBlock, Source, Step } from '../reading.ts'
import { refuse } from '../reading.ts'
import { readingFromDraft, statedValue } from './reading-item.ts'
import { rtfTokens } from './rtf-tokens.ts'
import type { RtfToken } from './rtf-tokens.ts'
import { openingHeading, titleFromProperty } from './stated-title.ts'

/**
 * Reads a Rich Text Format source (RTF 1.9.1) as paragraphs: Unicode escapes, code pages by font,
 * outline levels as headings, numbered paragraphs as list items. Pictures, objects, headers,
 * comments, field codes and hidden text stay out. More than 2000 open groups are refused.
 */
export function readRtf(source: Source): Reading {
  const scanned = scanRtf(Buffer.from(source.bytes).toString('latin1'))
  if (!scanned.ok) return refuse(source.name, scanned.refusal.reason, scanned.refusal)
  const { blocks, info, isCut, hasObject } = scanned.value
  return readingFromDraft(source, {
    mediaType: 'application/rtf',
    reader: 'rtf/1',
    title: openingHeading(blocks),
    blocks,
    structured: {
      title: titleFromProperty(info.title, blocks, 'rtf-title'),
      author: statedValue(info.author, 'rtf-author'),
    },
    warnings: [
      ...(isCut ? (['recovered'] as const) : []),
      ...(hasObject ? (['active-content-dropped'] as const) : []),
    ],
  })
}

const GROUP_LIMIT = 2000

// Charset 0 is left out: it means "the code page of the document" as often as windows-1252.
const CODE_PAGE_BY_CHARSET: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'cp949',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

const SKIPPED_DESTINATIONS: ReadonlySet<string> = new Set(
  `colortbl stylesheet pict object objdata header footer headerl headerr headerf footerl footerr
  footerf listtable listoverridetable listtext pntext rsidtbl generator xmlnstbl themedata
  colorschememapping datastore latentstyles pgdsctbl filetbl revtbl userprops fldinst shpinst
  nonshppict bkmkstart bkmkend atnid atnauthor annotation mmathPr subject operator keywords
  doccomm company category hlinkbase`.split(/\s+/u),
)
const KEPT_STARRED: ReadonlySet<string> = new Set(['shptxt', 'fldrslt', 'ud'])

const TEXT_BY_WORD: Readonly<Record<string, string>> = {
  line: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
const TEXT_BY_SYMBOL: Readonly<Record<string, string>> = { '~': '\u00A0', _: '\u2011' }
const BREAKS: ReadonlySet<string> = new Set(['par', 'sect', 'page', 'row', 'column'])

type Destination = 'body' | 'skip' | 'fonts' | 'info' | 'title' | 'author'
type Group = { destination: Destination; fallbackLength: number; font: number; isStarred: boolean }
type Kind = ReadingBlock['kind']

type Scan = {
  group: Group
  readonly stack: Group[]
  readonly blocks: ReadingBlock[]
  readonly codePageByFont: Map<number, string>
  readonly info: { title: string; author: string }
  codePage: string
  /** Bytes not decoded yet: one character may take two of them. */
  pending: number[]
  pendingPage: string
  /** Characters to leave out after a Unicode escape: they are its fallback. */
  fallback: number
  text: string
  kind: Kind
  definedFont: number
  isCut: boolean
  hasObject: boolean
}

function scanRtf(source: string): Step<Scan> {
  const scan: Scan = {
    group: { destination: 'body', fallbackLength: 1, font: -1, isStarred: false },
    stack: [],
    blocks: [],
    codePageByFont: new Map(),
    info: { title: '', author: '' },
    codePage: 'windows-1252',
    pending: [],
    pendingPage: '',
    fallback: 0,
    text: '',
    kind: 'body',
    definedFont: -1,
    isCut: false,
    hasObject: false,
  }
  for (const token of rtfTokens(source)) {
    if (scan.stack.length > GROUP_LIMIT) {
      return { ok: false, refusal: { reason: 'limits-exceeded', limit: 'depth' } }
    }
    if (token.kind === 'overrun') scan.isCut = true
    else if (!applyToken(scan, token)) break
  }
  if (scan.stack.length > 0) scan.isCut = true
  endParagraph(scan)
  return { ok: true, value: scan }
}

/** Applies one token; false when the outermost group has ended. */
function applyToken(scan: Scan, token: Exclude<RtfToken, { kind: 'overrun' }>): boolean {
  if (token.kind === 'byte') addByte(scan, token.value)
  else if (token.kind === 'word') applyWord(scan, token.word, token.parameter)
  else if (token.kind === 'symbol') {
    if (token.symbol === '*') scan.group.isStarred = true
    else addText(scan, TEXT_BY_SYMBOL[token.symbol] ?? '')
  } else {
    decodePending(scan)
    if (token.kind === 'open') scan.stack.push({ ...scan.group })
    else return closeGroup(scan)
  }
  return true
}

function closeGroup(scan: Scan): boolean {
  const outer = scan.stack.pop()
  if (outer != null) scan.group = outer
  scan.fallback = 0
  return scan.stack.length > 0
}

function applyWord(scan: Scan, word: string, parameter: number | null): void {
  if (enterDestination(scan, word)) return
  if (BREAKS.has(word)) {
    if (scan.group.destination === 'body') endParagraph(scan)
    return
  }
  const text = TEXT_BY_WORD[word]
  if (text != null) addText(scan, text)
  else PROPERTIES.get(word)?.(scan, parameter)
}

type ApplyProperty = (scan: Scan, parameter: number | null) => void

const PROPERTIES: ReadonlyMap<string, ApplyProperty> = new Map<string, ApplyProperty>([
  ['u', (scan, parameter) => addUnicode(scan, parameter ?? 0)],
  ['uc', (scan, length) => Object.assign(scan.group, { fallbackLength: length ?? 1 })],
  ['v', (scan, on) => Object.assign(scan.group, on === 0 ? {} : { destination: 'skip' })],
  ['pard', (scan) => setKind(scan, 'body')],
  ['outlinelevel', (scan, level) => setKind(scan, (level ?? 9) < 9 ? 'heading' : scan.kind)],
  ['ls', (scan) => setKind(scan, scan.kind === 'body' ? 'list-item' : scan.kind)],
  ['mac', (scan) => setCodePage(scan, 10_000)],
  ['pc', (scan) => setCodePage(scan, 437)],
  ['ansicpg', setCodePage],
  ['f', setFont],
  ['fcharset', setFontCharset],
])

function enterDestination(scan: Scan, word: string): boolean {
  const { group } = scan
  const isStarred = group.isStarred
  group.isStarred = false
  if (word === 'object') scan.hasObject = true
  if (SKIPPED_DESTINATIONS.has(word) || (isStarred && !KEPT_STARRED.has(word))) {
    decodePending(scan)
    group.destination = 'skip'
    return true
  }
  const isInfoField = word === 'title' || word === 'author'
  if (word === 'fonttbl') group.destination = 'fonts'
  else if (word === 'info') group.destination = 'info'
  else if (isInfoField && group.destination === 'info') {
    // A property may stand twice, in the code page and then in Unicode: the last one counts.
    scan.info[word] = ''
    group.destination = word
  } else return false
  return true
}

function setKind(scan: Scan, kind: Kind): void {
  scan.kind = kind
}

function setCodePage(scan: Scan, page: number | null): void {
  // 10000 is the code page of the Macintosh.
  if (page === 10_000) scan.codePage = 'macintosh'
  else if (iconv.encodingExists(`cp${page}`)) scan.codePage = `cp${page}`
}

function setFont(scan: Scan, font: number | null): void {
  if (scan.group.destination === 'fonts') scan.definedFont = font ?? -1
  else scan.group.font = font ?? -1
}

function setFontCharset(scan: Scan, charset: number | null): void {
  const codePage = CODE_PAGE_BY_CHARSET[charset ?? 0]
  if (codePage != null) scan.codePageByFont.set(scan.definedFont, codePage)
}

function addByte(scan: Scan, value: number): void {
  if (scan.fallback > 0) {
    scan.fallback -= 1
    return
  }
  const page = scan.codePageByFont.get(scan.group.font) ?? scan.codePage
  if (page !== scan.pendingPage) decodePending(scan)
  scan.pendingPage = page
  scan.pending.push(value)
}

function addUnicode(scan: Scan, parameter: number): void {
  addText(scan, String.fromCharCode(parameter & 0xffff))
  scan.fallback = scan.group.fallbackLength
}

function addText(scan: Scan, text: string): void {
  decodePending(scan)
  appendText(scan, text)
}

function decodePending(scan: Scan): void {
  if (scan.pending.length === 0) return
  const text = iconv.decode(Buffer.from(scan.pending), scan.pendingPage)
  scan.pending = []
  appendText(scan, text)
}

function appendText(scan: Scan, text: string): void {
  const { destination } = scan.group
  if (destination === 'body') scan.text += text
  else if (destination === 'title' || destination === 'author') scan.info[destination] += text
}

function endParagraph(scan: Scan): void {
  decodePending(scan)
  scan.blocks.push({ kind: scan.kind, text: scan.text.trim() })
  scan.text = ''
}
