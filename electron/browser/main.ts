/**
 * The browser shell: the same archive and the same page where the Electron runtime cannot be
 * had. It serves them on the loopback address and opens the workstation's Chromium on them.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { logPolicyFaults } from '../core/policy/describe-policy.ts'
import { placeFromPolicy, policyPlaces, readPolicy } from '../core/policy/read-policy.ts'
import { defaultArchivePath } from '../core/system/files.ts'
import { openLog } from '../core/system/log.ts'
import { defaultPreferencesPath, openPreferences } from '../core/system/preferences.ts'
import { findChromium, hasDisplay, openWindow } from './chromium.ts'
import { startShell } from './shell.ts'

const { values } = parseArgs({
  options: { archive: { type: 'string' }, port: { type: 'string', default: '0' } },
})
const projectFolder = path.join(import.meta.dirname, '../..')
const policy = readPolicy(policyPlaces())
logPolicyFaults(policy, openLog())
const shell = await startShell({
  archivePath:
    placeFromPolicy(policy.policy.archivePath) ??
    path.resolve(values.archive ?? process.env['FONDS_ARCHIVE'] ?? defaultArchivePath()),
  policy,
  preferences: openPreferences(defaultPreferencesPath()),
  projectFolder,
  port: Number(values.port),
})
const address = `${shell.origin}/#k=${shell.key}`
process.stdout.write(`Fonds: ${address}\n`)

const executable = hasDisplay() ? findChromium() : null
const window = executable ? openWindow({ executable, address }) : undefined

const end = async (): Promise<void> => {
  window?.browser.kill()
  await window?.closed
  await shell.close()
}
process.once('SIGINT', () => void end())
process.once('SIGTERM', () => void end())
void window?.closed.then(() => shell.close())
