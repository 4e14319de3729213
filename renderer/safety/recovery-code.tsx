import { Printer, Save } from 'lucide-react'
import { useConnection } from '../client/connection.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { printCode } from './print-code.ts'

/** The recovery code, shown this once, to be printed or kept elsewhere. */
export function RecoveryCode({ name, code }: { readonly name: string; readonly code: string }) {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const title = words.safety.printed(name)
  const save = (): void => {
    const text = `${title}\n\n${code}\n\n${words.safety.codeAdvice}\n`
    const bytes = new TextEncoder().encode(text)
    void backend?.shell.call('file.save', { name: words.safety.codeFile(name), bytes })
  }
  return (
    <section className="recovery" aria-label={words.safety.codeTitle}>
      <h3 className="field-label">{words.safety.codeTitle}</h3>
      {/* Written from left to right in every language: the last group is on the right. */}
      <output className="recovery-code" dir="ltr">
        {groupsOf(code).map(({ at, group }) => (
          <span key={at}>{group}</span>
        ))}
      </output>
      <p className="field-advice">{words.safety.codeAdvice}</p>
      <div className="recovery-acts">
        <Button onPress={() => printCode(title, code, words.safety.codeAdvice)}>
          <Printer aria-hidden />
          {words.safety.printCode}
        </Button>
        <Button onPress={save}>
          <Save aria-hidden />
          {words.safety.saveCode}
        </Button>
      </div>
    </section>
  )
}

function groupsOf(code: string): readonly { readonly at: number; readonly group: string }[] {
  return [...code.matchAll(/[^-]+/gu)].map(({ index, 0: group }) => ({ at: index, group }))
}
