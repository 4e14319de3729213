import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** What the page is handed of a file; a larger one has to be added in the window. */
const MOST_BYTES = 50 * 1024 * 1024

/** Hears the files that macOS asks to open, from the first moment on: some come before a window. */
export function hearOpenedFiles(): (listener: (file: string) => void) => void {
  const early: string[] = []
  let hear = (file: string): void => void early.push(file)
  app.on('open-file', (event, file) => {
    event.preventDefault()
    hear(file)
  })
  return (listener) => {
    hear = listener
    for (const file of early.splice(0)) listener(file)
  }
}

/** The files named on a command line, switches and the program itself left out. */
export function filesFromArguments(argv: readonly string[], folder: string): readonly string[] {
  return argv
    .slice(1)
    .filter((each) => !each.startsWith('-'))
    .map((each) => path.resolve(folder, each))
    .filter(isFile)
}

/** Whether a file is an archive, by its name. */
export function isArchiveFile(file: string): boolean {
  return path.extname(file).toLowerCase() === '.fonds'
}

/** A file as the page may have it: its bare name and its bytes; null for one that is too large. */
export function readOpenedFile(file: string): { name: string; bytes: Uint8Array } | null {
  if (statSync(file).size > MOST_BYTES) return null
  return { name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}
