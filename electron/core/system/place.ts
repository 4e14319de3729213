import { accessSync, constants, existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** What makes a folder unsafe for an archive that is written to. */
export type UnsafePlace = 'network' | 'cloud'

/**
 * File systems of other machines, by the names Linux gives them. SQLite's log cannot be shared
 * through them (sqlite.org/wal.html §1): a second writer would not be seen.
 */
const NETWORK_SYSTEMS =
  /^(?:cifs|smb\d?|smbfs|nfs\d?|afs|ceph|9p|ncpfs|lustre|gpfs|davfs|fuse\.(?:sshfs|rclone|davfs2?|curlftpfs|s3fs|glusterfs|gvfsd-fuse|onedriver|google-drive-ocamlfuse|smbnetfs|cephfs))$/u

/** Folders that a program copies elsewhere file by file, in the middle of a change as well. */
const CLOUD_FOLDERS =
  /^(?:onedrive(?: ?- ?.+)?|dropbox(?: \(.+\))?|google ?drive|mon drive|my drive|icloud ?drive|com~apple~clouddocs|mobile documents|nextcloud|owncloud|seafile|pcloud ?drive|kdrive|mega(?:sync)?|box(?: sync)?)$/iu

/**
 * Whether a folder, or the nearest one above it that exists, is on another machine or copied by a
 * cloud service; null when it is neither. `mounts` is the table of `/proc/self/mountinfo` (proc(5));
 * on Windows the name alone tells, on macOS the names of cloud services do.
 */
export function unsafePlaceOf(folder: string, mounts: string = readMounts()): UnsafePlace | null {
  // `\\?\C:\` and `\\.\` are local spellings; `\\server\share` and `\\?\UNC\` are not.
  if (/^\\\\(?:\?\\UNC\\|[^?.\\])/iu.test(folder)) return 'network'
  const real = nearestExisting(folder)
  if (NETWORK_SYSTEMS.test(fileSystemOf(real, mounts))) return 'network'
  const names = [...folder.split(/[\\/]/u), ...real.split(/[\\/]/u)]
  return names.some((name) => CLOUD_FOLDERS.test(name)) ? 'cloud' : null
}

function readMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    return ''
  }
}

function nearestExisting(folder: string): string {
  let at = path.resolve(folder)
  while (!existsSync(at) && path.dirname(at) !== at) at = path.dirname(at)
  return existsSync(at) ? realpathSync(at) : at
}

/** The file system of the deepest mount above a folder; empty when none is known. */
function fileSystemOf(folder: string, mounts: string): string {
  let best = { at: '', system: '' }
  for (const line of mounts.split('\n')) {
    const [before = '', after = ''] = line.split(' - ')
    const at = (before.split(' ')[4] ?? '').replaceAll(/\\([0-7]{3})/gu, (_, octal: string) =>
      String.fromCodePoint(Number.parseInt(octal, 8)),
    )
    const holds = folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`)
    if (at !== '' && holds && at.length >= best.at.length) {
      best = { at, system: after.split(' ')[0] ?? '' }
    }
  }
  return best.system
}

/**
 * Where the archive lies that somebody named: through every link, for its keys, its backups and who
 * holds it lie beside the file, whatever it is called. A link that leads nowhere stays itself.
 */
export function resolveArchivePath(named: string): string {
  const absolute = path.resolve(named)
  const folder = path.dirname(absolute)
  for (const [real, rest] of [
    [absolute, ''] as const,
    [folder, path.basename(absolute)] as const,
  ]) {
    try {
      return path.join(realpathSync(real), rest)
    } catch {
      // Not there yet, or not to be reached: opening it will tell.
    }
  }
  return absolute
}

/** The code of an error: no database can have this name. */
export const NAME_REFUSED = 'FONDS_NAME_REFUSED'

/** Throws for a name that ends with a space: the driver cuts it off, and opens another file. */
export function requireNameable(file: string): void {
  if (file === file.trimEnd()) return
  throw Object.assign(new Error('no database can have this name'), { code: NAME_REFUSED })
}

/** Whether a name is a link to a file that is not there. Throws for what no archive can be called. */
export function leadsNowhere(file: string): boolean {
  requireNameable(file)
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink && !existsSync(file)
}

/** Whether a file is there but cannot be written, or nothing beside it: a medium that is read only. */
export function isOnReadOnlyMedium(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    for (const each of [file, path.dirname(file)]) accessSync(each, constants.W_OK)
    return false
  } catch {
    return true
  }
}

/** Whether the system lets us read a file. */
export function mayBeRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
