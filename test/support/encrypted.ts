import path from 'node:path'
import { createKeys, writeKeyFile, type NewKeys } from '../../electron/core/db/keys.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import type { Office } from './annotated.ts'
import { aClock, aFolder } from './archive.ts'

/** What opens the archives of these tests. */
export const PASSPHRASE = 'quatre mots au hasard'

/** An office whose archive is encrypted, with its keys and the folder it lies in. */
export function anEncryptedOffice(actor = 'Officier'): Office & {
  readonly keys: NewKeys
  readonly folder: string
} {
  const { folder, remove } = aFolder()
  const archivePath = path.join(folder, 'archive.fonds')
  const keys = createKeys(PASSPHRASE)
  writeKeyFile(archivePath, keys.file)
  const clock = aClock()
  const opened = openForWriting(archivePath, actor, clock, keys.dataKey)
  if (!opened.ok) throw new Error(`no archive: ${opened.failure.kind}`)
  const shut = opened.value.close
  const close = (): void => {
    shut()
    remove()
  }
  const desk = { clock, actor, device: `${actor}-pc` }
  return { db: opened.value.archive, desk, path: archivePath, close, keys, folder, shut }
}
