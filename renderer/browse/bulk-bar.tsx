import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReadOnly, Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { useChosen } from './chosen.tsx'

/** As many texts as one briefing note rests on. */
const MOST_BRIEFED = 200

/** What can be done with all that is chosen in the list; nothing where nothing is. */
export function BulkBar() {
  const { words } = useSpeech()
  const { chosen, clear } = useChosen()
  const { openHandOver } = useHandOver()
  const { reason } = useReadOnly()
  const ids = [...chosen.keys()]
  const [old, fresh] = ids
  if (ids.length === 0) return null
  return (
    <div className="bulk-bar" role="toolbar" aria-label={words.dossiers.chosen(ids.length)}>
      <span className="bulk-count">{words.dossiers.chosen(ids.length)}</span>
      <Writing>
        <Button
          onPress={() =>
            openHandOver({
              name: 'gather',
              items: ids.map((communiqueId) => ({ kind: 'communique', communiqueId })),
            })
          }
        >
          {words.dossiers.addTo}
        </Button>
      </Writing>
      <Button onPress={() => openHandOver({ name: 'export', subject: { kind: 'chosen', ids } })}>
        {words.export.action}
      </Button>
      {reason === null && ids.length <= MOST_BRIEFED && (
        <Button onPress={() => openHandOver({ name: 'briefing', ids })}>
          {words.dossiers.briefing}
        </Button>
      )}
      {ids.length === 2 && old !== undefined && fresh !== undefined && (
        <Button
          onPress={() =>
            openHandOver({
              name: 'compare',
              old: { communiqueId: old, versionId: null },
              fresh: { communiqueId: fresh, versionId: null },
            })
          }
        >
          {words.compare.act}
        </Button>
      )}
      <Button tone="quiet" onPress={clear}>
        {words.dossiers.chooseNone}
      </Button>
    </div>
  )
}
