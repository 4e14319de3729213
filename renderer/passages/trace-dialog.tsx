import { useState } from 'react'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { Delayed } from '../ui/delayed.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AskWords } from './ask-words.tsx'
import { FormulaHistory } from './formula-history.tsx'

const MOST_LETTERS = 2000

/** Follows a formula through the archive: who said it first, and how it changed. */
export function TraceDialog({ text }: { readonly text: string }) {
  const { words } = useSpeech()
  const { close, remember } = useSearchTools()
  const [value, setValue] = useState(text)
  const [asked, setAsked] = useState(askFrom(text))
  const { value: trace, failure, waiting, askAgain } = useAnswer('search.trace-formula', asked)
  const ask = (): void => {
    remember('trace', value)
    setAsked(askFrom(value))
  }
  return (
    <Dialog title={words.tools.trace} onClose={close} size="large">
      <div className="dialog-body">
        <AskWords
          label={words.trace.formula}
          advice={words.trace.advice}
          action={words.trace.run}
          most={MOST_LETTERS}
          value={value}
          onChange={setValue}
          onAsk={ask}
        />
        {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
        {waiting && failure === null && (
          <Delayed>
            <p role="status">{words.trace.running}</p>
          </Delayed>
        )}
        {trace !== null && <FormulaHistory key={trace.formula} trace={trace} />}
      </div>
    </Dialog>
  )
}

function askFrom(text: string): { readonly formula: string } | null {
  return text.trim() === '' ? null : { formula: text.slice(0, MOST_LETTERS) }
}
