import { Copy, Save } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { copyToClipboard } from '../ui/copy-to-clipboard.ts'
import { useNotices } from '../ui/notices.tsx'
import { useReading } from './reading.tsx'
import { useDragOriginal } from './use-drag-original.ts'
import { useSaveOriginal } from './use-save-original.ts'

const SHORT_DIGEST = 12

/** Where the text comes from and what proves that it is unaltered. */
export function ProvenanceDisclosure() {
  const { words, formats } = useSpeech()
  const { record } = useReading()
  const { source, preamble } = record.version
  const labels = words.provenance
  const saveOriginal = useSaveOriginal()
  const dragOriginal = useDragOriginal()
  return (
    <details className="provenance">
      <summary className="pane-title">{labels.title}</summary>
      <dl className="facts">
        <Fact label={labels.fileName}>
          <bdi {...dragOriginal}>{source.name}</bdi>
        </Fact>
        {source.origin !== null && (
          <Fact label={labels.origin}>
            <bdi>{source.origin}</bdi>
          </Fact>
        )}
        <Fact label={labels.digest}>
          <DigestLine digest={source.digest} />
        </Fact>
        <Fact label={labels.size}>{formats.size(source.size)}</Fact>
        <Fact label={labels.mediaType}>
          <bdi>{source.mediaType}</bdi>
        </Fact>
        {source.encoding !== null && (
          <Fact label={labels.encoding}>
            <bdi>{source.encoding}</bdi>
          </Fact>
        )}
        <Fact label={labels.ingestedAt}>{formats.instant(source.ingestedAt)}</Fact>
        <Fact label={labels.ingestedBy}>
          <bdi>{source.ingestedBy}</bdi>
        </Fact>
        <Fact label={labels.reader}>
          <bdi>{source.reader}</bdi>
        </Fact>
        {preamble.trim() !== '' && (
          <Fact label={labels.preamble}>
            <span className="preamble" dir="auto">
              {preamble.trim()}
            </span>
          </Fact>
        )}
      </dl>
      <Button onPress={() => void saveOriginal()}>
        <Save aria-hidden />
        {labels.exportOriginal}
      </Button>
    </details>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function DigestLine({ digest }: { readonly digest: string }) {
  const { words } = useSpeech()
  const { show } = useNotices()
  return (
    <>
      <bdi className="digest" title={digest}>
        {digest.slice(0, SHORT_DIGEST)}…
      </bdi>
      <IconButton
        label={words.provenance.copyDigest}
        icon={<Copy aria-hidden />}
        onPress={() =>
          show(copyToClipboard({ plain: digest }) ? words.common.copied : words.cite.refused)
        }
      />
    </>
  )
}
