import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfFromPages } from '../../../support/office-builder.ts'
import {
  anAskedArchive,
  ingestFiles,
  valueOf,
  type AskedArchive,
  type GivenFile,
} from '../../../support/ingest.ts'
import { createSyntheticArchive } from '../../../support/synthetic-communiques.ts'
import { zipFromParts } from '../../../support/zip-builder.ts'

const written = createSyntheticArchive(7)
const numbers = new Map<string, number>()
/** A text of its own for each subject. */
function body(subject: string): string {
  if (!numbers.has(subject)) numbers.set(subject, numbers.size + 1)
  return `${written(numbers.get(subject) ?? 0).text.replaceAll('\n\n', ' ')} ${subject}.`
}

const pageOn = (
  subject: string,
): string => `<!doctype html><html><head><title>Réunion du comité des ${subject}</title>
<meta property="article:published_time" content="2025-03-04T10:00:00Z"></head>
<body><nav>Accueil Contact</nav><article><h1>Réunion du comité des ${subject}</h1>
<p>${body(subject)}</p><p>${body(`${subject} du nord`)}</p></article><script>globalThis.ran = 1</script></body></html>`

const page = pageOn('ports')

const mail = [
  'From: presse@example.org',
  'To: bureau@example.org',
  'Date: Tue, 04 Mar 2025 10:00:00 +0000',
  'Subject: Communiqué sur les forêts',
  'MIME-Version: 1.0',
  'Message-ID: <1@example.org>',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  `${body('les forêts')}\r\n\r\n${body('les pépinières')}`,
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  'Content-Disposition: attachment; filename="annexe.txt"',
  '',
  `Annexe sur les rivières\r\n\r\n05/03/2025\r\n\r\n${body('les rivières')}`,
  '--b--',
  '',
].join('\r\n')

const image = pdfFromPages([[]])

const FILES: readonly GivenFile[] = [
  ['note.txt', `Note sur les ponts\n\n06/03/2025\n\n${body('les ponts')}`],
  ['page.html', page],
  ['envoi.eml', mail],
  [
    'lot.zip',
    zipFromParts({
      'a.txt': `Note sur les routes\n\n${body('les routes')}`,
      'vide.txt': '',
      'b.html': pageOn('phares'),
    }),
  ],
  ['scan.pdf', image],
  ['programme.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3])],
]

describe('a folder of every kind of file', () => {
  let asked: AskedArchive
  beforeAll(async () => {
    asked = await anAskedArchive()
  })
  afterAll(() => asked.close())

  test('becomes one communiqué for each text, and one line for each text or refusal', async () => {
    const report = await ingestFiles(asked.archive, FILES)
    const told = report.lines.map(({ name, outcome }) => [
      name,
      outcome.kind === 'unreadable' ? outcome.reason : outcome.kind,
    ])
    expect(told).toEqual([
      ['note.txt', 'added'],
      ['page.html', 'added'],
      ['envoi.eml', 'added'],
      ['envoi.eml/annexe.txt', 'added'],
      ['lot.zip/vide.txt', 'empty'],
      ['lot.zip/a.txt', 'added'],
      ['lot.zip/b.html', 'added'],
      ['scan.pdf', 'no-text'],
      ['programme.txt', 'binary'],
    ])
  })

  test('keeps the very bytes of each text, and of an attachment its own', async () => {
    const { rows } = valueOf(
      await asked.archive.call('communique.list', {
        filter: { years: [], issuers: [], languages: [] },
        sort: 'added',
        offset: 0,
        limit: 50,
      }),
    )
    const originals = new Map<string, string>()
    for (const { id } of rows) {
      const { version } = valueOf(
        await asked.archive.call('communique.get', { id, versionId: null }),
      )
      const source = valueOf(
        await asked.archive.call('source.read', { digest: version.source.digest }),
      )
      originals.set(version.source.name, new TextDecoder().decode(source.bytes))
    }
    expect(originals.get('page.html')).toBe(page)
    expect(originals.get('envoi.eml')).toBe(mail)
    expect(originals.get('envoi.eml/annexe.txt')).toMatch(/^Annexe sur les rivières/u)
    expect(originals.get('lot.zip/a.txt')).toMatch(/^Note sur les routes/u)
  })

  test('adds nothing the second time, whatever the texts were wrapped in', async () => {
    const report = await ingestFiles(asked.archive, FILES)
    expect(report).toMatchObject({ added: 0, related: 0, identical: 5, unreadable: 3 })
    const again = await ingestFiles(asked.archive, [['autre nom.htm', page]])
    expect(again.lines[0]?.outcome.kind).toBe('identical')
  })

  test('keeps the original of an image and says so', async () => {
    const report = await ingestFiles(asked.archive, [['encore.pdf', image]])
    expect(report.lines).toMatchObject([
      { warnings: ['original-kept'], outcome: { kind: 'unreadable', reason: 'no-text' } },
    ])
    const digest = report.lines[0]?.digest ?? ''
    const kept = valueOf(await asked.archive.call('source.read', { digest }))
    expect(kept).toMatchObject({ name: 'scan.pdf', mediaType: 'application/pdf' })
    expect(Buffer.from(kept.bytes).equals(Buffer.from(image))).toBe(true)
  })

  test('says of each text what its reader had to do to it', async () => {
    const report = await ingestFiles(asked.archive, [
      ['ancien.txt', Buffer.from(`Réunion à Sète\n\n${body('la pêche')}`, 'latin1')],
      ['faux.pdf', pageOn('canaux')],
    ])
    expect(report.lines.map(({ warnings }) => warnings)).toEqual([
      expect.arrayContaining(['encoding-guessed']),
      expect.arrayContaining(['extension-differs']),
    ])
  })
})
