import { parseHTML } from 'linkedom'

/** What the readers use of a tree node; the tree itself comes from the HTML parser. */
export type HtmlNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly childNodes: Iterable<HtmlNode>
}

/** A tree node with attributes. */
export type HtmlElement = HtmlNode & {
  readonly getAttribute: (name: string) => string | null
  readonly querySelectorAll: (selector: string) => Iterable<HtmlElement>
  readonly remove: () => void
}

/** A parsed page. */
export type HtmlPage = HtmlElement & { readonly body: HtmlElement | null }

/** Parses a page into a tree. Nothing in it is run, loaded or styled. */
export function treeFromHtml(html: string): HtmlPage {
  // A fragment without a root element would leave the parser without a body.
  const whole = /<(?:html|body)[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`
  return parseHTML(whole).document
}

/** Attribute of the first element that has it not empty. */
export function firstAttribute(page: HtmlElement, selector: string, name: string): string | null {
  for (const element of page.querySelectorAll(selector)) {
    const value = element.getAttribute(name)?.trim()
    if (value) return value
  }
  return null
}
