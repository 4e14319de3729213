/**
 * Plants faults one by one in a copy of the desktop shell and its configuration, and asks the test
 * that guards against each: a fault it lets pass is a hole in the tests. Without a fault it must
 * pass. A fault that does not build proves nothing, and is counted apart. Words after the command
 * choose faults by parts of their names.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { say } from './pack/programs.ts'

const POLICY = 'test/trust/desktop-policy.test.ts'
const PACKAGE = 'test/unit/pack/package-settings.test.ts'
const FENCE = 'test/e2e/desktop-fence.e2e.ts'
const WORK = 'test/e2e/desktop.e2e.ts'
const DESKS = 'test/e2e/desktop-desks.e2e.ts'

/** The test of each fault that no other is named for. */
const GUARD_BY_FAULT: ReadonlyMap<string, string> = new Map([
  ['port missing', WORK],
  ['refused dialog ignored', WORK],
  ['path taken from the page', WORK],
  ['preload on another channel', POLICY],
  ['runs as Node', PACKAGE],
  ['unsealed', PACKAGE],
  ['closes without waiting', DESKS],
  ['host ended by force', DESKS],
  ['place forgotten', DESKS],
  ['one archive in two windows', DESKS],
  ['reader forgotten', WORK],
])

interface Fault {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

const DESKTOP = 'electron/desktop'
const fault = (name: string, file: string, [from, to]: readonly [string, string]): Fault => ({
  name,
  file,
  from,
  to,
})

const FAULTS: readonly Fault[] = [
  fault('popup allowed', `${DESKTOP}/fence.ts`, ["action: 'deny'", "action: 'allow'"]),
  fault('navigation allowed', `${DESKTOP}/fence.ts`, [
    'if (!isPageUrl(event.url)) event.preventDefault()',
    'void event',
  ]),
  fault('redirect allowed', `${DESKTOP}/fence.ts`, ["'will-redirect', (event)", "'x', (event)"]),
  fault('webview allowed', `${DESKTOP}/fence.ts`, ["'will-attach-webview'", "'x'"]),
  fault('permission granted', `${DESKTOP}/fence.ts`, ['answer(false)', 'answer(true)']),
  fault('permission check granted', `${DESKTOP}/fence.ts`, [
    'setPermissionCheckHandler(() => false)',
    'setPermissionCheckHandler(() => true)',
  ]),
  fault('request let through', `${DESKTOP}/fence.ts`, ["!url.startsWith('app:')", 'url === ""']),
  fault('download allowed', `${DESKTOP}/fence.ts`, ["'will-download', (event)", "'x', (event)"]),
  fault('spell-check dictionary fetched', `${DESKTOP}/fence.ts`, [
    'Enabled(false)',
    'Enabled(true)',
  ]),
  fault('sandbox off', `${DESKTOP}/window.ts`, ['sandbox: true', 'sandbox: false']),
  fault('isolation off', `${DESKTOP}/window.ts`, ['Isolation: true', 'Isolation: false']),
  fault('Node in the page', `${DESKTOP}/window.ts`, ['Integration: false', 'Integration: true']),
  fault('title taken from the page', `${DESKTOP}/window.ts`, ["'page-title-updated'", "'x'"]),
  fault('session kept on disk', `${DESKTOP}/main.ts`, ["('fonds',", "('persist:fonds',"]),
  fault('global sandbox forgotten', `${DESKTOP}/main.ts`, ['app.enableSandbox()', '']),
  fault('scheme registered late', `${DESKTOP}/main.ts`, [
    'protocol.registerSchemesAsPrivileged([APP_SCHEME])',
    'void app.whenReady().then(() => protocol.registerSchemesAsPrivileged([APP_SCHEME]))',
  ]),
  fault('second instance opens too', `${DESKTOP}/main.ts`, [
    'app.requestSingleInstanceLock()',
    'app.requestSingleInstanceLock() || true',
  ]),
  fault('sender unchecked', `${DESKTOP}/ports.ts`, [
    'frame !== window.webContents.mainFrame',
    'false',
  ]),
  fault('port missing', `${DESKTOP}/ports.ts`, ['[archive.port2, shell.port2]', '[archive.port2]']),
  fault('refused dialog ignored', `${DESKTOP}/shell-service.ts`, [
    'canceled || !filePath',
    'false',
  ]),
  fault('path taken from the page', `${DESKTOP}/shell-service.ts`, [
    'path.win32.basename(name)',
    'name',
  ]),
  fault('preload leaks ipcRenderer', `${DESKTOP}/preload.ts`, [
    '{ connect:',
    '{ send: (name: string) => ipcRenderer.send(name), connect:',
  ]),
  fault('preload on another channel', `${DESKTOP}/preload.ts`, ["send('connect')", "send('c')"]),
  fault('foreign host served', `${DESKTOP}/app-scheme.ts`, [
    "asked.host === 'fonds' ? asked.pathname : ''",
    'asked.pathname',
  ]),
  fault('inline script in the CSP', 'electron/core/page/answer-page.ts', [
    `"script-src 'self'"`,
    `"script-src 'self' 'unsafe-inline'"`,
  ]),
  fault('runs as Node', '.ci/pack/seal.ts', ['RunAsNode]: false', 'RunAsNode]: true']),
  fault('closes without waiting', `${DESKTOP}/desks.ts`, ['    event.preventDefault()\n', '']),
  fault('host ended by force', `${DESKTOP}/host-process.ts`, [
    "child.postMessage('stop')",
    'child.kill()',
  ]),
  fault('place forgotten', `${DESKTOP}/desks.ts`, ['memory.place()', 'null']),
  fault('one archive in two windows', `${DESKTOP}/desks.ts`, [
    'if (known) return focus(known)',
    'void known',
  ]),
  fault('reader forgotten', `${DESKTOP}/host-process.ts`, [
    'startReadersFor(child)',
    'void startReadersFor',
  ]),
  fault('unsealed', 'electron-builder.yml', ['asar: true', 'asar: false']),
]

const VERDICT_BY_WORD: ReadonlyMap<string, 'missed' | 'unbuilt'> = new Map([
  ['passed', 'missed'],
  ['not built', 'unbuilt'],
])

const projectFolder = path.resolve(import.meta.dirname, '..')
const COPIED = `.ci electron shared renderer test resources dist package.json vite.config.ts
  tsconfig.json electron-builder.yml LICENSE package-lock.json`.split(/\s+/u)
const BUILD = `
  const { createBuilder } = await import('vite')
  const builder = await createBuilder({ configFile: 'vite.config.ts', logLevel: 'error' }, null)
  for (const name of ['desktop', 'preload']) await builder.build(builder.environments[name])`

const copy = mkdtempSync(path.join(tmpdir(), 'fonds-faults-'))
for (const name of COPIED) {
  cpSync(path.join(projectFolder, name), path.join(copy, name), { recursive: true })
}
symlinkSync(path.join(projectFolder, 'node_modules'), path.join(copy, 'node_modules'))
try {
  process.exitCode = plantAll() ? 0 : 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}

function plantAll(): boolean {
  const words = process.argv.slice(2)
  const chosen = FAULTS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  )
  for (const guard of new Set(chosen.map(guardOf))) {
    const untouched = whatTestSays(guard)
    say(`${untouched === 'passed' ? 'passed' : 'FAILED'}  nothing planted  ${guard}`)
    if (untouched !== 'passed') return false
  }
  const counts = { caught: 0, missed: 0, unbuilt: 0 }
  for (const each of chosen) {
    const said = plant(each)
    const verdict = VERDICT_BY_WORD.get(said) ?? 'caught'
    counts[verdict] += 1
    say(`${verdict.padEnd(7)}  ${each.name.padEnd(32)}  ${said}`)
  }
  const { caught, missed, unbuilt } = counts
  say(`${caught} of ${caught + missed} planted faults were caught; ${unbuilt} did not build.`)
  return missed === 0 && unbuilt === 0
}

function guardOf({ name }: Fault): string {
  return GUARD_BY_FAULT.get(name) ?? FENCE
}

function plant(planted: Fault): string {
  const { name, file, from, to } = planted
  const target = path.join(copy, file)
  const text = readFileSync(target, 'utf8')
  if (!text.includes(from)) throw new Error(`Nowhere to plant "${name}" in ${file}`)
  writeFileSync(
    target,
    text.replace(from, () => to),
  )
  try {
    return whatTestSays(guardOf(planted))
  } finally {
    writeFileSync(target, text)
  }
}

/** `passed`, `not built`, or the first test that failed. */
function whatTestSays(guard: string): string {
  const options = { cwd: copy, encoding: 'utf8' as const }
  const build = spawnSync(process.execPath, ['--input-type=module', '-e', BUILD], options)
  if (build.status !== 0) return 'not built'
  const vitest = path.join(copy, 'node_modules/vitest/vitest.mjs')
  const run = spawnSync(process.execPath, [vitest, 'run', '--bail=1', guard], {
    ...options,
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (run.status === 0) return 'passed'
  const said = run.stdout + run.stderr
  return /FAIL\s+(.*)/u.exec(said)?.[1] ?? said.trim().replaceAll(/\s+/gu, ' ').slice(0, 120)
}
