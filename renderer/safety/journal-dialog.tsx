import { useState } from 'react'
import type { JournalRecord } from '../../shared/model/journal.ts'
import { useConnection } from '../client/connection.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useNotices } from '../ui/notices.tsx'
import { journalTable } from './journal-table.ts'

const PAGE = 100
const LARGEST_PAGE = 500

/** Who changed what, the newest first; all of it can be saved as a table. */
export function JournalDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, formats } = useSpeech()
  const [offset, setOffset] = useState(0)
  const asked = { subject: null, offset, limit: PAGE }
  const { value, failure } = useAnswer('archive.list-journal', asked)
  const { isSaving, save } = useSaving()
  const total = value?.total ?? 0
  return (
    <Dialog title={words.journal.title} onClose={onClose} size="wide">
      <div className="dialog-body">
        <p className="field-advice">{words.journal.advice}</p>
        {failure !== null && <FailureNotice failure={failure} />}
        {value !== null && <JournalRows entries={value.entries} />}
      </div>
      <footer className="dialog-footer">
        <span className="journal-place">
          {total > 0 &&
            words.journal.place(
              formats.number(offset + 1),
              formats.number(Math.min(offset + PAGE, total)),
              formats.number(total),
            )}
        </span>
        <Button isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - PAGE))}>
          {words.journal.newer}
        </Button>
        <Button isDisabled={offset + PAGE >= total} onPress={() => setOffset(offset + PAGE)}>
          {words.journal.older}
        </Button>
        <Button tone="primary" isDisabled={isSaving || total === 0} onPress={() => void save()}>
          {words.journal.save}
        </Button>
      </footer>
    </Dialog>
  )
}

function JournalRows({ entries }: { readonly entries: readonly JournalRecord[] }) {
  const { words, formats } = useSpeech()
  if (entries.length === 0) return <p>{words.journal.none}</p>
  return (
    <div
      className="journal"
      role="group"
      aria-label={words.journal.title}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and the arrows must scroll it
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {words.journal.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ seq, at, actor, action, subject }) => (
            <tr key={seq}>
              <td>{formats.number(seq)}</td>
              <td>{formats.instant(at)}</td>
              <td>
                <bdi>{actor}</bdi>
              </td>
              <td>{words.journal.actions[action] ?? <bdi dir="ltr">{action}</bdi>}</td>
              <td>
                <bdi dir="ltr">{subject}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useSaving(): { readonly isSaving: boolean; readonly save: () => Promise<void> } {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const { show } = useNotices()
  const tellFailure = useTellFailure()
  const [isSaving, setSaving] = useState(false)
  const save = async (): Promise<void> => {
    if (backend === null) return
    setSaving(true)
    const entries: JournalRecord[] = []
    for (let total = 1; entries.length < total;) {
      const asked = { subject: null, offset: entries.length, limit: LARGEST_PAGE }
      const page = await backend.archive.call('archive.list-journal', asked)
      if (!page.ok || page.value.entries.length === 0) {
        setSaving(false)
        return tellFailure(page)
      }
      entries.push(...page.value.entries)
      total = page.value.total
    }
    const bytes = new TextEncoder().encode(journalTable(words.journal.columns, entries))
    const saved = await backend.shell.call('file.save', { name: words.journal.fileName, bytes })
    setSaving(false)
    if (saved.ok && saved.value.saved) show(words.journal.saved)
    else tellFailure(saved)
  }
  return { isSaving, save }
}
