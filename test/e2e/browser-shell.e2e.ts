import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openWindow } from '../../electron/browser/chromium.ts'
import { aFolder } from '../support/archive.ts'
import { printedAddress } from '../support/desk-page.ts'
import { callArchive, countBackends, installBackend, valueOf } from '../support/page-backend.ts'

const CHROMIUM = '/usr/bin/chromium'
const { folder, remove } = aFolder()
let shell: ChildProcess
let address: URL
let key: string
let browser: Browser
let page: Page

beforeAll(async () => {
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env
  const archive = path.join(folder, 'archive.fonds')
  shell = spawn(process.execPath, ['dist/browser/main.js', '--archive', archive], {
    env: { ...env, XDG_DATA_HOME: folder },
  })
  address = await printedAddress(shell)
  key = address.hash.slice('#k='.length)
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  page = await browser.newPage()
  await page.goto(address.href)
  await installBackend(page)
})

afterAll(async () => {
  await browser.close()
  shell.kill('SIGKILL')
  remove()
})

describe('the page', () => {
  test('speaks with the archive, and keeps the key out of its address', async () => {
    const described = valueOf(await callArchive(page, 'archive.describe', {}))
    expect(described).toMatchObject({ name: 'archive.fonds', communiqueCount: 0 })
    expect(page.url()).toBe(`${address.origin}/`)
  })

  test('opened from elsewhere, without the key, says what to do', async () => {
    const stranger = await browser.newContext({ locale: 'fr-FR' })
    const opened = await stranger.newPage()
    await opened.goto(address.origin)
    await expect
      .poll(() => opened.getByRole('alert').textContent(), { timeout: 30_000 })
      .toMatch(/^Fonds n’a pas ouvert cette page\. Fermez-la et lancez Fonds à nouveau/u)
    await stranger.close()
  })

  test('saves by a download', async () => {
    const [download, outcome] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate(() =>
        Reflect.get(window, 'backend').shell.call('file.save', {
          name: 'note de synthèse.pdf',
          bytes: new Uint8Array([1, 2, 3]),
        }),
      ),
    ])
    expect(outcome).toEqual({ ok: true, value: { saved: true } })
    expect(download.suggestedFilename()).toBe('note de synthèse.pdf')
    expect([...readFileSync(await download.path())]).toEqual([1, 2, 3])
  })

  test('dials again when its connection is lost', async () => {
    const before = await countBackends(page)
    await page.evaluate(() => Reflect.get(window, 'backend').archive.close())
    await vi.waitUntil(async () => (await countBackends(page)) > before, { timeout: 10_000 })
    expect(await callArchive(page, 'archive.describe', {})).toMatchObject({ ok: true })
  })

  test('works again after it was loaded again, without the key in the address', async () => {
    await installBackend(page)
    expect(await callArchive(page, 'archive.describe', {})).toMatchObject({ ok: true })
  })
})

describe('what is served', () => {
  test('carries the policy and is kept nowhere', async () => {
    const { headers } = await get('/')
    const policy = headers['content-security-policy'] ?? ''
    expect(String(policy).replace(/nonce-[^']+/u, 'nonce-N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self'; " +
        "font-src 'self'; connect-src 'self'; worker-src 'none'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'; trusted-types default",
    )
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  test.each([
    '/..%2f..%2fpackage.json',
    '/../package.json',
    '/%2e%2e/browser/main.js',
    '//etc/passwd',
    '/browser/main.js',
    '/?x',
  ])('is nothing at %s', async (asked) => {
    expect((await get(asked)).status).toBe(404)
  })

  test.each([
    ['a rebound name', { host: 'evil.example' }, 421],
    ['another name of this machine', { host: 'localhost' }, 421],
    ['a foreign page', { origin: 'https://evil.example' }, 403],
    ['an image in a foreign page', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
  ])('is refused to %s', async (_who, headers, status) => {
    expect((await get('/', headers)).status).toBe(status)
  })

  test('is not changed by any method', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405)
  })
})

describe('a socket', () => {
  test('opens for our page with the key', async () => {
    expect(await dial({ protocols: ['fonds.v1', key], headers: ours() })).toBe('open')
  })

  test.each([
    ['without a key', () => ({ protocols: ['fonds.v1'], headers: ours() })],
    ['with a wrong key', () => ({ protocols: ['fonds.v1', 'x'.repeat(43)], headers: ours() })],
    ['with part of the key', () => ({ protocols: ['fonds.v1', key.slice(1)], headers: ours() })],
    ['in another protocol', () => ({ protocols: ['other', key], headers: ours() })],
    ['without an origin', () => ({ protocols: ['fonds.v1', key], headers: {} })],
    [
      'from a foreign page',
      () => ({ protocols: ['fonds.v1', key], headers: { origin: 'https://evil.example' } }),
    ],
    [
      'by a rebound name',
      () => ({ protocols: ['fonds.v1', key], headers: { ...ours(), host: 'evil.example' } }),
    ],
    [
      'at another path',
      () => ({ protocols: ['fonds.v1', key], headers: ours(), path: '/elsewhere' }),
    ],
  ])('is refused %s', async (_how, request) => {
    expect(await dial(request())).toBe('refused')
  })
})

test('the window starts without the key on any command line', async () => {
  const opened = openWindow({
    executable: CHROMIUM,
    address: address.href,
    moreArguments: ['--headless', '--disable-gpu', '--remote-debugging-port=0'],
  })
  expect(opened.browser.spawnargs.join(' ')).not.toContain(key)
  expect(statSync(path.join(opened.profile, 'start.html')).mode & 0o777).toBe(0o600)
  expect(statSync(opened.profile).mode & 0o777).toBe(0o700)
  const window = await attach(opened.profile)
  await vi.waitUntil(() => window.pages().some((each) => each.url() === `${address.origin}/`), {
    timeout: 20_000,
  })
  opened.browser.kill()
  await opened.closed
  expect(() => statSync(opened.profile)).toThrow('ENOENT')
})

test('ends when it is told to, with the archive closed', async () => {
  const ended = once(shell, 'exit')
  shell.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(() => statSync(path.join(folder, 'archive.fonds-wal'))).toThrow('ENOENT')
})

function ours(): Record<string, string> {
  return { origin: address.origin }
}

interface Answer {
  readonly status: number | undefined
  readonly headers: http.IncomingHttpHeaders
}

function get(
  asked: string,
  headers: http.OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = address
    const request = http.request({ hostname, port, path: asked, headers, method }, (response) => {
      response.resume()
      resolve({ status: response.statusCode, headers: response.headers })
    })
    request.once('error', reject).end()
  })
}

interface Dial {
  readonly protocols: string[]
  readonly headers: Record<string, string>
  readonly path?: string
}

function dial({ protocols, headers, path: asked = '/archive' }: Dial): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${address.host}${asked}`, protocols, { headers })
    socket.once('open', () => {
      resolve('open')
      socket.close()
    })
    socket.once('error', () => resolve('refused'))
  })
}

async function attach(profile: string): Promise<ReturnType<Browser['contexts']>[number]> {
  const portFile = path.join(profile, 'DevToolsActivePort')
  const readPort = (): string | undefined =>
    // The file is there for a moment before it is written.
    existsSync(portFile) ? /^\d+/u.exec(readFileSync(portFile, 'utf8'))?.[0] : undefined
  const port = await vi.waitUntil(readPort, { timeout: 20_000 })
  const attached = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = attached.contexts()
  if (!context) throw new Error('the browser has no window')
  return context
}
