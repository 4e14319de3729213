import type { CliSession } from './session.ts'

/** Re-reads every digest of the archive; exit code 3 when something no longer matches. */
export async function verify(session: CliSession): Promise<number> {
  const { words } = session
  const steps = session.archive.stream('archive.verify', {}, { signal: session.signal })
  for (;;) {
    const step = await steps.next()
    if (!step.done) {
      session.progress(words.progress(step.value.done, step.value.total))
      continue
    }
    session.progress('')
    if (!step.value.ok) {
      session.tell(step.value.failure)
      return 1
    }
    const { checked, findings } = step.value.value
    if (session.json) session.print(JSON.stringify({ checked, findings }))
    else if (findings.length === 0) session.print(words.verified(checked))
    else for (const { what, id } of findings) session.print(words.finding(what, id))
    return findings.length === 0 ? 0 : 3
  }
}

/** Copies the archive to a new file and checks the copy. */
export async function backUp(session: CliSession, target: string): Promise<number> {
  const made = await session.archive.call('archive.back-up', { path: session.resolve(target) })
  if (!made.ok) {
    session.tell(made.failure)
    return 1
  }
  session.print(session.json ? JSON.stringify(made.value) : session.words.written(target))
  return 0
}
