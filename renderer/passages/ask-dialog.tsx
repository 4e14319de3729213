import { useState, type ReactNode } from 'react'
import type { CallName, InputOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { Delayed } from '../ui/delayed.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AskWords } from './ask-words.tsx'

/** What a dialog asks the archive about words, and how it says so. */
export interface Question<M extends CallName<ArchiveContract>> {
  readonly tool: 'trace' | 'verify'
  readonly channel: M
  readonly title: string
  readonly label: string
  readonly advice: string
  readonly action: string
  readonly running: string
  /** The longest text that may be asked about, in UTF-16 code units. */
  readonly most: number
  readonly inputFrom: (text: string) => InputOf<ArchiveContract[M]>
}

/** Asks about words, at once when some are given, and shows the answer below them. */
export function AskDialog<M extends CallName<ArchiveContract>>({
  question,
  text,
  children,
}: {
  readonly question: Question<M>
  readonly text: string
  readonly children: (answer: OutputOf<ArchiveContract[M]>) => ReactNode
}) {
  const { remember } = useSearchTools()
  const { value, setValue, taken, close } = useWords(question.tool, text)
  // What was still being written when the archive locked was not asked yet.
  const [asked, setAsked] = useState(taken === null ? text : '')
  const input = asked.trim() === '' ? null : question.inputFrom(asked.slice(0, question.most))
  const { value: answer, failure, waiting, askAgain } = useAnswer(question.channel, input)
  const ask = (): void => {
    remember(question.tool, value)
    setAsked(value)
  }
  return (
    <Dialog title={question.title} onClose={close} size="large">
      <div className="dialog-body">
        <AskWords
          label={question.label}
          advice={question.advice}
          action={question.action}
          most={question.most}
          value={value}
          onChange={setValue}
          onAsk={ask}
        />
        {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
        {waiting && failure === null && (
          <Delayed>
            <p role="status">{question.running}</p>
          </Delayed>
        )}
        {answer !== null && children(answer)}
      </div>
    </Dialog>
  )
}

/** The words as they are typed, kept over a lock; `taken` is what was taken up from before one. */
function useWords(
  tool: 'trace' | 'verify',
  text: string,
): {
  readonly value: string
  readonly setValue: (value: string) => void
  readonly taken: string | null
  readonly close: () => void
} {
  const { close } = useSearchTools()
  const { keep, resumed } = useKeptDrafts()
  const taken = resumed.question?.tool === tool ? resumed.question.text : null
  const [value, setValue] = useState(taken ?? text)
  return {
    value,
    setValue: (to) => {
      setValue(to)
      keep('question', to === '' ? null : { tool, text: to })
    },
    taken,
    close: () => {
      keep('question', null)
      close()
    },
  }
}
