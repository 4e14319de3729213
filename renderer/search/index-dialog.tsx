import { useState } from 'react'
import type { IndexDescription } from '../../shared/model/discovery.ts'
import { useConnection } from '../client/connection.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Progress } from '../ui/progress.tsx'
import { useSearchTools } from './search-tools.tsx'

interface Going {
  readonly label: string
  readonly detail: string
  readonly done: number
  readonly total: number | null
}

/** What the search index holds and takes, and the two things that can be done with it. */
export function IndexDialog() {
  const { words } = useSpeech()
  const { close } = useSearchTools()
  const { value } = useAnswer('search.describe-index', {}, 'index')
  const { going, rebuild, compact } = useIndexWork()
  return (
    <Dialog title={words.index.title} onClose={close}>
      <div className="dialog-body">
        <p className="field-advice">{words.index.advice}</p>
        {value !== null && <IndexFigures index={value} />}
        {going !== null && <Progress {...going} />}
      </div>
      <Writing>
        <footer className="dialog-footer">
          <Button
            isDisabled={going !== null || value === null || value.segments < 2}
            onPress={() => void compact()}
          >
            {words.index.compact}
          </Button>
          <Button isDisabled={going !== null} onPress={() => void rebuild()}>
            {words.index.rebuild}
          </Button>
        </footer>
      </Writing>
    </Dialog>
  )
}

function IndexFigures({ index }: { readonly index: IndexDescription }) {
  const { words, formats, locale } = useSpeech()
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  const ofText = share.format(index.bytes / Math.max(1, index.textBytes))
  const figures = [
    [words.index.wordings, formats.number(index.wordings)],
    [words.index.notes, formats.number(index.notes)],
    [words.index.forms, formats.number(index.forms)],
    [words.index.segments, formats.number(index.segments)],
    [words.index.size, `${megabytes.format(index.bytes / 1e6)} (${words.index.ofText(ofText)})`],
  ] as const
  return (
    <dl className="index-figures">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function useIndexWork(): {
  readonly going: Going | null
  readonly rebuild: () => Promise<void>
  readonly compact: () => Promise<void>
} {
  const { words, formats } = useSpeech()
  const { backend, announceChange } = useConnection()
  const { show } = useNotices()
  const tellFailure = useTellFailure()
  const [going, setGoing] = useState<Going | null>(null)
  const rebuild = async (): Promise<void> => {
    if (backend === null) return
    const label = words.index.rebuilding
    setGoing({ label, detail: '', done: 0, total: null })
    const steps = backend.archive.stream('search.rebuild-index', {})
    let step = await steps.next()
    for (; step.done !== true; step = await steps.next()) {
      const { done, total } = step.value
      const detail = words.index.progress(formats.number(done), formats.number(total))
      setGoing({ label, detail, done, total })
    }
    setGoing(null)
    announceChange()
    if (step.value.ok) show(words.index.rebuilt)
    else tellFailure(step.value)
  }
  const compact = async (): Promise<void> => {
    if (backend === null) return
    const label = words.index.compacting
    setGoing({ label, detail: '', done: 0, total: null })
    const steps = backend.archive.stream('search.compact-index', {})
    let step = await steps.next()
    for (; step.done !== true; step = await steps.next()) {
      setGoing({ label, detail: words.index.left(step.value.segments), done: 0, total: null })
    }
    setGoing(null)
    announceChange()
    if (step.value.ok) show(words.index.compacted)
    else tellFailure(step.value)
  }
  return { going, rebuild, compact }
}
