import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { preventable } from '../support/electron-double/contents.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'
import type { DoubleSession } from '../support/electron-double/session.ts'

const { folder, remove } = aFolder()
const archivePath = path.join(folder, 'archive.fonds')
let desktop: Desktop
let page: Page
let session: DoubleSession

beforeAll(async () => {
  desktop = await launchDesktop({ archivePath })
  page = await pageOf(desktop)
  const opened = desktop.sessions.get('fonds')
  if (!opened) throw new Error('the session is not the one that lives in memory')
  session = opened
})

afterAll(async () => {
  await desktop.close()
  remove()
})

const noted = (what: string): unknown[] =>
  desktop.stage.journal.filter((entry) => entry.what === what).map(({ data }) => data)

describe('before anything is shown', () => {
  test('the sandbox is on for every page, and our scheme is a site of its own', () => {
    expect(noted('sandbox')).toHaveLength(1)
    expect(noted('schemes')).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }],
    ])
  })

  test('Chromium is told to look up no name and to use no proxy', () => {
    expect(noted('switch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(noted('switch')).toContainEqual(['no-proxy-server', undefined])
  })

  test('the window has exactly these preferences', () => {
    const { session: used, ...preferences } = desktop.windows[0]?.options.webPreferences ?? {}
    expect(used).toBe(session)
    expect(preferences).toEqual({
      preload: path.resolve('dist/desktop/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    })
  })

  test('no session is written to disk, and none is opened but ours', () => {
    expect([...desktop.sessions.keys()]).toEqual(['fonds'])
  })
})

describe('the page', () => {
  test('sees one function of the shell, and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => ({
      shell: Object.keys(Reflect.get(window, 'fonds')),
      foreign: ['require', 'process', 'module', 'global', 'Buffer', 'doubleUp'].filter(
        (name) => name in globalThis,
      ),
    }))
    expect(seen).toEqual({ shell: ['connect'], foreign: [] })
  })

  test('opens no window', async () => {
    await page.evaluate(() => void window.open('https://example.org/'))
    await expect.poll(() => noted('window-open')).toHaveLength(1)
    expect(noted('window-open')).toEqual([{ url: 'https://example.org/', action: 'deny' }])
  })

  test.each(['https://example.org/', 'app://fonds/other.html', 'app://elsewhere/'])(
    'does not go to %s',
    async (url) => {
      const before = noted('will-navigate').length
      const shown = url.replace(/^app:\/\/([^/]+)/u, 'https://$1.app.test')
      await page.evaluate((address) => {
        location.href = address
      }, shown)
      await expect.poll(() => noted('will-navigate').length).toBeGreaterThan(before)
      expect(noted('will-navigate').at(-1)).toEqual({ url, prevented: true })
      expect(desktop.windows[0]?.webContents.mainFrame.url).toBe('app://fonds/')
    },
  )

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is held by %s alone',
    (name) => {
      const event = preventable({ url: 'https://example.org/', isMainFrame: true })
      desktop.windows[0]?.webContents.emit(name, event)
      expect(event.prevented).toBe(true)
    },
  )

  test('opens no page inside itself, not even its own', () => {
    const event = preventable({ url: 'app://fonds/', isMainFrame: false })
    desktop.windows[0]?.webContents.emit('will-frame-navigate', event)
    expect(event.prevented).toBe(true)
  })

  test('reaches nothing by script or image', async () => {
    const reached = await page.evaluate(async () => {
      const byFetch = await fetch('https://example.org/').then(
        () => true,
        () => false,
      )
      const byImage = await new Promise((resolve) => {
        const image = new Image()
        image.addEventListener('load', () => resolve(true))
        image.addEventListener('error', () => resolve(false))
        image.src = 'https://example.org/pixel.png'
      })
      return { byFetch, byImage }
    })
    expect(reached).toEqual({ byFetch: false, byImage: false })
    expect(noted('request-let-through')).toEqual([])
  })

  test('turns no text into markup or code', async () => {
    const tried = await page.evaluate(() => {
      const attempts = [
        () => Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' }),
        () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
      ]
      return attempts.map((attempt) => {
        try {
          attempt()
          return 'done'
        } catch (error) {
          return error instanceof Error ? error.name : 'refused'
        }
      })
    })
    expect(tried).toEqual(['TypeError', 'TypeError', 'TypeError'])
  })

  test('downloads nothing', async () => {
    await page.evaluate(() => {
      const anchor = document.createElement('a')
      anchor.href = URL.createObjectURL(new Blob(['x']))
      anchor.download = 'x.txt'
      anchor.click()
    })
    await expect.poll(() => noted('will-download')).toEqual([{ name: 'x.txt', prevented: true }])
  })

  test('cannot change what the title bar says', () => {
    expect(noted('title-taken-from-page')).toEqual([])
  })
})

describe('the session', () => {
  test.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'fileSystem', 'usb'])(
    'permits no %s',
    async (name) => {
      const { rules } = session
      const asked = new Promise((resolve) => rules.onPermission?.(null, name, resolve))
      expect(await asked).toBe(false)
      expect(rules.checkPermission?.(null, name)).toBe(false)
    },
  )

  test('permits no device and no capture of the screen', async () => {
    const { rules } = session
    expect(rules.checkDevice?.({})).toBe(false)
    expect(await new Promise((resolve) => rules.onDisplayMedia?.({}, resolve))).toBeNull()
    expect(rules.spellChecks).toBe(false)
  })

  test.each(['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'data:,x'])(
    'lets no request go to %s',
    async (url) => {
      const asked = new Promise((resolve) => session.rules.beforeRequest?.({ url }, resolve))
      expect(await asked).toEqual({ cancel: true })
    },
  )

  test.each([
    'app://fonds/..%2f..%2fpackage.json',
    'app://fonds/%2e%2e/desktop/main.js',
    'app://fonds//etc/passwd',
    'app://fonds/desktop/main.js',
    'app://elsewhere/index.html',
  ])('serves nothing for %s', async (url) => {
    const response = await session.rules.answerRequest?.(new Request(url))
    expect(response?.status).toBe(404)
  })

  test('sends its policy, with a new nonce each time, and the same nonce in the page', async () => {
    const nonces = await Promise.all([1, 2].map(readNonce))
    expect(new Set(nonces).size).toBe(2)
  })
})

describe('ports', () => {
  test.each([
    ['no frame', null],
    ['a frame inside the page', 'app://fonds/'],
    ['a foreign page', 'https://example.org/'],
  ])('are not given to %s', (_who, url) => {
    const given: unknown[] = []
    const frame = url === null ? null : { url, postMessage: (...all: unknown[]) => given.push(all) }
    desktop.stage.ipc.emit('connect', { senderFrame: frame })
    expect(given).toEqual([])
  })

  test('are given to the page of the window as long as it is ours, and to nothing else', () => {
    const frame = desktop.windows[0]?.webContents.mainFrame
    if (!frame) throw new Error('no window')
    const { postMessage, url } = frame
    const given: unknown[] = []
    const swapped = Object.assign(frame, { postMessage: (...all: unknown[]) => given.push(all) })
    const connect = (at: string, ...words: unknown[]): number => {
      swapped.url = at
      desktop.stage.ipc.emit('connect', { senderFrame: swapped }, ...words)
      return given.length
    }
    try {
      for (const at of [
        'https://example.org/',
        'app://elsewhere/',
        'app://fonds/x',
        'about:blank',
      ]) {
        expect(connect(at)).toBe(0)
      }
      expect(connect(url)).toBe(1)
      // What comes along with the message is not looked at.
      expect(connect(url, { ports: [1] }, 'x'.repeat(100_000))).toBe(2)
    } finally {
      Object.assign(frame, { postMessage, url })
    }
  })

  test('come of one message, and no other is heard', () => {
    expect(desktop.stage.ipc.eventNames()).toEqual(['connect'])
  })
})

test('a second instance opens nothing and ends', async () => {
  const second = await launchDesktop({ archivePath, isSecondInstance: true })
  expect(second.stage.journal.map(({ what }) => what)).toContain('quit')
  expect(second.windows).toHaveLength(0)
  expect(second.hosts()).toHaveLength(0)
  await second.close()
})

async function readNonce(): Promise<string> {
  const response = await session.rules.answerRequest?.(new Request('app://fonds/'))
  const policy = response?.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? ''
  expect(policy.replace(nonce, 'N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self'; " +
      "font-src 'self'; connect-src 'none'; worker-src 'none'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
      "require-trusted-types-for 'script'; trusted-types default",
  )
  expect(await response?.text()).toContain(`nonce="${nonce}"`)
  return nonce
}
