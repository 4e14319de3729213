import { useMemo, useState } from 'react'
import { Label, Radio, RadioGroup, Text, TextArea, TextField } from 'react-aria-components'
import type { AnnotationKind } from '../../shared/model/annotation.ts'
import type { Span } from '../../shared/model/search.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { bareFields, useAnnotating } from './annotating.tsx'
import { findPassages, foldText } from './find-passages.ts'
import { ASKING, KindIcon, KINDS } from './kinds.tsx'

const MOST_SHOWN = 20
const CONTEXT = 48

/** Annotates a passage by its words, typed or pasted, for those who cannot select it. */
export function QuoteDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  const { record, setDraft } = useReading()
  const { create } = useAnnotating()
  const { isSaving, saveOnce } = useSaving()
  const [sought, setSought] = useState('')
  const [picked, setPicked] = useState('0')
  const [kind, setKind] = useState<AnnotationKind>('highlight')
  const folded = useMemo(() => foldText(record.version.text), [record])
  const passages = useMemo(() => findPassages(folded, sought), [folded, sought])
  const passage = passages[Number(picked)] ?? passages[0]
  const annotate = async (): Promise<void> => {
    if (!passage) return
    const isAsking = ASKING.has(kind)
    if (!isAsking && (await saveOnce(() => create(passage, bareFields(kind)))) !== true) return
    onClose()
    if (isAsking) setDraft({ kind, span: passage })
  }
  return (
    <Dialog title={words.annotate.quoteDialog} onClose={onClose} isBusy={isSaving}>
      <div className="dialog-body">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for */}
        <TextField className="field" value={sought} onChange={setSought} autoFocus>
          <Label className="field-label">{words.annotate.quoteWords}</Label>
          <TextArea className="input" rows={2} dir="auto" />
          <Text slot="description" className="field-advice">
            {words.annotate.quoteAdvice}
          </Text>
        </TextField>
        <p className="quote-count" role="status">
          {sought.trim() !== '' &&
            (passages.length === 0
              ? words.annotate.quoteNone
              : words.annotate.quoteMatches(passages.length))}
        </p>
        {passages.length > 0 && (
          <PassageChoice passages={passages} picked={picked} onPick={setPicked} />
        )}
        <ChoiceGroup
          label={words.annotate.kind}
          value={kind}
          onChange={setKind}
          choices={KINDS.map((each) => ({
            value: each,
            label: words.annotate.kinds[each],
            icon: <KindIcon kind={each} />,
          }))}
        />
      </div>
      <footer className="dialog-footer">
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button tone="primary" isDisabled={!passage || isSaving} onPress={() => void annotate()}>
          {words.annotate.annotate}
        </Button>
      </footer>
    </Dialog>
  )
}

function PassageChoice({
  passages,
  picked,
  onPick,
}: {
  readonly passages: readonly Span[]
  readonly picked: string
  readonly onPick: (index: string) => void
}) {
  const { words } = useSpeech()
  const { record } = useReading()
  const { text } = record.version
  return (
    <RadioGroup className="passages" value={picked} onChange={onPick}>
      <Label className="field-label">{words.annotate.quotePick}</Label>
      {passages.slice(0, MOST_SHOWN).map(({ start, end }, index) => (
        <Radio key={start} value={String(index)} className="passage">
          <bdi>
            …{text.slice(Math.max(0, start - CONTEXT), start)}
            <mark>{text.slice(start, end)}</mark>
            {text.slice(end, end + CONTEXT)}…
          </bdi>
        </Radio>
      ))}
    </RadioGroup>
  )
}
