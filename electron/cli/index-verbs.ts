import { searchWords } from './search-words.ts'
import type { CliSession } from './session.ts'

/** Tells what the search index holds and takes. */
export async function describeIndex(session: CliSession): Promise<number> {
  const described = await session.archive.call('search.describe-index', {})
  if (!described.ok) {
    session.tell(described.failure)
    return 1
  }
  const index = described.value
  session.print(session.json ? JSON.stringify(index) : searchWords().index(index))
  return 0
}

/** Makes the search index again from the texts and notes. */
export async function rebuildIndex(session: CliSession): Promise<number> {
  const steps = session.archive.stream('search.rebuild-index', {}, { signal: session.signal })
  for (;;) {
    const step = await steps.next()
    if (!step.done) {
      session.progress(session.words.progress(step.value.done, step.value.total))
      continue
    }
    session.progress('')
    if (step.value.ok) return describeIndex(session)
    session.tell(step.value.failure)
    return 1
  }
}

/** Joins the parts that imports left in the index. */
export async function compactIndex(session: CliSession): Promise<number> {
  const steps = session.archive.stream('search.compact-index', {}, { signal: session.signal })
  for (;;) {
    const step = await steps.next()
    if (!step.done) continue
    if (step.value.ok) return describeIndex(session)
    session.tell(step.value.failure)
    return 1
  }
}
