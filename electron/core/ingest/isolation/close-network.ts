import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

/**
 * Takes the network away from this process: opening a connection, a datagram socket or a server,
 * and looking a name up, throw. A parser has no business with any of them.
 */
export function closeNetwork(): void {
  Object.assign(net.Socket.prototype, { connect: refuse })
  Object.assign(net.Server.prototype, { listen: refuse })
  Object.assign(dgram.Socket.prototype, { send: refuse, connect: refuse, bind: refuse })
  Object.assign(dns.Resolver.prototype, { resolve: refuse })
  Object.assign(dns, { lookup: refuse, resolve: refuse })
}

function refuse(): never {
  throw new Error('The reader process has no network')
}
