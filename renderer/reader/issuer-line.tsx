import { Check, X } from 'lucide-react'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Writing } from '../safety/read-only.tsx'
import { IconButton } from '../ui/button.tsx'
import { useReading } from './reading.tsx'
import { useTellSettled } from './use-tell-settled.ts'

/** Who issued the text; a suggestion is confirmed or rejected on the spot. */
export function IssuerLine() {
  const { words } = useSpeech()
  const { record } = useReading()
  const settle = useCommand('issuer.settle')
  const tellSettled = useTellSettled(words.issuer)
  const { issuer, id } = record.communique
  if (issuer === null) return <p className="issuer issuer-unknown">{words.list.issuerUnknown}</p>
  const give = async (settlement: 'confirmed' | 'rejected'): Promise<void> => {
    tellSettled(await settle({ communiqueId: id, settlement }), settlement, () =>
      settle({ communiqueId: id, settlement: 'unconfirmed' }),
    )
  }
  const isRejected = issuer.settlement === 'rejected'
  return (
    <p className="issuer" dir={record.version.direction}>
      <bdi className={isRejected ? 'rejected' : undefined}>{issuer.name}</bdi>
      {issuer.settlement === 'unconfirmed' && (
        <span className="settle">
          <span className="suggested-mark">{words.reader.toConfirm}</span>
          <Writing>
            <IconButton
              label={words.issuer.confirm(issuer.name)}
              icon={<Check aria-hidden />}
              onPress={() => void give('confirmed')}
            />
            <IconButton
              label={words.issuer.reject(issuer.name)}
              icon={<X aria-hidden />}
              onPress={() => void give('rejected')}
            />
          </Writing>
        </span>
      )}
    </p>
  )
}
