import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

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
