import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

interface Finding {
  readonly rule: string
  readonly where: readonly string[]
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds against WCAG 2.2 AA, and more rules where asked, on the page as it stands. */
export async function findBarriers(
  page: Page,
  more: readonly string[] = [],
): Promise<readonly Finding[]> {
  const session = await page.context().newCDPSession(page)
  // Evaluated by the debugger itself: the page's own policy lets no text become code.
  await session.send('Runtime.evaluate', { expression: source })
  return page.evaluate(
    async (tags) => {
      const { violations } = await Reflect.get(window, 'axe').run({ runOnly: tags })
      return violations.map(
        (found: { id: string; nodes: { target: string[]; any: { message: string }[] }[] }) => ({
          rule: found.id,
          where: found.nodes.map(
            ({ target, any }) => `${target.join(' ')}: ${any[0]?.message ?? ''}`,
          ),
        }),
      )
    },
    [...TAGS, ...more],
  )
}
