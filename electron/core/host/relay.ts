import { setTimeout as wait } from 'node:timers/promises'
import { hostContract } from '../../../shared/channels/contract.ts'
import type { Contract, Lane } from '../../../shared/channels/channel.ts'
import { isFrame, type Frame, type Wire } from '../../../shared/channels/wire.ts'
import type { Lanes } from './lanes.ts'

/** How long a stopped export may go on by itself before its thread is ended. */
const PATIENCE_MS = 300
const LOOK_EVERY_MS = 20

/** Where a call is answered: by a lane, or by the vault, which needs no archive. */
export interface Hub extends Pick<Lanes, 'stop' | 'retry'> {
  readonly connect: (lane: Lane) => Promise<Wire>
}

interface Relay {
  readonly client: Wire
  readonly lanes: Hub
  readonly wireByLane: Map<Lane, Promise<Wire>>
  /** Calls under way, by the client's own numbers. */
  readonly laneByCall: Map<number, Lane>
  /** While an export that was stopped has not ended: what comes for the lane waits for a fresh one. */
  ending: Promise<void> | null
}

/**
 * Carries one client's frames to the lane that answers each channel, and the answers back. It
 * looks at a call's name only; what it carries is validated where it is answered.
 */
export function relayClient(client: Wire, lanes: Hub): void {
  const relay: Relay = { client, lanes, wireByLane: new Map(), laneByCall: new Map(), ending: null }
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

const contract: Contract = hostContract

async function forward(relay: Relay, frame: Frame): Promise<void> {
  while (relay.ending !== null && isForEndingLane(relay, frame)) await relay.ending
  if (frame.k === 'call') relay.laneByCall.set(frame.id, laneOf(frame.channel))
  const lane = relay.laneByCall.get(frame.id)
  if (lane === undefined) return
  // Before anything is awaited: what comes right behind must already find it.
  if (frame.k === 'stop' && lane === 'export') awaitEnd(relay, frame.id)
  try {
    const wire = await wireTo(relay, lane)
    wire.post(frame)
  } catch {
    // A lane that cannot even start has said why in the log.
    dropLane(relay, lane)
  }
}

function laneOf(name: string): Lane {
  const channel = Object.hasOwn(contract, name) ? contract[name] : undefined
  return channel?.lane ?? 'read'
}

/** A new export, or what is said of one that waits itself. */
const isForEndingLane = (relay: Relay, frame: Frame): boolean =>
  frame.k === 'call' ? laneOf(frame.channel) === 'export' : !relay.laneByCall.has(frame.id)

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
      () => {
        // One that was ended may tell so after its successor was opened.
        if (relay.wireByLane.get(lane) === opened) dropLane(relay, lane)
      },
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

/** Has what comes for the lane wait until the stopped export is over. */
function awaitEnd(relay: Relay, id: number): void {
  const before = relay.ending ?? Promise.resolve()
  const ending = before
    .then(() => endExport(relay, id))
    .finally(() => {
      if (relay.ending === ending) relay.ending = null
    })
  relay.ending = ending
}

/** Typesetting cannot be interrupted from within: what does not stop is ended with its thread. */
async function endExport(relay: Relay, id: number): Promise<void> {
  for (let waited = 0; relay.laneByCall.has(id) && waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    await wait(LOOK_EVERY_MS)
  }
  if (!relay.laneByCall.has(id)) return
  await relay.lanes.stop('export')
  dropLane(relay, 'export')
}
