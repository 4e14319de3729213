import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Source } from '../../electron/core/ingest/reading.ts'

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpus')
const MANIFEST = path.join(CORPUS, 'manifest.json')

/** True where the corpus of files in every format lies beside the project. */
export const hasCorpusFiles = existsSync(MANIFEST)

const corpusFileSchema = z.looseObject({
  file: z.string(),
  format: z.string(),
  language: z.string().nullish(),
  derivedFrom: z.string().optional(),
  hazard: z.string().optional(),
  right: z.string().optional(),
  expected: z
    .looseObject({
      title: z.string().nullish(),
      date: z.string().nullish(),
      items: z.number().optional(),
      titles: z.array(z.string()).optional(),
      attachment: z.string().nullish(),
      paragraphs: z.number().optional(),
      noTextLayer: z.boolean().optional(),
      with: z.array(z.string()).optional(),
      without: z.array(z.string()).optional(),
    })
    .nullish(),
})

/** One file of the corpus as its manifest describes it. */
export type CorpusFile = z.infer<typeof corpusFileSchema>

/** The files of the corpus; none where it is absent. */
export function corpusFiles(): readonly CorpusFile[] {
  if (!hasCorpusFiles) return []
  const manifest: unknown = JSON.parse(readFileSync(MANIFEST, 'utf8'))
  return z.looseObject({ documents: z.array(corpusFileSchema) }).parse(manifest).documents
}

/** The bytes of a file of the corpus, under its own name. */
export function corpusSource(file: string): Source {
  return { name: path.basename(file), bytes: readFileSync(path.join(CORPUS, file)) }
}
