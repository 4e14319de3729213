import type { Frame, Wire } from '../../shared/channels/wire.ts'

/** Answers `file.save` and `file.save-all` in the page, by downloads: only the desktop asks where. */
export function saveByDownload(wire: Wire): Wire {
  let answer: ((frame: Frame) => void) | undefined
  return {
    ...wire,
    listen: (onFrame, onClose) => {
      answer = onFrame
      wire.listen(onFrame, onClose)
    },
    post: (frame) => {
      const files = frame.k === 'call' ? filesOf(frame) : null
      if (files === null) {
        wire.post(frame)
        return
      }
      for (const file of files) download(file)
      queueMicrotask(() => answer?.({ k: 'done', id: frame.id, v: { saved: true } }))
    },
  }
}

/** What a call wants saved; null where it is another call. */
function filesOf({
  channel,
  v,
}: Pick<Extract<Frame, { k: 'call' }>, 'channel' | 'v'>): NamedBytes[] | null {
  if (channel === 'file.save') return isFile(v) ? [v] : null
  if (channel !== 'file.save-all' || typeof v !== 'object' || v === null || !('files' in v))
    return null
  return Array.isArray(v.files) ? v.files.filter(isFile) : null
}

interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

function isFile(value: unknown): value is NamedBytes {
  if (typeof value !== 'object' || value === null || !('name' in value)) return false
  return typeof value.name === 'string' && 'bytes' in value && value.bytes instanceof Uint8Array
}

function download({ name, bytes }: NamedBytes): void {
  const url = URL.createObjectURL(new Blob([bytes]))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The browser reads the bytes after the click, on its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
