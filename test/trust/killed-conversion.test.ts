import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import { convertArchive } from '../../electron/core/db/convert.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { createKeys, keysPathOf, unwrapDataKey } from '../../electron/core/db/keys.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { PASSPHRASE } from '../support/encrypted.ts'
import { killAt, startKillable, timeOf, type Moment } from '../support/killable.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const TEXTS = 150
const SCRIPT = 'test/support/converting-process.ts'
const random = randomFromSeed(seedOr(20_263))
/** Kills at these shares of the time that one conversion took, and at others in the long form. */
const SHARES = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1]
const MORE = isFull ? 22 : 0
const by = { actor: 'Officier', clock: aClock() }
const keys = createKeys(PASSPHRASE)

describe.each(['encrypted', 'plain'] as const)('an archive that is being made %s', (target) => {
  test('and is killed at many points stands whole, before or after, with what opens it', async () => {
    const office = anOffice('Officier')
    for (let number = 0; number < TEXTS; number += 1) {
      addText(office, `Texte ${number}. ${'Le ministre a reçu la délégation. '.repeat(60)}`)
    }
    const before = contentOf(office.db)
    const keysFile = path.join(path.dirname(office.path), 'keys.json')
    writeFileSync(keysFile, JSON.stringify({ ...keys, dataKey: [...keys.dataKey] }))
    const run = (file: string) => startKillable(SCRIPT, file, keysFile, target)

    const took = await timeOf(run(copyOf(office, 'entier', target)))
    const ends: string[] = []
    const shares = [...SHARES, ...Array.from({ length: MORE }, () => random.below(1100) / 1000)]
    const moments: readonly ((file: string) => Moment)[] = [
      () => 0,
      (file) => () => existsSync(`${file}.part`),
      (file) => () => isEncrypted(file) === (target === 'encrypted'),
      ...shares.map((share) => () => took * share),
    ]
    for (const [kill, moment] of moments.entries()) {
      const file = copyOf(office, String(kill), target)
      await killAt(run(file), moment(file))
      ends.push(isEncrypted(file) ? 'encrypted' : 'plain')
      expect(readAll(file)).toEqual(before)
      const left = readdirSync(path.dirname(file)).filter((name) => name.endsWith('.part'))
      expect(left).toEqual([])
    }
    // The control: kills that all strike before the work, or after it, would prove nothing.
    expect(new Set(ends)).toEqual(new Set(['encrypted', 'plain']))
    office.close()
  }, 600_000)
})

/** A closed copy in a folder of its own, as it is before it is converted. */
function copyOf(office: Office, name: string, target: string): string {
  const folder = path.join(path.dirname(office.path), name)
  mkdirSync(folder)
  const file = path.join(folder, 'archive.fonds')
  office.db.copyTo(file)
  if (target === 'plain') {
    const converted = convertArchive(file, { from: null, to: keys, ...by })
    if (!converted.ok) throw new Error(converted.failure.kind)
  }
  return file
}

function readAll(file: string): unknown {
  const key = isEncrypted(file) ? unwrapDataKey(file, keys.recoveryCode) : null
  if (key && !key.ok) throw new Error(`${keysPathOf(file)}: ${key.failure.kind}`)
  const opened = openForWriting(file, 'Officier', by.clock, key?.value ?? null)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const content = contentOf(opened.value.archive)
  opened.value.close()
  return content
}

function contentOf(db: ReadableArchive): unknown {
  return ['SELECT id, text FROM version ORDER BY id', 'SELECT * FROM journal'].map((sql) =>
    db.prepare(sql).all(),
  )
}
