/** Words a line needs to be a sentence and not a label, a byline or the name of a page. */
const SENTENCE_WORDS = 8
/** The lead of a report tells what, when and where: what follows tells of other days and places. */
const LEAD_UNITS = 600

/** The beginning of a text that reports its event, with the labels that may stand before it. */
export function leadOf(text: string): string {
  let start = 0
  for (const line of text.slice(0, LEAD_UNITS * 2).split('\n')) {
    if ((line.match(/\p{L}{2,}/gu)?.length ?? 0) >= SENTENCE_WORDS) break
    start += line.length + 1
  }
  return text.slice(0, Math.min(start, LEAD_UNITS) + LEAD_UNITS)
}
