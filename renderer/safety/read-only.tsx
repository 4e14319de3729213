import { BookLock } from 'lucide-react'
import { usePolicy } from '../client/use-policy.ts'
import { useSpeech } from '../i18n/words.tsx'

interface Held {
  /** True where its medium takes no writing. */
  readonly readOnly: boolean
}

/** Whether nothing is written to an archive, because of its medium or because that is settled. */
export function useReadOnly({ readOnly }: Held): boolean {
  const policy = usePolicy()
  return readOnly || policy?.policy.readOnly === true
}

/** Tells that nothing can be written, why, and what works all the same. */
export function ReadOnlyNotice({ archive }: { readonly archive: Held }) {
  const { words } = useSpeech()
  if (!useReadOnly(archive)) return null
  return (
    <p className="banner" role="status">
      <BookLock aria-hidden />
      {archive.readOnly ? words.safety.readOnlyAdvice : words.safety.readOnlySettled}
    </p>
  )
}
