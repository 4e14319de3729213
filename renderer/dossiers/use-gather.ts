import { useHandOver } from '../hand-over.tsx'
import { useReading } from '../reader/reading.tsx'

/** Asks for the dossier to put the open text into, or the passage of it that is selected. */
export function useGather(): () => void {
  const { openHandOver } = useHandOver()
  const { record, selected } = useReading()
  return () =>
    openHandOver({
      name: 'gather',
      items:
        selected === null
          ? [{ kind: 'communique', communiqueId: record.communique.id }]
          : [{ kind: 'passage', versionId: record.version.id, ...selected }],
    })
}
