import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs'
import { strayNameOf } from '../system/set-aside.ts'
import { readArchiveHeader } from './header.ts'

/** What another program did to the log of an archive after its own program was cut off. */
export type LogLoss = 'removed' | 'cut' | 'foreign'

/** The two halves of a checksum, or of a salt. */
type Pair = readonly [number, number]

/** What the index of a log (`-shm`) says that must be in it. */
interface Index {
  readonly pageSize: number
  /** Commits reach to this frame of the log; the first has the number 1. */
  readonly lastFrame: number
  /** Up to this one they are in the archive's own file as well. */
  readonly takenIn: number
  readonly checksum: Pair
  readonly salt: string
}

/**
 * Whether a log lacks what was once committed to it: the index that a program leaves beside the log
 * when it is killed says how far the commits reach (sqlite.org/walformat.html §2), and SQLite makes it
 * anew without a word. Null where nothing is missing, and where the index tells nothing: after a power
 * cut it may be gone or older than the log, and so is a log that was emptied no proof. To be asked by
 * whoever holds the archive, while this process has no connection to it.
 */
export function findLostLog(archivePath: string): LogLoss | null {
  const index = readIndex(`${archivePath}-shm`)
  if (index === null || index.lastFrame <= index.takenIn) return null
  const header = readArchiveHeader(archivePath)
  // Whoever closes an archive takes the log in first.
  if (header.kind === 'missing' || (header.kind === 'archive' && !header.isLogged)) return null
  const log = `${archivePath}-wal`
  const size = statSync(log, { throwIfNoEntry: false })?.size
  // A reader that left meanwhile took both away, the index first.
  if (size === undefined) return existsSync(`${archivePath}-shm`) ? 'removed' : null
  return size === 0
    ? null
    : withFile(log, (file) => compare(file, index, header.kind !== 'archive'))
}

/**
 * Keeps a log that was cut or is of another archive under a name of its own; one that is of another is
 * taken away, for SQLite would write its pages over those of the archive.
 */
export function setLostLogAside(archivePath: string, loss: LogLoss): void {
  if (loss === 'removed') return
  const log = `${archivePath}-wal`
  const aside = strayNameOf(log)
  if (loss === 'foreign') renameSync(log, aside)
  else copyFileSync(log, aside)
}

const INDEX_HEADER = 48

/** Little-endian, as every machine is that we run on. The header stands there twice. */
function readIndex(file: string): Index | null {
  if (!existsSync(file)) return null
  const head = withFile(file, (open) => readPiece(open, 0, 2 * INDEX_HEADER + 4))
  if (head === null || head.readUInt8(12) !== 1) return null
  if (!head.subarray(0, INDEX_HEADER).equals(head.subarray(INDEX_HEADER, 2 * INDEX_HEADER)))
    return null
  const pageSize = head.readUInt16LE(14)
  return {
    // 65,536 does not fit; it is written as 1.
    pageSize: pageSize === 1 ? 65_536 : pageSize,
    lastFrame: head.readUInt32LE(16),
    takenIn: head.readUInt32LE(2 * INDEX_HEADER),
    checksum: [head.readUInt32LE(24), head.readUInt32LE(28)],
    salt: head.toString('hex', 32, 40),
  }
}

const LOG_HEADER = 32
const FRAME_HEADER = 24
/** So often a log is begun again at the most between what a power cut left of an index and of its log. */
const MOST_BEGUN_AGAIN = 65_536

function compare(log: number, index: Index, isEncrypted: boolean): LogLoss | null {
  const head = readPiece(log, 0, LOG_HEADER)
  if (head === null) return 'cut'
  const salt = head.toString('hex', 16, 24)
  if (salt !== index.salt) {
    if (salt.slice(8) === index.salt.slice(8)) return 'cut'
    // A log that is begun again counts its first salt up by one.
    const begun = (head.readUInt32BE(16) - Number.parseInt(index.salt.slice(0, 8), 16)) >>> 0
    return begun > 0 && begun <= MOST_BEGUN_AGAIN ? null : 'foreign'
  }
  const isWhole = isEncrypted ? hasFrames(log, index) : hasWholeFrames(log, head, index)
  return isWhole ? null : 'cut'
}

/** Encrypted pages have sums of what was encrypted, which only their key tells. */
function hasFrames(log: number, index: Index): boolean {
  const last = frameAt(log, index, index.lastFrame)
  return last !== null && isEqual(sumAt(last, 16), index.checksum)
}

/** Each frame carries the sum of all that stands before it (sqlite.org/fileformat.html §4.2). */
function hasWholeFrames(log: number, head: Buffer, index: Index): boolean {
  const isBigEndian = (head.readUInt32BE(0) & 1) === 1
  let sum = addToSum([0, 0], head.subarray(0, 24), isBigEndian)
  if (!isEqual(sum, sumAt(head, 24))) return false
  for (let number = 1; number <= index.lastFrame; number += 1) {
    const frame = frameAt(log, index, number)
    if (frame === null || frame.toString('hex', 8, 16) !== index.salt) return false
    sum = addToSum(sum, frame.subarray(0, 8), isBigEndian)
    sum = addToSum(sum, frame.subarray(FRAME_HEADER), isBigEndian)
    if (!isEqual(sum, sumAt(frame, 16))) return false
  }
  return isEqual(sum, index.checksum)
}

function frameAt(log: number, { pageSize }: Index, number: number): Buffer | null {
  const size = FRAME_HEADER + pageSize
  return readPiece(log, LOG_HEADER + (number - 1) * size, size)
}

const sumAt = (bytes: Buffer, at: number): Pair => [
  bytes.readUInt32BE(at),
  bytes.readUInt32BE(at + 4),
]

const isEqual = ([a, b]: Pair, [c, d]: Pair): boolean => a === c && b === d

function addToSum([first, second]: Pair, bytes: Buffer, isBigEndian: boolean): Pair {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.byteLength; at += 8) {
    a = (a + view.getUint32(at, !isBigEndian) + b) >>> 0
    b = (b + view.getUint32(at + 4, !isBigEndian) + a) >>> 0
  }
  return [a, b]
}

/** So many bytes of a file; null where it ends before. */
function readPiece(file: number, at: number, size: number): Buffer | null {
  const piece = Buffer.alloc(size)
  return readSync(file, piece, 0, size, at) === size ? piece : null
}

function withFile<T>(name: string, work: (file: number) => T): T {
  const file = openSync(name, 'r')
  try {
    return work(file)
  } finally {
    closeSync(file)
  }
}
