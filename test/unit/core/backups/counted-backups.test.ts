import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listBackups } from '../../../../electron/core/backups/keep-backups.ts'
import { makeBackup } from '../../../../electron/core/backups/make-backup.ts'
import { nextBackupPath } from '../../../../electron/core/db/backup-files.ts'
import { FIRST_TEXTS, writeFirstArchive } from '../../../support/first-archive.ts'
import { draftFromText, EDITS, writeDraft } from '../../../support/edits.ts'
import { formulaicText } from '../../../support/formulaic-texts.ts'
import { anAskedArchive, ingestFiles, valueOf, type AskedArchive } from '../../../support/ingest.ts'
import { randomFromSeed } from '../../../support/random.ts'

const NOW = '2026-03-02T08:00:00.000Z'
const text = formulaicText('fr', randomFromSeed(3), 2500)
const amended = (): string => {
  const draft = draftFromText(text)
  const edit = EDITS.find(({ name }) => name === 'words 5 %')
  return writeDraft(edit?.apply(draft, randomFromSeed(1)) ?? draft).text
}

let asked: AskedArchive
beforeEach(async () => {
  asked = await anAskedArchive()
})
afterEach(() => asked.close())

/** What the newest backup is said to hold, and what the archive says that it holds. */
async function counts(): Promise<readonly unknown[]> {
  const [newest] = listBackups(asked.path, null)
  const about = valueOf(await asked.archive.call('archive.describe', {}))
  return [newest, about].map((each) => [each?.communiqueCount, each?.annotationCount])
}

test('a backup is listed with as many texts as its archive shows, whatever was merged', async () => {
  const { lines } = await ingestFiles(asked.archive, [
    ['a.txt', `Réunion de la commission\n\n05/03/2025\n\n${text}`],
    ['b.txt', `Réunion de la commission mixte\n\n07/03/2025\n\n${amended()}`],
    ['c.txt', 'Un autre texte, sans rapport avec eux.\n\n08/03/2025'],
  ])
  await makeBackup({ archivePath: asked.path, key: null, now: NOW }, 'manual')
  expect(await counts()).toEqual([
    [3, 0],
    [3, 0],
  ])

  const outcome = lines[1]?.outcome
  const id = outcome && 'communiqueId' in outcome ? outcome.communiqueId : ''
  const { relations } = valueOf(await asked.archive.call('communique.get', { id, versionId: null }))
  const relation = { id: relations[0]?.id ?? '', settlement: 'confirmed' } as const
  valueOf(await asked.archive.call('relation.settle', relation))
  // The one made before still tells of what it holds.
  expect(await counts()).toEqual([
    [3, 0],
    [2, 0],
  ])
  await makeBackup({ archivePath: asked.path, key: null, now: NOW }, 'manual')
  expect(await counts()).toEqual([
    [2, 0],
    [2, 0],
  ])
})

test('a backup of the first format is counted too', () => {
  const backup = nextBackupPath(asked.path, 'migration', NOW)
  mkdirSync(path.dirname(backup), { recursive: true })
  writeFirstArchive(backup)
  expect(listBackups(asked.path, null)).toMatchObject([
    { communiqueCount: FIRST_TEXTS.length, annotationCount: 1 },
  ])
})
