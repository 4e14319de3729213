import { lazy, Suspense } from 'react'
import { useActions } from '../actions/acting.tsx'
import { useSearchTools } from './search-tools.tsx'
import { useToolActs } from './search-tools-menu.tsx'

const ComposeDialog = lazy(async () => ({
  default: (await import('../compose/compose-dialog.tsx')).ComposeDialog,
}))
const SyntaxDialog = lazy(async () => ({
  default: (await import('../compose/syntax-dialog.tsx')).SyntaxDialog,
}))
const TrendDialog = lazy(async () => ({
  default: (await import('../trend/trend-dialog.tsx')).TrendDialog,
}))
const NameSearchDialog = lazy(async () => ({
  default: (await import('../saved/name-search-dialog.tsx')).NameSearchDialog,
}))
const SimilarDialog = lazy(async () => ({
  default: (await import('../hit/similar-dialog.tsx')).SimilarDialog,
}))
const VerifyDialog = lazy(async () => ({
  default: (await import('../passages/verify-dialog.tsx')).VerifyDialog,
}))
const IndexDialog = lazy(async () => ({
  default: (await import('./index-dialog.tsx')).IndexDialog,
}))
const TraceDialog = lazy(async () => ({
  default: (await import('../passages/trace-dialog.tsx')).TraceDialog,
}))

/** The tool of searching that is open, and the keys that open them. */
export function ToolDialogs() {
  useActions(useToolActs())
  return (
    <Suspense>
      <OpenTool />
    </Suspense>
  )
}

function OpenTool() {
  const { opened } = useSearchTools()
  switch (opened?.name) {
    case 'compose':
      return <ComposeDialog />
    case 'syntax':
      return <SyntaxDialog />
    case 'trend':
      return <TrendDialog />
    case 'save':
      return <NameSearchDialog search={null} />
    case 'index':
      return <IndexDialog />
    case 'rename':
      return <NameSearchDialog search={opened.search} />
    case 'similar':
      return <SimilarDialog communiqueId={opened.communiqueId} title={opened.title} />
    case 'verify':
      return <VerifyDialog text={opened.text} />
    case 'trace':
      return <TraceDialog text={opened.text} />
    case undefined:
      return null
  }
}
