/** The desktop shell: a window for each archive, its host behind it, and the fence around both. */
import { userInfo } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { app, powerMonitor, protocol, session } from 'electron'
import type { PolicyReading } from '../../shared/model/policy.ts'
import { readPage } from '../core/page/read-page.ts'
import { logPolicyFaults } from '../core/policy/describe-policy.ts'
import { placeFromPolicy, policyPlaces, readPolicy } from '../core/policy/read-policy.ts'
import { defaultArchivePath } from '../core/system/files.ts'
import { describeError, openLog } from '../core/system/log.ts'
import { resolveArchivePath } from '../core/system/place.ts'
import { openPreferences } from '../core/system/preferences.ts'
import { APP_SCHEME, servePage } from './app-scheme.ts'
import { openDeskMemory } from './desk-memory.ts'
import { openDesks, type Desks } from './desks.ts'
import { openDraggedFiles } from './dragged-files.ts'
import { fenceContents, fenceSession, OFFLINE_SWITCHES } from './fence.ts'
import { openFolderChoices } from './folder-choices.ts'
import { startHostProcess } from './host-process.ts'
import { openWorkstationKeychain } from './keychain.ts'
import { showMenu } from './menu.ts'
import {
  filesFromArguments,
  hearOpenedFiles,
  isArchiveFile,
  readOpenedFile,
} from './opened-files.ts'

const projectFolder = path.join(import.meta.dirname, '../..')

protocol.registerSchemesAsPrivileged([APP_SCHEME])
app.enableSandbox()
for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value)
app.on('web-contents-created', (_event, contents) => fenceContents(contents))
app.on('window-all-closed', () => app.quit())
const onOpenedFile = hearOpenedFiles()

// Not awaited: the application becomes ready only once this file has run to its end.
if (app.requestSingleInstanceLock()) start().catch(giveUp)
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  const reading = readPolicy(policyPlaces())
  const settled = placeFromPolicy(reading.policy.archivePath)
  const log = openLog(reading.policy.logLevel)
  logPolicyFaults(reading, log)
  const own = resolveArchivePath(settled ?? chosenArchivePath())
  const desks = openSharedDesks(reading, own)
  // Where the place is settled, no other archive is opened than the one that stands there.
  const openFile = (file: string): void => {
    if (isArchiveFile(file)) void (settled === null ? desks.open(file) : desks.focus())
    else offerFile(desks, file)
  }
  app.on('second-instance', (_event, argv, folder) => {
    const files = filesFromArguments(argv, folder)
    if (files.length === 0) desks.focus()
    for (const file of files) openFile(file)
  })
  powerMonitor.on('suspend', () => desks.lock())
  powerMonitor.on('lock-screen', () => desks.lock())
  app.on('before-quit', () => desks.close())
  app.on('will-quit', (event) => {
    const stopped = desks.stop()
    if (stopped === null) return
    event.preventDefault()
    void stopped.finally(() => app.exit(0))
  })
  const files = filesFromArguments(process.argv, process.cwd())
  const archives = settled === null ? files.filter(isArchiveFile) : []
  await desks.open(archives[0] ?? own)
  for (const file of files) if (file !== archives[0]) openFile(file)
  onOpenedFile(openFile)
}

/** `own` is the archive that opens by itself: a folder that is settled is watched for it alone. */
function openSharedDesks(reading: PolicyReading, own: string): Desks {
  // Without `persist:` in its name a session lives in memory: what was read leaves no trace.
  const ours = session.fromPartition('fonds', { cache: false })
  fenceSession(ours)
  servePage(ours.protocol, readPage(projectFolder))
  const dragged = openDraggedFiles(path.join(app.getPath('userData'), 'dragged'))
  app.on('will-quit', dragged.clear)
  const memory = openDeskMemory(path.join(app.getPath('userData'), 'desk.json'))
  const preferences = openPreferences(path.join(app.getPath('userData'), 'preferences.json'))
  const choices = openFolderChoices(path.join(app.getPath('userData'), 'folders.json'))
  const settledFolder = placeFromPolicy(reading.policy.watchedFolder)
  const hostFile = path.join(projectFolder, 'dist/host/archive-host.js')
  const keychain = openWorkstationKeychain(
    path.join(app.getPath('userData'), 'keychain'),
    reading.policy.requirePassphrase === true,
  )
  const desks = openDesks({
    session: ours,
    reading,
    memory,
    preferences,
    dragged,
    choices,
    settledFolder: (archivePath) => (archivePath === own ? settledFolder : null),
    startHost: (archivePath, isFirst) => {
      const settings = {
        archivePath,
        actor: userInfo().username,
        resourcesFolder: path.join(projectFolder, 'resources'),
        policy: reading.policy,
      }
      return startHostProcess(hostFile, settings, (host) =>
        keychain.serve(host, archivePath, isFirst),
      )
    },
    onRecent: () => menu(),
  })
  const isSettled = reading.policy.archivePath !== undefined
  const menu = (): void =>
    showMenu({ locale: reading.policy.language ?? app.getLocale(), memory, desks, isSettled })
  menu()
  return desks
}

function offerFile(desks: Desks, file: string): void {
  const read = readOpenedFile(file)
  if (read) desks.offer(read.name, read.bytes)
}

/** Without a window nobody could end the process. */
function giveUp(error: unknown): void {
  openLog()('start-failed', describeError(error))
  app.exit(1)
}

function chosenArchivePath(): string {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { archive: { type: 'string' } },
    strict: false,
  })
  const chosen = typeof values.archive === 'string' ? values.archive : process.env['FONDS_ARCHIVE']
  return path.resolve(chosen ?? defaultArchivePath())
}
