import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { shippedFile } from '../system/shipped-files.ts'

/** What one compilation gives: a tagged PDF 1.7 and what the template reported about it. */
interface Compiled {
  readonly bytes: Uint8Array
  /** Values of the `metadata` labelled `<report>`, in reading order. */
  readonly reports: readonly unknown[]
}

/** A Typst compiler that sees the files put into it and no others. */
export interface TypstCompiler {
  readonly name: 'native' | 'wasm'
  /** Adds or replaces a file; `path` is absolute within the project, for example `/data.json`. */
  readonly put: (path: string, content: Uint8Array) => void
  readonly remove: (path: string) => void
  /** Throws when the template does not compile: it is a fault of ours, whatever the data. */
  readonly compile: (main: string) => Compiled
  /** Forgets what was kept from earlier compilations. */
  readonly forget: () => void
}

/**
 * Opens Typst with the given fonts only: the native compiler when it is wanted and installed,
 * otherwise the WebAssembly one, which is installed everywhere. Both give the same bytes.
 */
export async function openTypst(
  fonts: readonly Uint8Array[],
  prefer: 'native' | 'wasm',
): Promise<TypstCompiler> {
  const native = prefer === 'native' ? requireNative() : null
  return native === null ? await openWasm(fonts) : openNative(native, fonts)
}

interface NativeCompileResult {
  readonly result: object | null
  readonly hasError: () => boolean
  readonly takeError: () => { readonly shortDiagnostics: readonly unknown[] } | null
}

interface NativeCompiler {
  readonly addSource: (path: string, source: string) => void
  readonly mapShadow: (path: string, content: Buffer) => void
  readonly unmapShadow: (path: string) => void
  readonly evictCache: (maxAge: number) => void
  readonly compile: (options: { mainFilePath: string; resetRead: boolean }) => NativeCompileResult
  readonly query: (result: object, query: { selector: string; field: string }) => unknown
  readonly pdf: (result: object) => Buffer
}

interface NativeModule {
  readonly NodeCompiler: {
    readonly create: (options: {
      workspace: string
      fontArgs: readonly { fontBlobs: readonly Buffer[] }[]
    }) => NativeCompiler
  }
}

const nativeModuleSchema = z.custom<NativeModule>(
  (value) => z.object({ NodeCompiler: z.unknown() }).safeParse(value).success,
)

/** Not imported by name: the package exists for one platform only and ships no types. */
const NATIVE_PACKAGE = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'

function requireNative(): NativeModule | null {
  try {
    const required: unknown = createRequire(import.meta.url)(NATIVE_PACKAGE)
    return nativeModuleSchema.parse(required)
  } catch {
    return null
  }
}

/** A folder that does not exist, so that nothing on the disk can be read. */
const WORKSPACE = '/fonds-export-workspace'

function openNative(native: NativeModule, fonts: readonly Uint8Array[]): TypstCompiler {
  const compiler = native.NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  })
  return {
    name: 'native',
    put: (path, content) => {
      compiler.mapShadow(WORKSPACE + path, Buffer.from(content))
    },
    remove: (path) => {
      compiler.unmapShadow(WORKSPACE + path)
    },
    compile: (main) => {
      const compiled = compiler.compile({ mainFilePath: WORKSPACE + main, resetRead: true })
      const { result } = compiled
      if (compiled.hasError() || result === null) {
        throw compileError(compiled.takeError()?.shortDiagnostics)
      }
      const reports = compiler.query(result, { selector: '<report>', field: 'value' })
      return { bytes: compiler.pdf(result), reports: z.array(z.unknown()).parse(reports) }
    },
    forget: () => {
      compiler.evictCache(0)
    },
  }
}

/** Codes of the compiler's own enumerations: its targets, its formats and its diagnostics. */
const PAGED = 0
const PDF = 1
const FULL_DIAGNOSTICS = 3
const wasmStatusSchema = z.object({ hasError: z.boolean(), diagnostics: z.array(z.unknown()) })
const wasmArtifactSchema = z.object({ result: z.instanceof(Uint8Array) })

const installedFile = (): string =>
  fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))

async function openWasm(fonts: readonly Uint8Array[]): Promise<TypstCompiler> {
  const [typst, module] = await Promise.all([
    import('@myriaddreamin/typst-ts-web-compiler'),
    readFile(shippedFile('wasm/typst.wasm') ?? installedFile()),
  ])
  typst.initSync({ module })
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  return {
    name: 'wasm',
    put: (path, content) => {
      compiler.map_shadow(path, content)
    },
    remove: (path) => {
      compiler.unmap_shadow(path)
    },
    compile: (main) => {
      const world = compiler.snapshot(undefined, main, undefined)
      try {
        const status = wasmStatusSchema.parse(world.compile(PAGED, FULL_DIAGNOSTICS))
        if (status.hasError) throw compileError(status.diagnostics)
        const reports: unknown = JSON.parse(world.query(PAGED, '<report>', 'value'))
        const artifact = wasmArtifactSchema.parse(world.get_artifact(PDF, FULL_DIAGNOSTICS))
        return { bytes: artifact.result, reports: z.array(z.unknown()).parse(reports) }
      } finally {
        world.free()
      }
    },
    forget: () => {
      compiler.reset()
    },
  }
}

const compileError = (diagnostics: unknown): Error =>
  new Error(`Typst could not compile the page: ${JSON.stringify(diagnostics)}`)
