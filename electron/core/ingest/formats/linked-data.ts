import type { HtmlPage } from './html-tree.ts'

const ARTICLE = /Article|Posting|Report|WebPage|PressRelease|Statement/u
const DEPTH_LIMIT = 8

/** A date of the article that a page describes in JSON-LD (schema.org), as written there. */
export function dateFromLinkedData(
  page: HtmlPage,
  field: 'datePublished' | 'dateModified',
): string | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const value = findDate(parseJson(script.textContent ?? ''), field, 0)
    if (value != null) return value
  }
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function findDate(value: unknown, field: string, depth: number): string | null {
  if (depth > DEPTH_LIMIT || typeof value !== 'object' || value == null) return null
  if (Array.isArray(value)) return firstDate(value, field, depth)
  const fields = new Map<string, unknown>(Object.entries(value))
  const date = fields.get(field)
  const type = JSON.stringify(fields.get('@type') ?? '')
  if (typeof date === 'string' && ARTICLE.test(type)) return date
  return firstDate([fields.get('@graph'), fields.get('mainEntity')], field, depth)
}

function firstDate(values: readonly unknown[], field: string, depth: number): string | null {
  for (const value of values) {
    const date = findDate(value, field, depth + 1)
    if (date != null) return date
  }
  return null
}
