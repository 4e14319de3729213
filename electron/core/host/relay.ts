import { archiveContract } from '../../../shared/channels/contract.ts'
import type { Contract, Lane } from '../../../shared/channels/channel.ts'
import { isFrame, type Frame, type Wire } from '../../../shared/channels/wire.ts'
import type { Lanes } from './lanes.ts'

/** How long a stopped export may go on by itself before its thread is ended. */
const PATIENCE_MS = 300

interface Relay {
  readonly client: Wire
  readonly lanes: Lanes
  readonly wireByLane: Map<Lane, Promise<Wire>>
  /** Calls under way, by the client's own numbers. */
  readonly laneByCall: Map<number, Lane>
}

/**
 * Carries one client's frames to the lane that answers each channel, and the answers back. It
 * looks at a call's name only; what it carries is validated where it is answered.
 */
export function relayClient(client: Wire, lanes: Lanes): void {
  const relay: Relay = { client, lanes, wireByLane: new Map(), laneByCall: new Map() }
  const ready = lanes.retry()
  client.listen(
    (frame) => {
      if (isFrame(frame)) void ready.then(() => forward(relay, frame))
      else client.close()
    },
    () => {
      for (const wire of relay.wireByLane.values()) void wire.then((open) => open.close())
    },
  )
}

const contract: Contract = archiveContract

async function forward(relay: Relay, frame: Frame): Promise<void> {
  if (frame.k === 'call') {
    const channel = Object.hasOwn(contract, frame.channel) ? contract[frame.channel] : undefined
    relay.laneByCall.set(frame.id, channel?.lane ?? 'read')
  }
  const lane = relay.laneByCall.get(frame.id)
  if (lane === undefined) return
  try {
    const wire = await wireTo(relay, lane)
    wire.post(frame)
  } catch {
    // A lane that cannot even start has said why in the log.
    dropLane(relay, lane)
  }
  if (frame.k === 'stop' && lane === 'export')
    setTimeout(() => endLane(relay, frame.id), PATIENCE_MS)
}

function wireTo(relay: Relay, lane: Lane): Promise<Wire> {
  const known = relay.wireByLane.get(lane)
  if (known) return known
  const opened = relay.lanes.connect(lane).then((wire) => {
    wire.listen(
      (frame) => {
        if (!isFrame(frame)) return
        if (frame.k === 'done' || frame.k === 'fail') relay.laneByCall.delete(frame.id)
        relay.client.post(frame)
      },
      () => dropLane(relay, lane),
    )
    return wire
  })
  relay.wireByLane.set(lane, opened)
  return opened
}

/** A lane that is gone answers nothing more: its calls end, and the next call starts it anew. */
function dropLane(relay: Relay, lane: Lane): void {
  relay.wireByLane.delete(lane)
  for (const [id, answering] of relay.laneByCall) {
    if (answering !== lane) continue
    relay.laneByCall.delete(id)
    relay.client.post({ k: 'fail', id, failure: { kind: 'connection-lost' } })
  }
}

/** Typesetting cannot be interrupted from within: what does not stop is ended with its thread. */
function endLane(relay: Relay, id: number): void {
  if (relay.laneByCall.get(id) === 'export') void relay.lanes.stop('export')
}
