import { foldForms } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Steps } from './steps.ts'

/** Texts that are read, at even distances over the archive. */
const SAMPLED = 64
/** As many of them must have a form for it to be called common. */
const LEAST_TEXTS = 4
const MOST_FORMS = 150

/**
 * The forms that most texts have, the commonest first, as a sample tells: FTS5 would have to read
 * its whole index to say it of all. Numbers are left out. Yields after every text.
 */
export function* commonForms(db: ReadableArchive): Steps<readonly string[]> {
  const { last = 0 } =
    db.prepare<{ last: number }>('SELECT coalesce(max(seq), 0) AS last FROM version').get() ?? {}
  const wording = db.prepare<{ title: string; text: string }>(
    'SELECT title, text FROM version WHERE seq >= ? ORDER BY seq LIMIT 1',
  )
  const counts = new Map<string, number>()
  const size = Math.min(SAMPLED, last)
  for (let index = 0; index < size; index += 1) {
    const { title = '', text = '' } = wording.get(1 + Math.floor((index * last) / size)) ?? {}
    for (const form of new Set(foldForms(`${title}\n${text}`))) {
      if (!/\d/u.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
    }
    yield
  }
  return [...counts]
    .filter(([, count]) => count >= LEAST_TEXTS)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST_FORMS)
    .map(([form]) => form)
}
