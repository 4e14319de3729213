import { useState } from 'react'
import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { Delayed } from '../ui/delayed.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AskWords } from './ask-words.tsx'
import { QuotationVerdict } from './quotation-verdict.tsx'

const MOST_LETTERS = 20_000

/** Tells whether words that were quoted are in the archive, to the letter or how they differ. */
export function VerifyDialog({ text }: { readonly text: string }) {
  const { words } = useSpeech()
  const { close, remember } = useSearchTools()
  const [value, setValue] = useState(text)
  const [asked, setAsked] = useState<InputOf<ArchiveContract['search.verify-quotation']> | null>(
    askFrom(text),
  )
  const { value: check, failure, waiting, askAgain } = useAnswer('search.verify-quotation', asked)
  const ask = (): void => {
    remember('verify', value)
    setAsked(askFrom(value))
  }
  return (
    <Dialog title={words.tools.verify} onClose={close} size="large">
      <div className="dialog-body">
        <AskWords
          label={words.verify.quotation}
          advice={words.verify.advice}
          action={words.verify.run}
          most={MOST_LETTERS}
          value={value}
          onChange={setValue}
          onAsk={ask}
        />
        {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
        {waiting && failure === null && (
          <Delayed>
            <p role="status">{words.verify.running}</p>
          </Delayed>
        )}
        {check !== null && <QuotationVerdict check={check} />}
      </div>
    </Dialog>
  )
}

function askFrom(text: string): { readonly quotation: string } | null {
  return text.trim() === '' ? null : { quotation: text.slice(0, MOST_LETTERS) }
}
