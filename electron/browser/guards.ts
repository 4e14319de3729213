import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The name of the protocol spoken over the sockets; the key stands beside it. */
export const SUBPROTOCOL = 'fonds.v1'

/** What a request must match. */
export interface Guard {
  /** `http://127.0.0.1:PORT`, as the only page that may speak to us has it. */
  readonly origin: string
  readonly key: string
}

type Refusal = 403 | 405 | 421

/** Why a request for a file is refused, as an HTTP status; null when it may pass. */
export function refuseRequest(request: IncomingMessage, guard: Guard): Refusal | null {
  const { headers } = request
  // A name rebound to the loopback address still says its own name here.
  if (headers.host !== guard.origin.slice('http://'.length)) return 421
  if (request.method !== 'GET') return 405
  if (headers.origin !== undefined && headers.origin !== guard.origin) return 403
  return comesFromOurselves(request) ? null : 403
}

/** Why a socket is refused; null when it comes from our page and holds the key. */
export function refuseSocket(request: IncomingMessage, guard: Guard): Refusal | null {
  const refusal = refuseRequest(request, guard)
  if (refusal) return refusal
  if (request.headers.origin !== guard.origin) return 403
  const [name, key = ''] = (request.headers['sec-websocket-protocol'] ?? '').split(/,\s*/u)
  return name === SUBPROTOCOL && isSameKey(key, guard.key) ? null : 403
}

/** The file that starts the browser is foreign to us: from there only the page itself is opened. */
function comesFromOurselves({ headers, url }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return headers['sec-fetch-dest'] === 'document' && url === '/'
}

function isSameKey(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
