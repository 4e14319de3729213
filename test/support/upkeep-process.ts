/** Does one long act of upkeep in a process of its own, to be killed: says when it begins. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { eraseAnnotations, purgeErased } from '../../electron/core/annotations/erase-annotations.ts'
import { exportBundle } from '../../electron/core/annotations/export-annotations.ts'
import { mergeAuthorities } from '../../electron/core/archive/authority-merge.ts'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { openSystemClock, pauseThread } from '../../electron/core/system/clock.ts'
import { writeFileAtomically } from '../../electron/core/system/files.ts'
import { runVaultJob } from '../../electron/core/vault/vault-work.ts'

const [what = '', archivePath = '', ...told] = process.argv.slice(2)
const [first = '', second = ''] = told
const clock = openSystemClock()
const authorship = { actor: 'Officier', at: clock.now() }
const begins = (): unknown => process.stdout.write('begins\n')

const ACTS: Readonly<Record<string, () => unknown>> = {
  authorities: () => withArchive((db) => mergeRecords(db)),
  // Each statement for itself: what the controls must find harm in.
  'authorities-without-care': () => withArchive((db) => mergeRecords(loose(db))),
  erase: () =>
    withArchive((db) => {
      begins()
      eraseAnnotations(db, authorship, null)
      return purgeErased(db)
    }),
  'erase-without-care': () =>
    withArchive((db) => {
      begins()
      eraseAnnotations(loose(db), authorship, null)
    }),
  purge: () =>
    withArchive((db) => {
      eraseAnnotations(db, authorship, null)
      begins()
      return purgeErased(db)
    }),
  passphrase: () => {
    begins()
    const done = runVaultJob({
      name: 'changePassphrase',
      archivePath,
      told: { secret: first, passphrase: second },
    })
    if (!(typeof done === 'object' && done !== null && 'ok' in done && done.ok === true)) {
      throw new Error(JSON.stringify(done))
    }
  },
  'keys-without-care': () => {
    const bytes = readFileSync(first)
    begins()
    writeSlowly(first, bytes)
  },
  bundle: () =>
    withArchive((db) => {
      begins()
      writeFileAtomically(first, bundleOf(db))
    }),
  'bundle-without-care': () =>
    withArchive((db) => {
      const bytes = bundleOf(db)
      begins()
      writeSlowly(first, bytes)
    }),
  'open-copy': async () => {
    begins()
    process.argv = [
      ...process.argv.slice(0, 2),
      'open-copy',
      '--archive',
      archivePath,
      '--output',
      first,
    ]
    await import('../../electron/cli/main.ts')
  },
}

await ACTS[what]?.()

async function withArchive(work: (db: WritableArchive) => unknown): Promise<void> {
  const opened = openForWriting(archivePath, 'Officier', clock)
  if (!opened.ok) throw new Error(opened.failure.kind)
  await work(opened.value.archive)
  opened.value.close()
}

function mergeRecords(db: WritableArchive): void {
  begins()
  const merged = mergeAuthorities(db, { clock, authorship }, { keptId: first, mergedId: second })
  if (!merged.ok) throw new Error(merged.failure.kind)
}

function loose(db: WritableArchive): WritableArchive {
  return { ...db, write: (work) => work() }
}

function bundleOf(db: WritableArchive): Uint8Array {
  return exportBundle(db, authorship, { communiqueIds: null, includePrivate: true }).bytes
}

function writeSlowly(target: string, bytes: Uint8Array): void {
  const file = openSync(target, 'w')
  const piece = Math.ceil(bytes.length / 50)
  for (let at = 0; at < bytes.length; at += piece) {
    writeSync(file, bytes, at, Math.min(piece, bytes.length - at), at)
    fsyncSync(file)
    pauseThread(5)
  }
  closeSync(file)
}
