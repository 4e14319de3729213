import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Random } from './random.ts'

/** One way in which a small file may be found ruined. */
interface Ruin {
  readonly name: string
  /** Puts it where the file is, or would be; `whole` is what was written there. */
  readonly put: (file: string, whole: Buffer) => void
}

const HUGE_BYTES = 100 * 1024 * 1024

/** The ways, those that cut and change drawn by `random`. */
export function listRuins(random: Random): readonly Ruin[] {
  return [
    { name: 'empty', put: write(() => '') },
    { name: 'cut', put: write((whole) => whole.subarray(0, 1 + random.below(whole.length - 1))) },
    { name: 'of NULs', put: write((whole) => Buffer.alloc(whole.length)) },
    { name: 'of noise', put: write(() => noise(random)) },
    { name: 'no JSON', put: write(() => 'ceci n’est pas un réglage') },
    { name: 'another JSON', put: write(() => '[["a"],7,null]') },
    { name: 'of wrong types', put: write((whole) => mistyped(whole)) },
    {
      name: 'huge',
      put: instead((file) => {
        writeFileSync(file, '{')
        truncateSync(file, HUGE_BYTES)
      }),
    },
    {
      name: 'a folder',
      put: instead((file) => mkdirSync(path.join(file, 'x'), { recursive: true })),
    },
    {
      name: 'a link that leads nowhere',
      put: instead((file) => symlinkSync(`${file}.gone`, file)),
    },
    { name: 'a link to itself', put: instead((file) => symlinkSync(path.basename(file), file)) },
    { name: 'a pipe', put: instead((file) => void spawnSync('mkfifo', [file])) },
  ]
}

const write =
  (bytesFrom: (whole: Buffer) => Buffer | string): Ruin['put'] =>
  (file, whole) =>
    writeFileSync(file, bytesFrom(whole))

const instead =
  (put: (file: string) => void): Ruin['put'] =>
  (file) => {
    rmSync(file, { force: true })
    put(file)
  }

/** The same names, and behind each what it should not be. */
function mistyped(whole: Buffer): string {
  return JSON.stringify(JSON.parse(whole.toString(), turned))
}

const turned = (_name: string, value: unknown): unknown => {
  if (typeof value === 'object') return value
  return typeof value === 'string' ? 8 : 'huit'
}

function noise(random: Random): Buffer {
  return Buffer.from(Array.from({ length: 64 + random.below(4096) }, () => random.below(256)))
}

/** What stands under a name, to tell whether it is still the same: its kind, its size, its inode. */
export function lookOf(file: string): string {
  const stat = lstatSync(file)
  return `${stat.mode} ${stat.isDirectory() ? '' : stat.size} ${stat.ino}`
}
