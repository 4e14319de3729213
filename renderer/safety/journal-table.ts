import type { JournalRecord } from '../../shared/model/journal.ts'

/**
 * A journal as CSV (RFC 4180) with a byte order mark, for spreadsheets; what they would take for a
 * formula is kept a text by an apostrophe (CWE-1236).
 */
export function journalTable(
  columns: readonly string[],
  entries: readonly JournalRecord[],
): string {
  const rows = entries.map(({ seq, at, actor, action, subject, before, after, digest }) => [
    String(seq),
    at,
    actor,
    action,
    subject,
    jsonOf(before),
    jsonOf(after),
    digest,
  ])
  const head = [...columns, 'before', 'after', 'digest']
  return `\u{feff}${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

const jsonOf = (value: unknown): string => (value === null ? '' : JSON.stringify(value))

function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
