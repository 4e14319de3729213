import { useCallback } from 'react'
import type { AnnotationKind } from '../../shared/model/annotation.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useNotices } from '../ui/notices.tsx'
import { bareFields, useAnnotating } from './annotating.tsx'
import { ASKING } from './kinds.tsx'

/** Annotates the selected passage with a kind. */
export function useMarking(): (kind: AnnotationKind) => void {
  const { words } = useSpeech()
  const { show } = useNotices()
  const { selected, setDraft, setActiveId, textRef } = useReading()
  const { create } = useAnnotating()
  return useCallback(
    (kind) => {
      if (selected === null) {
        show(words.annotate.nothingSelected)
        return
      }
      if (ASKING.has(kind)) {
        setActiveId(null)
        setDraft({ kind, span: selected })
        return
      }
      document.getSelection()?.collapseToEnd()
      // The button that was pressed goes away with the selection.
      textRef.current?.focus({ preventScroll: true })
      void create(selected, bareFields(kind))
    },
    [selected, setDraft, setActiveId, textRef, create, show, words],
  )
}
