import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import MiniSearch from 'minisearch'
import { anArchive, aFolder } from './archive.ts'
import { aSearchableArchive } from './searchable.ts'

/** The order in which an engine gives the texts, by number from 0. */
export interface Engine {
  readonly name: string
  readonly find: (query: string) => readonly number[]
  readonly close: () => void
}

/** A text of the judged set. */
export interface JudgedText {
  readonly title: string
  readonly text: string
  readonly language: string
}

const MOST = 1000

/** Ours, and those we are compared with; recoll only where it is installed. */
export function openEngines(texts: readonly JudgedText[]): readonly Engine[] {
  const recoll = openRecoll(texts)
  return [
    openOurs(texts),
    openRaw(texts),
    openMiniSearch(texts),
    ...(recoll === null ? [] : [recoll]),
  ]
}

function openOurs(texts: readonly JudgedText[]): Engine {
  const { find, close } = aSearchableArchive(texts)
  return {
    name: 'ours',
    find: (query) =>
      find(query, { limit: MOST }).hits.map(({ id }) => Number(id.split('-')[1]) - 1),
    close,
  }
}

function openRaw(texts: readonly JudgedText[]): Engine {
  const { archive, close } = anArchive()
  archive
    .prepare(
      `CREATE VIRTUAL TABLE raw_words USING fts5
       (title, body, tokenize = 'unicode61 remove_diacritics 2')`,
    )
    .run()
  const insert = archive.prepare('INSERT INTO raw_words (rowid, title, body) VALUES (?, ?, ?)')
  for (const [index, { title, text }] of texts.entries()) insert.run(index + 1, title, text)
  const ranked = archive.prepare<{ seq: number }>(
    `SELECT rowid AS seq FROM raw_words WHERE raw_words MATCH ?
     ORDER BY bm25(raw_words, 5.0, 1.0)`,
  )
  return {
    name: 'FTS5 unicode61',
    find: (query) =>
      ranked
        .all(
          wordsOf(query)
            .map((word) => `"${word}"`)
            .join(' '),
        )
        .map(({ seq }) => seq - 1),
    close,
  }
}

function openMiniSearch(texts: readonly JudgedText[]): Engine {
  const index = new MiniSearch<JudgedText & { readonly id: number }>({
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 5 }, combineWith: 'AND', prefix: true, fuzzy: 0.2 },
  })
  index.addAll(texts.map((text, id) => ({ ...text, id })))
  return {
    name: 'MiniSearch (prefix, fuzzy)',
    find: (query) => index.search(wordsOf(query).join(' ')).map(({ id }) => Number(id)),
    close: () => {},
  }
}

/** recoll indexes files; null where it is not installed. */
function openRecoll(texts: readonly JudgedText[]): Engine | null {
  const { folder, remove } = aFolder()
  const [files, settings] = [path.join(folder, 'files'), path.join(folder, 'recoll')]
  mkdirSync(files)
  mkdirSync(settings)
  for (const [index, { title, text }] of texts.entries()) {
    writeFileSync(path.join(files, `${index}.txt`), `${title}\n\n${text}`)
  }
  const stems = texts[0]?.language === 'fr' ? 'french' : 'arabic'
  writeFileSync(
    path.join(settings, 'recoll.conf'),
    `topdirs = ${files}\nindexstemminglanguages = ${stems} english\n`,
  )
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(program, ['-c', settings, ...args], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  try {
    run('recollindex', [])
  } catch {
    remove()
    return null
  }
  return {
    name: 'recoll',
    find: (query) =>
      Array.from(
        run('recollq', ['-n', String(MOST), '-b', '-s', stems, query]).matchAll(/(\d+)\.txt/gu),
        ([, number]) => Number(number),
      ),
    close: remove,
  }
}

/** Elided letters are no words to engines that do not know them. */
function wordsOf(query: string): readonly string[] {
  return query.match(/\p{L}{2,}/gu) ?? []
}
