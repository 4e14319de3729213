import { unpackedStream } from './pdf-content.ts'
import { numberAfter, stream, textFromUtf16, utf16Hex, type PdfFile } from './pdf-file.ts'

/** A font of a page as far as its text is read. */
export interface PdfFont {
  /** The number of the stream that maps its glyphs to text. */
  readonly unicodeId: number
  /** The text of a glyph, by its code. */
  readonly texts: ReadonlyMap<number, string>
  /** Whether a glyph takes no room on the line, as signs above and below letters do. */
  readonly isSign: (cid: number) => boolean
}

/**
 * The fonts of a page by the names it calls them. Those of other pages are `known`, by the numbers of
 * their objects; fresh ones are added.
 */
export function fontsOfPage(
  file: PdfFile,
  pageId: number,
  known: Map<number, PdfFont>,
): ReadonlyMap<string, PdfFont> {
  const named = /\/Font\s*<<([^>]*)>>/u.exec(file.object(pageId))?.[1] ?? ''
  return new Map(
    [...named.matchAll(/\/(\S+)\s+(\d+) 0 R/gu)].map(([, name = '', number]) => {
      const id = Number(number)
      const font = known.get(id) ?? readFont(file, id)
      known.set(id, font)
      return [name, font]
    }),
  )
}

function readFont(file: PdfFile, id: number): PdfFont {
  const font = file.object(id)
  const unicodeId = numberAfter(font, '/ToUnicode ')
  const widths = file.object(numberAfter(font, '/DescendantFonts ['))
  const wide = new Set(
    [...(/\/W\s*\[([^\]]*)\]/u.exec(widths)?.[1] ?? '').matchAll(/(\d+) (\d+) ([\d.]+)/gu)].flatMap(
      ([, first, last, width]) =>
        Number(width) === 0
          ? []
          : Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i),
    ),
  )
  const texts = textsFrom(unpackedStream(file.object(unicodeId)))
  return { unicodeId, texts, isSign: (cid) => !wide.has(cid) }
}

const textsFrom = (map: string): ReadonlyMap<number, string> =>
  new Map(
    [...map.matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gmu)].map(([, code = '', text = '']) => [
      Number.parseInt(code, 16),
      textFromUtf16(Buffer.from(text, 'hex')),
    ]),
  )

const MOST_IN_A_BLOCK = 100
const hexOf = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

/** A map from the codes of glyphs to their texts (ISO 32000-1, 9.10.3). */
export function unicodeMap(texts: ReadonlyMap<number, string>): string {
  const lines = [...texts]
    .toSorted(([a], [b]) => a - b)
    .map(([code, text]) => `<${hexOf(code)}> <${utf16Hex(text)}>`)
  let blocks = ''
  for (let at = 0; at < lines.length; at += MOST_IN_A_BLOCK) {
    const own = lines.slice(at, at + MOST_IN_A_BLOCK)
    blocks += `${own.length} beginbfchar\n${own.join('\n')}\nendbfchar\n`
  }
  const map = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
  return stream('', Buffer.from(map, 'latin1'))
}
