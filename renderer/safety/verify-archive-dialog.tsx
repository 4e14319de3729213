import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Failure } from '../../shared/model/failure.ts'
import { useActing } from '../actions/acting.tsx'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { Writing } from './read-only.tsx'

type Verified = OutputOf<ArchiveContract['archive.verify']>

/** Reads every digest of the archive again, and says what can be done about what differs. */
export function VerifyArchiveDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, formats } = useSpeech()
  const { step, failure, verified } = useVerification()
  return (
    <Dialog title={words.integrity.title} onClose={onClose}>
      <div className="dialog-body">
        <p className="field-advice">{words.integrity.advice}</p>
        {verified === null && failure === null && (
          <Progress
            label={words.integrity.checking}
            detail={
              step === null
                ? ''
                : words.integrity.progress(formats.number(step.done), formats.number(step.total))
            }
            done={step?.done ?? 0}
            total={step?.total ?? null}
          />
        )}
        {failure !== null && <FailureNotice failure={failure} />}
        {verified !== null && <Verdict verified={verified} onClose={onClose} />}
      </div>
    </Dialog>
  )
}

function Verdict({
  verified,
  onClose,
}: {
  readonly verified: Verified
  readonly onClose: () => void
}) {
  const { words, formats } = useSpeech()
  const { actOf } = useActing()
  const { checked, findings } = verified
  if (findings.length === 0) {
    return (
      <p className="made" role="status">
        <CircleCheck aria-hidden />
        {words.integrity.whole(formats.number(checked))}
      </p>
    )
  }
  const isIndexOnly = findings.every(({ what }) => what === 'search-index')
  const counts = Map.groupBy(findings, ({ what }) => what)
  const act = (id: 'index' | 'backups') => () => {
    onClose()
    actOf(id)?.()
  }
  return (
    <div role="status" className="safety-form">
      <p className="warning">
        <TriangleAlert aria-hidden />
        {isIndexOnly ? words.integrity.indexOnly : words.integrity.damaged}
      </p>
      <ul className="integrity-findings">
        {[...counts].map(([what, found]) => (
          <li key={what}>
            {words.integrity.findings[what]} : {formats.number(found.length)}
            <bdi className="field-advice">
              {found
                .slice(0, 5)
                .map(({ id }) => id.slice(0, 16))
                .join(', ')}
            </bdi>
          </li>
        ))}
      </ul>
      <Writing>
        <div className="gate-acts">
          {isIndexOnly ? (
            <Button tone="primary" onPress={act('index')}>
              {words.integrity.rebuild}
            </Button>
          ) : (
            <Button tone="primary" onPress={act('backups')}>
              {words.integrity.restore}
            </Button>
          )}
        </div>
      </Writing>
    </div>
  )
}

function useVerification(): {
  readonly step: { readonly done: number; readonly total: number } | null
  readonly failure: Failure | null
  readonly verified: Verified | null
} {
  const { backend } = useConnection()
  const [step, setStep] = useState<{ done: number; total: number } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [verified, setVerified] = useState<Verified | null>(null)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const run = async (): Promise<void> => {
      const steps = backend.archive.stream('archive.verify', {}, { signal: leaving.signal })
      let next = await steps.next()
      for (; next.done !== true; next = await steps.next()) setStep(next.value)
      if (leaving.signal.aborted) return
      if (next.value.ok) setVerified(next.value.value)
      else setFailure(next.value.failure)
    }
    void run()
    return () => leaving.abort()
  }, [backend])
  return { step, failure, verified }
}
