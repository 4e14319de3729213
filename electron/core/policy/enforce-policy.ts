import { z } from 'zod'
import type { Lane } from '../../../shared/channels/channel.ts'
import type { Failure } from '../../../shared/model/failure.ts'
import type { Policy } from '../../../shared/model/policy.ts'

interface Asked {
  readonly channel: string
  readonly lane: Lane
  /** Already accepted by the channel's schema. */
  readonly input: unknown
}

/** The failure `policy-refuses` for a call that the policy does not allow; null for any other. */
export function refusalOf(policy: Policy, asked: Asked): Failure | null {
  const rule = brokenRule(policy, asked)
  return rule === null ? null : { kind: 'policy-refuses', rule }
}

function brokenRule(policy: Policy, { channel, lane, input }: Asked): keyof Policy | null {
  if (policy.readOnly && lane === 'write') return 'readOnly'
  const format = formatAsked(channel, input)
  const isAllowed =
    format === null || !policy.exportFormats || policy.exportFormats.some((each) => each === format)
  return isAllowed ? null : 'exportFormats'
}

/** Channels that write one format only. */
const FORMAT_BY_CHANNEL: ReadonlyMap<string, string> = new Map([
  ['export.render-pdf', 'pdf'],
  ['export.render-comparison', 'pdf'],
  ['export.render-results', 'list-pdf'],
  ['annotation.export-bundle', 'annotation-bundle'],
  ['annotation.export-web', 'web-annotations'],
])

/** Channels whose PDF is one of many texts, which has a name of its own in a policy. */
const GATHERED: ReadonlySet<string> = new Set(['export.render-dossier', 'export.render-briefing'])

const renderingSchema = z.object({ format: z.string() })

function formatAsked(channel: string, input: unknown): string | null {
  const only = FORMAT_BY_CHANNEL.get(channel)
  if (only !== undefined) return only
  if (!channel.startsWith('export.')) return null
  const format = renderingSchema.safeParse(input).data?.format ?? null
  return format === 'pdf' && GATHERED.has(channel) ? 'dossier-pdf' : format
}
