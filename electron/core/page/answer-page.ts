import { randomBytes } from 'node:crypto'
import type { Page } from './read-page.ts'

/** How the page reaches the archive: over ports it needs no address at all. */
export type PageTransport = 'ports' | 'sockets'

/** What a shell sends back for one address. */
export interface PageAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/**
 * The answer to one request for the page: a file of the fixed list, or 404. Every answer carries
 * the content security policy, with a nonce of its own that also stands in the page, and is
 * kept by no cache.
 */
export function answerPage(page: Page, pathname: string, transport: PageTransport): PageAnswer {
  const nonce = randomBytes(16).toString('base64')
  const file = page.get(pathname)
  const headers = {
    'content-type': file?.mediaType ?? 'text/plain; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(nonce, transport),
    ...FIXED_HEADERS,
  }
  if (!file) return { status: 404, headers, body: new Uint8Array() }
  const isPage = file.mediaType.startsWith('text/html')
  return { status: 200, headers, body: isPage ? withNonce(file.bytes, nonce) : file.bytes }
}

const FIXED_HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

function contentSecurityPolicy(nonce: string, transport: PageTransport): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${transport === 'ports' ? "'none'" : "'self'"}`,
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

function withNonce(html: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(html)
  return new TextEncoder().encode(text.replaceAll('%CSP_NONCE%', nonce))
}
