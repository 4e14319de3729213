import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useConnection } from '../client/connection.tsx'
import { usePolicy } from '../client/use-policy.ts'
import { useDesk } from '../desk.tsx'
import { permits } from '../export/export-formats.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { useNotices } from '../ui/notices.tsx'

type Format = 'bundle' | 'web'
type Scope = 'all' | 'open'

const FORMATS: readonly Format[] = ['bundle', 'web']

/** Each format by its name in a policy. */
const IN_POLICY = { bundle: 'annotation-bundle', web: 'web-annotations' } as const

/** Writes annotations to a file: for a colleague with their history, or for other programs. */
export function ExportNotes() {
  const { words } = useSpeech()
  const { place } = useDesk()
  const [scope, setScope] = useState<Scope>('all')
  const permitted = usePolicy()?.policy.exportFormats
  const formats = FORMATS.filter((each) => permits(permitted, IN_POLICY[each]))
  const [wanted, setFormat] = useState<Format>('bundle')
  const format = formats.includes(wanted) ? wanted : formats[0]
  const [includePrivate, setIncludePrivate] = useState(false)
  const save = useSave()
  const id = useId()
  const own = words.exchange
  const communiqueIds = scope === 'open' && place ? [place.communiqueId] : null
  return (
    <section className="exchange-part" aria-labelledby={id}>
      <h3 id={id} className="pane-title">
        {own.exportTitle}
      </h3>
      <p className="field-advice">{own.exportAdvice}</p>
      {format === undefined ? (
        <p>{words.export.barred}</p>
      ) : (
        <>
          {place !== null && (
            <ChoiceGroup
              label={own.scope}
              value={scope}
              onChange={setScope}
              choices={[
                { value: 'all', label: own.scopes.all },
                { value: 'open', label: own.scopes.open },
              ]}
            />
          )}
          <ChoiceGroup
            label={own.format}
            value={format}
            onChange={setFormat}
            choices={formats.map((value) => ({ value, label: own.formats[value] }))}
          />
          <Check isChecked={includePrivate} onChange={setIncludePrivate}>
            {own.includePrivate}
          </Check>
          {includePrivate && <p className="warning">{own.privateWarning}</p>}
          <Button onPress={() => void save(format, { communiqueIds, includePrivate })}>
            <FileUp aria-hidden />
            {own.exportAct}
          </Button>
        </>
      )}
    </section>
  )
}

interface Chosen {
  readonly communiqueIds: string[] | null
  readonly includePrivate: boolean
}

function useSave(): (format: Format, choice: Chosen) => Promise<void> {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const { show } = useNotices()
  const tell = useTellFailure()
  return async (format, choice) => {
    if (backend === null) return
    const { archive, shell } = backend
    const made =
      format === 'bundle'
        ? await archive.call('annotation.export-bundle', choice)
        : await archive.call('annotation.export-web', choice)
    if (!made.ok) return tell(made)
    const { value } = made
    const bytes = 'bytes' in value ? value.bytes : new TextEncoder().encode(value.json)
    const name = format === 'bundle' ? words.exchange.bundleName : words.exchange.webName
    const saved = await shell.call('file.save', { name, bytes })
    if (!saved.ok) tell(saved)
    else if (saved.value.saved) show(words.exchange.exported(value.annotationCount))
  }
}
