import { useSpeech } from '../i18n/words.tsx'
import { AskDialog, type Question } from './ask-dialog.tsx'
import { FormulaHistory } from './formula-history.tsx'

/** Follows a formula through the archive: who said it first, and how it changed. */
export function TraceDialog({ text }: { readonly text: string }) {
  const { words } = useSpeech()
  const question: Question<'search.trace-formula'> = {
    tool: 'trace',
    channel: 'search.trace-formula',
    title: words.tools.trace,
    label: words.trace.formula,
    advice: words.trace.advice,
    action: words.trace.run,
    running: words.trace.running,
    most: 2000,
    inputFrom: (formula) => ({ formula }),
  }
  return (
    <AskDialog question={question} text={text}>
      {(trace) => <FormulaHistory key={trace.formula} trace={trace} />}
    </AskDialog>
  )
}
