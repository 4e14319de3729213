/**
 * Run as a program: opens an archive to read, over and over, and waits for a line before each look at
 * its files, which it says as `step`; `done` tells how a round ended. `without-hold` is the control: it
 * sets a stray log aside as if nobody else could come.
 */
import fs, { readSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [how = '', archivePath = ''] = process.argv.slice(2)
const state = { isStepping: false }

for (const name of ['statSync', 'openSync', 'renameSync', 'rmSync']) {
  const real: unknown = Reflect.get(fs, name)
  if (typeof real !== 'function') throw new Error(`there is no ${name}`)
  Reflect.set(fs, name, (...args: readonly unknown[]): unknown => {
    if (state.isStepping && String(args[0]).startsWith(archivePath)) {
      say('step')
      hear()
    }
    return Reflect.apply(real, fs, args)
  })
}
syncBuiltinESMExports()

const { openForReading } = await import('../../electron/core/db/open.ts')
const { setStrayLogAside } = await import('../../electron/core/db/stray-log.ts')
say('ready')
while (hear() === 'read') {
  state.isStepping = true
  const ended = read()
  state.isStepping = false
  say(`done ${ended}`)
}

function read(): string {
  if (how === 'without-hold') {
    setStrayLogAside(archivePath)
    return 'ok'
  }
  const opened = openForReading(archivePath, { checked: false })
  if (!opened.ok) return opened.failure.kind
  opened.value.close()
  return 'ok'
}

function say(words: string): void {
  writeSync(1, `${words}\n`)
}

/** One line, or nothing at the end. */
function hear(): string {
  const letter = Buffer.alloc(1)
  let line = ''
  while (readSync(0, letter) === 1 && letter.toString() !== '\n') line += letter.toString()
  return line
}
