import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { createSourceReader } from '../../electron/core/ingest/formats/read-source.ts'
import { forkReader } from '../../electron/core/ingest/isolation/reader-channel.ts'
import { openReaderProcess } from '../../electron/core/ingest/isolation/reader-process.ts'
import type { Source } from '../../electron/core/ingest/reading.ts'
import { corpusFiles, corpusSource, hasCorpusFiles } from '../support/corpus-files.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

/**
 * Measures what isolation and the archive cost: `node test/bench/ingest-throughput.ts [FILES]`.
 * The same files are read by the bare library, by our readers in this process and in the reader
 * process, in turn, best of five; before that
 * so many mixed files (10,000 unless told) are taken in by the built program (`npm run build`),
 * with the most memory that it and its reader held.
 */
const ROUNDS = 5
const decoder = new TextDecoder()
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const signal = new AbortController().signal

async function main(count: number): Promise<void> {
  if (!hasCorpusFiles) print('corpus absent: only invented texts are measured')
  // Memory first: the readers of the second part would be counted with it.
  await measureImport(count)
  await measureIsolation()
}

async function measureIsolation(): Promise<void> {
  const readHere = createSourceReader()
  const reader = openReaderProcess({ spawn: forkReader() })
  print('format  files  library ms  here ms  isolated ms  over library  over here')
  for (const format of ['txt', 'html', 'docx', 'pdf']) {
    const sources = sourcesOf(format)
    if (sources.length === 0) continue
    await reader.read(sources[0] ?? { name: '', bytes: new Uint8Array() }, signal)
    const bare = BARE[format]
    let [library, here, isolated] = [Infinity, Infinity, Infinity]
    for (let round = 0; round < ROUNDS; round += 1) {
      if (bare) library = Math.min(library, await timeOf(sources, bare))
      here = Math.min(here, await timeOf(sources, readHere))
      isolated = Math.min(isolated, await timeOf(sources, (source) => reader.read(source, signal)))
    }
    const cells = [format, sources.length, library.toFixed(0), here.toFixed(0), isolated.toFixed(0)]
    const ratios = [(isolated / library).toFixed(2), (isolated / here).toFixed(2)]
    print([...cells, ...ratios].map((cell) => String(cell).padEnd(11)).join(''))
  }
  reader.close()
}

/** What the library of a format does with the same bytes, and nothing else. */
const BARE: Readonly<Record<string, (source: Source) => Promise<unknown>>> = {
  html: async ({ bytes }) =>
    new Readability(parseHTML(decoder.decode(bytes)).document, {
      serializer: (node) => node,
    }).parse(),
  docx: ({ bytes }) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
}

function sourcesOf(format: string): readonly Source[] {
  const real = corpusFiles().filter((file) => file.format === format && file.hazard == null)
  return real.slice(0, 200).map(({ file }) => corpusSource(file))
}

async function timeOf(
  sources: readonly Source[],
  read: (source: Source) => Promise<unknown>,
): Promise<number> {
  const started = performance.now()
  await Promise.all(sources.map((source) => read(source)))
  return performance.now() - started
}

/** Takes a folder in by the program itself, so that nothing of this one is counted with it. */
async function measureImport(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-throughput-'))
  const files = path.join(folder, 'files')
  mkdirSync(files)
  for (let at = 0; at < count; at += 1000) {
    for (const [name, content] of mixedFiles(at, Math.min(1000, count - at))) {
      writeFileSync(path.join(files, name.replaceAll('/', '-')), content)
    }
  }
  const archive = path.join(folder, 'archive.fonds')
  const words = ['dist/cli/main.js', 'ingest', '--json', '--archive', archive, files]
  const program = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  let [most, mostReader] = [0, 0]
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(program.pid))
    mostReader = Math.max(mostReader, ...childrenOf(program.pid).map(memoryOf))
  }, 200)
  const telling = setInterval(() => {
    print(`${secondsSince(started)} s, ${megabytes(most)} MB, reader ${megabytes(mostReader)} MB`)
  }, 15_000)
  const started = performance.now()
  const said = await readAll(program.stdout)
  clearInterval(watch)
  clearInterval(telling)
  print(
    `import  ${count} files in ${secondsSince(started)} s, most memory ${megabytes(most)} MB, reader ${megabytes(mostReader)} MB`,
  )
  print(countsIn(said))
  rmSync(folder, { recursive: true, force: true })
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

/** Half invented texts, half pages and files of the corpus, none of them twice the same bytes. */
function mixedFiles(
  first: number,
  count: number,
): readonly (readonly [string, Uint8Array | string])[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index + 1
    const real = REAL[number % Math.max(1, REAL.length)]
    if (number % 2 === 0 && real) {
      const { name, bytes } = corpusSource(real.file)
      return [`${number}-${name}`, unlike(bytes, real.format, number)] as const
    }
    const { title, text, sortedOn } = written(number)
    return number % 3 === 0
      ? ([`${number}.html`, pageFrom(title, text)] as const)
      : ([`${number}.txt`, `${title}\n\n${sortedOn}\n\n${text}`] as const)
  })
}

const written = createSyntheticArchive(11)
const REAL = corpusFiles().filter(({ hazard }) => hazard == null)

function unlike(bytes: Uint8Array, format: string, number: number): Uint8Array | string {
  return format === 'txt' || format === 'html' || format === 'md'
    ? `${decoder.decode(bytes)}\n\n${written(number).text}`
    : bytes
}

const pageFrom = (title: string, text: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`

/** Resident bytes of a process; none once it has ended. */
function memoryOf(pid: number | undefined): number {
  try {
    const size = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(size ?? 0) * 1024
  } catch {
    return 0
  }
}

function childrenOf(pid: number | undefined): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return children === '' ? [] : children.split(' ').map(Number)
  } catch {
    return []
  }
}

function countsIn(report: string): string {
  const told: unknown = JSON.parse(report)
  const counts = ['added', 'identical', 'related', 'unreadable'] as const
  return counts.map((kind) => `${kind} ${String(Reflect.get(Object(told), kind))}`).join(', ')
}

const secondsSince = (moment: number): string => ((performance.now() - moment) / 1000).toFixed(0)

await main(Number(process.argv[2] ?? 10_000))
