import { afterAll, expect, test } from 'vitest'
import { unreadableReasonSchema } from '../../shared/model/ingest.ts'
import { forkReader } from '../../electron/core/ingest/isolation/reader-channel.ts'
import { openReaderProcess } from '../../electron/core/ingest/isolation/reader-process.ts'
import { detectFormat } from '../../electron/core/ingest/formats/detect-format.ts'
import { HOSTILE_MAKES, type HostileEnding } from '../support/hostile-makes.ts'

const never = new AbortController().signal
const reader = openReaderProcess({ spawn: forkReader() })
afterAll(reader.close)

const REASONS: ReadonlySet<string> = new Set(unreadableReasonSchema.options)

/** A refusal for one of its reasons and nothing read, or its words and not what it must lack. */
function endsAsItShould(
  ending: HostileEnding,
  { words, reason }: { readonly words: string; readonly reason: string | undefined },
): boolean {
  if ('reason' in ending) return words === '[]' && ending.reason.includes(reason ?? 'read')
  return words.includes(ending.words) && !words.includes(ending.lacks ?? '\0')
}

test.each(Object.entries(HOSTILE_MAKES))(
  '%s ends in a typed refusal or in its right words, and the next file is read',
  async (name, [make, ending]) => {
    const { items, refusals } = await reader.read({ name, bytes: Buffer.from(make()) }, never)
    expect(refusals.every(({ reason }) => REASONS.has(reason))).toBe(true)
    expect(
      endsAsItShould(ending, { words: JSON.stringify(items), reason: refusals[0]?.reason }),
    ).toBe(true)
    const next = { name: 'next.txt', bytes: Buffer.from('Le comité s’est réuni.') }
    expect((await reader.read(next, never)).items).toHaveLength(1)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  },
  30_000,
)

test('tells the format of a prolog that never ends in a moment', async () => {
  // Tried in every way, 60 parts would take longer than the sun will last.
  const prolog = `<?xml version="1.0"?>${'<?a b?><!-- c -->'.repeat(30)}x`
  expect(await detectFormat(Buffer.from(prolog), 'a.xml')).toEqual({ ok: true, format: 'xml' })
})
