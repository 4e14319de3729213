import path from 'node:path'
import type { Page } from 'playwright-core'
import type { InputOf, ItemOf, OutputOf } from '../../shared/channels/channel.ts'
import type { HostContract } from '../../shared/channels/contract.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import { runInPage } from './run-in-page.ts'

const client = path.resolve(import.meta.dirname, '../../renderer/client/backend.ts')
const ENTRY = `
  import { openBackend } from ${JSON.stringify(client)}
  openBackend((backend) => {
    window.backend = backend
    window.backends = (window.backends ?? 0) + 1
  }, () => {}, () => {})`

/**
 * Loads a page again with a second backend of its own beside its interface's, made of the
 * product's client, and counts each connection that one gets.
 */
export async function installBackend(page: Page): Promise<void> {
  await page.addInitScript(keepNewestListener)
  await page.reload()
  await runInPage(page, ENTRY)
  await page.waitForFunction(() => Reflect.get(window, 'backends') > 0)
}

/** Calls a channel of the archive from inside the page. */
export function callArchive<M extends keyof HostContract>(
  page: Page,
  channel: M,
  input: InputOf<HostContract[M]>,
): Promise<Outcome<OutputOf<HostContract[M]>>> {
  return page.evaluate(
    ([name, value]) => Reflect.get(window, 'backend').archive.call(name, value),
    [channel, input] as const,
  )
}

/** The value of an outcome that the test takes for granted. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`a failure: ${JSON.stringify(outcome.failure)}`)
  return outcome.value
}

/** Runs a stream of the archive to its end inside the page. */
export function streamArchive<M extends keyof HostContract>(
  page: Page,
  channel: M,
  input: InputOf<HostContract[M]>,
): Promise<{
  readonly items: readonly ItemOf<HostContract[M]>[]
  readonly outcome: Outcome<OutputOf<HostContract[M]>>
}> {
  return page.evaluate(
    async ([name, value]) => {
      const steps = Reflect.get(window, 'backend').archive.stream(name, value)
      const items = []
      for (;;) {
        const step = await steps.next()
        if (step.done) return { items, outcome: step.value }
        items.push(step.value)
      }
    },
    [channel, input] as const,
  )
}

/** How many connections the page's second backend has had. */
export function countBackends(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'backends'))
}

/** Ports serve one listener: the one that came last, which is the second backend. */
function keepNewestListener(): void {
  const add = window.addEventListener.bind(window)
  let newest: ((event: MessageEvent) => void) | undefined
  add('message', (event) => newest?.(event))
  Object.assign(window, {
    addEventListener: (type: string, listener: () => void, options?: object) => {
      if (type === 'message') newest = listener
      else add(type, listener, options)
    },
  })
}
