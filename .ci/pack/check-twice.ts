import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inFolder, lacking } from './check-packages.ts'
import { expectEqual, type Check } from './report.ts'

/** Packs once more, in another folder, and compares the digests of all installers. */
export function checkTwice(output: string): Check {
  return {
    name: 'packed twice',
    // Without it wixl dates an installer by the clock.
    missing: lacking('faketime'),
    run: () =>
      inFolder((folder) => {
        const { status, stderr } = spawnSync(
          process.execPath,
          [path.join(import.meta.dirname, 'pack.ts'), '--output', folder],
          { encoding: 'utf8', maxBuffer: 1 << 28 },
        )
        if (status !== 0) throw new Error(stderr.slice(-2000))
        expectEqual('digests', sums(folder), sums(output))
        return `${sums(folder).length} installers, the same bytes`
      }),
  }
}

const sums = (folder: string): readonly string[] =>
  readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
