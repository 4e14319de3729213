import { EventEmitter } from 'node:events'
import { preventable, WebContents, type WebPreferences } from './contents.ts'
import { requireReady, type Stage } from './stage.ts'

/** What a window is opened with. The double opens none that its page could break out of. */
export interface WindowOptions {
  readonly title?: string
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
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
  maximized = false

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

  maximize(): void {
    this.maximized = true
  }

  isMaximized(): boolean {
    return this.maximized
  }

  /** Where the window stands when it neither fills its display nor is put away. */
  getNormalBounds(): object {
    const { x = 0, y = 0, width = 0, height = 0 } = this.options
    return { x, y, width, height }
  }

  isDestroyed(): boolean {
    return this.isClosed
  }

  /** Asks the application first, as the cross of a window does. */
  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (!event.prevented) this.destroy()
  }

  destroy(): void {
    void this.remove()
  }

  async remove(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    const page = await this.webContents.openedPage
    this.webContents.dropPorts()
    // A page that crashed has nothing left to close.
    if (!this.webContents.hasCrashed) await page.close()
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
