import { execFileSync } from 'node:child_process'

const READ =
  'const {readdirSync, readFileSync} = require("node:fs"); const [folder, asked] = process.argv.slice(1);' +
  'const all = readdirSync(folder, {withFileTypes: true}).filter((each) => each.isFile())' +
  '.map(({name}) => readFileSync(folder + "/" + name));' +
  'const held = (word) => all.some((bytes) => bytes.includes(word) || bytes.includes(word, 0, "utf16le"));' +
  'console.log(JSON.stringify(JSON.parse(asked).filter(held)))'

/**
 * Those of the words that a file of the folder holds, in UTF-8 or UTF-16. Read by another process:
 * closing a file here would drop the locks of the archive that is open (`header.ts`).
 */
export function wordsInFolder(folder: string, words: readonly string[]): readonly string[] {
  const out = execFileSync(process.execPath, ['-e', READ, folder, JSON.stringify(words)], {
    encoding: 'utf8',
  })
  const found: unknown = JSON.parse(out)
  return Array.isArray(found) ? found.map(String) : []
}
