/** Sandboxed. It carries ports and never data, so there is nothing here for a page to misuse. */
import { contextBridge, ipcRenderer } from 'electron'

declare const location: { readonly origin: string }
declare function postMessage(message: string, origin: string, ports: readonly unknown[]): void

ipcRenderer.on('ports', ({ ports }) => postMessage('fonds:ports', location.origin, [...ports]))
contextBridge.exposeInMainWorld('fonds', { connect: () => ipcRenderer.send('connect') })
