import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Random } from './random.ts'

/** One call that changes what a disk holds, in the order they were made. */
interface DiskCall {
  readonly call: 'pwrite64' | 'ftruncate' | 'fsync' | 'unlink'
  readonly file: string
  readonly offset: number
  readonly bytes: Buffer
}

/** A disk as a power cut leaves it: what each file holds, and the last note said to be saved. */
export interface CutDisk {
  readonly files: ReadonlyMap<string, Buffer>
  readonly said: number
}

const CALLS = 'pwrite64,ftruncate,fsync,fdatasync,unlink'
const PWRITE = /^pwrite64\(\d+<([^>]+)>, "((?:\\x[\da-f]{2})*)", \d+, (\d+)\)\s+= \d+/u
const FTRUNCATE = /^ftruncate\(\d+<([^>]+)>, (\d+)\)\s+= 0/u
const FSYNC = /^(?:fsync|fdatasync)\(\d+<([^>]+)>\)\s+= 0/u
const UNLINK = /^unlink\("((?:\\x[\da-f]{2})*)"\)\s+= 0/u

/** True where a program may be traced here. */
export const canTrace = (): boolean =>
  spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0

/** Runs a program of ours and records every call of its main thread that changes a disk. */
export function traceDiskCalls(trace: string, args: readonly string[]): readonly DiskCall[] {
  const { status, stderr } = spawnSync(
    'strace',
    ['-y', '-xx', '-s', '70000', '-e', `trace=${CALLS}`, '-o', trace, process.execPath, ...args],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the traced program failed: ${stderr.slice(-400)}`)
  return readFileSync(trace, 'latin1').split('\n').flatMap(callFromLine)
}

function callFromLine(line: string): readonly DiskCall[] {
  const none = Buffer.alloc(0)
  const written = PWRITE.exec(line)
  if (written) {
    const [, file = '', hex = '', offset = '0'] = written
    return [
      {
        call: 'pwrite64',
        file: nameFromTrace(file),
        offset: Number(offset),
        bytes: bytesFromHex(hex),
      },
    ]
  }
  const cut = FTRUNCATE.exec(line)
  if (cut) {
    return [
      { call: 'ftruncate', file: nameFromTrace(cut[1] ?? ''), offset: Number(cut[2]), bytes: none },
    ]
  }
  const synced = FSYNC.exec(line)
  if (synced)
    return [{ call: 'fsync', file: nameFromTrace(synced[1] ?? ''), offset: 0, bytes: none }]
  const gone = UNLINK.exec(line)
  if (gone) return [{ call: 'unlink', file: nameFromTrace(gone[1] ?? ''), offset: 0, bytes: none }]
  return []
}

const bytesFromHex = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/** Paths come in hexadecimal as well. */
const nameFromTrace = (given: string): string =>
  path.basename(given.startsWith('\\x') ? bytesFromHex(given).toString() : given)

/** What became of what was written and not yet synced. */
type Loss = 'all' | 'torn' | 'tail'
const LOSSES: readonly Loss[] = ['all', 'torn', 'tail']
const SECTOR = 512

/**
 * Disks as a power cut may leave them: everything synced is there; of the rest nothing, a random part
 * torn at sectors in any order, or a beginning. Cuts fall after the first note was said to be saved.
 */
export function* cutDisks(
  calls: readonly DiskCall[],
  { saidName, count, random }: { saidName: string; count: number; random: Random },
): Generator<CutDisk> {
  const first = calls.findIndex(({ file }) => file === saidName)
  for (let cut = 0; cut < count; cut += 1) {
    const at = first + 1 + random.below(calls.length - first - 1)
    yield diskAfter(calls.slice(0, at), { saidName, random, loss: LOSSES[cut % 3] ?? 'all' })
  }
}

function diskAfter(
  calls: readonly DiskCall[],
  { saidName, loss, random }: { saidName: string; loss: Loss; random: Random },
): CutDisk {
  const histories = new Map<string, { calls: DiskCall[]; synced: number }>()
  let said = 0
  for (const each of calls) {
    if (each.file === saidName) {
      said = Number(each.bytes.toString()) || said
      continue
    }
    const history = histories.get(each.file) ?? { calls: [], synced: 0 }
    histories.set(each.file, history)
    if (each.call === 'fsync') history.synced = history.calls.length
    else if (each.call === 'unlink') histories.delete(each.file)
    else history.calls.push(each)
  }
  const files = new Map<string, Buffer>()
  for (const [name, history] of histories) {
    const kept = history.calls.slice(0, history.synced)
    const pending = surviving(history.calls.slice(history.synced), loss, random)
    const image = imageFrom([...kept, ...pending])
    if (image.length > 0 || history.synced > 0) files.set(name, image)
  }
  return { files, said }
}

function surviving(pending: readonly DiskCall[], loss: Loss, random: Random): readonly DiskCall[] {
  if (loss === 'all') return []
  if (loss === 'tail') return pending.slice(0, random.below(pending.length + 1))
  const share = random.below(101)
  return pending.flatMap((each) => {
    if (random.below(100) >= share) return []
    return each.call === 'pwrite64' && random.below(2) === 0 ? tear(each, random) : [each]
  })
}

/** Some sectors of one write. */
function tear(call: DiskCall, random: Random): readonly DiskCall[] {
  const sectors: DiskCall[] = []
  for (let from = 0; from < call.bytes.length; from += SECTOR) {
    if (random.below(10) >= 7) continue
    const bytes = call.bytes.subarray(from, from + SECTOR)
    sectors.push({ ...call, offset: call.offset + from, bytes })
  }
  return sectors
}

/** What a file holds after the calls, in their order. */
function imageFrom(calls: readonly DiskCall[]): Buffer {
  const image = Buffer.alloc(
    Math.max(0, ...calls.map(({ offset, bytes }) => offset + bytes.length)),
  )
  let end = 0
  for (const { call, offset, bytes } of calls) {
    if (call === 'ftruncate') {
      image.fill(0, offset)
      end = offset
      continue
    }
    bytes.copy(image, offset)
    end = Math.max(end, offset + bytes.length)
  }
  return image.subarray(0, end)
}

/** Puts a disk into an empty folder. */
export function layOut({ files }: CutDisk, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) {
    // The shared memory of the log never survives, and a lock is held by no one any more.
    if (/-shm$|\.lock|\.holder/u.test(name)) continue
    writeFileSync(path.join(folder, name), bytes)
  }
}
