import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { digestOf, readTextFile, writeFileAtomically } from '../system/files.ts'
import { failOrThrow } from './sqlite-failure.ts'

/** The 32 random bytes that an archive is encrypted with. */
export type DataKey = Uint8Array

const slotSchema = z.strictObject({
  kind: z.enum(['passphrase', 'recovery', 'workstation']),
  /** scrypt's N; r is 8 and p is 1 (RFC 7914). */
  cost: z
    .int()
    .min(1024)
    .max(1 << 20)
    .refine((cost) => (cost & (cost - 1)) === 0),
  salt: z.base64(),
  nonce: z.base64(),
  wrapped: z.base64(),
})
const keyFileSchema = z.strictObject({
  format: z.literal(1),
  /** Of this set of keys: a slot carried over to another file opens nothing there. */
  id: z.string().min(1).max(64),
  slots: z.array(slotSchema).min(1).max(8),
  checksum: z.string(),
})
type KeySlot = z.infer<typeof slotSchema>
type KeyFile = z.infer<typeof keyFileSchema>

/** A data key, the code that opens it when the passphrase is lost, and the file that wraps it. */
export interface NewKeys {
  readonly dataKey: DataKey
  readonly recoveryCode: string
  readonly file: KeyFile
}

/** What N=2^17 costs here is half a second and 128 MB for each guess. */
const PASSPHRASE_COST = 1 << 17
/** A recovery code is 160 random bits, a workstation's secret 256: no guess comes near, so they need no slowness. */
const RANDOM_COST = 1024
const CODE_LENGTH = 32
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Where the wrapped keys of an archive, or of a copy of it, lie. */
export const keysPathOf = (archivePath: string): string => `${archivePath}.keys.json`

/** Whether keys lie beside an archive; only then may a file without SQLite's mark be ours. */
export const hasKeys = (archivePath: string): boolean => existsSync(keysPathOf(archivePath))

/**
 * Makes a data key and the file that wraps it twice: under the passphrase, and under a recovery
 * code of eight groups of four signs, to be printed. The code is kept nowhere.
 */
export function createKeys(passphrase: string): NewKeys {
  const dataKey = randomBytes(32)
  const recoveryCode = createRecoveryCode()
  const id = randomBytes(16).toString('hex')
  const slots = [
    wrapKey(id, 'passphrase', passphrase, dataKey),
    wrapKey(id, 'recovery', recoveryCode, dataKey),
  ]
  return { dataKey, recoveryCode, file: sealFile({ format: 1, id, slots }) }
}

/**
 * The data key behind a passphrase or a recovery code. Fails with `archive-locked`: its `why` is
 * `wrong-passphrase` where no slot opens, `keys-missing` where there is no key file any more, and
 * `keys-damaged` where it is not as it was written, so that nobody doubts their memory when it is the disk that failed.
 */
export function unwrapDataKey(archivePath: string, secret: string): Outcome<DataKey> {
  const read = readKeyFile(archivePath)
  if (!read.ok) return read
  // What looks like a code is tried as one first: a passphrase costs half a second to rule out.
  const first = signsOfCode(secret).length === CODE_LENGTH ? 'recovery' : 'passphrase'
  const slots = read.value.slots
    .filter(({ kind }) => kind !== 'workstation')
    .toSorted((a, b) => Number(b.kind === first) - Number(a.kind === first))
  return openFirst(read.value.id, slots, secret)
}

function openFirst(id: string, slots: readonly KeySlot[], secret: string): Outcome<DataKey> {
  for (const slot of slots) {
    const dataKey = openSlot(id, slot, secret)
    if (dataKey) return succeed(dataKey)
  }
  return fail({ kind: 'archive-locked', why: 'wrong-passphrase' })
}

/**
 * Replaces the passphrase; the recovery code stays. Either opens the way. Only the wrapping is
 * written anew, at once or not at all: the archive itself is not touched. Fails with `disk-full` and
 * the like too.
 */
export function changePassphrase(
  archivePath: string,
  secret: string,
  passphrase: string,
): Outcome<{ readonly dataKey: DataKey }> {
  const read = readKeyFile(archivePath)
  if (!read.ok) return read
  const unwrapped = unwrapDataKey(archivePath, secret)
  if (!unwrapped.ok) return unwrapped
  const { id, slots } = read.value
  const kept = slots.filter(({ kind }) => kind !== 'passphrase')
  const slot = wrapKey(id, 'passphrase', passphrase, unwrapped.value)
  const file = sealFile({ format: 1, id, slots: [slot, ...kept] })
  const written = tryWriteKeyFile(archivePath, file)
  return written.ok ? succeed({ dataKey: unwrapped.value }) : written
}

/** Keys that a secret of the workstation opens as well; the secret is for its keychain alone. */
export interface WorkstationKeys {
  readonly id: string
  readonly secret: string
  readonly file: KeyFile
}

/**
 * Wraps the data key of an archive once more, under a random secret for this workstation; that of
 * another workstation goes. Nothing is written. Fails with `archive-locked` for damaged keys.
 */
export function wrapForWorkstation(
  archivePath: string,
  dataKey: DataKey,
): Outcome<WorkstationKeys> {
  const read = readKeyFile(archivePath)
  if (!read.ok) return read
  const { id } = read.value
  const secret = randomBytes(32).toString('base64')
  const slot = wrapKey(id, 'workstation', secret, dataKey)
  const slots = [...withoutWorkstation(read.value), slot]
  return succeed({ id, secret, file: sealFile({ format: 1, id, slots }) })
}

/** The data key behind the secret of this workstation. Fails as `unwrapDataKey` does. */
export function unwrapByWorkstation(archivePath: string, secret: string): Outcome<DataKey> {
  const read = readKeyFile(archivePath)
  if (!read.ok) return read
  const { id, slots } = read.value
  const ofWorkstations = slots.filter(({ kind }) => kind === 'workstation')
  return openFirst(id, ofWorkstations, secret)
}

/** Takes every workstation's way into an archive from its keys. Fails as `unwrapDataKey` does. */
export function forgetWorkstations(archivePath: string): Outcome<null> {
  const read = readKeyFile(archivePath)
  if (!read.ok) return read
  const { id } = read.value
  const slots = withoutWorkstation(read.value)
  return tryWriteKeyFile(archivePath, sealFile({ format: 1, id, slots: [...slots] }))
}

const withoutWorkstation = ({ slots }: KeyFile): readonly KeySlot[] =>
  slots.filter(({ kind }) => kind !== 'workstation')

/** What tells one set of keys from another; null for a key file that is damaged or absent. */
export function keyFileId(archivePath: string): string | null {
  if (!hasKeys(archivePath)) return null
  const read = readKeyFile(archivePath)
  return read.ok ? read.value.id : null
}

/** Whether what was typed is the last group of a recovery code: that its paper was looked at. */
export function isLastGroup(recoveryCode: string, typed: string): boolean {
  return signsOfCode(typed) === signsOfCode(recoveryCode).slice(-4)
}

/** Writes the wrapped keys beside an archive, whole or not at all. */
export function writeKeyFile(archivePath: string, file: KeyFile): void {
  writeFileAtomically(keysPathOf(archivePath), Buffer.from(`${JSON.stringify(file, null, 1)}\n`))
}

/** The same, where a full or closed disk is an outcome. */
export function tryWriteKeyFile(archivePath: string, file: KeyFile): Outcome<null> {
  try {
    writeKeyFile(archivePath, file)
    return succeed(null)
  } catch (error) {
    return failOrThrow(error)
  }
}

function readKeyFile(archivePath: string): Outcome<KeyFile> {
  const damaged = fail({ kind: 'archive-locked' as const, why: 'keys-damaged' as const })
  try {
    // What else may stand there, a folder or a pipe, was never written by us.
    const text = readTextFile(keysPathOf(archivePath))
    if (text === null) return damaged
    const read = keyFileSchema.safeParse(JSON.parse(text))
    if (!read.success) return damaged
    const { checksum, ...content } = read.data
    return sealFile(content).checksum === checksum ? succeed(read.data) : damaged
  } catch (error) {
    if (error instanceof SyntaxError) return damaged
    if (!hasKeys(archivePath)) return fail({ kind: 'archive-locked', why: 'keys-missing' })
    return failOrThrow(error)
  }
}

function sealFile(content: Omit<KeyFile, 'checksum'>): KeyFile {
  const { format, id, slots } = content
  return { format, id, slots, checksum: digestOf(JSON.stringify([format, id, slots])) }
}

function wrapKey(id: string, kind: KeySlot['kind'], secret: string, dataKey: DataKey): KeySlot {
  const cost = kind === 'passphrase' ? PASSPHRASE_COST : RANDOM_COST
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', stretch(kind, secret, salt, cost), nonce)
  cipher.setAAD(Buffer.from(`${id}/${kind}`))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  const [saltText, nonceText] = [salt.toString('base64'), nonce.toString('base64')]
  return { kind, cost, salt: saltText, nonce: nonceText, wrapped: wrapped.toString('base64') }
}

function openSlot(id: string, slot: KeySlot, secret: string): DataKey | null {
  const wrapped = Buffer.from(slot.wrapped, 'base64')
  if (wrapped.length !== 48) return null
  const key = stretch(slot.kind, secret, Buffer.from(slot.salt, 'base64'), slot.cost)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'))
    decipher.setAAD(Buffer.from(`${id}/${slot.kind}`))
    decipher.setAuthTag(wrapped.subarray(32))
    return Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()])
  } catch {
    return null
  }
}

/** The same letters give the same key however the keyboard composed them. */
function stretch(kind: KeySlot['kind'], secret: string, salt: Buffer, cost: number): Buffer {
  const said = kind === 'recovery' ? signsOfCode(secret) : secret.normalize('NFKC')
  return scryptSync(said, salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 })
}

/** A code as it was printed, whatever a hand made of its case, its hyphens and its O, I and L. */
function signsOfCode(typed: string): string {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/gu, '')
  return signs.replaceAll('O', '0').replace(/[IL]/gu, '1')
}

function createRecoveryCode(): string {
  const signs = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('')
  return (signs.match(/.{4}/gu) ?? []).join('-')
}
