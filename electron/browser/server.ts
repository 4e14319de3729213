import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { wireFromSocket } from '../../shared/channels/socket-wire.ts'
import type { Wire } from '../../shared/channels/wire.ts'
import { answerPage } from '../core/page/answer-page.ts'
import type { Page } from '../core/page/read-page.ts'
import { refuseRequest, refuseSocket, SUBPROTOCOL, type Guard } from './guards.ts'

/** What the server gives to those who hold its key. */
export interface ServerContent {
  readonly page: Page
  /** Who takes a new connection, by the path it asks for. */
  readonly takerByPath: ReadonlyMap<string, (wire: Wire) => void>
  /** 0 for any free port. */
  readonly port: number
}

/** A server that listens on the loopback address only. */
export interface LoopbackServer extends Guard {
  readonly close: () => Promise<void>
}

/** Largest message, in bytes: one file of the largest size that is read, with room around it. */
const MAX_MESSAGE = 64 * 1024 * 1024

/** Serves the page and its sockets to this workstation, and to nobody without the key. */
export async function startServer(content: ServerContent): Promise<LoopbackServer> {
  const server = createServer()
  server.listen(content.port, '127.0.0.1')
  await once(server, 'listening')
  const guard: Guard = {
    origin: `http://127.0.0.1:${portOf(server)}`,
    key: randomBytes(32).toString('base64url'),
  }
  server.on('request', (request, response) => {
    answerRequest(content.page, guard, request, response)
  })
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE,
    handleProtocols: () => SUBPROTOCOL,
  })
  server.on('upgrade', (request, socket, head) => {
    const take = content.takerByPath.get(request.url ?? '')
    const refusal = refuseSocket(request, guard) ?? (take ? null : 404)
    if (!take || refusal) return refuse(socket, refusal)
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.binaryType = 'arraybuffer'
      take(wireFromSocket(opened))
    })
  })
  const close = async (): Promise<void> => {
    for (const client of sockets.clients) client.terminate()
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return { ...guard, close }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

function answerRequest(
  page: Page,
  guard: Guard,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refusal = refuseRequest(request, guard)
  if (refusal) {
    response.writeHead(refusal).end()
    return
  }
  const { status, headers, body } = answerPage(page, request.url ?? '', 'sockets')
  response.writeHead(status, headers).end(body)
}

function refuse(socket: Duplex, status: number | null): void {
  socket.end(`HTTP/1.1 ${status ?? 404} Refused\r\nConnection: close\r\n\r\n`)
}
