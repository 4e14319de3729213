import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isEncrypted } from '../../../electron/core/db/inspect.ts'
import { aFolder } from '../../support/archive.ts'
import { runCli } from '../../support/cli.ts'

let folder: string
let remove: () => void
let archive: string
beforeEach(() => {
  const made = aFolder()
  folder = made.folder
  remove = made.remove
  archive = path.join(folder, 'archive.fonds')
  runCli('ingest', '--archive', archive, 'resources/sample')
})
afterEach(() => {
  delete process.env['FONDS_PASSPHRASE_FILE']
  delete process.env['FONDS_NEW_PASSPHRASE_FILE']
  remove()
})

test('an archive is encrypted, worked on, given another passphrase and made plain again', () => {
  const before = runCli('list', '--archive', archive, '--json').json()
  say('FONDS_PASSPHRASE_FILE', 'quatre mots au hasard\n')
  const made = run('encrypt')
  expect(made.code).toBe(0)
  const [code] = /(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}/u.exec(made.out) ?? ['']
  expect(isEncrypted(archive)).toBe(true)
  expect(runCli('list', '--archive', archive, '--json').json()).toEqual(before)
  expect(run('search', 'ministre').code).toBe(0)
  expect(run('verify').code).toBe(0)
  expect(run('encrypt').out).toContain('déjà chiffrée')

  say('FONDS_NEW_PASSPHRASE_FILE', 'cinq autres mots au hasard')
  expect(run('passphrase')).toMatchObject({ code: 0 })
  const old = run('list')
  expect(old.code).toBe(1)
  expect(old.out).toContain('Cette phrase de passe n’ouvre pas l’archive')
  say('FONDS_PASSPHRASE_FILE', code.toLowerCase())
  expect(run('list').code).toBe(0)

  say('FONDS_PASSPHRASE_FILE', 'cinq autres mots au hasard\r\n')
  expect(run('decrypt').code).toBe(0)
  expect(isEncrypted(archive)).toBe(false)
  delete process.env['FONDS_PASSPHRASE_FILE']
  expect(runCli('list', '--archive', archive, '--json').json()).toEqual(before)
})

test('nothing is changed where no passphrase is given, or one that is too short', () => {
  const whole = readFileSync(archive)
  expect(run('encrypt')).toMatchObject({ code: 1 })
  say('FONDS_PASSPHRASE_FILE', 'trop court')
  expect(run('encrypt').out).toContain('douze signes')
  expect(run('decrypt').out).toContain('n’est pas chiffrée')
  expect(run('passphrase').out).toContain('n’est pas chiffrée')
  expect(readFileSync(archive).equals(whole)).toBe(true)
})

test('an encrypted archive says how it is opened, and a passphrase in the arguments is no way', () => {
  say('FONDS_PASSPHRASE_FILE', 'quatre mots au hasard')
  run('encrypt')
  delete process.env['FONDS_PASSPHRASE_FILE']
  const refused = run('list')
  expect(refused.code).toBe(1)
  expect(refused.out).toContain('FONDS_PASSPHRASE_FILE')
  expect(run('list', '--passphrase', 'quatre mots au hasard').code).toBe(2)
})

const run = (verb: string, ...rest: readonly string[]) =>
  runCli(verb, '--archive', archive, ...rest)

function say(variable: string, secret: string): void {
  const file = path.join(folder, variable)
  writeFileSync(file, secret, { mode: 0o600 })
  process.env[variable] = file
}
