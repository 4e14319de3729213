import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSourceReader } from '../../electron/core/ingest/formats/read-source.ts'
import type { Source } from '../../electron/core/ingest/reading.ts'
import { hostilePayloads } from '../fixtures/payloads.ts'
import {
  docxFromBody,
  odtFromBody,
  pdfFromPages,
  wordParagraph,
} from '../support/office-builder.ts'
import { zipFromParts } from '../support/zip-builder.ts'

const CHROMIUM = '/usr/bin/chromium'
const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) process.stdout.write('Chromium absent: hostile documents are not shown\n')

// The page itself, and what the browser asks for of its own accord.
const OWN_PATHS: ReadonlySet<string> = new Set(['/blank', '/favicon.ico'])

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const escapeRtf = (text: string): string => text.replace(/[\\{}]/gu, String.raw`\$&`)

const page = (body: string): string =>
  `<!doctype html><html><head><title>T</title></head><body><p>Texte.</p>${body}<p>Fin.</p></body></html>`

const mail = (type: string, body: string): string =>
  `From: a@example.org\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a>\r\nSubject: Envoi\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`

/** Puts a payload where each format keeps its text, or its markup if it has any. */
const IMPORTS: Readonly<Record<string, (payload: string) => string | Uint8Array>> = {
  'page.html': page,
  'note.txt': (payload) => `Texte du communiqué\n\n${payload}\n`,
  'note.md': (payload) => `---\ntitle: ${payload.slice(0, 40)}\n---\n\n# Titre\n\n${payload}\n`,
  'note.docx': (payload) => docxFromBody(wordParagraph(escapeXml(payload))),
  'note.odt': (payload) => odtFromBody(`<text:p>${escapeXml(payload)}</text:p>`),
  'note.rtf': (payload) => `{\\rtf1\\ansi Texte ${escapeRtf(payload)}\\par}`,
  'note.pdf': (payload) =>
    pdfFromPages([
      [
        { text: payload, x: 20, y: 700, size: 4 },
        { text: 'Fin.', x: 20, y: 600, size: 4 },
      ],
    ]),
  'text.eml': (payload) => mail('text/plain', `Texte.\r\n\r\n${payload}`),
  'markup.eml': (payload) => mail('text/html', page(payload)),
  'feed.xml': (payload) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><item><title>${escapeXml(payload)}</title><link>${escapeXml(payload)}</link><description>${escapeXml(payload)}</description></item></channel></rss>`,
  'dump.json': (payload) => JSON.stringify([{ title: payload, body: payload, url: payload }]),
  'table.csv': (payload) => `Titre;Texte\nT;"${payload.replaceAll('"', '""')}"\n`,
  'pages.zip': (payload) => zipFromParts({ 'a.html': page(payload), 'b.txt': `Texte ${payload}` }),
}

/** So much of the page's own time goes by before it is asked what happened. */
const SPENT_MS = 10_000

/**
 * Lets a page live through ten seconds of its own clock, which runs as fast as the page has
 * something to do and stands still while an answer is awaited: nothing it does in that time can
 * come too late to be seen, however slow the machine is.
 */
async function spendTime(session: CDPSession): Promise<void> {
  const spent = new Promise<void>((resolve) => {
    session.once('Emulation.virtualTimeBudgetExpired', () => resolve())
  })
  await session.send('Emulation.setVirtualTimePolicy', {
    policy: 'pauseIfNetworkFetchesPending',
    budget: SPENT_MS,
  })
  await spent
}

describe.skipIf(!hasChromium)('hostile documents', () => {
  const calls: string[] = []
  let server: Server
  let browser: Browser
  let origin: string
  let payloads: readonly string[]

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (!OWN_PATHS.has(request.url ?? '')) calls.push(request.url ?? '')
      response.setHeader(
        'content-type',
        request.url?.endsWith('.js') ? 'text/javascript' : 'text/html',
      )
      response.end(
        request.url?.endsWith('.js') ? 'top.ran=(top.ran||0)+1' : '<!doctype html><p id=shown>',
      )
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address: AddressInfo | string | null = server.address()
    const port = typeof address === 'object' ? address?.port : null
    origin = `http://127.0.0.1:${port}`
    payloads = hostilePayloads(origin)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const openBlank = async (): Promise<Page> => {
    const tab = await browser.newPage()
    await tab.goto(`${origin}/blank`)
    calls.length = 0
    return tab
  }

  test('are more than 81', () => {
    expect(payloads.length).toBeGreaterThan(81)
  })

  test('harm a page that takes them as markup (control)', async () => {
    const effects = { ran: 0, called: 0, asked: 0 }
    const tab = await openBlank()
    const session = await tab.context().newCDPSession(tab)
    for (const payload of payloads) {
      calls.length = 0
      const asked = await tab.evaluate((markup) => {
        Reflect.set(window, 'ran', 0)
        // In a frame of its own, so that one that leads away does not end the others.
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const body = frame.contentDocument?.body ?? document.body
        body.innerHTML = markup
        return body.querySelectorAll(':is(form,input,textarea,select)').length
      }, payload)
      await spendTime(session)
      const ran = await tab.evaluate(() => {
        document.querySelector('iframe')?.remove()
        return Number(Reflect.get(window, 'ran'))
      })
      if (ran > 0) effects.ran += 1
      if (calls.length > 0) effects.called += 1
      if (asked > 0) effects.asked += 1
    }
    await tab.close()
    process.stdout.write(`control: ${JSON.stringify(effects)} of ${payloads.length}\n`)
    expect(effects.ran).toBeGreaterThan(12)
    expect(effects.called).toBeGreaterThan(15)
    expect(effects.asked).toBeGreaterThan(5)
  }, 60_000)

  test.each([
    ['a timer', 'setTimeout(() => top.ran = 1, SECONDS)'],
    [
      'a picture that cannot be had',
      "new Image().src = '/late.png'; setTimeout(() => fetch('/late'), SECONDS)",
    ],
  ])('an effect that comes late is seen: %s (control)', async (_name, code) => {
    const tab = await openBlank()
    const session = await tab.context().newCDPSession(tab)
    const late = code.replace('SECONDS', String(SPENT_MS - 1000))
    await tab.evaluate((script) => {
      document.body.innerHTML = `<img src="x:" onerror="${script}">`
    }, late)
    const seen = async (): Promise<boolean> =>
      (await tab.evaluate(() => Reflect.get(window, 'ran') === 1)) || calls.includes('/late')
    expect(await seen()).toBe(false)
    await spendTime(session)
    expect(await seen()).toBe(true)
    await tab.close()
  })

  const read = createSourceReader()

  test.each(Object.keys(IMPORTS))(
    'through %s: no code, no call, no form, no link',
    async (name) => {
      const make = IMPORTS[name] ?? page
      const shown: string[] = []
      let readCount = 0
      for (const payload of payloads) {
        const source: Source = { name, bytes: Buffer.from(make(payload)) }
        const { items } = await read(source)
        if (items.length > 0) readCount += 1
        for (const { title, blocks, structured } of items) {
          shown.push(title ?? '', ...blocks.map(({ text }) => text))
          shown.push(...Object.values(structured).map((stated) => stated?.value ?? ''))
        }
      }
      // A payload that has no words of its own leaves nothing to read.
      expect(readCount).toBeGreaterThan(payloads.length * 0.9)
      const tab = await openBlank()
      const session = await tab.context().newCDPSession(tab)
      await tab.evaluate((texts) => {
        const root = document.createElement('main')
        document.body.append(root)
        for (const text of texts) {
          const paragraph = document.createElement('p')
          paragraph.append(text)
          root.append(paragraph)
        }
      }, shown)
      await spendTime(session)
      const harm = await tab.evaluate(() => ({
        ran: Reflect.get(window, 'ran') ?? 0,
        elements: document.querySelectorAll('main :not(p)').length,
        address: location.pathname,
      }))
      expect(harm).toEqual({ ran: 0, elements: 0, address: '/blank' })
      expect(calls).toEqual([])
      await tab.close()
    },
    60_000,
  )
})
