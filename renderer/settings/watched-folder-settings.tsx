import { FolderSync, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useConnection } from '../client/connection.tsx'
import { useWatchedFolder, type FolderState } from '../client/use-watched-folder.ts'
import { useSpeech, type Speech } from '../i18n/words.tsx'
import { useReadOnly, Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'

/** The folder whose new files are added: which it is, whether it is watched, and how it fares. */
export function WatchedFolderSettings() {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const folder = useWatchedFolder()
  const [isNotKept, setNotKept] = useState(false)
  const { reason } = useReadOnly()
  if (folder === null || backend === null) return null
  // Nothing would be taken from a folder that could be chosen now.
  if (reason !== null && folder.name === null) return null
  const { shell } = backend
  const { name, isManaged, condition } = folder
  const choose = async (): Promise<void> => {
    const chosen = await shell.call('watched-folder.choose', {})
    setNotKept(!chosen.ok)
  }
  const readAgain = async (): Promise<void> => {
    await shell.call('watched-folder.read-again', {})
  }
  const turn = async (wanted: boolean): Promise<void> => {
    const turned = await shell.call('watched-folder.turn', { isOn: wanted })
    setNotKept(!turned.ok)
  }
  return (
    <section className="watched-folder" aria-label={words.folder.title}>
      <h3 className="field-label">{words.folder.title}</h3>
      {name !== null && (
        <p className="watched-name">
          <FolderSync aria-hidden />
          <bdi>{name}</bdi>
        </p>
      )}
      {isManaged && (
        <p className="watched-managed">
          <ShieldCheck aria-hidden />
          {words.folder.managed}
        </p>
      )}
      <Writing>
        {!isManaged && condition !== 'unavailable' && (
          <FolderChoice {...{ folder, choose, turn }} />
        )}
        {condition === 'watching' && (
          <Button onPress={() => void readAgain()}>{words.folder.readAgain}</Button>
        )}
      </Writing>
      <p className="field-advice" role="status">
        {isNotKept ? words.folder.notKept : adviceOn(folder, reason !== null, words.folder)}
      </p>
    </section>
  )
}

function adviceOn(
  { name, condition }: FolderState,
  isReadOnly: boolean,
  words: Speech['words']['folder'],
): string {
  if (name === null && condition !== 'unavailable') return words.advice
  return words.conditions[isReadOnly ? 'refused' : condition]
}

/** Which folder, and whether it is watched: for the officer to say. */
function FolderChoice({
  folder: { name, isOn },
  choose,
  turn,
}: {
  readonly folder: FolderState
  readonly choose: () => Promise<void>
  readonly turn: (wanted: boolean) => Promise<void>
}) {
  const { words } = useSpeech()
  return (
    <>
      {name !== null && (
        <Check isChecked={isOn} onChange={(wanted) => void turn(wanted)}>
          {words.folder.turn}
        </Check>
      )}
      <Button onPress={() => void choose()}>
        {name === null ? words.folder.choose : words.folder.change}
      </Button>
    </>
  )
}
