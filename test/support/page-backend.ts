import path from 'node:path'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { ItemOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Outcome } from '../../shared/model/failure.ts'

const client = path.resolve(import.meta.dirname, '../../renderer/client/backend.ts')

/**
 * Gives a page a second backend of its own, made of the product's client, and counts each
 * connection it gets. The page's own interface keeps the connection it had.
 */
export async function installBackend(page: Page): Promise<void> {
  const bundle = await bundleClient()
  await page.evaluate(bundle)
  await page.waitForFunction(() => Reflect.get(window, 'backends') > 0)
}

/** Calls a channel of the archive from inside the page. */
export function callArchive<M extends keyof ArchiveContract>(
  page: Page,
  channel: M,
  input: unknown,
): Promise<Outcome<OutputOf<ArchiveContract[M]>>> {
  return page.evaluate(
    ([name, value]) => Reflect.get(window, 'backend').archive.call(name, value),
    [channel, input] as const,
  )
}

/** Runs a stream of the archive to its end inside the page. */
export function streamArchive<M extends keyof ArchiveContract>(
  page: Page,
  channel: M,
  input: unknown,
): Promise<{
  readonly items: readonly ItemOf<ArchiveContract[M]>[]
  readonly outcome: Outcome<OutputOf<ArchiveContract[M]>>
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

/** What each new pair of ports is announced with goes to the second backend alone. */
const TAKE_PORTS = `
const add = window.addEventListener
window.addEventListener = (type, listener) => add.call(window, type, (event) => {
  if (event.data === 'fonds:ports') event.stopImmediatePropagation()
  listener(event)
}, true);`

async function bundleClient(): Promise<string> {
  const entry = '\0page-backend'
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'page-backend' ? entry : null),
        load: (id) =>
          id === entry
            ? `import { openBackend } from ${JSON.stringify(client)}
               openBackend((backend) => {
                 window.backend = backend
                 window.backends = (window.backends ?? 0) + 1
               })`
            : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: 'page-backend',
        output: { format: 'iife' },
        treeshake: { manualPureFunctions: ['z', 'plain'] },
      },
    },
  })
  const { output } = result as Rolldown.RolldownOutput
  return `(() => {${TAKE_PORTS}\n${output[0].code}\nwindow.addEventListener = add })()`
}
