/* oxlint-disable unicorn/consistent-function-scoping -- they run inside a page, where nothing is around them */
import type { Page } from 'playwright-core'

/**
 * What nobody can read whole on the page as it stands: words beyond the window or cut without «…»,
 * and boxes that scroll sideways.
 */
export function findCutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')]
    const scrolls = (element: Element): boolean =>
      /auto|scroll/u.test(getComputedStyle(element).overflowX)
    const isWide = (element: Element): boolean => element.scrollWidth > element.clientWidth + 1
    const isInScroller = (element: Element): boolean => {
      const parent = element.parentElement
      return scrolls(element) || (parent !== null && isInScroller(parent))
    }
    const hasWords = (element: HTMLElement): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    const isSeen = (element: HTMLElement): boolean => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && element.closest('.visually-hidden') === null
    }
    const isCut = (element: HTMLElement): boolean => {
      const { overflowX, textOverflow } = getComputedStyle(element)
      return overflowX === 'hidden' && textOverflow !== 'ellipsis' && isWide(element)
    }
    const isOutside = (element: HTMLElement): boolean => {
      const { left, right } = element.getBoundingClientRect()
      return !isInScroller(element) && (left < -1 || right > window.innerWidth + 1)
    }
    // A table of data may (WCAG 1.4.10).
    const scrollers = all.filter(
      (element) => scrolls(element) && isWide(element) && !element.querySelector(':scope > table'),
    )
    const words = all.filter(
      (element) => hasWords(element) && isSeen(element) && (isCut(element) || isOutside(element)),
    )
    return [
      ...scrollers.map(({ className }) => `${className} scrolls sideways`),
      ...words.map(({ className, innerText }) => `${className}: ${innerText.slice(0, 40)}`),
    ]
  })
}

/** Makes every word of the interface longer by half, as other languages may: a pseudo-locale. */
export function lengthenWords(page: Page): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode
      if (text instanceof Text && text.data.trim() !== '') texts.push(text)
    }
    for (const text of texts) {
      // Texts of the archive are what they are; paragraphs wrap whatever they hold.
      if (
        text.parentElement?.closest('.text, .snippet, textarea, kbd, svg, mark, .visually-hidden')
      )
        continue
      const more = Math.ceil(text.data.trim().length / 2)
      text.data = `${text.data} ${'ŵ'.repeat(Math.min(more, 9))}${more > 9 ? ` ${'ŵ'.repeat(Math.min(more - 9, 9))}` : ''}`
    }
  })
}
