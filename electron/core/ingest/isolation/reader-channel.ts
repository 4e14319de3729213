import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** How a reader process ended. */
export type ReaderExit = { readonly code: number | null; readonly signal: string | null }

/**
 * A running reader process, whatever runs it: a child of Node or a utility process of Electron.
 * Messages are structured clones; `kill` takes effect even while the process is busy.
 */
export type ReaderChannel = {
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: (exit: ReaderExit) => void) => void
  readonly kill: () => void
}

/** Starts a reader process that may use so many megabytes of memory. */
export type SpawnReader = (memoryMb: number) => ReaderChannel

const HEAP_SHARE = 0.75

/**
 * Starts reader processes under Node from the file of `isolation/main`, or from where it was
 * bundled. The process gets no environment and no terminal; it may read the program's own folder
 * and no other file, write nothing, start nothing, and make no code from text.
 */
export function forkReader(entry = ownEntry()): SpawnReader {
  return (memoryMb) => {
    const child = fork(entry, [String(memoryMb)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Windows needs to know where its own libraries are; Electron's own binary, that it is Node.
      env: { SystemRoot: process.env['SystemRoot'], ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [
        `--max-old-space-size=${Math.floor(memoryMb * HEAP_SHARE)}`,
        '--expose-gc',
        '--disallow-code-generation-from-strings',
        '--permission',
        '--allow-worker',
        `--allow-fs-read=${programFolder(entry)}${path.sep}`,
      ],
    })
    return {
      send: (message) => {
        // A process that is ending refuses messages: its exit tells the rest.
        child.send(serializable(message), () => undefined)
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.on('exit', (code, signal) => listener({ code, signal }))
        child.on('error', () => listener({ code: null, signal: null }))
      },
      kill: () => child.kill('SIGKILL'),
    }
  }
}

/** Bundles lie in folders side by side; whichever this one is in, the reader is in `host`. */
const ownEntry = (): string =>
  fileURLToPath(
    new URL(
      import.meta.url.endsWith('.ts') ? './main.ts' : '../host/reader-process.js',
      import.meta.url,
    ),
  )

/** The nearest folder above the entry that is a program of its own, with all that it imports. */
function programFolder(entry: string): string {
  let folder = path.dirname(entry)
  while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder)) {
    folder = path.dirname(folder)
  }
  return folder
}

const serializable = (message: unknown): object =>
  typeof message === 'object' && message != null ? message : { message }
