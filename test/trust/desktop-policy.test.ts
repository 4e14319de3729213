import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { shellContract } from '../../shared/channels/shell.ts'

const projectFolder = path.resolve(import.meta.dirname, '../..')
const treeOf = (file: string): unknown =>
  parseSync(file, readFileSync(path.join(projectFolder, file), 'utf8')).program
const desktop = globSync('electron/desktop/*.ts', { cwd: projectFolder }).toSorted()
const shipped = globSync(['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'], {
  cwd: projectFolder,
}).toSorted()

describe('the sources of the desktop shell', () => {
  test('hear one message of a page, and answer none by handle', () => {
    expect(callsIn(desktop).filter((call) => call.startsWith('ipcMain.'))).toEqual([
      "ipcMain.on('connect')",
    ])
    expect(callsIn(desktop).filter((call) => call.startsWith('ipcRenderer.'))).toEqual([
      "ipcRenderer.on('ports')",
      "ipcRenderer.send('connect')",
    ])
  })

  test('load our own page only, and run no script in it', () => {
    const calls = callsIn(desktop)
    expect(calls.filter((call) => /\.(?:loadURL|loadFile)\b/u.test(call))).toEqual([
      'desk.window.loadURL(PAGE_URL)',
      'window.loadURL(PAGE_URL)',
    ])
    expect(
      calls.filter((call) => /openExternal|executeJavaScript|openDevTools/u.test(call)),
    ).toEqual([])
  })

  test('give a preload script that needs Electron alone', () => {
    expect(importsOf('electron/desktop/preload.ts')).toEqual(['electron'])
  })

  test('keep Electron out of everything beside them', () => {
    const others = shipped.filter((file) => !file.startsWith('electron/desktop/'))
    expect(others.filter((file) => importsOf(file).includes('electron'))).toEqual([])
  })

  test('open one window, in one session that is never written to disk', () => {
    const calls = callsIn(desktop)
    expect(calls.filter((call) => call.startsWith('new BrowserWindow'))).toHaveLength(1)
    expect(calls.filter((call) => /fromPartition|fromPath|defaultSession/u.test(call))).toEqual([
      "session.fromPartition('fonds')",
    ])
  })
})

describe('the sources of the fence', () => {
  test('give every window exactly these preferences', () => {
    const options = nodesOf(treeOf('electron/desktop/window.ts')).find(
      (node) => node['type'] === 'Property' && nameOf(node['key']) === 'webPreferences',
    )
    expect(settingsIn(options?.['value'])).toEqual({
      session: 'session',
      preload: '',
      sandbox: "'true'",
      contextIsolation: "'true'",
      nodeIntegration: "'false'",
      webSecurity: "'true'",
      webviewTag: "'false'",
      navigateOnDragDrop: "'false'",
      spellcheck: "'false'",
      // On where the program is run from its sources.
      devTools: '',
    })
  })

  test('settle everything that a session and a page can be asked', () => {
    expect(
      callsIn(['electron/desktop/fence.ts']).filter((call) => /\.(?:set|on)/u.test(call)),
    ).toEqual([
      'session.webRequest.onBeforeRequest()',
      'session.setPermissionRequestHandler()',
      'session.setPermissionCheckHandler()',
      'session.setDevicePermissionHandler()',
      'session.setDisplayMediaRequestHandler()',
      "session.setSpellCheckerEnabled('false')",
      "session.on('will-download')",
      'contents.setWindowOpenHandler()',
      "contents.on('will-navigate')",
      "contents.on('will-frame-navigate')",
      "contents.on('will-redirect')",
      "contents.on('will-attach-webview')",
    ])
  })

  test('close the sandbox, the scheme and every page before anything may open', () => {
    const calls = callsIn(['electron/desktop/main.ts'])
    const order = [
      'protocol.registerSchemesAsPrivileged()',
      'app.enableSandbox()',
      "app.on('web-contents-created')",
      'app.requestSingleInstanceLock()',
      'app.whenReady()',
      'fenceSession(ours)',
      'servePage(ours.protocol)',
    ].map((call) => calls.indexOf(call))
    expect(order.every((at) => at !== -1)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  test('hand ports to the main frame of the window alone', () => {
    const compared = nodesOf(treeOf('electron/desktop/ports.ts')).filter(
      (node) => node['type'] === 'BinaryExpression' && node['operator'] === '!==',
    )
    expect(compared.map(({ left, right }) => [nameOf(left), nameOf(right)])).toContainEqual([
      'frame',
      'window.webContents.mainFrame',
    ])
    expect(callsIn(['electron/desktop/ports.ts'])).toContain('isPageUrl(frame.url)')
  })
})

test('the shell is told of files by name and bytes, and tells of none by path', () => {
  const keys = Object.values(shellContract).flatMap(({ input, output, item }) =>
    [input, output, ...(item ? [item] : [])].flatMap((schema) =>
      nodesOf(z.toJSONSchema(schema, { unrepresentable: 'any' })).flatMap((node) =>
        isTree(node['properties']) ? Object.keys(node['properties']) : [],
      ),
    ),
  )
  expect(keys).toContain('bytes')
  expect(keys.filter((key) => /path|folder|place|directory|url/iu.test(key))).toEqual([])
})

test('no code that is shipped makes code out of text', () => {
  const made = shipped.filter((file) =>
    callsIn([file]).some((call) => /^(?:eval|new Function|Function)\(/u.test(call)),
  )
  expect(made).toEqual([])
})

/** Every call of some files, by its callee and a first argument that is a word or a name. */
function callsIn(files: readonly string[]): string[] {
  return files.flatMap((file) =>
    nodesOf(treeOf(file)).flatMap((node) => {
      if (node['type'] !== 'CallExpression' && node['type'] !== 'NewExpression') return []
      const [first] = Array.isArray(node['arguments']) ? node['arguments'] : []
      const made = node['type'] === 'NewExpression' ? 'new ' : ''
      return [`${made}${nameOf(node['callee'])}(${nameOf(first)})`]
    }),
  )
}

/** The settings of an object as the source writes them; one that is worked out stands empty. */
function settingsIn(object: unknown): Readonly<Record<string, string>> {
  const parts = isTree(object) && Array.isArray(object['properties']) ? object['properties'] : []
  return Object.fromEntries(
    parts.filter(isTree).map((part) => [nameOf(part['key']), nameOf(part['value'])]),
  )
}

function importsOf(file: string): string[] {
  return nodesOf(treeOf(file)).flatMap((node) =>
    String(node['type']).startsWith('Import') && isTree(node['source'])
      ? [String(node['source']['value'])]
      : [],
  )
}

function nameOf(node: unknown): string {
  if (!isTree(node)) return ''
  if (node['type'] === 'Identifier') return String(node['name'])
  if (node['type'] === 'Literal') return `'${String(node['value'])}'`
  if (node['type'] !== 'MemberExpression') return ''
  return `${nameOf(node['object'])}.${nameOf(node['property'])}`
}

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

function nodesOf(value: unknown): Tree[] {
  if (!isTree(value)) return []
  return [value, ...Object.values(value).flatMap(nodesOf)]
}
