import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A key of every Windows, to tell a key that is absent from a registry that cannot be read. */
const ALWAYS_THERE = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'

/**
 * The text of an exported registry key, or null when there is no such key. Windows' own program
 * writes it to a file, because what it prints depends on the code page. Throws when the registry
 * cannot be read, as where its tools are forbidden.
 */
export function exportRegistryKey(key: string): string | null {
  const text = exported(key)
  if (text === null && exported(ALWAYS_THERE) === null) throw new Error('registry unreadable')
  return text
}

function exported(key: string): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-policy-'))
  const file = path.join(folder, 'policy.reg')
  const program = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
  try {
    const { status } = spawnSync(program, ['export', key, file, '/y', '/reg:64'], {
      stdio: 'ignore',
      timeout: 10_000,
      windowsHide: true,
    })
    return status === 0 ? readFileSync(file, 'utf16le') : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
