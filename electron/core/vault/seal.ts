import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { DataKey } from '../db/keys.ts'

const FORM = 'draft1.'
const NONCE = 12
const TAG = 16

/**
 * Encrypts a text under the key of an archive (AES-256-GCM, a key of its own by HKDF, RFC 5869), so
 * that a window may hold it while the archive is locked: `draft1.`, then in Base64 nonce, text, tag.
 */
export function sealText(key: DataKey, text: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce)
  const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return `${FORM}${Buffer.concat(parts).toString('base64')}`
}

/** The text again; null for one that another key sealed, or that was changed. */
export function unsealText(key: DataKey, sealed: string): string | null {
  if (!sealed.startsWith(FORM)) return null
  const bytes = Buffer.from(sealed.slice(FORM.length), 'base64')
  if (bytes.length < NONCE + TAG) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), bytes.subarray(0, NONCE))
    decipher.setAuthTag(bytes.subarray(-TAG))
    const text = decipher.update(bytes.subarray(NONCE, -TAG))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const sealingKey = (key: DataKey): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'fonds draft', 32))
