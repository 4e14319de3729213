import { History } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { VaultContract } from '../../shared/channels/vault.ts'
import type { Failure, Outcome } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { useReadOnly, Writing } from './read-only.tsx'
import { SecretField, useShownSecret } from './secret-field.tsx'

type Backup = OutputOf<VaultContract['backup.list']>['backups'][number]

/** The backups of the archive: made now, listed, and put back in two clicks. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  const { reason } = useReadOnly()
  const { backups, going, failure, told, make, restore } = useBackups()
  const [chosen, setChosen] = useState<Backup | null>(null)
  const isBusy = going !== null
  return (
    <Dialog title={words.backups.title} onClose={onClose} isBusy={isBusy} size="large">
      <div className="dialog-body">
        <p className="field-advice">{words.backups.advice}</p>
        {going !== null && (
          <Progress label={going} detail={words.backups.goingAdvice} done={0} total={null} />
        )}
        {failure !== null && <FailureNotice failure={failure} />}
        {told !== null && (
          <p role="status" className="made">
            {told}
          </p>
        )}
        {chosen === null ? (
          <BackupList backups={backups} isBusy={isBusy} onChoose={setChosen} />
        ) : (
          <Confirmation
            backup={chosen}
            isBusy={isBusy}
            onLeave={() => setChosen(null)}
            onConfirm={async (secret) => {
              if (await restore(chosen.name, secret)) setChosen(null)
            }}
          />
        )}
      </div>
      {chosen === null && reason !== 'medium' && (
        <footer className="dialog-footer">
          <Button tone="primary" isDisabled={isBusy} onPress={() => void make()}>
            {words.backups.make}
          </Button>
        </footer>
      )}
    </Dialog>
  )
}

function BackupList({
  backups,
  isBusy,
  onChoose,
}: {
  readonly backups: readonly Backup[] | null
  readonly isBusy: boolean
  readonly onChoose: (backup: Backup) => void
}) {
  const { words } = useSpeech()
  const describe = useBackupWords()
  if (backups === null) return null
  if (backups.length === 0) return <p>{words.backups.none}</p>
  return (
    <ul className="backups" aria-label={words.backups.title}>
      {backups.map((backup) => {
        const { when, what } = describe(backup)
        return (
          <li key={backup.name} className="backup">
            <span className="backup-words">
              <span className="backup-when">{when}</span>
              <span className="field-advice">{what}</span>
            </span>
            <Writing>
              <Button
                isDisabled={isBusy}
                aria-label={words.common.named(words.backups.restore, when)}
                onPress={() => onChoose(backup)}
              >
                <History aria-hidden />
                {words.backups.restore}
              </Button>
            </Writing>
          </li>
        )
      })}
    </ul>
  )
}

function Confirmation({
  backup,
  isBusy,
  onLeave,
  onConfirm,
}: {
  readonly backup: Backup
  readonly isBusy: boolean
  readonly onLeave: () => void
  readonly onConfirm: (secret: string | null) => Promise<void>
}) {
  const { words } = useSpeech()
  const { when, what } = useBackupWords()(backup)
  const [secret, setSecret] = useState('')
  const { isShown, box } = useShownSecret()
  // The key at hand does not open it: it has keys of its own.
  const isForeign = backup.isEncrypted && backup.communiqueCount === null
  return (
    <section className="safety-form" aria-label={words.backups.confirmTitle}>
      <h3 className="field-label">{words.backups.confirmTitle}</h3>
      <p>
        {when} · {what}
      </p>
      <p>{words.backups.confirmAdvice}</p>
      {isForeign && (
        <>
          <SecretField
            label={words.safety.secret}
            value={secret}
            onChange={setSecret}
            isShown={isShown}
          />
          {box}
        </>
      )}
      <div className="gate-acts">
        <Button isDisabled={isBusy} onPress={onLeave}>
          {words.common.cancel}
        </Button>
        <Button
          tone="danger"
          isDisabled={isBusy || (isForeign && secret === '')}
          onPress={() => void onConfirm(isForeign ? secret : null)}
        >
          {words.backups.confirm}
        </Button>
      </div>
    </section>
  )
}

function useBackupWords(): (backup: Backup) => { readonly when: string; readonly what: string } {
  const { words, formats, locale } = useSpeech()
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  return ({ reason, madeAt, size, isEncrypted, communiqueCount, annotationCount }) => ({
    when: formats.instant(madeAt),
    what: [
      words.backups.reasons[reason],
      communiqueCount === null ? words.backups.unreadable : words.list.count(communiqueCount),
      ...(annotationCount === null ? [] : [words.list.annotations(annotationCount)]),
      megabytes.format(size / 1e6),
      ...(isEncrypted ? [words.backups.encrypted] : []),
    ].join(' · '),
  })
}

function useBackups(): {
  readonly backups: readonly Backup[] | null
  readonly going: string | null
  readonly failure: Failure | null
  readonly told: string | null
  readonly make: () => Promise<void>
  readonly restore: (name: string, secret: string | null) => Promise<boolean>
} {
  const { words } = useSpeech()
  const { backend, announceChange } = useConnection()
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [going, setGoing] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [revision, setRevision] = useState(0)
  useEffect(() => {
    if (backend === null) return
    const ask = async (): Promise<void> => {
      const listed = await backend.archive.call('backup.list', {})
      if (listed.ok) setBackups(listed.value.backups)
    }
    void ask()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new revision means: ask again
  }, [backend, revision])
  const work = async (
    label: string,
    done: string,
    ask: () => Promise<Outcome<unknown>>,
  ): Promise<boolean> => {
    setGoing(label)
    setTold(null)
    const outcome = await ask()
    setGoing(null)
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) setTold(done)
    setRevision((count) => count + 1)
    return outcome.ok
  }
  return {
    backups,
    going,
    failure,
    told,
    make: async () => {
      if (backend === null) return
      await work(words.backups.making, words.backups.made, () =>
        backend.archive.call('backup.make', {}),
      )
    },
    restore: async (name, secret) => {
      if (backend === null) return false
      return work(words.backups.restoring, words.backups.restored, async () => {
        const outcome = await backend.archive.call('backup.restore', { name, secret })
        // Whatever was asked meanwhile found the archive closed, and all of it may be another.
        announceChange()
        return outcome
      })
    },
  }
}
