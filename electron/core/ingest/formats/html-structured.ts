import type { Structured, StructuredValue } from '../reading.ts'
import type { HtmlPage } from './html-tree.ts'
import { firstAttribute } from './html-tree.ts'
import { dateFromLinkedData } from './linked-data.ts'
import { statedValue } from './reading-item.ts'
import { dayFromField, statedDay } from './stated-day.ts'

/**
 * What the head of a page states: its address, publisher, author, and the day of publication by
 * the first rule that gives one, most reliable first (measured on 972 pages): the address 98 %,
 * `article:published_time` 95 %, JSON-LD 92 %, `<time>` 91 %, other meta tags 88 %. A day of
 * modification is kept apart: it is right as publication on 73 % only.
 */
export function structuredFromPage(page: HtmlPage): Structured {
  const metas = metasOfPage(page)
  const url =
    firstAttribute(page, 'link[rel="canonical"]', 'href') ??
    firstMeta(metas, ['og:url', 'twitter:url'])
  const author = firstMeta(metas, ['author', 'article:author', 'dc.creator'])
  return {
    published: publishedFromPage(page, metas, url),
    modified: modifiedFromPage(page, metas),
    title: statedValue(firstMeta(metas, ['og:title', 'dc.title', 'dcterms.title']), 'html-title'),
    author: statedValue(author, 'html-author'),
    publisher: statedValue(firstMeta(metas, ['og:site_name', 'dc.publisher']), 'html-publisher'),
    language: statedValue(firstAttribute(page, 'html[lang]', 'lang'), 'html-lang'),
    url: url != null && /^https?:/iu.test(url) ? statedValue(url, 'html-address') : undefined,
  }
}

const OTHER_DATES = [
  'date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'sailthru.date',
  'parsely-pub-date',
  'article.published',
  'og:pubdate',
  'created',
]

type Metas = ReadonlyMap<string, string>

function publishedFromPage(
  page: HtmlPage,
  metas: Metas,
  url: string | null,
): StructuredValue | undefined {
  const published = firstMeta(metas, ['article:published_time', 'og:article:published_time'])
  return (
    dayFromAddress(url) ??
    statedDay(published, 'html-published-time') ??
    statedDay(dateFromLinkedData(page, 'datePublished'), 'html-linked-data') ??
    statedDay(timeFromPage(page), 'html-time') ??
    statedDay(firstMeta(metas, OTHER_DATES), 'html-meta')
  )
}

function modifiedFromPage(page: HtmlPage, metas: Metas): StructuredValue | undefined {
  const names = ['article:modified_time', 'og:updated_time', 'dcterms.modified']
  return (
    statedDay(firstMeta(metas, names), 'html-modified-time') ??
    statedDay(dateFromLinkedData(page, 'dateModified'), 'html-linked-data')
  )
}

function dayFromAddress(url: string | null): StructuredValue | undefined {
  const [quote, year, month, day] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)/u.exec(url ?? '') ??
    /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/._-]|$)/u.exec(url ?? '') ??
    []
  if (quote == null || month == null || day == null) return undefined
  const value = dayFromField(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return statedValue(value, 'html-address-date', quote)
}

function timeFromPage(page: HtmlPage): string | null {
  const published =
    firstAttribute(page, 'time[pubdate], time[itemprop="datePublished"]', 'datetime') ??
    firstAttribute(page, '[itemprop="datePublished"]', 'content') ??
    firstAttribute(page, 'article time, main time, header time', 'datetime') ??
    firstAttribute(page, 'time', 'datetime')
  return published ?? firstAttribute(page, 'abbr.published', 'title')
}

function metasOfPage(page: HtmlPage): Metas {
  const values = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name')
    const content = element.getAttribute('content')?.trim()
    const key = name?.trim().toLowerCase()
    if (key && content && !values.has(key)) values.set(key, content)
  }
  return values
}

const firstMeta = (metas: Metas, names: readonly string[]): string | null =>
  names.map((name) => metas.get(name)).find((value) => value != null) ?? null
