import {
  ipcMain,
  MessageChannelMain,
  type BrowserWindow,
  type MessagePortMain,
  type WebFrameMain,
} from 'electron'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { wireFromPort } from '../../shared/channels/wire.ts'
import { serve, type Service } from '../core/dispatch.ts'
import { keepHost, type KeptHost, type RunningHost } from '../core/host/keep-host.ts'
import { isPageUrl } from './app-scheme.ts'

/** The two sides that a page is connected to. */
export interface PortSides {
  readonly startHost: () => RunningHost<MessagePortMain>
  readonly shell: Service<ShellContract, null>
}

/** The page of one window, and how it comes to its ports. */
export interface ConnectedPage {
  readonly host: KeptHost<MessagePortMain>
  readonly isOwn: (frame: WebFrameMain) => boolean
  readonly connect: (frame: WebFrameMain) => void
}

/** Hears the one message a page may send: a page of ours that asks for its ports gets them. */
export function answerPages(pages: () => readonly ConnectedPage[]): void {
  ipcMain.on('connect', ({ senderFrame }) => {
    if (!senderFrame) return
    pages()
      .find(({ isOwn }) => isOwn(senderFrame))
      ?.connect(senderFrame)
  })
}

/**
 * Gives the page of a window its ports, one to the archive host and one to the shell, whenever
 * it asks. A renderer is not reliably told that the far end of a port is gone, so it also gets
 * new ones as soon as the host has ended.
 */
export function connectPage(window: BrowserWindow, sides: PortSides): ConnectedPage {
  let connected: WebFrameMain | undefined
  const isOwn = (frame: WebFrameMain): boolean => isOurFrame(window, frame)
  const handOver = (frame: WebFrameMain): void => {
    const [archive, shell] = [new MessageChannelMain(), new MessageChannelMain()]
    host.adopt(archive.port1)
    serve(sides.shell, wireFromPort(shell.port1))
    frame.postMessage('ports', null, [archive.port2, shell.port2])
  }
  const host = keepHost(sides.startHost, () => {
    if (connected && isOwn(connected)) handOver(connected)
  })
  return {
    host,
    isOwn,
    connect: (frame) => {
      connected = frame
      handOver(frame)
    },
  }
}

function isOurFrame(window: BrowserWindow, frame: WebFrameMain): boolean {
  if (window.isDestroyed() || frame !== window.webContents.mainFrame) return false
  return isPageUrl(frame.url)
}
