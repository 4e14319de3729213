import { useState } from 'react'

/** Saves what a dialog holds, once at a time: a second press of Enter saves nothing twice. */
export function useSaving(): {
  readonly isSaving: boolean
  /** Null while something is being saved already. */
  readonly saveOnce: <Saved>(act: () => Promise<Saved>) => Promise<Saved | null>
} {
  const [isSaving, setSaving] = useState(false)
  return {
    isSaving,
    saveOnce: async (act) => {
      if (isSaving) return null
      setSaving(true)
      try {
        return await act()
      } finally {
        setSaving(false)
      }
    },
  }
}
