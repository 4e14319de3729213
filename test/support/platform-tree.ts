import type { Page } from 'playwright-core'

/** One object of a page as the platform's accessibility interface hands it to screen readers. */
export interface PlatformNode {
  /** In the words of the platform: `paragraph`, `push button`, `landmark`, … */
  readonly role: string
  readonly name: string
  readonly isFocused: boolean
  readonly isShowing: boolean
  /** Offsets into its own text; null where neither caret nor selection stands. */
  readonly caret: number | null
  readonly selected: readonly [number, number] | null
  readonly text: string
}

/** What a browser needs to be started with so that `readPlatformTree` has something to read. */
export const WITH_PLATFORM_TREE = '--force-renderer-accessibility'

/**
 * What the browser tells assistive technology of a page, as its own page of accessibility
 * internals prints it: what passes the interface, caret and selection too, and not what the page
 * meant. The protocol of its debugger leaves both out.
 */
export async function readPlatformTree(page: Page): Promise<readonly PlatformNode[]> {
  const internals = await page.context().newPage()
  await internals.goto('chrome://accessibility')
  const kind = internals.locator('#apiType')
  // Another choice loads the page again.
  if ((await kind.inputValue()) !== 'linux') {
    await Promise.all([internals.waitForEvent('load'), kind.selectOption('linux')])
  }
  await internals.locator('#filter-allow').fill('*')
  const entry = internals.locator('#pages > *').filter({ hasText: page.url() })
  await entry.getByText('Show accessibility tree').click()
  await entry.getByText('[document web]').waitFor()
  const printed = await entry.innerText()
  await internals.close()
  return printed.split('\n').flatMap(nodeFromLine)
}

function nodeFromLine(line: string): readonly PlatformNode[] {
  const role = /^\+*\[([^\]]+)\]/u.exec(line)?.[1]
  if (role === undefined) return []
  const states = line.slice(0, line.indexOf(' actions=') + 1 || undefined)
  const has = (state: string): boolean => new RegExp(`[ '](?:${state}) `, 'u').test(states)
  const number = (name: string): number | null => {
    const found = new RegExp(` ${name}=(-?\\d+)`, 'u').exec(line)?.[1]
    return found === undefined ? null : Number(found)
  }
  const [start, end] = [number('selection_start'), number('selection_end')]
  return [
    {
      role,
      name: / name='([^']*)'/u.exec(line)?.[1] ?? '',
      isFocused: has('focused'),
      isShowing: has('showing'),
      caret: number('caret_offset'),
      selected: start === null || end === null ? null : [start, end],
      text: / text='(.*)' hypertext=/u.exec(line)?.[1] ?? '',
    },
  ]
}
