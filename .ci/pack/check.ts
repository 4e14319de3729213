/**
 * `npm run pack:check`: looks at every installer that `npm run pack` made, installs the deb where
 * a throw-away Debian can be made, and the MSI where there is wine. With `--twice` it packs again
 * and compares byte for byte; with `--write` it takes the files that are there for the right ones.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checksOfInstalling } from './check-install.ts'
import { checksOfPackages } from './check-packages.ts'
import { checksOfTree } from './check-tree.ts'
import { checkTwice } from './check-twice.ts'
import { runChecks } from './report.ts'
import { TARGETS } from './targets.ts'

const { values } = parseArgs({
  options: {
    output: { type: 'string', default: 'release' },
    twice: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const output = path.resolve(import.meta.dirname, '../..', values.output)
if (!existsSync(output)) throw new Error(`${output} is missing: make it with \`npm run pack\``)
const wrong = await runChecks([
  ...TARGETS.flatMap((target) => checksOfTree(output, target, values.write)),
  ...checksOfPackages(output),
  ...checksOfInstalling(output),
  ...(values.twice ? [checkTwice(output)] : []),
])
process.exitCode = wrong === 0 ? 0 : 1
