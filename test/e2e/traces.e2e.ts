import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openWindow } from '../../electron/browser/chromium.ts'
import { addText, anOffice } from '../support/annotated.ts'
import { printedAddress } from '../support/desk-page.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const WORD = 'zibeline'
const MORE = ['--headless', '--disable-gpu', '--remote-debugging-port=0', '--no-sandbox']

const office = anOffice('Officier')
let shell: ChildProcess
let address: URL

beforeAll(async () => {
  addText(office, `La ${WORD} a été reçue par le ministre.`, `Titre de la ${WORD}`)
  rebuildIndex(office.db)
  office.shut()
  const { DISPLAY: _none, WAYLAND_DISPLAY: _neither, ...env } = process.env
  shell = spawn(process.execPath, ['dist/browser/main.js', '--archive', office.path], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  address = await printedAddress(shell)
})
afterAll(async () => {
  const ended = once(shell, 'exit')
  shell.kill('SIGTERM')
  await ended
  office.close()
})

test('what is read and searched for leaves no trace in the profile of the window', async () => {
  const window = openWindow({ executable: CHROMIUM, address: address.href, moreArguments: MORE })
  const page = await pageOf(window.profile)
  await read(page)
  expect(filesWith(window.profile)).toEqual([])
  await page.context().browser()?.close()
  window.browser.kill()
  await window.closed
})

test('a window of a browser as it comes keeps what was read on the disk (control)', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'fonds-control-'))
  const page = `data:text/html,<title>${WORD}</title>`
  const browser = spawn(CHROMIUM, [`--user-data-dir=${profile}`, '--no-first-run', ...MORE, page], {
    stdio: 'ignore',
  })
  const ended = once(browser, 'exit')
  await pageOf(profile)
  await expect.poll(() => filesWith(profile), { timeout: 60_000, interval: 500 }).not.toEqual([])
  browser.kill()
  await ended
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

async function read(page: Page): Promise<void> {
  page.setDefaultTimeout(90_000)
  await page.getByText(`Titre de la ${WORD}`).first().click()
  await page.getByText(`La ${WORD} a été reçue`).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(WORD)
  await page.getByText('1 résultat').waitFor()
}

async function pageOf(profile: string): Promise<Page> {
  const portFile = path.join(profile, 'DevToolsActivePort')
  const readPort = (): string | undefined =>
    existsSync(portFile) ? /^\d+/u.exec(readFileSync(portFile, 'utf8'))?.[0] : undefined
  const port = await vi.waitUntil(readPort, { timeout: 60_000 })
  const attached = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const first = (): Page | undefined => attached.contexts()[0]?.pages()[0]
  return vi.waitUntil(first, { timeout: 60_000 })
}

/** The files under a folder that hold the word, in the letters of the web or of Windows. */
function filesWith(folder: string): readonly string[] {
  const found = [WORD, WORD.split('').join('\\x00')].map((each) =>
    spawnSync('grep', ['-rlaP', each, folder], { encoding: 'utf8' }).stdout.trim(),
  )
  return found.filter((each) => each !== '')
}
