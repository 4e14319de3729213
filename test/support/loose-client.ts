import type { Contract } from '../../shared/channels/channel.ts'
import { connectClient } from '../../shared/channels/client.ts'
import type { Wire } from '../../shared/channels/wire.ts'

/** A client for what the compiler would not let a caller ask. */
export interface LooseClient {
  readonly call: (channel: string, input: unknown) => Promise<object>
  readonly stream: (channel: string, input: unknown) => AsyncGenerator<unknown, object, void>
  readonly close: () => void
}

/** A loose client of one's own on a wire. */
export const connectLoosely = (wire: Wire): LooseClient => loosen(connectClient<Contract>(wire))

/** The same client, asked loosely. */
export function loosen(client: object): LooseClient {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- asking wrongly is what is tested
  return client as unknown as LooseClient
}

/** What a channel answers; of a stream, with all its items. */
export async function answerOf(
  client: LooseClient,
  channel: { readonly name: string; readonly isStream: boolean },
  input: unknown,
): Promise<object> {
  if (!channel.isStream) return client.call(channel.name, input)
  const steps = client.stream(channel.name, input)
  const items: unknown[] = []
  let step = await steps.next()
  while (!step.done) {
    items.push(step.value)
    step = await steps.next()
  }
  return { ...step.value, items }
}
