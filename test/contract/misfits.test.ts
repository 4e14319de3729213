import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../shared/channels/channel.ts'
import { archiveContract, hostContract } from '../../shared/channels/contract.ts'
import { shellContract } from '../../shared/channels/shell.ts'
import { aFolder } from '../support/archive.ts'
import { WAYS, type OpenedArchive } from '../support/archive-wires.ts'
import { channelInputs, type KnownArchive } from '../support/channel-inputs.ts'
import { fillArchive } from '../support/filled-archive.ts'
import { answerOf, connectLoosely, type LooseClient } from '../support/loose-client.ts'
import { misfitsOf } from '../support/misfits.ts'
import { digestsIn, faultsIn, type Asked } from '../support/refusals.ts'
import { SHELL_INPUTS, VAULT_INPUTS } from '../support/shell-inputs.ts'

const { folder, remove } = aFolder()
const seed = path.join(folder, 'seed.fonds')
let known: Omit<KnownArchive, 'folder'>

beforeAll(async () => {
  known = await fillArchive(seed)
})
afterAll(remove)

/** Which side answers, and how one comes to it. */
const SIDES: readonly (readonly [side: string, way: keyof typeof WAYS, contract: Contract])[] = [
  ['the archive', 'in one process', archiveContract],
  ['the archive and its vault', 'over the port of a host thread', hostContract],
  ['the archive and its vault', 'over a socket of the browser shell', hostContract],
  ['the browser shell', 'over a socket of the browser shell', shellContract],
]

describe.each(SIDES)('%s, %s', (side, way, contract) => {
  const own = path.join(folder, `${side} ${way}`)
  let opened: OpenedArchive
  let client: LooseClient
  let inputs: Readonly<Record<string, object>>

  beforeAll(async () => {
    mkdirSync(own)
    copyFileSync(seed, path.join(own, 'archive.fonds'))
    const open = WAYS[way]
    if (!open) throw new Error(`no way ${way}`)
    opened = await open(path.join(own, 'archive.fonds'))
    const dial = contract === shellContract ? opened.dialShell : opened.dial
    if (!dial) throw new Error('no way to the shell')
    client = connectLoosely(await dial())
    inputs = { ...channelInputs({ ...known, folder: own }), ...VAULT_INPUTS, ...SHELL_INPUTS }
    // What opening does to the file is done.
    if (contract !== shellContract) await client.call('archive.describe', {})
  })
  afterAll(async () => {
    client.close()
    await opened.close()
  })

  const ask = (name: string, input: unknown): Promise<object> =>
    answerOf(client, { name, isStream: contract[name]?.item !== undefined }, input)

  test('has for each channel an input that fits, so that a misfit differs in one thing', () => {
    const unfit = Object.entries(contract).filter(
      ([name, { input }]) => !input.safeParse(inputs[name]).success,
    )
    expect(unfit.map(([name]) => name)).toEqual([])
  })

  test.each(Object.keys(contract))(
    'refuses what does not fit %s, and does nothing',
    async (name) => {
      const before = digestsIn(own)
      const asked: Asked[] = []
      for (const input of misfitsOf(inputs[name] ?? {})) {
        asked.push({ input, answer: await ask(name, input) })
      }
      expect(asked.length).toBeGreaterThanOrEqual(20)
      expect(faultsIn(asked, folder)).toEqual([])
      expect(digestsIn(own)).toEqual(before)
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    },
  )

  test.runIf(contract !== shellContract)('would be seen to write and to leave a file', async () => {
    const before = digestsIn(own)
    const search = { ...inputs['saved-search.create'], name: 'Témoin' }
    expect(await ask('saved-search.create', search)).toMatchObject({ ok: true })
    const written = digestsIn(own)
    expect(written).not.toEqual(before)
    // What differs lies in the archive or its log, where a write goes first.
    const changed = Object.keys(written).filter((name) => written[name] !== before[name])
    expect(changed.filter((name) => !name.startsWith('archive.fonds'))).toEqual([])
    const copy = { path: path.join(own, 'witness.fonds') }
    expect(await ask('archive.back-up', copy)).toMatchObject({ ok: true })
    const left = Object.keys(digestsIn(own)).filter((name) => !(name in written))
    expect(left).toContain('witness.fonds')
  })

  test.runIf(contract === shellContract)('would be seen to keep a preference', async () => {
    const before = digestsIn(own)
    expect(await ask('preference.keep', inputs['preference.keep'])).toMatchObject({ ok: true })
    expect(digestsIn(own)).not.toEqual(before)
  })
})

test('an answer that is no plain refusal, or tells where files lie, is noticed', () => {
  const faulty = [
    { ok: true, value: {} },
    { ok: false, failure: { kind: 'unexpected' } },
    { ok: false, failure: { kind: 'input-refused', at: 'id', stack: 'at run (dispatch.ts:141)' } },
    refused('/home/officier/archive.fonds'),
    refused('SELECT id FROM communique'),
    { ...refused('id'), items: [1] },
  ]
  expect(faulty.flatMap((answer) => faultsIn([{ input: {}, answer }], folder))).toHaveLength(6)
  expect(faultsIn([{ input: {}, answer: refused('filter.years') }], folder)).toEqual([])
})

const refused = (at: string): object => ({ ok: false, failure: { kind: 'input-refused', at } })
