import { EventEmitter } from 'node:events'
import { preventable, WebContents, type WebPreferences } from './contents.ts'
import { requireReady, type Stage } from './stage.ts'

/** What a window is opened with. The double opens none that its page could break out of. */
export interface WindowOptions {
  readonly title?: string
  readonly webPreferences: WebPreferences & Readonly<Record<string, unknown>>
}

const REQUIRED: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
}

/** A window. Nothing of it is drawn but its page. */
export class DoubleWindow extends EventEmitter {
  readonly stage: Stage
  readonly options: WindowOptions
  readonly webContents: WebContents
  isClosed = false
  minimized = false

  constructor(stage: Stage, options: WindowOptions) {
    super()
    requireReady(stage, 'new BrowserWindow')
    for (const [name, value] of Object.entries(REQUIRED)) {
      if (options.webPreferences[name] !== value) throw new Error(`${name} must be ${value}`)
    }
    this.stage = stage
    this.options = options
    this.webContents = new WebContents(stage, options.webPreferences)
    this.webContents.once('ready-to-show', () => this.emit('ready-to-show'))
    void this.followTitle()
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.stage.note('show')
  }

  focus(): void {
    this.stage.note('focus')
  }

  isMinimized(): boolean {
    return this.minimized
  }

  restore(): void {
    this.minimized = false
    this.stage.note('restore')
  }

  isDestroyed(): boolean {
    return this.isClosed
  }

  /** Closes as the officer does. */
  async close(): Promise<void> {
    const page = await this.webContents.openedPage
    this.webContents.dropPorts()
    await page.close()
    this.isClosed = true
    this.emit('closed')
  }

  /** Chromium proposes the page's title; what the application does not prevent is shown. */
  async followTitle(): Promise<void> {
    const page = await this.webContents.openedPage
    page.on('load', () => {
      const event = preventable({})
      this.emit('page-title-updated', event)
      if (!event.prevented) this.stage.note('title-taken-from-page')
    })
  }
}
