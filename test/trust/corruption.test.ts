import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isWholeCopy } from '../../electron/core/backups/verify-copy.ts'
import { createKeys, writeKeyFile, type DataKey } from '../../electron/core/db/keys.ts'
import { copyConverted } from '../../electron/core/db/copy-converted.ts'
import { openSqlite } from '../../electron/core/db/sqlite.ts'
import { failureFromError } from '../../electron/core/db/sqlite-failure.ts'
import { addText, anOffice, mark } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { PASSPHRASE } from '../support/encrypted.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const PAGE = 8192
const { folder, remove } = aFolder()
const plain = path.join(folder, 'plain.fonds')
const sealed = path.join(folder, 'sealed.fonds')
const copy = path.join(folder, 'copy.fonds')
const keys = createKeys(PASSPHRASE)

beforeAll(() => {
  const office = anOffice('Officier')
  for (const [at, words] of ['corridor', 'pêche', 'convention'].entries()) {
    const text = `Le ministre a signé un accord sur le thème « ${words} ». `.repeat(600)
    mark(office, addText(office, text, `Communiqué ${at}`), words, `à suivre : ${words}`)
  }
  office.db.copyTo(plain)
  office.close()
  copyConverted(plain, sealed, { from: null, to: keys.dataKey })
  writeKeyFile(copy, keys.file)
})
afterAll(remove)

test('an encrypted archive tells of every single bit that was flipped in it, and of none where none was', async () => {
  const bytes = readFileSync(sealed)
  const random = randomFromSeed(seedOr(400))
  const silent: number[] = []
  for (let flip = 0; flip < (isFull ? 400 : 100); flip += 1) {
    const at = random.below(bytes.length)
    if (!(await isReported(flipped(bytes, at, random.below(8)), keys.dataKey))) silent.push(at)
  }
  expect(silent).toEqual([])
  // The control: nothing was flipped.
  expect(await isReported(bytes, keys.dataKey)).toBe(false)
})

test('a page that was lost is told wherever anything stood on it, plain and encrypted', async () => {
  const random = randomFromSeed(seedOr(401))
  for (const { file, key } of [
    { file: plain, key: null },
    { file: sealed, key: keys.dataKey },
  ]) {
    const bytes = readFileSync(file)
    const silent: number[] = []
    for (let lost = 0; lost < (isFull ? 80 : 20); lost += 1) {
      const page = random.below(bytes.length / PAGE)
      const damaged = Buffer.from(bytes).fill(
        lost % 2 === 0 ? 0 : 0xa5,
        page * PAGE,
        (page + 1) * PAGE,
      )
      if (!(await isReported(damaged, key))) silent.push(page)
    }
    expect(silent).toEqual([])
  }
})

test('a file that ends too early is told, plain and encrypted', async () => {
  for (const { file, key } of [
    { file: plain, key: null },
    { file: sealed, key: keys.dataKey },
  ]) {
    const bytes = readFileSync(file)
    for (const size of [0.2, 0.5, 0.9, 0.99].map((part) => Math.floor(part * bytes.length))) {
      expect([size, await isReported(bytes.subarray(0, size), key)]).toEqual([size, true])
    }
  }
})

const flipped = (bytes: Buffer, at: number, bit: number): Buffer => {
  const damaged = Buffer.from(bytes)
  damaged[at] = (damaged[at] ?? 0) ^ (1 << bit)
  return damaged
}

/** Whether damage is told, by opening or by reading all of it; what is thrown must have words. */
async function isReported(bytes: Uint8Array, key: DataKey | null): Promise<boolean> {
  writeFileSync(copy, bytes)
  try {
    const db = openSqlite(copy, { readonly: true }, key)
    const verdicts: unknown = db.pragma('integrity_check(1)', { simple: true })
    db.close()
    return verdicts !== 'ok' || !(await isWholeCopy(copy, key))
  } catch (error) {
    if (failureFromError(error) === null) throw error
    return true
  }
}
