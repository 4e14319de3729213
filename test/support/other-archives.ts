import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { addText, type Office } from './annotated.ts'
import { aFolder, anArchive } from './archive.ts'
import { runCli } from './cli.ts'
import { aStoredDossier } from './dossiers.ts'
import { anEncryptedOffice } from './encrypted.ts'
import { writeFirstArchive } from './first-archive.ts'
import { aMedium } from './sealed-medium.ts'
import { aScreenArchive, OTHER_ARCHIVES, type ArchiveName, type ScreenArchive } from './screens.ts'
import { mountDisk } from './small-disk.ts'

type OtherArchive = (typeof OTHER_ARCHIVES)[number]

/** Makes the archive that a screen is shown with; null where this machine cannot have it. */
export async function archiveFor(name: ArchiveName): Promise<ScreenArchive | null> {
  const other = OTHER_ARCHIVES.find((each) => each === name)
  if (other !== undefined) return MAKERS[other]()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every other name was just ruled out
  return aScreenArchive(name as Exclude<ArchiveName, OtherArchive>)
}

/** Room for the archive to open and be read, and for no text to be added. */
const ROOM = 512 * 1024
const NO_FORMAT_YET = 999

const MAKERS: Readonly<Record<OtherArchive, () => ScreenArchive | null>> = {
  dossier: () => {
    const { folder, remove } = aFolder()
    const { office } = aStoredDossier()
    const archivePath = copyOf(office, folder)
    office.close()
    return { archivePath, home: folder, remove }
  },
  unencrypted: () => ({ ...someSamples(), policy: { requireEncryption: true } }),
  sealed: () => {
    const samples = someSamples()
    const sealed = onMedium((file) => copyFileSync(samples.archivePath, file))
    samples.remove()
    return sealed
  },
  settled: () => ({ ...someSamples(), policy: { readOnly: true } }),
  'settled-empty': () => {
    const { path: archivePath, shut, close } = anArchive()
    shut()
    const home = path.dirname(archivePath)
    return { archivePath, home, policy: { readOnly: true }, remove: close }
  },
  outdated: () => onMedium(writeFirstArchive),
  newer: () => {
    const samples = someSamples()
    const db = new Database(samples.archivePath)
    db.pragma(`user_version = ${NO_FORMAT_YET}`)
    db.close()
    return samples
  },
  unbacked: () => {
    const samples = someSamples()
    writeFileSync(`${samples.archivePath}.backups`, 'a file where a folder should be')
    return samples
  },
  encrypted: () => {
    const office = anEncryptedOffice()
    addText(office, TEXT, 'Communiqué conjoint sur la coopération portuaire')
    office.shut()
    const remove = (): void => rmSync(office.folder, { recursive: true, force: true })
    return { archivePath: office.path, home: office.folder, remove }
  },
  'nearly-full': () => {
    const disk = mountDisk('24m')
    if (disk === null) return null
    const { folder, remove } = aFolder()
    const archivePath = path.join(disk.folder, 'archive.fonds')
    takeInSamples(archivePath)
    disk.fill(ROOM)
    const leave = (): void => {
      disk.unmount()
      remove()
    }
    return { archivePath, home: folder, remove: leave }
  },
}

const TEXT = `Les deux ministres ont examiné la coopération portuaire entre les deux rives et salué les progrès accomplis.

La commission mixte se réunira au printemps à Tanger pour préparer le programme de travail de l’année suivante.`

function someSamples(): ScreenArchive {
  const { folder, remove } = aFolder()
  const archivePath = path.join(folder, 'archive.fonds')
  takeInSamples(archivePath)
  return { archivePath, home: folder, remove }
}

function takeInSamples(archivePath: string): void {
  const { code } = runCli('ingest', '--archive', archivePath, 'resources/sample')
  if (code !== 0) throw new Error('the samples were not taken in')
}

function copyOf({ db }: Office, folder: string): string {
  const archivePath = path.join(folder, 'archive.fonds')
  db.prepare('VACUUM INTO $archivePath').run({ archivePath })
  return archivePath
}

function onMedium(write: (file: string) => void): ScreenArchive | null {
  const medium = aMedium()
  if (medium === null) return null
  const { folder, remove } = aFolder()
  const archivePath = path.join(medium.folder, 'archive.fonds')
  write(archivePath)
  medium.seal()
  const leave = (): void => {
    medium.remove()
    remove()
  }
  return { archivePath, home: folder, remove: leave }
}
