import { substitutionsFromCounts, type TextCleaner } from './pdf-text.ts'

/**
 * Opens a cleaner for the formats made of markup. Only what XML 1.0 forbids (its production 2:
 * most controls, lone surrogates, U+FFFE and U+FFFF) and the other noncharacters of the first plane
 * are shown as `[U+XXXX]`; the rest is kept.
 */
export function createMarkupCleaner(): TextCleaner {
  const counts = new Map<number, number>()
  const clean = (text: string): string =>
    text.replaceAll(FORBIDDEN, (character) => {
      const codePoint = character.codePointAt(0) ?? 0
      counts.set(codePoint, (counts.get(codePoint) ?? 0) + 1)
      return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
    })
  return { clean, substitutions: () => substitutionsFromCounts(counts) }
}

/** `\p{Cc}` without tab, line feed and carriage return; C1 controls are allowed and stay. */
const FORBIDDEN = /(?![\t\n\r\u{7f}-\u{9f}])[\p{Cc}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
])

/** Text as it stands in HTML or XML, between tags or inside a quoted attribute. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll(/[&<>"\r]/gu, (character) => ENTITIES.get(character) ?? character)
