import { Readability } from '@mozilla/readability'
import type { Reading, ReadingBlock, Source, Structured } from '../reading.ts'
import { refuse } from '../reading.ts'
import { blocksFromTree } from './html-blocks.ts'
import { checkHtmlSize } from './html-guard.ts'
import { structuredFromPage } from './html-structured.ts'
import type { HtmlNode, HtmlPage } from './html-tree.ts'
import { treeFromHtml } from './html-tree.ts'
import { decodeLabelled, labelFromHead } from './labelled-text.ts'
import { readingFromDraft } from './reading-item.ts'

/**
 * Reads a saved page: its main text without menus, banners and forms, its title, and what its
 * head states. The text is found by Readability on a tree that is never rendered; only text
 * nodes become blocks. A page with too many or too deeply nested elements is refused unread.
 */
export function readHtml(source: Source): Reading {
  const label = labelFromHead(source.bytes, /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/iu)
  const decoded = decodeLabelled(source.bytes, label)
  if (!decoded.ok) return refuse(source.name, decoded.reason)
  const checked = checkHtmlSize(decoded.value.text)
  if (!checked.ok) return refuse(source.name, checked.refusal.reason, checked.refusal)
  return readingFromDraft(source, {
    mediaType: 'text/html',
    reader: 'html/1',
    encoding: decoded.value.encoding,
    ...articleFromHtml(decoded.value.text),
    warnings: decoded.value.warnings,
  })
}

/** The text of a piece of markup (a feed entry, the body of a mail), all of it, as blocks. */
export function blocksFromHtml(html: string): readonly ReadingBlock[] | null {
  const checked = checkHtmlSize(html)
  return checked.ok ? blocksFromTree(treeFromHtml(html)) : null
}

type Article = {
  readonly title: string | null
  readonly blocks: readonly ReadingBlock[]
  readonly structured: Structured
}

function articleFromHtml(html: string): Article {
  const page = treeFromHtml(html)
  const structured = structuredFromPage(page)
  // Weighing the page takes it apart, so the whole of it is read first, for want of an article.
  const all = page.body == null ? [] : blocksFromTree(page.body)
  const pageTitle = titleFromPage(page)
  const article = weighPage(page)
  const blocks = article == null ? [] : blocksFromTree(article.content)
  const isWhole = lengthOf(blocks) * WHOLE_PAGE_SHARE < lengthOf(all) && lengthOf(all) < SHORT_PAGE
  return {
    title: article?.title || pageTitle,
    blocks: blocks.length === 0 || isWhole ? all : blocks,
    structured,
  }
}

/** A short page of which hardly anything is found to be the article is read whole. */
const SHORT_PAGE = 4000
const WHOLE_PAGE_SHARE = 3

const lengthOf = (blocks: readonly ReadingBlock[]): number =>
  blocks.reduce((length, { text }) => length + text.length, 0)

function titleFromPage(page: HtmlPage): string | null {
  for (const selector of ['title', 'h1']) {
    for (const element of page.querySelectorAll(selector)) {
      const text = element.textContent?.replace(/\s+/gu, ' ').trim()
      if (text) return text
    }
  }
  return null
}

function weighPage(page: HtmlPage): { readonly title: string; readonly content: HtmlNode } | null {
  const article = new Readability<HtmlNode>(page, { serializer: (node) => node }).parse()
  return article?.content == null ? null : { title: article.title ?? '', content: article.content }
}
