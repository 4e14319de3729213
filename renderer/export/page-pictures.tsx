import { useEffect, useRef, useState } from 'react'
import { useConnection } from '../client/connection.tsx'
import type { Backend } from '../client/backend.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

const WIDTH = 900
const FIRST_PAGES = 4
const MORE_PAGES = 12

/** The pages of a PDF as they are, drawn from its very bytes. */
export function PagePictures({
  pdf,
  pageCount,
}: {
  readonly pdf: Uint8Array
  readonly pageCount: number
}) {
  const { words } = useSpeech()
  const [shownCount, setShownCount] = useState(FIRST_PAGES)
  const shown = Math.min(shownCount, pageCount)
  return (
    <>
      <ol className="page-pictures">
        {Array.from({ length: shown }, (_, index) => (
          <li key={index}>
            <PagePicture pdf={pdf} index={index} name={words.export.pageOf(index + 1, pageCount)} />
          </li>
        ))}
      </ol>
      {shown < pageCount && (
        <Button onPress={() => setShownCount(shown + MORE_PAGES)}>{words.export.more}</Button>
      )}
    </>
  )
}

function PagePicture({
  pdf,
  index,
  name,
}: {
  readonly pdf: Uint8Array
  readonly index: number
  readonly name: string
}) {
  const { backend } = useConnection()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const draw = async (): Promise<void> => {
      const asked = { pdf, index, width: WIDTH, signal: leaving.signal }
      const picture = await picturePage(backend, asked)
      if (picture === null || canvas.current === null) return
      paint(canvas.current, picture)
      setDrawn(true)
    }
    void draw()
    return () => leaving.abort()
  }, [backend, pdf, index])
  return (
    <canvas
      ref={canvas}
      className="page-picture"
      role="img"
      aria-label={name}
      data-drawn={isDrawn}
    />
  )
}

/** One page as pixels; null where it could not be drawn. */
export async function picturePage(
  backend: Backend,
  {
    pdf,
    index,
    width,
    signal,
  }: {
    readonly pdf: Uint8Array
    readonly index: number
    readonly width: number
    readonly signal: AbortSignal
  },
): Promise<ImageData | null> {
  const drawn = await backend.archive.call('export.picture-page', { pdf, index, width }, { signal })
  if (!drawn.ok) return null
  const { pixels, ...size } = drawn.value
  return new ImageData(new Uint8ClampedArray(pixels), size.width, size.height)
}

/** Puts a picture on a canvas of its own size. */
export function paint(canvas: HTMLCanvasElement, picture: ImageData): void {
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d')?.putImageData(picture, 0, 0)
}
