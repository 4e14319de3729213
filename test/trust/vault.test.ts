import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../shared/channels/client.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { archiveContract, type HostContract } from '../../shared/channels/contract.ts'
import { createAnnotation } from '../../electron/core/annotations/annotate.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { keysPathOf } from '../../electron/core/db/keys.ts'
import { addText, type AddedText } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { channelInputs } from '../support/channel-inputs.ts'
import { anEncryptedOffice, PASSPHRASE } from '../support/encrypted.ts'
import { startHost, type HostThread } from '../support/host-thread.ts'
import { digestOf } from '../../electron/core/system/files.ts'

const TEXT = 'zibeline-corps : le ministre a reçu la délégation.'
const PLANTED = /zibeline/u
const locked = (why: string) => ({ ok: false, failure: { kind: 'archive-locked', why } })
const opened = { ok: true, value: {} }

describe('an encrypted archive behind its host', () => {
  let host: HostThread
  let archive: Client<HostContract>
  let office: ReturnType<typeof anEncryptedOffice>
  let place: AddedText
  beforeEach(() => {
    office = anEncryptedOffice()
    place = addText(office, TEXT, 'zibeline-titre')
    createAnnotation(office.db, office.desk, {
      versionId: place.versionId,
      start: 0,
      end: 8,
      kind: 'comment',
      body: 'zibeline-note',
      tags: ['zibeline-etiquette'],
      visibility: 'private',
    })
    office.shut()
    host = startHost(office.path)
    archive = host.dial()
  })
  afterEach(async () => {
    await host.close()
  })

  test('tells nothing through any channel while it is locked, and much once it is open (control)', async () => {
    const silent = await answersOf(archive)
    for (const [name, answer] of silent) {
      expect([name, answer]).toEqual([name, { ...locked('locked'), items: [] }])
    }
    expect(silent.size).toBe(Object.keys(archiveContract).length)
    expect(await archive.call('vault.unlock', { secret: PASSPHRASE })).toEqual(opened)
    const telling = [...(await answersOf(archive))].filter(([, answer]) =>
      PLANTED.test(JSON.stringify(answer)),
    )
    expect(telling.length).toBeGreaterThan(5)
  })

  test('seals a draft for the window, which nothing opens while it is locked or after it has other keys', async () => {
    await archive.call('vault.unlock', { secret: PASSPHRASE })
    const text = JSON.stringify({ body: 'zibeline-brouillon, et ʾalif ا 🧭' })
    const made = await archive.call('vault.seal', { text })
    const sealed = made.ok ? made.value.sealed : ''
    expect(Buffer.from(sealed.slice(7), 'base64').includes('zibeline')).toBe(false)
    const again = await archive.call('vault.seal', { text })
    expect(again.ok && again.value.sealed).not.toBe(sealed)
    // The control: it does open.
    expect(await archive.call('vault.unseal', { sealed })).toEqual({ ok: true, value: { text } })
    await archive.call('vault.lock', {})
    expect(await archive.call('vault.unseal', { sealed })).toEqual(locked('locked'))
    expect(await archive.call('vault.seal', { text })).toEqual(locked('locked'))
    await archive.call('vault.unlock', { secret: PASSPHRASE })
    const gone = { ok: false, failure: { kind: 'not-found', what: 'draft', id: '' } }
    for (let at = 7; at < sealed.length - 4; at += 5) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
      expect(await archive.call('vault.unseal', { sealed: changed })).toEqual(gone)
    }
    for (const other of ['', 'AAAA', 'x'.repeat(100)].map((each) => `draft1.${each}`)) {
      expect(await archive.call('vault.unseal', { sealed: other })).toEqual(gone)
    }
    await archive.call('vault.decrypt', { secret: PASSPHRASE })
    expect((await archive.call('vault.unseal', { sealed })).ok).toBe(false)
  })

  test('is locked again on demand, at once, for every page, and opens with either secret', async () => {
    const other = host.dial()
    const states = other.stream('vault.watch', {})
    expect((await states.next()).value).toMatchObject({ isEncrypted: true, isLocked: true })
    const wrong = await archive.call('vault.unlock', { secret: 'une autre phrase' })
    expect(wrong).toEqual(locked('wrong-passphrase'))
    expect(await archive.call('vault.unlock', { secret: office.keys.recoveryCode })).toEqual(opened)
    expect((await states.next()).value).toMatchObject({ isLocked: false })
    expect(await archive.call('archive.describe', {})).toMatchObject({ ok: true })
    expect(await archive.call('vault.lock', {})).toEqual(opened)
    expect((await states.next()).value).toMatchObject({ isLocked: true })
    expect(await archive.call('archive.describe', {})).toEqual(locked('locked'))
    expect(await other.call('archive.describe', {})).toEqual(locked('locked'))
    expect(await other.call('vault.unlock', { secret: PASSPHRASE })).toEqual(opened)
    host.post({ lock: true })
    await states.next()
    expect((await states.next()).value).toMatchObject({ isLocked: true })
    expect(await archive.call('archive.describe', {})).toEqual(locked('locked'))
  })

  test('tells a forgotten passphrase from damaged keys and from a damaged archive', async () => {
    const keys = keysPathOf(office.path)
    const whole = readFileSync(keys)
    writeFileSync(keys, Buffer.concat([whole.subarray(0, 200), whole.subarray(201)]))
    expect(await archive.call('vault.unlock', { secret: PASSPHRASE })).toEqual(
      locked('keys-damaged'),
    )
    writeFileSync(keys, whole)
    const bytes = readFileSync(office.path)
    bytes[50] = (bytes[50] ?? 0) ^ 1
    writeFileSync(office.path, bytes)
    expect(await archive.call('vault.unlock', { secret: PASSPHRASE })).toEqual(opened)
    expect(await archive.call('archive.describe', {})).toEqual({
      ok: false,
      failure: { kind: 'archive-corrupt' },
    })
  })

  test('takes another passphrase, and is made plain again by whoever knows it', async () => {
    const passphrase = 'cinq autres mots au hasard'
    const asked = { secret: 'pas la bonne phrase', passphrase }
    const refused = await archive.call('vault.change-passphrase', asked)
    expect(refused).toEqual(locked('wrong-passphrase'))
    await archive.call('vault.change-passphrase', { secret: PASSPHRASE, passphrase })
    expect(await archive.call('vault.unlock', { secret: PASSPHRASE })).toEqual(
      locked('wrong-passphrase'),
    )
    expect(await archive.call('vault.decrypt', { secret: passphrase })).toEqual(opened)
    expect(await archive.call('vault.describe', {})).toMatchObject({
      value: { isEncrypted: false, isLocked: false },
    })
    const got = await archive.call('communique.get', { id: place.communiqueId, versionId: null })
    expect(JSON.stringify(got)).toMatch(PLANTED)
    expect(existsSync(keysPathOf(office.path))).toBe(false)
  })

  async function answersOf(client: Client<HostContract>): Promise<Map<string, object>> {
    const inputs: Readonly<Record<string, object>> = channelInputs({
      communiqueId: place.communiqueId,
      versionId: place.versionId,
      sourceDigest: digestOf(TEXT),
      folder: office.folder,
    })
    const answers = new Map<string, object>()
    for (const name of Object.keys(archiveContract)) {
      answers.set(name, await answerTo(client, name, inputs[name]))
    }
    return answers
  }
})

describe('a plain archive behind its host', () => {
  test('is encrypted once the end of its recovery code was typed back', async () => {
    const { file, host, archive, remove } = aHost({})
    await archive.call('ingest.offer-samples', {})
    const passphrase = 'quatre mots au hasard'
    expect(await archive.call('vault.encrypt', { lastGroup: 'ABCD' })).toEqual({
      ok: false,
      failure: { kind: 'code-mismatch' },
    })
    const made = await archive.call('vault.prepare-keys', { passphrase })
    const code = made.ok ? made.value.recoveryCode : ''
    const mistyped = { lastGroup: code.slice(0, 4) }
    expect(await archive.call('vault.encrypt', mistyped)).toMatchObject({
      failure: { kind: 'code-mismatch' },
    })
    const lastGroup = code.slice(-4).toLowerCase()
    expect(await archive.call('vault.encrypt', { lastGroup })).toEqual(opened)
    // Whoever has just encrypted it goes on working.
    expect(await archive.call('ingest.list-unfinished', {})).toMatchObject({
      value: { batches: [{}] },
    })
    await host.close()
    expect(isEncrypted(file)).toBe(true)
    const again = startHost(file)
    const next = again.dial()
    expect(await next.call('archive.describe', {})).toEqual(locked('locked'))
    expect(await next.call('vault.unlock', { secret: code })).toEqual(opened)
    expect(await next.call('archive.describe', {})).toMatchObject({ ok: true })
    await again.close()
    remove()
  })

  test('is not opened where encryption is required, and is created encrypted', async () => {
    const refused = { ok: false, failure: { kind: 'policy-refuses', rule: 'requireEncryption' } }
    const { file, host, archive, remove } = aHost({ requireEncryption: true })
    expect(await archive.call('archive.describe', {})).toEqual(refused)
    expect(await archive.call('ingest.offer-samples', {})).toEqual(refused)
    expect(existsSync(file)).toBe(false)
    expect(await archive.call('vault.describe', {})).toMatchObject({ value: { mustEncrypt: true } })
    const passphrase = 'quatre mots au hasard'
    const made = await archive.call('vault.prepare-keys', { passphrase })
    const lastGroup = made.ok ? made.value.recoveryCode.slice(-4) : ''
    expect(await archive.call('vault.encrypt', { lastGroup })).toEqual(opened)
    expect(await archive.call('ingest.offer-samples', {})).toMatchObject({ ok: true })
    expect(await archive.call('vault.decrypt', { secret: passphrase })).toEqual(refused)
    await host.close()
    expect(isEncrypted(file)).toBe(true)
    remove()
  })
})

test('the administrator may settle that the passphrase is asked for at every opening', async () => {
  const { host, archive, remove } = aHost({ requirePassphrase: true })
  expect(await archive.call('vault.trust-workstation', { secret: PASSPHRASE })).toEqual({
    ok: false,
    failure: { kind: 'policy-refuses', rule: 'requirePassphrase' },
  })
  await host.close()
  remove()
})

function aHost(policy: Policy) {
  const { folder, remove } = aFolder()
  const file = path.join(folder, 'archive.fonds')
  const host = startHost(file, policy)
  return { file, host, archive: host.dial(), remove }
}

interface LooseClient {
  readonly call: (channel: string, input: unknown) => Promise<object>
  readonly stream: (channel: string, input: unknown) => AsyncGenerator<unknown, object, void>
}

async function answerTo(
  client: Client<HostContract>,
  name: string,
  input: unknown,
): Promise<object> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every channel is asked by its name
  const loose = client as unknown as LooseClient
  const channel = Object.entries(archiveContract).find(([each]) => each === name)?.[1]
  if (!channel?.item) return { ...(await loose.call(name, input)), items: [] }
  const steps = loose.stream(name, input)
  const items: unknown[] = []
  let step = await steps.next()
  for (; !step.done; step = await steps.next()) items.push(step.value)
  return { ...step.value, items }
}
