import { lazy, Suspense } from 'react'
import { useHandOver } from './hand-over.tsx'

const ExportDialog = lazy(async () => ({
  default: (await import('./export/export-dialog.tsx')).ExportDialog,
}))

const CompareDialog = lazy(async () => ({
  default: (await import('./compare/compare-dialog.tsx')).CompareDialog,
}))
const GatherDialog = lazy(async () => ({
  default: (await import('./dossiers/gather-dialog.tsx')).GatherDialog,
}))
const BriefingDialog = lazy(async () => ({
  default: (await import('./dossiers/briefing-dialog.tsx')).BriefingDialog,
}))
const DescribeDialog = lazy(async () => ({
  default: (await import('./dossiers/describe-dialog.tsx')).DescribeDialog,
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
      return <CompareDialog old={opened.old} fresh={opened.fresh} />
    case 'gather':
      return <GatherDialog items={opened.items} />
    case 'briefing':
      return <BriefingDialog ids={opened.ids} />
    case 'describe':
      return <DescribeDialog dossier={opened.dossier} />
    case undefined:
      return null
  }
}
