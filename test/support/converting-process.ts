/** Converts an archive in a process of its own, to be killed: says when it begins, and when it ended. */
import { readFileSync } from 'node:fs'
import { convertArchive } from '../../electron/core/db/convert.ts'
import { keysPathOf, unwrapDataKey, type NewKeys } from '../../electron/core/db/keys.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'

const [file = '', keysFile = ''] = process.argv.slice(2)
/** The keys that the archive is to have, or has. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test that starts this wrote it
const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as NewKeys
const by = { actor: 'Officier', clock: openSystemClock() }
const isToBePlain = process.argv[4] === 'plain'
const opened = isToBePlain ? unwrapDataKey(file, keys.recoveryCode) : null
if (opened && !opened.ok) throw new Error(`${keysPathOf(file)}: ${opened.failure.kind}`)
const dataKey = Buffer.from(Object.values(keys.dataKey))
process.stdout.write('begins\n')
const done = convertArchive(file, {
  from: opened?.value ?? null,
  to: isToBePlain ? null : { ...keys, dataKey },
  ...by,
})
if (!done.ok) throw new Error(done.failure.kind)
process.stdout.write('ended\n')
