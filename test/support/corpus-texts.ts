import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpus')

/** True where the corpus of real communiqués lies beside the project. */
export const hasCorpus = existsSync(CORPUS)

/** The texts of the corpus that match a glob, in name order; none where the corpus is absent. */
export function corpusTexts(
  glob: string,
): readonly { readonly name: string; readonly text: string }[] {
  if (!hasCorpus) return []
  return globSync(glob, { cwd: CORPUS })
    .toSorted()
    .map((name) => ({ name, text: readFileSync(path.join(CORPUS, name), 'utf8') }))
}
