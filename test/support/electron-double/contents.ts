import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { addressInChromium, addressInElectron } from './addresses.ts'
import { createCodec } from './codec.ts'
import { BINDING, mainWorldScript, PRELOAD_WORLD, preloadWorldScript } from './page-worlds.ts'
import type { MessagePortMain, PortMessage } from './ports.ts'
import { isLetThrough, type DoubleSession } from './session.ts'
import { requireReady, type Stage } from './stage.ts'

/** The part of a window's preferences that the double itself acts on. */
export interface WebPreferences {
  readonly session: DoubleSession
  readonly preload: string
}

interface PausedRequest {
  readonly requestId: string
  readonly resourceType: string
  readonly frameId: string
  readonly request: { readonly url: string; readonly method: string }
}

type Up =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'preload-error'; readonly error: string }

interface MainFrame {
  url: string
  readonly postMessage: (
    channel: string,
    data: unknown,
    transfer?: readonly MessagePortMain[],
  ) => void
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

const codec = createCodec()

/** What the debugger answers for a page that was left, or whose worlds are gone. */
const LEFT_PAGE = /Inspected target navigated or closed|Cannot find context with specified id/u

/** A page, its main frame, and the process it runs in: a real page of Chromium. */
export class WebContents extends EventEmitter {
  readonly stage: Stage
  readonly preferences: WebPreferences
  readonly ports = new Map<number, MessagePortMain['inner']>()
  readonly mainFrame: MainFrame = {
    url: '',
    postMessage: (channel, data, transfer = []) => this.deliver(channel, data, transfer),
  }
  openHandler: OpenHandler = () => ({ action: 'allow' })
  openedPage: Promise<Page>
  cdp: CDPSession | undefined
  mainFrameId = ''
  preloadWorld = 0
  loading = ''
  nextPort = 1
  hasCaret = false
  hasCrashed = false

  constructor(stage: Stage, preferences: WebPreferences) {
    super()
    this.stage = stage
    this.preferences = preferences
    this.openedPage = this.open()
  }

  setCaretBrowsingEnabled(enabled: boolean): void {
    this.hasCaret = enabled
    this.stage.note('caret-browsing', enabled)
  }

  isCaretBrowsingEnabled(): boolean {
    return this.hasCaret
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** A page that crashed stays as it is; its window goes on in another. */
  async loadURL(url: string): Promise<void> {
    if (this.hasCrashed) this.openedPage = this.open()
    this.hasCrashed = false
    const page = await this.openedPage
    this.loading = url
    await page.goto(addressInChromium(url))
    this.emit('ready-to-show')
  }

  /** Asks the system how to print; nothing comes of it here. */
  print(): void {
    this.stage.note('print', addressInElectron(this.mainFrame.url))
  }

  /** Without the button of a mouse: a test reads what would have been dropped. */
  startDrag(item: { readonly file: string; readonly icon: object }): void {
    this.stage.note('drag', item)
  }

  /** Has the process of the page crash. */
  async crash(): Promise<void> {
    const gone = once(this, 'render-process-gone')
    // It answers no more.
    this.cdp?.send('Page.crash').catch(() => {})
    await gone
  }

  /** Closes the page's ends of all ports, as happens when it goes away or loads again. */
  dropPorts(): void {
    for (const port of this.ports.values()) port.close()
    this.ports.clear()
  }

  async open(): Promise<Page> {
    const page = await requireReady(this.stage, 'new BrowserWindow').newPage()
    const cdp = await page.context().newCDPSession(page)
    this.cdp = cdp
    this.watchPage(page)
    this.watchFrames(cdp)
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === PRELOAD_WORLD) this.preloadWorld = context.id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === BINDING) this.receive(JSON.parse(payload))
    })
    cdp.on('Fetch.requestPaused', (paused) => {
      // A page that is closed in the meantime needs no answer.
      this.answerPaused(cdp, paused).catch((error) => this.stage.note('unanswered', String(error)))
    })
    await cdp.send('Page.enable')
    this.mainFrameId = (await cdp.send('Page.getFrameTree')).frameTree.frame.id
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD })
    const scripts = [
      { source: mainWorldScript() },
      {
        source: preloadWorldScript(readFileSync(this.preferences.preload, 'utf8')),
        worldName: PRELOAD_WORLD,
      },
    ]
    for (const script of scripts) await cdp.send('Page.addScriptToEvaluateOnNewDocument', script)
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    return page
  }

  watchPage(page: Page): void {
    const { stage } = this
    page.on('console', (message) => stage.note(`console-${message.type()}`, message.text()))
    page.on('pageerror', (error) => stage.note('page-error', String(error)))
    page.on('crash', () => {
      this.hasCrashed = true
      this.dropPorts()
      this.emit('render-process-gone', {}, { reason: 'crashed' })
    })
    // A popup that was allowed is noted and closed: the double opens one window only.
    page.on('popup', (popup) => void popup.close())
    page.on('download', (download) => {
      const event = preventable({})
      this.preferences.session.emit('will-download', event)
      stage.note('will-download', {
        name: download.suggestedFilename(),
        prevented: event.prevented,
      })
      void download.cancel()
    })
  }

  watchFrames(cdp: CDPSession): void {
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return
      this.dropPorts()
      this.mainFrame.url = addressInElectron(frame.url)
    })
    cdp.on('Page.navigatedWithinDocument', ({ url }) => {
      this.mainFrame.url = addressInElectron(url)
    })
    cdp.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    cdp.on('Page.windowOpen', ({ url }) => {
      this.stage.note('window-open', { url, ...this.openHandler({ url }) })
    })
  }

  async answerPaused(cdp: CDPSession, paused: PausedRequest): Promise<void> {
    const { requestId } = paused
    const url = addressInElectron(paused.request.url)
    // Electron asks for no icon of a page; Chromium does.
    if (url.endsWith('/favicon.ico')) {
      await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
      return
    }
    const response = (await this.mayLoad(paused, url)) ? await this.fetch(url) : undefined
    if (!response) {
      await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      return
    }
    await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }

  async mayLoad(paused: PausedRequest, url: string): Promise<boolean> {
    if (paused.resourceType === 'Document' && url !== this.loading) {
      const isMainFrame = paused.frameId === this.mainFrameId
      const event = preventable({ url, isMainFrame })
      this.emit('will-frame-navigate', event)
      if (isMainFrame && !event.prevented) this.emit('will-navigate', event)
      this.stage.note('will-navigate', { url, prevented: event.prevented })
      if (event.prevented) return false
    }
    if (await isLetThrough(this.preferences.session, url)) return true
    this.stage.note('request-cancelled', url)
    return false
  }

  async fetch(url: string): Promise<Response | undefined> {
    const { answerRequest } = this.preferences.session.rules
    if (url.startsWith('app:') && answerRequest) return answerRequest(new Request(url))
    this.stage.note('request-let-through', url)
    return undefined
  }

  receive(up: Up): void {
    if (up.kind === 'port') this.ports.get(up.id)?.postMessage(portMessage(up.data))
    else if (up.kind === 'preload-error') this.stage.note('preload-error', up.error)
    else this.stage.ipc.emit(up.channel, { senderFrame: this.mainFrame, sender: this }, ...up.args)
  }

  deliver(channel: string, data: unknown, transfer: readonly MessagePortMain[]): void {
    const ids = transfer.map(({ inner }) => {
      const id = this.nextPort++
      this.ports.set(id, inner)
      inner.on('message', (message: PortMessage) => {
        this.down({ kind: 'port', id, data: codec.tag(message.data) })
      })
      inner.on('close', () => {
        if (this.ports.delete(id)) this.down({ kind: 'close', id })
      })
      return id
    })
    this.down({ kind: 'message', channel, data: codec.tag(data), ports: ids })
  }

  down(message: object): void {
    const sent = this.cdp?.send('Runtime.callFunctionOn', {
      functionDeclaration: '(text) => globalThis.doubleDown(text)',
      arguments: [{ value: JSON.stringify(message) }],
      executionContextId: this.preloadWorld,
    })
    sent?.catch((error: unknown) => {
      // A page that was left takes what was under way to it along, as in Electron.
      const isLeft = LEFT_PAGE.test(String(error))
      this.stage.note(isLeft ? 'left-behind' : 'not-delivered', String(error))
    })
  }
}

function portMessage(tagged: unknown): PortMessage {
  return { data: codec.untag(tagged), ports: [] }
}

/** An event that a listener may prevent. */
export function preventable<T extends object>(
  details: T,
): T & { readonly preventDefault: () => void; prevented: boolean } {
  const event = {
    ...details,
    prevented: false,
    preventDefault: () => {
      event.prevented = true
    },
  }
  return event
}
