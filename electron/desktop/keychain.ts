import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { safeStorage, type UtilityProcess } from 'electron'
import { keyFileId } from '../core/db/keys.ts'
import { writeFileAtomically } from '../core/system/files.ts'
import { keychainOrderSchema, type KeychainWord } from '../core/vault/keychain.ts'

/** Secrets that open archives, each protected by the keychain of the officer's session. */
export interface WorkstationKeychain {
  /** Serves the host of an archive. What opens it is told once, and not after the host was lost. */
  readonly serve: (host: UtilityProcess, archivePath: string, isFirst: boolean) => void
}

/** Opens the keychain; the protected secrets lie in a folder of their own. */
export function openWorkstationKeychain(folder: string, isForbidden: boolean): WorkstationKeychain {
  const fileOf = (keysId: string): string => path.join(folder, `${keysId}.key`)
  const news = async (archivePath: string, isFirst: boolean): Promise<KeychainWord> => {
    if (isForbidden) return { keychain: 'news', state: 'forbidden', secret: null }
    if (!(await isSafe())) return { keychain: 'news', state: 'unsafe', secret: null }
    const keysId = keyFileId(archivePath)
    const kept = keysId === null ? null : read(fileOf(keysId))
    if (kept === null) return { keychain: 'news', state: 'offered', secret: null }
    return { keychain: 'news', state: 'kept', secret: isFirst ? await reveal(kept) : null }
  }
  const keep = async (keysId: string, secret: string): Promise<boolean> => {
    if (isForbidden || !(await isSafe())) return false
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileAtomically(fileOf(keysId), await safeStorage.encryptStringAsync(secret))
    return true
  }
  return {
    serve: (host, archivePath, isFirst) => {
      host.on('message', (message: unknown) => {
        const { success, data: order } = keychainOrderSchema.safeParse(message)
        if (!success) return
        if (order.keychain === 'forget') return forget(fileOf(order.keysId))
        void keep(order.keysId, order.secret)
          .catch(() => false)
          .then((isKept) => tell(host, { keychain: 'answer', isKept }))
      })
      void news(archivePath, isFirst)
        .catch((): KeychainWord => ({ keychain: 'news', state: 'unsafe', secret: null }))
        .then((word) => tell(host, word))
    },
  }
}

const tell = (host: UtilityProcess, word: KeychainWord): void => host.postMessage(word)

/** Where Linux has no keychain, Chromium "protects" with a password that everybody knows. */
async function isSafe(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  return process.platform !== 'linux' || isReal(safeStorage.getSelectedStorageBackend())
}

const isReal = (backend: string): boolean => backend !== 'basic_text' && backend !== 'unknown'

/** A secret that the keychain does not give back opens nothing, which the officer is told. */
async function reveal(kept: Buffer): Promise<string> {
  try {
    return (await safeStorage.decryptStringAsync(kept)).result
  } catch {
    return ''
  }
}

/** The slot of the archive is gone already: what cannot be removed here opens nothing any more. */
function forget(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Something else stands there, or the profile takes no change.
  }
}

function read(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
