/** Run as a program: opens an archive, saves a number in it, closes it, each when it is told to. */
import { createInterface } from 'node:readline'
import { openForWriting, type OpenArchive } from '../../electron/core/db/open.ts'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { aClock } from './archive.ts'

const [archivePath = '', key = ''] = process.argv.slice(2)
const clock = aClock()
const state: { open: OpenArchive<WritableArchive> | null } = { open: null }

for await (const line of createInterface({ input: process.stdin })) {
  const [what, number = ''] = line.split(' ')
  if (what === 'close') {
    state.open?.close()
    state.open = null
    process.stdout.write('closed\n')
  } else {
    process.stdout.write(`${save(number)}\n`)
  }
}

/** `saved` once the number is committed, or why the archive did not open. */
function save(number: string): string {
  if (state.open === null) {
    const opened = openForWriting(
      archivePath,
      'Officier',
      clock,
      key === '' ? null : Buffer.from(key, 'hex'),
    )
    if (!opened.ok) return opened.failure.kind
    state.open = opened.value
  }
  state.open.archive.prepare('UPDATE archive SET created_by = $number').run({ number })
  return 'saved'
}
