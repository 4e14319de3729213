import { globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import type { EnvironmentOptions, ViteBuilder } from 'vite'
import { configDefaults, defineConfig } from 'vitest/config'

const here = import.meta.dirname
const at = (file: string): string => path.join(here, file)

/** What is loaded at run time from where it lies: the runtime itself, native code and WebAssembly. */
const LEFT_OUTSIDE = [
  'electron',
  'better-sqlite3',
  '@embedpdf/pdfium',
  /^@myriaddreamin\/typst-ts-/u,
  /^node:/u,
  ...builtinModules,
]

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
      minify: false,
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
  await Promise.all(ours.map((each) => builder.build(each)))
}

const testsIn = (name: string, include: string[], testTimeout: number) => ({
  name,
  root: here,
  include,
  testTimeout,
  hookTimeout: testTimeout,
})

export default defineConfig({
  root: at('renderer'),
  base: './',
  appType: 'mpa',
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: false,
        target: 'chrome150',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rolldownOptions: { treeshake: { manualPureFunctions: schemaBuilders() } },
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
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: at('out/tests.json') }]]
      : ['default'],
    projects: [
      {
        test: {
          ...testsIn('unit', ['test/**/*.test.ts'], 30_000),
          exclude: [...configDefaults.exclude, 'test/contract/**'],
        },
      },
      { test: testsIn('contract', ['test/contract/**/*.test.ts'], 60_000) },
      {
        test: {
          ...testsIn('e2e', ['test/e2e/**/*.e2e.ts'], 90_000),
          fileParallelism: false,
          alias: { electron: at('test/support/electron-double/electron.ts') },
        },
      },
    ],
  },
})
