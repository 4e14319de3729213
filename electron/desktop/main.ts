/** The desktop shell: one window, the archive host behind it, and the fence around both. */
import { userInfo } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { app, Menu, protocol, session } from 'electron'
import { readPage } from '../core/page/read-page.ts'
import { logPolicyFaults } from '../core/policy/describe-policy.ts'
import { placeFromPolicy, policyPlaces, readPolicy } from '../core/policy/read-policy.ts'
import { defaultArchivePath } from '../core/system/files.ts'
import { describeError, openLog } from '../core/system/log.ts'
import { APP_SCHEME, PAGE_URL, servePage } from './app-scheme.ts'
import { fenceContents, fenceSession, OFFLINE_SWITCHES } from './fence.ts'
import { startHostProcess } from './host-process.ts'
import { buildMenu } from './menu.ts'
import { menuLabelsFor } from './menu-labels.ts'
import { connectWindow } from './ports.ts'
import { openShellService } from './shell-service.ts'
import { openWindow } from './window.ts'

const projectFolder = path.join(import.meta.dirname, '../..')

protocol.registerSchemesAsPrivileged([APP_SCHEME])
app.enableSandbox()
for (const [name, value] of OFFLINE_SWITCHES) app.commandLine.appendSwitch(name, value)
app.on('web-contents-created', (_event, contents) => fenceContents(contents))
app.on('window-all-closed', () => app.quit())

// Not awaited: the application becomes ready only once this file has run to its end.
if (app.requestSingleInstanceLock()) start().catch(giveUp)
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  const reading = readPolicy(policyPlaces())
  const { policy } = reading
  logPolicyFaults(reading, openLog())
  Menu.setApplicationMenu(buildMenu(menuLabelsFor(policy.language ?? app.getLocale())))
  // Without `persist:` in its name a session lives in memory: what was read leaves no trace.
  const ours = session.fromPartition('fonds', { cache: false })
  fenceSession(ours)
  servePage(ours.protocol, readPage(path.join(projectFolder, 'dist/renderer')))

  const window = openWindow(ours)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  const settings = {
    archivePath: placeFromPolicy(policy.archivePath) ?? chosenArchivePath(),
    actor: userInfo().username,
    resourcesFolder: path.join(projectFolder, 'resources'),
    policy,
  }
  const hostFile = path.join(projectFolder, 'dist/host/archive-host.js')
  const host = connectWindow(window, {
    startHost: () => startHostProcess(hostFile, settings),
    shell: openShellService(window, reading),
  })
  app.on('will-quit', () => void host.stop())
  await window.loadURL(PAGE_URL)
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
