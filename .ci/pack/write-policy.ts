/** `npm run policy`: writes the files for administrators, and the table of rules in their guide. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { policyFiles, policyTable } from './policy-files.ts'

const projectFolder = path.resolve(import.meta.dirname, '../..')
for (const [name, text] of policyFiles()) {
  const file = path.join(projectFolder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
const guide = path.join(projectFolder, 'docs/administrator.md')
const [before = '', after = ''] = readFileSync(guide, 'utf8').split(
  /<!-- rules -->[\s\S]*<!-- end of rules -->/u,
)
const table = `<!-- rules -->\n\n${policyTable()}\n\n<!-- end of rules -->`
writeFileSync(guide, `${before}${table}${after}`)
spawnSync('npx', ['--no-install', 'oxfmt', 'resources/policy/policies.schema.json'], {
  cwd: projectFolder,
  stdio: 'inherit',
})
