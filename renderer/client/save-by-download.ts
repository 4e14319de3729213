import type { Frame, Wire } from '../../shared/channels/wire.ts'

/** Answers `file.save` in the page, by a download: only the desktop shell has a save dialog. */
export function saveByDownload(wire: Wire): Wire {
  let answer: ((frame: Frame) => void) | undefined
  return {
    ...wire,
    listen: (onFrame, onClose) => {
      answer = onFrame
      wire.listen(onFrame, onClose)
    },
    post: (frame) => {
      if (frame.k !== 'call' || frame.channel !== 'file.save' || !isFile(frame.v)) {
        wire.post(frame)
        return
      }
      download(frame.v)
      queueMicrotask(() => answer?.({ k: 'done', id: frame.id, v: { saved: true } }))
    },
  }
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
