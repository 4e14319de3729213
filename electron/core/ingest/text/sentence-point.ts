/**
 * What stands before the point of a sentence, as the source of a pattern: a point after a short
 * capitalised word is that of an abbreviation, "Sen.", "Gov.", "M.".
 */
export const NO_ABBREVIATION = String.raw`(?<!(?<!\p{L})\p{Lu}\p{L}{0,4})`
