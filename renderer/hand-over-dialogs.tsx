import { lazy, Suspense } from 'react'
import { useHandOver } from './hand-over.tsx'

const ExportDialog = lazy(async () => ({
  default: (await import('./export/export-dialog.tsx')).ExportDialog,
}))

/** What is open to hand over, to gather or to compare. */
export function HandOverDialogs() {
  return (
    <Suspense>
      <OpenHandOver />
    </Suspense>
  )
}

function OpenHandOver() {
  const { opened } = useHandOver()
  switch (opened?.name) {
    case 'export':
      return <ExportDialog asked={opened.subject} />
    case 'compare':
    case 'gather':
    case 'describe':
    case undefined:
      return null
  }
}
