import { lstatSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { MAX_FILE_SIZE } from '../../../shared/model/limits.ts'
import type { OfferedFile } from './batch.ts'

/** Files that systems leave in folders and that nobody chose. */
const LEFT_BY_SYSTEMS = new Set(['thumbs.db', 'desktop.ini'])

/**
 * Every file under the given paths, in the order of their names, each with its path or with the
 * reason why it cannot be read. Links to folders are not followed, so that no loop is entered;
 * hidden files are left out.
 */
export function listFiles(chosen: readonly string[]): readonly OfferedFile[] {
  return chosen.flatMap((root) => [...walk(path.resolve(root), path.basename(root))])
}

/** `listFiles` of what changed in a folder, each under its name in that folder. */
export function listChangedFiles(folder: string, changed: string): readonly OfferedFile[] {
  if (changed === folder) return listFiles([changed])
  const name = path.relative(path.dirname(folder), changed).split(path.sep).join('/')
  return listFiles([changed]).map((file) => ({ ...file, name }))
}

function* walk(absolute: string, name: string): Generator<OfferedFile> {
  try {
    const entry = lstatSync(absolute)
    if (entry.isDirectory()) {
      const children = readdirSync(absolute).filter((child) => !isNobodysChoice(child))
      for (const child of children.toSorted()) {
        yield* walk(path.join(absolute, child), `${name}/${child}`)
      }
      return
    }
    const target = entry.isSymbolicLink() ? statSync(absolute) : entry
    if (!target.isFile()) yield { name, refusal: 'not-a-regular-file' }
    else if (target.size > MAX_FILE_SIZE) yield { name, refusal: 'too-large' }
    else yield { name, path: absolute }
  } catch (error) {
    yield { name, refusal: refusalFromError(error) }
  }
}

/** Why a file could not be read: it has gone, or it may not be opened. */
export function refusalFromError(
  error: unknown,
): 'vanished' | 'not-a-regular-file' | 'no-permission' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'vanished'
  return code === 'ELOOP' || code === 'EISDIR' ? 'not-a-regular-file' : 'no-permission'
}

/** Hidden files, and those that systems leave in folders, by the last step of their path. */
export function isNobodysChoice(name: string): boolean {
  return name.startsWith('.') || LEFT_BY_SYSTEMS.has(name.toLowerCase())
}
