import { spawn } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/core/db/open.ts'
import { aFolder } from '../support/archive.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'
import { addText, anOffice, bundleOf, mark, stateDigestOf } from '../support/annotated.ts'

const TEXT = Array.from(
  { length: 200 },
  (_, at) => `Article ${at} : la commission mixte se réunit.`,
).join('\n')

const random = randomFromSeed(seedOr(20_265))

const program = fileURLToPath(new URL('../support/merging-process.ts', import.meta.url))

/** Runs the merge and kills it so long after it began; how long it took when it was left alone. */
async function mergeKilledAfter(files: readonly [string, string], delay: number): Promise<number> {
  const child = spawn(process.execPath, [program, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let began = 0
  let took = 0
  for await (const chunk of child.stdout) {
    const said = String(chunk)
    if (said.includes('begin')) {
      began = performance.now()
      void wait(delay, undefined, { ref: false }).then(() => child.kill('SIGKILL'))
    }
    if (said.includes('done')) took = performance.now() - began
  }
  await closed
  return took
}

function stateAt(archivePath: string): string {
  const clock = { now: () => new Date(0).toISOString(), newId: () => 'id' }
  const opened = openForWriting(archivePath, 'bea', clock)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { archive: db, close } = opened.value
  try {
    const verdict = db.prepare<{ integrity_check: string }>('PRAGMA integrity_check').get()
    expect(verdict?.integrity_check).toBe('ok')
    const desk = { clock, actor: 'bea', device: 'bea-pc' }
    return stateDigestOf({ db, desk, path: archivePath, shut: close, close })
  } finally {
    close()
  }
}

test('a merge that is killed leaves the archive as it was before or as it is after', async () => {
  const { folder, remove } = aFolder()
  const [ali, bea] = [anOffice('ali'), anOffice('bea', 9)]
  try {
    const place = addText(ali, TEXT)
    for (let at = 0; at < 200; at++) mark(ali, place, `Article ${at} `, `Note ${at}`)
    mark(bea, addText(bea, TEXT), 'commission mixte', 'Avant')
    const before = stateDigestOf(bea)
    const bundle = path.join(folder, 'bundle.zip')
    writeFileSync(bundle, bundleOf(ali))
    bea.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    const copy = (name: string): string => {
      const target = path.join(folder, name)
      copyFileSync(bea.path, target)
      return target
    }
    const whole = copy('whole.fonds')
    const took = await mergeKilledAfter([whole, bundle], 60_000)
    const after = stateAt(whole)
    expect(after).not.toBe(before)
    const found: string[] = []
    const more = Array.from({ length: isFull ? 25 : 0 }, () => random.below(1000) / 1000)
    for (const share of [0, 0.3, 0.6, 0.9, 1.05, ...more]) {
      const target = copy(`killed-${share}.fonds`)
      await mergeKilledAfter([target, bundle], took * share)
      found.push(stateAt(target))
    }
    expect(found.filter((state) => state !== before && state !== after)).toEqual([])
    expect(found).toContain(before)
  } finally {
    ali.close()
    bea.close()
    remove()
  }
}, 600_000)
