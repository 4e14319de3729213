import { useState } from 'react'
import { useConnection } from '../client/connection.tsx'
import type { OfferedBundle } from './import-notes.tsx'

/** Keeps a colleague's annotations that were opened with Fonds until they are dealt with. */
export function useOpenedBundle(): {
  readonly bundle: OfferedBundle | null
  /** Whether the file was one; it is then shown. */
  readonly take: (name: string, bytes: Uint8Array) => Promise<boolean>
  readonly close: () => void
} {
  const { backend } = useConnection()
  const [bundle, setBundle] = useState<OfferedBundle | null>(null)
  return {
    bundle,
    take: async (name, bytes) => {
      if (backend === null || !isZip(bytes)) return false
      const tried = await backend.archive.call('annotation.preview-bundle', { bytes })
      if (tried.ok) setBundle({ name, bytes, report: tried.value })
      return tried.ok
    },
    close: () => setBundle(null),
  }
}

/** The local header that a ZIP file begins with (APPNOTE 4.3.7). */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}
