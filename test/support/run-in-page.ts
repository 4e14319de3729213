import type { Page } from 'playwright-core'
import { build } from 'vite'

/** Runs a module inside a page, with all that it imports. */
export async function runInPage(page: Page, source: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // Evaluated by the debugger itself: the page's own policy lets no text become code.
  await session.send('Runtime.evaluate', { expression: await bundle(source) })
}

async function bundle(source: string): Promise<string> {
  const entry = '\0page-script'
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'page-script' ? entry : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: 'page-script',
        output: { format: 'iife' },
        treeshake: { manualPureFunctions: ['z', 'plain'] },
      },
    },
  })
  if (!('output' in result)) throw new Error('the script was not bundled')
  return result.output[0].code
}
