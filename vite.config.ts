import { globSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import type { EnvironmentOptions, ViteBuilder } from 'vite'
import { configDefaults, defineConfig } from 'vitest/config'
import { lightenPackages } from './.ci/lighten.ts'
import { shippedParts } from './.ci/pack/legal.ts'

const here = import.meta.dirname
const at = (file: string): string => path.join(here, file)

/** The runtime itself. All else is bundled, so that a package holds no folder of modules. */
const LEFT_OUTSIDE = ['electron', /^node:/u, ...builtinModules]

/**
 * What the bundles load from beside them: WebAssembly, the native code of this platform, and the
 * list of what they are made of.
 */
async function writeLoadedFiles(): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  const native = createRequire(import.meta.url)(at('node_modules/better-sqlite3/lib/binding.js'))
  const sourceByName = {
    'native/better_sqlite3.node': native.getPrebuildPath(),
    'wasm/pdfium.wasm': resolve('@embedpdf/pdfium/pdfium.wasm'),
    'wasm/typst.wasm': resolve('@myriaddreamin/typst-ts-web-compiler/wasm'),
  }
  for (const [name, source] of Object.entries(sourceByName)) {
    await mkdir(path.dirname(at(`dist/${name}`)), { recursive: true })
    await copyFile(source, at(`dist/${name}`))
  }
  await writeFile(at('dist/parts.json'), JSON.stringify(shippedParts(here)))
}

interface NodeBuild {
  readonly entries: Readonly<Record<string, string>>
  readonly folder: string
  readonly format?: 'es' | 'cjs'
}

function nodeBuild({ entries, folder, format = 'es' }: NodeBuild): EnvironmentOptions {
  const extension = format === 'es' ? 'js' : 'cjs'
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(file)]))
  return {
    consumer: 'server',
    resolve: { noExternal: true, builtins: LEFT_OUTSIDE },
    build: {
      outDir: at(`dist/${folder}`),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: true,
      rolldownOptions: {
        input,
        external: LEFT_OUTSIDE,
        platform: 'node',
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  }
}

/** Fonts keep their names: the page and the export engine have them from one folder. */
const assetName = ({ names: [name = ''] }: { readonly names: readonly string[] }): string =>
  name.endsWith('.ttf') ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]'

/**
 * What builds schemas, and the schemas that others are built from. Making one has no effect, so
 * the page drops those it does not use, which is all of them, with the library behind them.
 */
function schemaBuilders(): string[] {
  const sources = globSync('shared/**/*.ts', { cwd: here }).map((file) =>
    readFileSync(at(file), 'utf8'),
  )
  const schemas = sources.flatMap((text) =>
    [...text.matchAll(/const (\w+Schema)\b/gu)].map(([, name]) => name ?? ''),
  )
  return ['z', 'plain', 'defineCall', 'defineStream', ...schemas]
}

async function buildEverything(builder: ViteBuilder): Promise<void> {
  await rm(at('dist'), { recursive: true, force: true })
  const ours = Object.values(builder.environments).filter(({ name }) => name !== 'ssr')
  await Promise.all([...ours.map((each) => builder.build(each)), writeLoadedFiles()])
}

const testsIn = (name: string, include: string[], testTimeout: number) => ({
  name,
  root: here,
  include,
  testTimeout,
  expect: { poll: { timeout: 20_000 } },
  hookTimeout: testTimeout,
})

const PLAIN_DRIVER_TESTS = [
  'test/plain-driver/**/*.test.ts',
  'test/unit/core/db/open.test.ts',
  'test/unit/core/archive/integrity.test.ts',
]

export default defineConfig({
  root: at('renderer'),
  base: './',
  appType: 'mpa',
  plugins: [react(), ...lightenPackages()],
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: false,
        target: 'chrome150',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rolldownOptions: {
          output: { assetFileNames: assetName },
          treeshake: { manualPureFunctions: schemaBuilders() },
        },
      },
    },
    desktop: nodeBuild({ entries: { main: 'electron/desktop/main.ts' }, folder: 'desktop' }),
    preload: nodeBuild({
      entries: { preload: 'electron/desktop/preload.ts' },
      folder: 'desktop',
      format: 'cjs',
    }),
    host: nodeBuild({
      entries: {
        'archive-host': 'electron/core/host/archive-host.ts',
        'archive-lane': 'electron/core/host/archive-lane.ts',
        'vault-thread': 'electron/core/host/vault-thread.ts',
        'watch-thread': 'electron/core/host/watch-thread.ts',
        'reader-process': 'electron/core/ingest/isolation/main.ts',
      },
      folder: 'host',
    }),
    browser: nodeBuild({ entries: { main: 'electron/browser/main.ts' }, folder: 'browser' }),
    cli: nodeBuild({ entries: { main: 'electron/cli/main.ts' }, folder: 'cli' }),
  },
  builder: { buildApp: buildEverything },
  test: {
    root: here,
    // Of two cores the runner would leave one idle, and take twice as long.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: at('out/tests.json') }]]
      : ['default'],
    projects: [
      {
        test: {
          ...testsIn('unit', ['test/**/*.test.ts'], 120_000),
          exclude: [...configDefaults.exclude, 'test/contract/**', 'test/plain-driver/**'],
        },
      },
      {
        // The core must also run with the driver that has no ciphers, which is the way out of ours.
        test: {
          ...testsIn('plain-driver', PLAIN_DRIVER_TESTS, 120_000),
          alias: { 'better-sqlite3': 'better-sqlite3-plain' },
        },
      },
      { test: testsIn('contract', ['test/contract/**/*.test.ts'], 120_000) },
      {
        test: {
          ...testsIn('e2e', ['test/e2e/**/*.e2e.ts'], 240_000),
          fileParallelism: false,
          alias: { electron: at('test/support/electron-double/electron.ts') },
        },
      },
    ],
  },
})
