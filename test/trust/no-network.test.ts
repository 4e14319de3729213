import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../support/archive.ts'

const CALLS = 'connect,sendto,sendmsg,sendmmsg'
const hasTracer = spawnSync('strace', ['-V']).status === 0
const MAIN = 'electron/cli/main.ts'

let folder: string
let remove: () => void
beforeAll(() => ({ folder, remove } = aFolder()))
afterAll(() => remove())

test.skipIf(!hasTracer)('a program that reaches out is seen to do so (control)', () => {
  const reach = `require('node:net').connect(9, '127.0.0.1').on('error', () => {})`
  expect(attemptsOf(['-e', reach])).not.toEqual([])
})

test.skipIf(!hasTracer)(
  'taking in, searching, exporting and backing up ask nothing of any network',
  () => {
    const archive = ['--archive', path.join(folder, 'archive.fonds')]
    for (const command of [
      ['ingest', ...archive, 'resources/sample'],
      ['search', ...archive, 'ministre'],
      ['open-copy', ...archive, '--output', path.join(folder, 'copie.zip')],
      ['backup', ...archive],
    ]) {
      expect([command[0], attemptsOf([MAIN, ...command])]).toEqual([command[0], []])
    }
  },
)

/** Every call of a Node program and its children that names an address of the internet. */
function attemptsOf(command: readonly string[]): readonly string[] {
  const file = path.join(folder, 'trace')
  const traced = ['-f', '-qq', '-e', `trace=${CALLS}`, '-o', file, process.execPath, ...command]
  const run = spawnSync('strace', traced, { encoding: 'utf8' })
  if (run.error) throw run.error
  expect(run.status).toBe(0)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_INET6?\b/u.test(line))
}
