/** One token of an RTF source. `byte` is a character of the code page in force. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'word'; readonly word: string; readonly parameter: number | null }
  | { readonly kind: 'overrun' }

const CONTROL = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([\da-fA-F]{2})|([\s\S]))/uy

/**
 * Splits an RTF source (Rich Text Format 1.9.1, one character per byte) into tokens. The bytes
 * of `\bin` are skipped; a length that runs past the end gives `overrun` and ends the tokens.
 */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0
  while (at < source.length) {
    const character = source.charAt(at)
    if (character !== '\\') {
      at += 1
      const token = tokenFromCharacter(character)
      if (token != null) yield token
      continue
    }
    CONTROL.lastIndex = at
    const match = CONTROL.exec(source)
    if (match == null) return
    at = CONTROL.lastIndex
    const token = tokenFromControl(match)
    if (token.kind === 'word' && token.word === 'bin') {
      const length = Math.max(0, token.parameter ?? 0)
      if (length > source.length - at) {
        yield { kind: 'overrun' }
        return
      }
      at += length
    } else yield token
  }
}

function tokenFromCharacter(character: string): RtfToken | null {
  if (character === '{') return { kind: 'open' }
  if (character === '}') return { kind: 'close' }
  if (character === '\r' || character === '\n') return null
  return { kind: 'byte', value: character.charCodeAt(0) }
}

function tokenFromControl([, word, parameter, hex, symbol]: RegExpExecArray): RtfToken {
  if (hex != null) return { kind: 'byte', value: Number.parseInt(hex, 16) }
  if (word == null) return tokenFromSymbol(symbol ?? '')
  return { kind: 'word', word, parameter: parameter == null ? null : Number(parameter) }
}

function tokenFromSymbol(symbol: string): RtfToken {
  if ('\\{}'.includes(symbol)) return { kind: 'byte', value: symbol.charCodeAt(0) }
  if (symbol === '\r' || symbol === '\n') return { kind: 'word', word: 'par', parameter: null }
  return { kind: 'symbol', symbol }
}
