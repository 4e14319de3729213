import { fail, type Failure, type Outcome } from '../../../shared/model/failure.ts'
import { IN_USE } from '../system/files.ts'
import { NAME_REFUSED } from '../system/place.ts'

const FAILURE_BY_CODE: Readonly<Record<string, Failure>> = {
  SQLITE_FULL: { kind: 'disk-full' },
  ENOSPC: { kind: 'disk-full' },
  EDQUOT: { kind: 'disk-full' },
  // The disk has no room for the index of the log.
  SQLITE_IOERR_SHMSIZE: { kind: 'disk-full' },
  SQLITE_IOERR: { kind: 'disk-fails' },
  EIO: { kind: 'disk-fails' },
  ENXIO: { kind: 'disk-fails' },
  ENODEV: { kind: 'disk-fails' },
  ESTALE: { kind: 'disk-fails' },
  SQLITE_CORRUPT: { kind: 'archive-corrupt' },
  SQLITE_NOTADB: { kind: 'archive-not-ours' },
  SQLITE_BUSY: { kind: 'archive-held', by: '', on: '', since: '' },
  SQLITE_READONLY: { kind: 'archive-read-only' },
  EROFS: { kind: 'archive-read-only' },
  SQLITE_CANTOPEN: { kind: 'no-permission' },
  SQLITE_PERM: { kind: 'no-permission' },
  SQLITE_AUTH: { kind: 'no-permission' },
  EACCES: { kind: 'no-permission' },
  EPERM: { kind: 'no-permission' },
  FONDS_NO_CIPHER: { kind: 'archive-locked', why: 'unsupported' },
  // Something else stands where a file or a folder of ours would.
  ENOTDIR: { kind: 'no-permission' },
  EISDIR: { kind: 'no-permission' },
  ERR_FS_EISDIR: { kind: 'no-permission' },
  EEXIST: { kind: 'no-permission' },
  ELOOP: { kind: 'name-refused' },
  ENAMETOOLONG: { kind: 'name-refused' },
  [NAME_REFUSED]: { kind: 'name-refused' },
  [IN_USE]: { kind: 'file-in-use' },
  EBUSY: { kind: 'file-in-use' },
  ETXTBSY: { kind: 'file-in-use' },
}

/**
 * The failure behind an error of SQLite or of the file system, by its code; null when the
 * error is a bug. Extended SQLite codes (`SQLITE_CORRUPT_VTAB`) count as their family.
 */
export function failureFromError(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  // A number of the format that was changed, of the file or its index: SQLite has no code for it.
  if (/^unsupported file format$|^invalid fts5 file format/u.test(error.message)) {
    return { kind: 'archive-corrupt' }
  }
  // What Node says where it removes a file and knows no code for the answer.
  if (error.code === '' && error.message.includes('Input/output error')) {
    return { kind: 'disk-fails' }
  }
  if (error.code === 'ERR_INVALID_ARG_VALUE' && error.message.includes('null bytes')) {
    return { kind: 'name-refused' }
  }
  const family = error.code.split('_').slice(0, 2).join('_')
  return FAILURE_BY_CODE[error.code] ?? FAILURE_BY_CODE[family] ?? null
}

/** The outcome of work that an error ended. Throws the error again where it is a bug. */
export function failOrThrow(error: unknown): Outcome<never> {
  const failure = failureFromError(error)
  if (failure) return fail(failure)
  throw error
}
