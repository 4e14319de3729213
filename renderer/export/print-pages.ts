import type { Backend } from '../client/backend.ts'
import { paint, picturePage } from './page-pictures.tsx'

/** About 170 dots per inch on A4. */
const PRINTED_WIDTH = 1400

/** Prints the pages of a PDF, and nothing else of the window. */
export async function printPages(
  backend: Backend,
  { pdf, pageCount }: { readonly pdf: Uint8Array; readonly pageCount: number },
  signal: AbortSignal,
): Promise<void> {
  const sheets = document.createElement('div')
  sheets.className = 'printed-pages'
  for (let index = 0; index < pageCount; index++) {
    const asked = { pdf, index, width: PRINTED_WIDTH, signal }
    const picture = await picturePage(backend, asked)
    if (picture === null || signal.aborted) return
    const canvas = document.createElement('canvas')
    paint(canvas, picture)
    sheets.append(canvas)
  }
  document.body.append(sheets)
  document.body.classList.add('prints-pages')
  const clear = (): void => {
    sheets.remove()
    document.body.classList.remove('prints-pages')
  }
  window.addEventListener('afterprint', clear, { once: true })
  window.print()
}
