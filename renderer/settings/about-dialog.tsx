import { useEffect, useState } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { useConnection } from '../client/connection.tsx'
import { useShell } from '../client/use-shell.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Dialog } from '../ui/dialog.tsx'

type Parts = OutputOf<ShellContract['shell.list-parts']>

/** What Fonds is: its version, what it runs on, that it uses no network, and what it contains. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  const shell = useShell()
  const made = useParts()
  const { about } = words
  return (
    <Dialog title={about.title} onClose={onClose} size="large">
      <div
        className="dialog-body"
        role="group"
        aria-label={about.title}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and the arrows must scroll it
        tabIndex={0}
      >
        {shell !== null && <p className="made">{words.settings.version(shell.version)}</p>}
        <p>{about.license}</p>
        <p>{about.network}</p>
        {made !== null && (
          <>
            <h3 className="pane-title">{about.runsOn}</h3>
            <ul>
              {made.runtimes.map(({ name, version }) => (
                <li key={name}>
                  <bdi>{`${name} ${version}`}</bdi>
                </li>
              ))}
            </ul>
            <h3 className="pane-title">{about.parts}</h3>
            <p className="field-advice">{about.partsAdvice}</p>
            <PartsTable parts={made.parts} />
          </>
        )}
      </div>
    </Dialog>
  )
}

function PartsTable({ parts }: { readonly parts: Parts['parts'] }) {
  const { words } = useSpeech()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.about.name}</th>
          <th scope="col">{words.about.version}</th>
          <th scope="col">{words.about.terms}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, version, license }) => (
          <tr key={`${name} ${version ?? ''}`}>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>
              <bdi>{version ?? '—'}</bdi>
            </td>
            <td>
              <bdi>{license}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useParts(): Parts | null {
  const { backend } = useConnection()
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const ask = async (): Promise<void> => {
      const outcome = await backend.shell.call('shell.list-parts', {}, { signal: leaving.signal })
      if (outcome.ok) setParts(outcome.value)
    }
    void ask()
    return () => leaving.abort()
  }, [backend])
  return parts
}
