import { Check as CheckIcon, FileText, Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { LeftOut } from '../left-out.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Progress } from '../ui/progress.tsx'
import { PagePictures } from './page-pictures.tsx'
import { printPages } from './print-pages.ts'
import type { ExportState, MadeExport } from './use-export.ts'

/** How far an export has come; then its report and its pages, as they will be saved. */
export function ExportPreview({
  state,
  hasPages,
  mayLeave,
  onRetry,
}: {
  readonly state: ExportState
  readonly hasPages: boolean
  /** False where a policy lets none of the formats leave. */
  readonly mayLeave: boolean
  readonly onRetry: () => void
}) {
  const { words } = useSpeech()
  return (
    <section
      className="export-preview"
      aria-label={words.export.previewTitle}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
      tabIndex={0}
    >
      {state.step === 'choosing' && (
        <EmptyState
          icon={<FileText aria-hidden className="empty-icon" />}
          title={words.export.previewTitle}
          advice={
            !mayLeave
              ? words.export.barred
              : hasPages
                ? words.export.previewEmpty
                : words.export.noPages
          }
        />
      )}
      {state.step === 'cancelled' && <p role="status">{words.export.cancelled}</p>}
      {state.step === 'making' && (
        <Progress
          label={words.export.making}
          detail={state.total === null ? '' : words.export.progress(state.done, state.total)}
          done={state.done}
          total={state.total !== null && state.total > 1 ? state.total : null}
        />
      )}
      {state.step === 'stopped' && (
        <>
          <FailureNotice failure={state.failure} onRetry={onRetry} />
          <p className="field-advice">{words.export.unchanged}</p>
        </>
      )}
      {state.step === 'made' && <Made made={state} />}
    </section>
  )
}

function Made({ made }: { readonly made: MadeExport }) {
  const { words, formats } = useSpeech()
  const { files, report, isSaved } = made
  const first = files[0]
  const isPdf = first?.mediaType === 'application/pdf'
  const { pageCount, communiqueCount, noteCount, substitutions, leftOut } = report
  const size =
    pageCount === null ? words.export.texts(communiqueCount) : words.export.pages(pageCount)
  return (
    <>
      <div role="status" className="export-report">
        {isSaved === true && (
          <p className="made">
            <CheckIcon aria-hidden />
            {words.export.saved(formats.list(files.map(({ fileName }) => fileName)))}
          </p>
        )}
        {isSaved === false && <p className="made">{words.export.notSaved}</p>}
        <p className="field-advice">{words.export.done(size, noteCount)}</p>
        {leftOut.length > 0 && (
          <LeftOut advice={words.export.leftOut(leftOut.length)} texts={leftOut} />
        )}
        {substitutions.length > 0 && (
          <>
            <p className="warning">{words.export.substitutions(substitutions.length)}</p>
            <ul className="substitutions">
              {substitutions.map(({ codePoint, shown, count }) => (
                <li key={codePoint}>
                  <bdi>{codePoint}</bdi> → <bdi>{shown}</bdi> ({formats.number(count)})
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {isPdf && pageCount !== null && files.length === 1 && (
        <>
          <PrintButton pdf={first.bytes} pageCount={pageCount} />
          <PagePictures pdf={first.bytes} pageCount={pageCount} />
        </>
      )}
    </>
  )
}

function PrintButton({ pdf, pageCount }: { readonly pdf: Uint8Array; readonly pageCount: number }) {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const [isPreparing, setPreparing] = useState(false)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])
  const print = async (): Promise<void> => {
    if (backend === null) return
    leaving.current = new AbortController()
    setPreparing(true)
    await printPages(backend, { pdf, pageCount }, leaving.current.signal)
    setPreparing(false)
  }
  return (
    <Button isDisabled={isPreparing} onPress={() => void print()}>
      <Printer aria-hidden />
      {isPreparing ? words.export.printing : words.export.print}
    </Button>
  )
}
