import { useSpeech } from '../i18n/words.tsx'
import { AskDialog, type Question } from './ask-dialog.tsx'
import { QuotationVerdict } from './quotation-verdict.tsx'

/** Tells whether words that were quoted are in the archive, to the letter or how they differ. */
export function VerifyDialog({ text }: { readonly text: string }) {
  const { words } = useSpeech()
  const question: Question<'search.verify-quotation'> = {
    tool: 'verify',
    channel: 'search.verify-quotation',
    title: words.tools.verify,
    label: words.verify.quotation,
    advice: words.verify.advice,
    action: words.verify.run,
    running: words.verify.running,
    most: 20_000,
    inputFrom: (quotation) => ({ quotation }),
  }
  return (
    <AskDialog question={question} text={text}>
      {(check) => <QuotationVerdict check={check} />}
    </AskDialog>
  )
}
