import {
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ingestReportSchema, type IngestLine } from '../../shared/model/ingest.ts'
import { aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { docxFromBody, wordParagraph } from '../support/office-builder.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'
import { zipFromParts } from '../support/zip-builder.ts'

const MEGABYTE = 1024 * 1024
const word = wordParagraph('Le ministère annonce une réunion des ports à Azilane.')

const entityBomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 12 },
  (_, at) =>
    `<!ENTITY ${String.fromCodePoint(98 + at)} "${`&${String.fromCodePoint(97 + at)};`.repeat(10)}">`,
).join('')}]><r>&m;</r>`

const attachments = (count: number): string =>
  `From: a@example.org\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a>\r\nSubject: Envoi\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${Array.from(
    { length: count },
    (_, at) =>
      `--b\r\nContent-Type: text/plain; name="n${at}.txt"\r\nContent-Disposition: attachment; filename="n${at}.txt"\r\n\r\nTexte ${at}\r\n`,
  ).join('')}--b--\r\n`

/** A PDF that says it is locked with a key of 128 bits, whose password is not the empty one. */
const lockedPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>
`

type Kind = IngestLine['outcome']['kind'] | `unreadable: ${string}`

/** Every hostile file, with what the report must say of it. */
const HOSTILE: Readonly<Record<string, readonly [() => string | Uint8Array, Kind]>> = {
  'zip-bomb.zip': [
    () => zipFromParts({ 'a.txt': 'a'.repeat(400 * MEGABYTE) }, { isCompressed: true }),
    'unreadable: limits-exceeded',
  ],
  'entity-bomb.xml': [() => entityBomb, 'unreadable: damaged'],
  'nested-tags.html': [() => '<div>'.repeat(200_000), 'unreadable: limits-exceeded'],
  'attributes.html': [
    () => `<p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=1`).join(' ')}>Texte.</p>`,
    'unreadable: limits-exceeded',
  ],
  'locked.pdf': [() => lockedPdf, 'unreadable: password-protected'],
  'cut.docx': [() => docxFromBody(word).subarray(0, 900), 'unreadable: damaged'],
  'null-bytes.txt': [() => 'Réunion des ports\n\nLe comité\0 s’est réuni\0 à Azilane.\n', 'added'],
  'invalid.txt': [
    () =>
      Buffer.concat([
        Buffer.from(`Le comité des ports s’est réuni à Azilane. `.repeat(5)),
        Buffer.from([0xc3, 0x28, 0xff]),
      ]),
    'added',
  ],
  'named-otherwise.pdf': [() => docxFromBody(word), 'added'],
  'traversal.zip': [
    () => zipFromParts({ '../../evil.txt': 'Texte du dehors.', '/evil.txt': 'Texte absolu.' }),
    'unreadable: damaged',
  ],
  'empty.txt': [() => '', 'unreadable: empty'],
  'attachments.eml': [() => attachments(10_000), 'unreadable: limits-exceeded'],
}

/** Files too large to be opened, by how they begin and their size in MB; the rest is a hole on the disk. */
const HUGE: Readonly<Record<string, readonly [begins: string, megabytes: number]>> = {
  'huge.txt': ['', 500],
  'dump.json': ['[{"title":"Ports","body":"Le comité', 500],
  'one-line.csv': ['titre;texte\nPorts;"Le comité', 200],
  'feed.rss': ['<?xml version="1.0"?><rss version="2.0"><channel><item>', 300],
  'mail.eml': ['From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nLe comité', 100],
}

const written = createSyntheticArchive(77)
const good = (number: number): string =>
  `Réunion numéro ${number}\n\n12/05/2025\n\n${written(number + 1).text}\n`

test('each file of a hostile batch has its own line, and the others come in', () => {
  const { folder, remove } = aFolder()
  const inbox = path.join(folder, 'inside', 'inbox')
  mkdirSync(inbox, { recursive: true })
  const names = Object.keys(HOSTILE)
  for (const [at, name] of names.entries()) {
    writeFileSync(path.join(inbox, name), HOSTILE[name]?.[0]() ?? '')
    writeFileSync(path.join(inbox, `${name}.good.txt`), good(at))
  }
  for (const [name, [begins, megabytes]] of Object.entries(HUGE)) {
    writeFileSync(path.join(inbox, name), begins)
    truncateSync(path.join(inbox, name), megabytes * MEGABYTE)
  }
  symlinkSync('loop.txt', path.join(inbox, 'loop.txt'))
  symlinkSync('.', path.join(inbox, 'loop-folder'))
  const archive = path.join(folder, 'archive.fonds')
  const before = readdirSync(inbox).toSorted()
  const { lines } = ingestReportSchema.parse(
    runCli('ingest', '--archive', archive, inbox, '--json').json(),
  )
  const told = new Map(
    Object.entries(Object.groupBy(lines, ({ name }) => name.split(/[/#]/u)[1] ?? '')).map(
      ([name, found = []]) => [name, [...new Set(found.map(kindOf))]] as const,
    ),
  )
  const expected = {
    ...Object.fromEntries(names.map((name) => [name, [HOSTILE[name]?.[1]]])),
    ...Object.fromEntries(names.map((name) => [`${name}.good.txt`, ['added']])),
    ...Object.fromEntries(Object.keys(HUGE).map((name) => [name, ['unreadable: too-large']])),
    'loop.txt': ['unreadable: not-a-regular-file'],
    'loop-folder': ['unreadable: not-a-regular-file'],
  }
  expect(Object.fromEntries(told)).toEqual(expected)
  expect(readdirSync(inbox).toSorted()).toEqual(before)
  expect(existsSync(path.join(folder, 'evil.txt'))).toBe(false)
  expect(runCli('verify', '--archive', archive).code).toBe(0)
  remove()
}, 300_000)

const kindOf = ({ outcome }: IngestLine): string =>
  outcome.kind === 'unreadable' ? `unreadable: ${outcome.reason}` : outcome.kind
