import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  changePassphrase,
  createKeys,
  forgetWorkstations,
  keysPathOf,
  unwrapByWorkstation,
  unwrapDataKey,
  wrapForWorkstation,
  writeKeyFile,
  type DataKey,
  type WorkstationKeys,
} from '../../../../electron/core/db/keys.ts'
import { aFolder } from '../../../support/archive.ts'

const PASSPHRASE = 'Été à Nouméa, déjà'
const wrong = { ok: false, failure: { kind: 'archive-locked', why: 'wrong-passphrase' } }
const damaged = { ok: false, failure: { kind: 'archive-locked', why: 'keys-damaged' } }

test('the passphrase and the recovery code each open the same key, however they were typed', () => {
  const { archive, keys, remove } = someKeys()
  const opened = { ok: true, value: keys.dataKey }
  expect(unwrapDataKey(archive, PASSPHRASE.normalize('NFD'))).toEqual(opened)
  expect(unwrapDataKey(archive, keys.recoveryCode)).toEqual(opened)
  const byHand = keys.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
  expect(unwrapDataKey(archive, byHand.replaceAll('1', 'l'))).toEqual(opened)
  expect(unwrapDataKey(archive, 'été à nouméa, déjà')).toEqual(wrong)
  expect(unwrapDataKey(archive, keys.recoveryCode.slice(0, -1))).toEqual(wrong)
  expect(keys.recoveryCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/u)
  remove()
})

test('a new passphrase replaces the old one and leaves the code and the key as they are', () => {
  const { archive, keys, remove } = someKeys()
  expect(changePassphrase(archive, keys.recoveryCode, 'nouvelle').ok).toBe(true)
  expect(unwrapDataKey(archive, PASSPHRASE)).toEqual(wrong)
  const opened = { ok: true, value: keys.dataKey }
  expect(unwrapDataKey(archive, 'nouvelle')).toEqual(opened)
  expect(unwrapDataKey(archive, keys.recoveryCode)).toEqual(opened)
  remove()
})

test('a damaged key file is told from a wrong passphrase, wherever the damage is', () => {
  const { archive, keys, remove } = someKeys()
  const whole = readFileSync(keysPathOf(archive), 'utf8')
  for (let at = 3; at < whole.length - 4; at += 41) {
    const other = whole[at] === 'A' ? 'B' : 'A'
    writeFileSync(keysPathOf(archive), whole.slice(0, at) + other + whole.slice(at + 1))
    expect(unwrapDataKey(archive, keys.recoveryCode)).toEqual(
      // A sign between the values may change without changing any of them.
      JSON.stringify(parse(archive)) === JSON.stringify(JSON.parse(whole))
        ? { ok: true, value: keys.dataKey }
        : damaged,
    )
  }
  writeFileSync(keysPathOf(archive), whole.slice(0, 100))
  expect(unwrapDataKey(archive, PASSPHRASE)).toEqual(damaged)
  remove()
})

test('a slot that was moved to the key file of another archive opens nothing there', () => {
  const [mine, other] = [someKeys(), someKeys()]
  const file = { ...other.keys.file, slots: mine.keys.file.slots }
  writeFileSync(keysPathOf(other.archive), JSON.stringify(file))
  expect(unwrapDataKey(other.archive, mine.keys.recoveryCode)).toEqual(damaged)
  mine.remove()
  other.remove()
})

test('a workstation opens with its own secret alone, beside passphrase and code, until it is forgotten', () => {
  const { archive, keys, remove } = someKeys()
  const opened = { ok: true, value: keys.dataKey }
  const first = wrapped(archive, keys.dataKey)
  // The control: before the keys are written, its secret opens nothing.
  expect(unwrapByWorkstation(archive, first.secret)).toEqual(wrong)
  writeKeyFile(archive, first.file)
  expect(unwrapByWorkstation(archive, first.secret)).toEqual(opened)
  expect(unwrapByWorkstation(archive, `${first.secret.slice(1)}A`)).toEqual(wrong)
  expect(unwrapDataKey(archive, first.secret)).toEqual(wrong)
  expect(unwrapByWorkstation(archive, keys.recoveryCode)).toEqual(wrong)
  expect(unwrapDataKey(archive, keys.recoveryCode)).toEqual(opened)
  expect(changePassphrase(archive, keys.recoveryCode, 'nouvelle').ok).toBe(true)
  expect(unwrapByWorkstation(archive, first.secret)).toEqual(opened)
  const second = wrapped(archive, keys.dataKey)
  writeKeyFile(archive, second.file)
  expect(unwrapByWorkstation(archive, first.secret)).toEqual(wrong)
  expect(unwrapByWorkstation(archive, second.secret)).toEqual(opened)
  forgetWorkstations(archive)
  expect(unwrapByWorkstation(archive, second.secret)).toEqual(wrong)
  expect(unwrapDataKey(archive, 'nouvelle')).toEqual(opened)
  remove()
})

function wrapped(archive: string, dataKey: DataKey): WorkstationKeys {
  const made = wrapForWorkstation(archive, dataKey)
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}

function someKeys() {
  const { folder, remove } = aFolder()
  const archive = path.join(folder, 'archive.fonds')
  const keys = createKeys(PASSPHRASE)
  writeKeyFile(archive, keys.file)
  return { archive, keys, remove }
}

function parse(archive: string): unknown {
  try {
    return JSON.parse(readFileSync(keysPathOf(archive), 'utf8'))
  } catch {
    return null
  }
}
