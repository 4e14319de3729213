import { PencilLine } from 'lucide-react'
import { useDesk } from '../desk.tsx'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Button } from '../ui/button.tsx'
import { useKeptDrafts, type DraftName, type KeptDrafts } from './kept-draft.tsx'

/** Offers what was being written when the archive locked or the page was lost. */
export function DraftNotice({ onPaste }: { readonly onPaste: () => void }) {
  const { words } = useSpeech()
  const { offered, giveUp } = useKeptDrafts()
  const takeUp = useTakeUp(onPaste)
  return offered.map((name) => (
    <div key={name} className="banner" role="status">
      <PencilLine aria-hidden />
      <span>{words.safety.draftKept[name]}</span>
      <Button onPress={() => void takeUp(name)}>{words.safety.draftResume[name]}</Button>
      <Button tone="quiet" onPress={() => giveUp(name)}>
        {words.safety.draftGiveUp}
      </Button>
    </div>
  ))
}

type GoTo = { readonly [Name in DraftName]: (draft: KeptDrafts[Name]) => void }

/** Takes up what was being written, and goes to where that was. */
function useTakeUp(onPaste: () => void): (name: DraftName) => Promise<void> {
  const { open, setQuery, setFilter } = useDesk()
  const { openDossier, openHandOver } = useHandOver()
  const { openTool } = useSearchTools()
  const tell = useTellFailure()
  const { resume } = useKeptDrafts()
  const goTo: GoTo = {
    note: ({ communiqueId, versionId, annotationId }) =>
      open({ communiqueId, versionId, annotationId }),
    addition: ({ dossierId }) => openDossier(dossierId),
    line: ({ dossierId }) => openDossier(dossierId),
    paste: onPaste,
    cover: ({ dossier }) => openHandOver({ name: 'describe', dossier }),
    search: ({ search, query, filter }) => {
      if (search !== null) return openTool({ name: 'rename', search })
      setQuery(query)
      setFilter(filter)
      openTool({ name: 'save' })
    },
    question: ({ tool, text }) => openTool({ name: tool, text }),
  }
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties what is kept to where it leads
  return async <Name extends DraftName>(name: Name): Promise<void> => {
    const draft = await resume(name)
    if (!draft.ok) return tell(draft)
    goTo[name](draft.value)
  }
}
