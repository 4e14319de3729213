import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Outcome } from '../../shared/model/failure.ts'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { restoreBackup } from '../../electron/core/backups/restore-backup.ts'
import { listBackupFiles } from '../../electron/core/db/backup-files.ts'
import { convertArchive } from '../../electron/core/db/convert.ts'
import {
  changePassphrase,
  keysPathOf,
  type DataKey,
  type NewKeys,
} from '../../electron/core/db/keys.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'
import { openPreferences } from '../../electron/core/system/preferences.ts'
import { openArchiveDesk, type ArchiveDesk } from './archive-desk.ts'
import { runCli } from './cli.ts'
import { PASSPHRASE } from './encrypted.ts'

/** What a kind of write is told. */
export interface WriteRequest {
  readonly file: string
  readonly versionId: string
  readonly annotationId: string
  readonly bundle: Uint8Array
  readonly keys: NewKeys
  /** An archive on another disk, to be exported to this one. */
  readonly elsewhere: string
  /** Of a text in it. */
  readonly textElsewhere: string
  readonly folder: string
}

/** One kind of write, that a full disk may refuse: what it begins with, and how it ends. */
export interface Write {
  readonly on: 'plain' | 'encrypted' | 'first-schema'
  /** Opens what is open before the disk is full; the write itself, and what is then closed. */
  readonly open: (request: WriteRequest) => {
    readonly act: () => Promise<string>
    readonly close: () => void
  }
  /** Whether the archive is another one once it was done. */
  readonly changes: boolean
}

const clock = openSystemClock()
const saidOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.failure.kind)

/** A write by a channel of an archive that is open. */
const byChannel = (
  write: (archive: ArchiveDesk['archive'], request: WriteRequest) => Promise<Outcome<unknown>>,
): Write => ({
  on: 'plain',
  changes: true,
  open: (request) => {
    const { archive, close } = openArchiveDesk(request.file)
    return { act: async () => saidOf(await write(archive, request)), close }
  },
})

/** A write to an archive that nobody has open. */
const closed = (
  on: Write['on'],
  write: (request: WriteRequest) => Outcome<unknown> | Promise<Outcome<unknown>>,
): Write => ({
  on,
  changes: false,
  open: (request) => ({ act: async () => saidOf(await write(request)), close: () => {} }),
})

/** A file written by the command line from an archive on another disk. */
const byCommand = (name: string, args: (request: WriteRequest) => readonly string[]): Write => ({
  on: 'plain',
  changes: false,
  open: (request) => ({
    act: async () => {
      const output = path.join(request.folder, name)
      const { code, out } = runCli(
        ...args(request),
        '--archive',
        request.elsewhere,
        '--output',
        output,
      )
      if (code === 0 && existsSync(output)) return 'done'
      if (existsSync(output)) return 'half a file is left'
      return out.includes('Le disque est plein') ? 'disk-full' : out
    },
    close: () => {},
  }),
})

/** Every kind of write there is. */
export const WRITES: Readonly<Record<string, Write>> = {
  import: byChannel(async (archive) => {
    const made = await archive.call('ingest.open-batch', { origin: null })
    if (!made.ok) return made
    const { batchId } = made.value
    const bytes = new TextEncoder().encode('Un texte de plus, assez long. '.repeat(9000))
    const files = [{ name: 'texte.txt', content: { kind: 'bytes' as const, bytes } }]
    const offered = await archive.call('ingest.offer-files', { batchId, files })
    if (!offered.ok) return offered
    const steps = archive.stream('ingest.run-batch', { batchId })
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value
    }
  }),
  note: byChannel((archive, { versionId }) =>
    archive.call('annotation.create', {
      versionId,
      start: 0,
      end: 11,
      kind: 'comment',
      body: 'note '.repeat(4000),
      tags: ['suivi'],
      visibility: 'private',
    }),
  ),
  'note revised': byChannel((archive, { annotationId }) =>
    archive.call('annotation.revise', { id: annotationId, body: 'autre note '.repeat(4000) }),
  ),
  // One was deleted before.
  'note erased': byChannel((archive) => archive.call('annotation.erase', { ids: null })),
  description: byChannel((archive) => {
    const names = [{ name: 'Ministère des essais', language: 'fr' as const }]
    return archive.call('authority.create', {
      kind: 'corporate-body',
      name: 'Ministère des essais',
      names,
    })
  }),
  dossier: byChannel((archive) =>
    archive.call('dossier.create', {
      title: 'Dossier',
      items: [{ kind: 'note', words: 'À relire. '.repeat(900) }],
    }),
  ),
  'search saved, and journal': byChannel((archive) =>
    archive.call('saved-search.create', {
      name: 'Eaux',
      query: `${'eau OU '.repeat(40)}mer`,
      filter: { years: [], issuers: [], languages: [] },
    }),
  ),
  merge: byChannel((archive, { bundle }) =>
    archive.call('annotation.merge-bundle', { bytes: bundle }),
  ),
  'backup to a file': {
    ...byChannel((archive, { folder }) =>
      archive.call('archive.back-up', { path: path.join(folder, 'copie.fonds') }),
    ),
    changes: false,
  },
  'backup of the day': closed('plain', ({ file }) =>
    makeBackup({ archivePath: file, key: null, now: clock.now() }, 'daily'),
  ),
  'backup, encrypted': closed('encrypted', ({ file, keys }) =>
    makeBackup({ archivePath: file, key: keys.dataKey, now: clock.now() }, 'manual'),
  ),
  restore: closed('plain', ({ file }) => restoreFirst(file, null)),
  'restore, encrypted': closed('encrypted', ({ file, keys }) => restoreFirst(file, keys.dataKey)),
  encryption: closed('plain', ({ file, keys }) =>
    convertArchive(file, { from: null, to: keys, actor: 'Officier', clock }),
  ),
  'encryption taken away': closed('encrypted', ({ file, keys }) =>
    convertArchive(file, { from: keys.dataKey, to: null, actor: 'Officier', clock }),
  ),
  passphrase: closed('encrypted', ({ file }) => {
    const before = readFileSync(keysPathOf(file))
    const changed = changePassphrase(file, PASSPHRASE, 'cinq autres mots au hasard')
    // Kept as it was for whoever looks at the archive next.
    if (changed.ok) writeFileSync(keysPathOf(file), before)
    return changed
  }),
  migration: {
    on: 'first-schema',
    changes: true,
    open: ({ file }) => ({
      act: async () => {
        const { said, close } = openArchiveDesk(file)
        close()
        return said
      },
      close: () => {},
    }),
  },
  export: byCommand('texte.html', ({ textElsewhere }) => [
    'export',
    textElsewhere,
    '--format',
    'html',
  ]),
  'bundle to a file': byCommand('notes.fonds-notes', () => ['annotations', 'bundle']),
  'open copy': byCommand('copie.zip', () => ['open-copy']),
  preferences: closed('plain', ({ folder }) => {
    const kept = path.join(folder, 'preferences.json')
    const long = JSON.stringify('x'.repeat(300_000))
    const preferences = openPreferences(kept)
    preferences.keep('settings.theme', long)
    // Where it cannot be written the choice lasts as long as the run, and the file stays whole.
    const held = preferences.read()['settings.theme'] === long
    const next = openPreferences(kept).read()
    if (!held || next['settings.language'] !== '"ar"') throw new Error('a choice was lost')
    return next['settings.theme'] === long
      ? { ok: true, value: null }
      : { ok: false, failure: { kind: 'disk-full' } }
  }),
}

function restoreFirst(archivePath: string, key: DataKey | null): Outcome<null> {
  const name = listBackupFiles(archivePath).at(-1)?.name ?? ''
  return restoreBackup({ archivePath, name, key, secret: null, actor: 'Officier', clock })
}
