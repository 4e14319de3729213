import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { expect, test } from 'vitest'
import { openForReading } from '../../electron/core/db/open.ts'
import { aFolder } from '../support/archive.ts'
import { runCli, startCli } from '../support/cli.ts'
import { randomFromSeed, type Random } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const FILES = 1000 * (isFull ? 4 : 1)
/** In the long form the import has so many more texts that they all fall into it. */
const KILLS = isFull ? 40 : 8
/** Other machines are slower and share their cores: over ten times what it took on two of them. */
const BUDGET_MS = 600_000
/** How long a command that was started may take until it has written one text more. */
const PATIENCE_MS = 120_000
const reportSchema = z.looseObject({ total: z.number(), unreadable: z.number() })

test(
  `an import of ${FILES} files that is killed again and again ends with exactly ${FILES}`,
  async () => {
    const { folder, remove } = aFolder()
    const inbox = path.join(folder, 'inbox')
    const archive = path.join(folder, 'archive.fonds')
    mkdirSync(inbox)
    const random = randomFromSeed(seedOr(20_261))
    for (let number = 0; number < FILES; number += 1) {
      writeFileSync(
        path.join(inbox, `${String(number).padStart(4, '0')}.txt`),
        aText(number, random),
      )
    }
    // One command that ends on its own leaves its modules compiled for those that are killed.
    expect(runCli('--help').code).toBe(0)
    const held: number[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const running = startCli('ingest', '--archive', archive, inbox)
      // Listened for at once: on a fast machine it may end by itself before it is killed.
      const ended = once(running, 'exit')
      await grows(archive, held.at(-1) ?? 0)
      await wait(random.below(400))
      running.kill('SIGKILL')
      await ended
      held.push(countTexts(archive))
    }
    const last = reportSchema.parse(runCli('ingest', '--archive', archive, inbox, '--json').json())
    expect(last.unreadable).toBe(0)
    // The control: kills that strike before or after the work prove nothing.
    expect(held.filter((count) => count > 0 && count < FILES).length).toBeGreaterThanOrEqual(4)
    const rows = z
      .array(z.looseObject({ title: z.string() }))
      .parse(runCli('list', '--archive', archive, '--json').json())
    expect(rows).toHaveLength(FILES)
    expect(new Set(rows.map(({ title }) => title)).size).toBe(FILES)
    expect(runCli('verify', '--archive', archive).code).toBe(0)
    remove()
  },
  BUDGET_MS,
)

/** Waits until an import has written more texts than there were, or has ended. */
async function grows(archive: string, before: number): Promise<void> {
  if (before >= FILES) return
  const patience = AbortSignal.timeout(PATIENCE_MS)
  while (!patience.aborted && countTexts(archive) <= before) await wait(25)
}

/** How many texts an archive holds, seen from beside its writer; 0 before there is one. */
function countTexts(archive: string): number {
  const opened = openForReading(archive, { checked: false })
  if (!opened.ok) return 0
  const row = opened.value.archive
    .prepare<{ count: number }>('SELECT count(*) AS count FROM communique')
    .get()
  opened.value.close()
  return row?.count ?? 0
}

const WORDS =
  'accord mission conseil ministre frontière énergie culture santé eau pêche route port école climat sécurité jeunesse recherche archive'.split(
    ' ',
  )

/** A text of its own: its number, and words drawn at random. */
function aText(number: number, random: Random): string {
  const words = Array.from({ length: 120 }, () => random.pick(WORDS))
  return `Communiqué numéro ${number}\n\n12/05/2025\n\n${words.join(' ')}.\n`
}
