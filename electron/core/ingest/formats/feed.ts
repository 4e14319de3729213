import { parseFeed } from '@rowanmanning/feed-parser'
import type { Reading, ReadingBlock, Source, Structured } from '../reading.ts'
import { refuse } from '../reading.ts'
import { decodeLabelled, labelFromHead } from './labelled-text.ts'
import { joinReadings, readingFromDraft, statedValue } from './reading-item.ts'
import { blocksFromField } from './record-fields.ts'
import { statedDay } from './stated-day.ts'

const ITEM_LIMIT = 5000
const PROLOG_WITH_SUBSET =
  /^(?:\s|\uFEFF|<\?(?:(?!\?>)[\s\S])*\?>|<!--(?:(?!-->)[\s\S])*-->)*<!DOCTYPE(?:"[^"]*"|'[^']*'|[^>"'[])*\[/iu

/**
 * Reads an RSS or Atom feed: each entry is one item named `feed#number`, with its own date and
 * address. A feed that defines entities (a DTD with a subset) is refused as `damaged`: nothing
 * expands, nothing is fetched. One that does not close is read as far as it goes, with a warning.
 */
export function readFeed(source: Source): Reading {
  const label = labelFromHead(source.bytes, /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/iu)
  const decoded = decodeLabelled(source.bytes, label)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const { text, encoding, warnings } = decoded.value
  if (PROLOG_WITH_SUBSET.test(text)) return refuse(source.name, 'damaged')
  // Counted before they are taken apart, which costs much more.
  if (hasMoreEntries(text)) return refuse(source.name, 'limits-exceeded', { limit: 'items' })
  const feed = feedFromText(text)
  if (feed == null) return refuse(source.name, 'damaged')
  if (feed.items.length === 0) return refuse(source.name, 'no-text')
  const readings = feed.items.map((item, index) => {
    const name = feed.items.length === 1 ? source.name : `${source.name}#${index + 1}`
    return readItem({ ...source, name }, item, { encoding, publisher: feed.title })
  })
  const told = hasEnd(text) ? warnings : [...warnings, 'recovered' as const]
  const kinds = told.map((kind) => ({ name: source.name, kind }))
  return joinReadings([...readings, { items: [], refusals: [], warnings: kinds }])
}

function hasMoreEntries(text: string): boolean {
  let count = 0
  for (const _ of text.matchAll(/<(?:[\w-]{1,30}:)?(?:item|entry)(?=[\s/>])/giu)) {
    count += 1
    if (count > ITEM_LIMIT) return true
  }
  return false
}

/** A feed that does not close lost its last entries on the way. */
const hasEnd = (text: string): boolean =>
  /<\/(?:[\w-]+:)?(?:rss|feed|rdf|channel)\s*>/iu.test(text.slice(-END_UNITS))
const END_UNITS = 2048

type Feed = ReturnType<typeof parseFeed>
type FeedItem = Feed['items'][number]

function feedFromText(text: string): Feed | null {
  try {
    return parseFeed(text)
  } catch {
    return null
  }
}

function readItem(
  source: Source,
  item: FeedItem,
  context: { readonly encoding: string; readonly publisher: string | null },
): Reading {
  const title = lineFromMarkup(item.title)
  const blocks = blocksFromField(item.content ?? item.description ?? '')
  if (blocks == null) return refuse(source.name, 'limits-exceeded', { limit: 'elements' })
  return readingFromDraft(source, {
    mediaType: 'application/xml',
    reader: 'feed/1',
    encoding: context.encoding,
    title,
    // An entry may be no more than its title.
    blocks: blocks.some(({ text }) => text !== '') ? blocks : bodyFromTitle(title),
    structured: structuredFromItem(item, context.publisher),
  })
}

const bodyFromTitle = (title: string | null): ReadingBlock[] =>
  title == null ? [] : [{ kind: 'body', text: title }]

function structuredFromItem(item: FeedItem, publisher: string | null): Structured {
  const author = item.authors.map(({ name, email }) => name ?? email ?? '').join(', ')
  const { url } = item
  return {
    published:
      statedDay(statedText(item, ['pubdate', 'published', 'date', 'issued']), 'feed-published') ??
      statedDay(item.published?.toISOString(), 'feed-published'),
    modified: statedDay(statedText(item, ['updated', 'modified']), 'feed-updated'),
    author: statedValue(author, 'feed-author'),
    publisher: statedValue(publisher, 'feed-title'),
    url: url != null && /^https?:/iu.test(url) ? statedValue(url, 'feed-link') : undefined,
  }
}

/** A date as the entry prints it: the parser turns it into an instant and loses its place. */
function statedText(item: FeedItem, names: readonly string[]): string | null {
  return (
    names.map((name) => item.element.findElementWithName(name)?.textContent).find(Boolean) ?? null
  )
}

function lineFromMarkup(text: string | null): string | null {
  const blocks = text == null ? [] : (blocksFromField(text) ?? [])
  return blocks.map((block) => block.text).join(' ') || null
}
