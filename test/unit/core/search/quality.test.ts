import { describe, expect, test } from 'vitest'
import { ARABIC_NEEDS, FRENCH_NEEDS } from '../../../support/judged-needs.ts'
import { corpusTexts, hasCorpus } from '../../../support/corpus-texts.ts'
import {
  ARABIC_QUERIES,
  FRENCH_QUERIES,
  gainAtTen,
  gradeOf,
} from '../../../support/judged-queries.ts'
import type { JudgedQuery } from '../../../support/judged-queries.ts'
import { aSearchableArchive } from '../../../support/searchable.ts'

if (!hasCorpus) process.stdout.write('search quality: no corpus beside the project, skipped\n')

interface Quality {
  readonly gain: number
  readonly recall: number
}

/** The order in which an engine gives the texts, by number from 0. */
type Engine = (query: string) => readonly number[]

function measure(
  engine: Engine,
  queries: readonly JudgedQuery[],
  texts: readonly { readonly title: string; readonly text: string }[],
): Quality {
  const measured = queries.map((judged) => {
    const grades = texts.map(({ title, text }) => gradeOf(judged, title, text))
    const found = engine(judged.query)
    const relevant = grades.filter((grade) => grade > 0).length
    expect([judged.query, relevant > 0]).toEqual([judged.query, true])
    const recalled = found.filter((index) => (grades[index] ?? 0) > 0).length
    const gain = gainAtTen(
      found.map((index) => grades[index] ?? 0),
      grades,
    )
    return { gain, recall: recalled / relevant }
  })
  return {
    gain: mean(measured.map(({ gain }) => gain)),
    recall: mean(measured.map(({ recall }) => recall)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The title of a front matter or of a heading, or the first line. */
function titleOf(text: string): string {
  const titled = /^(?:title:\s*"?|#\s+)(.+?)"?$/mu.exec(text)?.[1]
  return titled ?? text.trimStart().split('\n', 1)[0] ?? ''
}

describe.skipIf(!hasCorpus)('on real texts, search finds and orders better than raw FTS5', () => {
  test.for([
    [
      'fr',
      'fr/{sn-conseil,sn-actualites,diplomatic-posts,beta-gouv}/**/*.{txt,md}',
      [...FRENCH_QUERIES, ...FRENCH_NEEDS],
    ],
    ['ar', 'ar/{ant,spa}/**/*.txt', [...ARABIC_QUERIES, ...ARABIC_NEEDS]],
  ] as const)('%s', ([language, pattern, queries]) => {
    const texts = corpusTexts(pattern)
      .map(({ text }) => text.normalize('NFC'))
      .map((text) => ({ title: titleOf(text), text, language }))
    const { archive, find, close } = aSearchableArchive(texts)
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
    const raw: Engine = (query) => {
      const words = query.match(/\p{L}{2,}/gu) ?? []
      return ranked.all(words.map((word) => `"${word}"`).join(' ')).map(({ seq }) => seq - 1)
    }
    const ours: Engine = (query) =>
      find(query, { limit: 1000 }).hits.map(({ id }) => Number(id.split('-')[1]) - 1)
    const [mine, theirs] = [measure(ours, queries, texts), measure(raw, queries, texts)]
    process.stdout.write(
      `${language}, ${texts.length} texts, ${queries.length} queries: nDCG@10 ` +
        `${mine.gain.toFixed(3)} (raw ${theirs.gain.toFixed(3)}), recall ` +
        `${mine.recall.toFixed(3)} (raw ${theirs.recall.toFixed(3)})\n`,
    )
    close()
    expect(mine.gain).toBeGreaterThan(theirs.gain + 0.05)
    expect(mine.recall).toBeGreaterThan(theirs.recall + 0.05)
    expect(mine.recall).toBeGreaterThan(0.9)
  })
})
