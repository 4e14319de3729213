import type { CustomScheme, Protocol } from 'electron'
import { answerPage } from '../core/page/answer-page.ts'
import type { Page } from '../core/page/read-page.ts'

/** The address of the only page there is. */
export const PAGE_URL = 'app://fonds/'

/** How Chromium treats our addresses: as a site of their own, secure, with compiled scripts kept. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, codeCache: true },
}

/** Answers the addresses of the page from a fixed list of files. */
export function servePage(protocol: Protocol, page: Page): void {
  protocol.handle('app', ({ url }) => {
    const asked = new URL(url)
    const { status, headers, body } = answerPage(
      page,
      asked.host === 'fonds' ? asked.pathname : '',
      'ports',
    )
    return new Response(body, { status, headers })
  })
}

/** Whether an address is the page itself, whatever stands behind its `#`. */
export function isPageUrl(url: string): boolean {
  return url === PAGE_URL || url.startsWith(`${PAGE_URL}#`)
}
