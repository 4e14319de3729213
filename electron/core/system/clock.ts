import { randomBytes } from 'node:crypto'

/** Where time and identity come from; an argument everywhere, so that tests can hold it still. */
export interface Clock {
  /** The instant, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string
  /** A new identifier: UUID version 7 (RFC 9562), lower case. */
  readonly newId: () => string
}

/** The clock of the workstation. */
export function openSystemClock(): Clock {
  return { now: () => new Date().toISOString(), newId: () => uuidFromTime(Date.now()) }
}

function uuidFromTime(milliseconds: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end))
    .join('-')
}

/** Stands still for so many milliseconds, and the thread with it: for what SQLite itself waits for nobody. */
export function pauseThread(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
