import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { connectClient } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { createSourceReader } from '../../electron/core/ingest/formats/read-source.ts'
import { forkReader } from '../../electron/core/ingest/isolation/reader-channel.ts'
import { openReaderProcess } from '../../electron/core/ingest/isolation/reader-process.ts'
import type { Source } from '../../electron/core/ingest/reading.ts'
import { openInProcess } from '../support/archive-wires.ts'
import { corpusFiles, corpusSource, hasCorpusFiles } from '../support/corpus-files.ts'
import { ingestFiles } from '../support/ingest.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

/**
 * Measures what isolation and the archive cost: `node test/bench/ingest-throughput.ts [FILES]`.
 * The same files are read by the bare library, by our readers in this process and in the reader
 * process, in turn, best of five; before that
 * so many mixed files (10,000 unless told) are taken in, with the most memory that was held.
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

async function measureImport(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonds-throughput-'))
  const opened = await openInProcess(path.join(folder, 'archive.fonds'))
  const archive = connectClient<ArchiveContract>(await opened.dial())
  let [most, mostChild] = [0, 0]
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
    mostChild = Math.max(mostChild, childMemory())
  }, 200)
  const started = performance.now()
  const counts = { added: 0, identical: 0, related: 0, unreadable: 0 }
  for (let at = 0; at < count; at += 1000) {
    const report = await ingestFiles(archive, mixedFiles(at, Math.min(1000, count - at)))
    for (const kind of ['added', 'identical', 'related', 'unreadable'] as const) {
      counts[kind] += report[kind]
    }
    const seconds = (performance.now() - started) / 1000
    print(`${at + 1000} files, ${seconds.toFixed(0)} s, ${megabytes(most)} MB`)
  }
  clearInterval(watch)
  const perSecond = (count / ((performance.now() - started) / 1000)).toFixed(0)
  print(
    `import  ${count} files  ${perSecond} a second  most memory ${megabytes(most)} MB here, ${megabytes(mostChild)} MB reader`,
  )
  print(JSON.stringify(counts))
  archive.close()
  await opened.close()
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

/** Memory of the reader process, where the system tells (Linux). */
function childMemory(): number {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    const sizes = children
      .trim()
      .split(' ')
      .map((child) =>
        Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]),
      )
    // A child that has just ended tells no size.
    return Math.max(0, ...sizes.filter((size) => Number.isFinite(size))) * 1024
  } catch {
    return 0
  }
}

await main(Number(process.argv[2] ?? 10_000))
