import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { init } from '@embedpdf/pdfium'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { shippedFile } from './shipped-files.ts'

/** PDFium with the memory it works in. `heap` must be read again after every call. */
export type PdfEngine = {
  readonly pdfium: WrappedPdfiumModule
  readonly heap: () => Uint8Array
  /** Address of 64 bytes for the values that calls give back. */
  readonly scratch: number
}

/** Opens a fresh PDFium; each has its own memory. */
export type OpenPdfEngine = () => Promise<PdfEngine>

const HEAP_LIMIT = 192 * 1024 * 1024

/**
 * Compiles PDFium once and gives back a function that opens it. Its memory never grows past
 * 192 MB: a stream that expands further makes the call throw, and that engine is then unusable.
 */
export async function compilePdfEngine(): Promise<OpenPdfEngine> {
  const file = shippedFile('wasm/pdfium.wasm') ?? installedFile()
  const program = await webAssembly().compile(await readFile(file))
  return () => openEngine(program)
}

const installedFile = (): string =>
  fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))

async function openEngine(program: object): Promise<PdfEngine> {
  const pdfium = await init({
    printErr: () => undefined,
    instantiateWasm: (
      imports: WasmImports,
      receive: (instance: object, program: object) => void,
    ) => {
      void webAssembly()
        .instantiate(program, withHeapLimit(imports))
        .then((instance) => receive(instance, program))
      return {}
    },
  })
  pdfium.PDFiumExt_Init()
  const heap = (): Uint8Array => {
    const view: unknown = Reflect.get(pdfium.pdfium, 'HEAPU8')
    if (!(view instanceof Uint8Array)) throw new Error('PDFium has no memory')
    return view
  }
  return { pdfium, heap, scratch: pdfium.pdfium.wasmExports.malloc(64) }
}

type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type WasmEngine = {
  readonly compile: (bytes: Uint8Array) => Promise<object>
  readonly instantiate: (program: object, imports: WasmImports) => Promise<object>
}

// Every Node has it; the Node types leave it to those of the browser, which this layer lacks.
const webAssembly = (): WasmEngine => Reflect.get(globalThis, 'WebAssembly')

function withHeapLimit(imports: WasmImports): WasmImports {
  const env = imports['env'] ?? {}
  const grow = env['emscripten_resize_heap']
  if (typeof grow !== 'function') throw new Error('PDFium grows its memory in another way')
  const growWithinLimit = (size: number): unknown => (size >>> 0 > HEAP_LIMIT ? 0 : grow(size))
  return { ...imports, env: { ...env, emscripten_resize_heap: growWithinLimit } }
}
