/** What the head of a forwarded message states, and the text under it. */
export type ForwardedMail = {
  readonly subject: string | null
  readonly date: string | null
  readonly from: string | null
  readonly body: string
}

const SUBJECT = /^\s*\*?(?:sujet|objet|subject|الموضوع)\s*:\*?\s*(.+)$/iu
const DATE = /^\s*\*?(?:date|envoyé|envoyé le|sent|التاريخ|تاريخ|أرسلت)\s*:\*?\s*(.+)$/iu
const FROM = /^\s*\*?(?:de|from|expéditeur|من)\s*:\*?\s*(.+)$/iu
const OTHER =
  /^\s*\*?(?:à|a|to|pour|cc|cci|destinataires?|copie à|reply-to|répondre à|إلى|نسخة)\s*:/iu
const LINES_BEFORE = 15
const NOTE_LIMIT = 300

/**
 * Reads a message that passes another one on: the forwarded head (French, English, Arabic) near
 * the top of the text. A short note above it is the forwarder's and stays out of the body. Null
 * when the message forwards nothing, or has a long text of its own before.
 */
export function readForwarded(text: string): ForwardedMail | null {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n')
  const start = lines.findIndex((line) => isHeadLine(line))
  if (start < 0 || start > LINES_BEFORE) return null
  const after = lines.slice(start).findIndex((line) => !isHeadLine(line))
  const head = lines.slice(start, after < 0 ? undefined : start + after)
  const subject = firstMatch(head, SUBJECT)
  const date = firstMatch(head, DATE)
  const from = firstMatch(head, FROM)
  const isHead = [subject, date, from].filter((value) => value != null).length >= 2
  if (!isHead || lines.slice(0, start).join(' ').length > NOTE_LIMIT) return null
  return {
    subject,
    date,
    from,
    body: lines
      .slice(start + head.length)
      .join('\n')
      .trim(),
  }
}

const isHeadLine = (line: string): boolean =>
  [SUBJECT, DATE, FROM, OTHER].some((expression) => expression.test(line))

function firstMatch(lines: readonly string[], expression: RegExp): string | null {
  const match = lines.map((line) => expression.exec(line)).find((found) => found != null)
  return match?.[1]?.trim() ?? null
}
