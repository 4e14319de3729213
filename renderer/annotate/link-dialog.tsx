import { useMemo, useState } from 'react'
import { Input, Label, Radio, RadioGroup, Text, TextField } from 'react-aria-components'
import type { Span } from '../../shared/model/search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { emptyFilter } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { bareFields, useAnnotating } from './annotating.tsx'
import { findPassages, foldText } from './find-passages.ts'
import { PassageQuote } from './passage-quote.tsx'
import { putCaretAfter } from './use-selection.ts'

const MOST_SHOWN = 8
const TYPING_PAUSE = 150

/** Chooses the communiqué, and if wanted the passage of it, that the selected words refer to. */
export function LinkDialog({ span }: { readonly span: Span }) {
  const { words } = useSpeech()
  const { record, setDraft, textMap } = useReading()
  const { create } = useAnnotating()
  const { isSaving, saveOnce } = useSaving()
  const [sought, setSought] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const [passageWords, setPassageWords] = useState('')
  const rows = useTexts(useDebounced(sought.trim(), TYPING_PAUSE), record.communique.id)
  const chosen = rows.find(({ id }) => id === picked) ?? rows[0]
  const passages = usePassages(chosen?.id ?? null, passageWords)
  const isLost = passageWords.trim() !== '' && passages.length === 0
  const leave = (): void => setDraft(null)
  const make = async (): Promise<void> => {
    if (!chosen || isLost) return
    const link = { to: 'communique', communiqueId: chosen.id, span: passages[0] ?? null } as const
    if ((await saveOnce(() => create(span, bareFields('link'), link))) !== true) return
    putCaretAfter(textMap(), span)
    leave()
  }
  return (
    <Dialog title={words.links.title} onClose={leave} isBusy={isSaving}>
      <div className="dialog-body">
        <PassageQuote exact={record.version.text.slice(span.start, span.end)} start={span.start} />
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for */}
        <TextField className="field" value={sought} onChange={setSought} autoFocus>
          <Label className="field-label">{words.links.sought}</Label>
          <Input className="input" dir="auto" />
          <Text slot="description" className="field-advice">
            {words.links.soughtAdvice}
          </Text>
        </TextField>
        <TextChoice rows={rows} chosen={chosen?.id ?? null} onPick={setPicked} />
        <TextField className="field" value={passageWords} onChange={setPassageWords}>
          <Label className="field-label">{words.links.passage}</Label>
          <Input className="input" dir="auto" />
          <Text slot="description" className="field-advice">
            {words.links.passageAdvice}
          </Text>
        </TextField>
        <p className="quote-count" role="status">
          {isLost && words.links.passageNone}
          {passages.length > 0 && words.links.passageCount(passages.length)}
        </p>
      </div>
      <footer className="dialog-footer">
        <Button onPress={leave}>{words.common.cancel}</Button>
        <Button
          tone="primary"
          isDisabled={!chosen || isLost || isSaving}
          onPress={() => void make()}
        >
          {words.links.make}
        </Button>
      </footer>
    </Dialog>
  )
}

function TextChoice({
  rows,
  chosen,
  onPick,
}: {
  readonly rows: readonly TextRow[]
  readonly chosen: string | null
  readonly onPick: (id: string) => void
}) {
  const { words } = useSpeech()
  if (rows.length === 0) return <p role="status">{words.links.none}</p>
  return (
    <RadioGroup className="passages" value={chosen} onChange={onPick}>
      <Label className="field-label">{words.links.pick}</Label>
      {rows.map(({ id, title }) => (
        <Radio key={id} value={id} className="passage">
          <bdi>{title}</bdi>
        </Radio>
      ))}
    </RadioGroup>
  )
}

interface TextRow {
  readonly id: string
  readonly title: string
}

/** Texts that answer, the newest where nothing is sought; never the open one. */
function useTexts(query: string, openId: string): readonly TextRow[] {
  const shared = { filter: emptyFilter(), offset: 0, limit: MOST_SHOWN + 1 }
  const newest = useAnswer('communique.list', query === '' ? { ...shared, sort: 'newest' } : null)
  const found = useAnswer('search.run', query === '' ? null : { ...shared, query }, 'link')
  const rows = query === '' ? newest.value?.rows : found.value?.hits
  return (rows ?? []).filter(({ id }) => id !== openId).slice(0, MOST_SHOWN)
}

function usePassages(communiqueId: string | null, sought: string): readonly Span[] {
  const asked =
    communiqueId === null || sought.trim() === '' ? null : { id: communiqueId, versionId: null }
  const text = useAnswer('communique.get', asked).value?.version.text ?? null
  const folded = useMemo(() => (text === null ? null : foldText(text)), [text])
  return useMemo(() => (folded === null ? [] : findPassages(folded, sought)), [folded, sought])
}
