import { deflateSync } from 'node:zlib'
import { docxFromBody, odtFromBody, pdfFromPages, wordParagraph } from './office-builder.ts'
import { zipFromParts } from './zip-builder.ts'

/** Bytes made to exhaust or to mislead a reader. */
type HostileMake = () => string | Uint8Array

const WORDS = 'Le comité des ports s’est réuni à Azilane.'
const word = wordParagraph(WORDS)
const page = [[{ text: 'Le comite des ports se reunit.', x: 50, y: 700, size: 12 }]] as const
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipFromParts(parts, { isCompressed: true })

/** ZIP in ZIP in ZIP, so many times. */
const zipsWithin = (levels: number): Uint8Array =>
  Array.from({ length: levels }).reduce<Uint8Array>(
    (inner) => zipFromParts({ 'inner.zip': inner }),
    zipFromParts({ 'a.txt': WORDS }),
  )

/** Many small archives, each of which unfolds as far as one may. */
function zipOfBombs(): Uint8Array {
  const bomb = zipped({ 'a.txt': `${WORDS} `.repeat(600_000) })
  return zipFromParts(
    Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`${at}.zip`, bomb])),
  )
}

/** Entries of the directory that all point to one and the same packed part. */
function zipOfOverlaps(): Uint8Array {
  const one = Buffer.from(zipped({ 'aaaa.txt': `${WORDS} `.repeat(400_000) }))
  const at = one.indexOf(Buffer.from('PK\u0001\u0002'))
  const end = one.indexOf(Buffer.from('PK\u0005\u0006'))
  const entry = one.subarray(at, end)
  const entries = Array.from({ length: 2000 }, (_, number) => {
    const own = Buffer.from(entry)
    own.write(String(number).padStart(4, '0'), 46, 'latin1')
    return own
  })
  const tail = Buffer.from(one.subarray(end))
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(entry.length * entries.length, 12)
  return Buffer.concat([one.subarray(0, at), ...entries, tail])
}

const pdfOf = (objects: readonly string[], more = ''): Uint8Array =>
  Buffer.from(
    `%PDF-1.7\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}${more}trailer<</Root 1 0 R>>\n`,
    'latin1',
  )
const streamOf = (content: string, entries = ''): string =>
  `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'
const shownText = 'BT /F 12 Tf 50 700 Td (Le comite des ports se reunit.) Tj ET'

/** A page whose drawing calls itself, twice each time. */
const pdfOfForms = (depth: number): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    FONT,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>',
    streamOf(`${shownText}\n/X Do`),
    ...Array.from({ length: depth }, (_, at) =>
      streamOf(
        '/X Do /X Do',
        `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${Math.min(7 + at, 5 + depth)} 0 R>>>>`,
      ),
    ),
  ])

/** A stream of a million objects of which none is used. */
function pdfOfObjectStream(): Uint8Array {
  const count = 1_000_000
  const head = Array.from({ length: count }, (_, at) => `${at + 10} ${at * 2}`).join(' ')
  const packed = deflateSync(Buffer.from(`${head} ${'0 '.repeat(count)}`))
  const plain = Buffer.from(pdfFromPages(page)).toString('latin1')
  const stream = `9 0 obj\n<</Type/ObjStm/N ${count}/First ${head.length + 1}/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed.toString('latin1')}\nendstream\nendobj\n`
  return Buffer.from(
    plain.replace('trailer', () => `${stream}trailer`),
    'latin1',
  )
}

const pdfWithActions = (): Uint8Array =>
  Buffer.from(
    Buffer.from(pdfFromPages(page))
      .toString('latin1')
      .replace(
        '/Type/Catalog',
        () =>
          '/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/URI/URI(http://127.0.0.1/)>>>>/Names<</EmbeddedFiles<</Names[(evil.exe) 90 0 R]>>>>',
      ),
    'latin1',
  )

const rtf = (body: string): string => `{\\rtf1\\ansi ${body}}`

const nestedParts = (levels: number): string =>
  `From: a@example.org\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a>\r\nSubject: Envoi\r\n${Array.from(
    { length: levels },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  ).join('')}Content-Type: text/plain\r\n\r\n${WORDS}\r\n`

const mail = (head: string, body: string): string =>
  `From: a@example.org\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a>\r\nSubject: Envoi\r\n${head}\r\n\r\n${body}\r\n`

const relations = (body: string): Record<string, string> => ({
  'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}">${body}</Relationships>`,
})

const html = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}<title>Ports</title></head><body><p>${body}</p></body></html>`

const ODD_WORDS = 'Réunion à Azilane : les députés ont été reçus à l’hôtel de la préfecture.'
const ARABIC_WORDS = 'اجتمعت لجنة الموانئ بمدينة أزيلان برئاسة وزير الصيد البحري.'
const latin1 = (text: string): Buffer => Buffer.from(text.replaceAll('’', "'"), 'latin1')

/** What each make must end in: a refusal (its reason, and the limit named), or words it holds. */
export type HostileEnding =
  | { readonly reason: readonly string[] }
  | { readonly words: string; readonly lacks?: string }

const WORDS_IN = { words: 'Le comité des ports' } as const

/** Makes by file name. */
export const HOSTILE_MAKES: Readonly<Record<string, readonly [HostileMake, HostileEnding]>> = {
  'zips-in-zips.zip': [() => zipsWithin(12), { reason: ['limits-exceeded'] }],
  'many-bombs.zip': [zipOfBombs, { reason: ['limits-exceeded'] }],
  'overlaps.zip': [zipOfOverlaps, { reason: ['limits-exceeded', 'damaged'] }],
  'forms-that-call.pdf': [() => pdfOfForms(40), { reason: ['limits-exceeded'] }],
  'million-objects.pdf': [pdfOfObjectStream, { words: 'Le comite des ports' }],
  'actions.pdf': [pdfWithActions, { words: 'Le comite des ports', lacks: 'alert' }],
  'billion-pages.pdf': [
    () =>
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>',
      ]),
    { reason: ['limits-exceeded', 'damaged', 'no-text'] },
  ],
  'deep-arrays.pdf': [
    () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids${'['.repeat(300_000)}`]),
    { reason: ['damaged', 'no-text', 'limits-exceeded'] },
  ],
  'bin-past-the-end.rtf': [() => rtf(`${WORDS}\\par\\bin2000000000 abc`), { words: 'Le comit' }],
  'bin-with-braces.rtf': [
    () => rtf(`\\bin9 }}}}}}}}}Le comit\\'e9 des ports se r\\'e9unit.\\par`),
    WORDS_IN,
  ],
  'endless-fallback.rtf': [
    () =>
      rtf(`Le comit\\'e9 des ports se r\\'e9unit.\\par\\uc2000000000\\u233 ${'x'.repeat(50_000)}`),
    WORDS_IN,
  ],
  'million-groups.rtf': [() => rtf('{'.repeat(1_000_000)), { reason: ['limits-exceeded'] }],
  'million-words.rtf': [
    () => rtf(`Le comit\\'e9 des ports.\\par${'\\b\\b0 '.repeat(1_000_000)}`),
    WORDS_IN,
  ],
  'external-targets.docx': [
    () =>
      docxFromBody(
        `${word}<w:altChunk r:id="r9" xmlns:r="${OFFICE}"/>`,
        relations(
          `<Relationship Id="r8" Type="${OFFICE}/attachedTemplate" Target="\\\\127.0.0.1\\share\\t.dotm" TargetMode="External"/><Relationship Id="r9" Type="${OFFICE}/aFChunk" Target="file:///etc/passwd" TargetMode="External"/>`,
        ),
      ),
    { ...WORDS_IN, lacks: 'root:' },
  ],
  'entity-in-styles.docx': [
    () =>
      docxFromBody(word, {
        'word/styles.xml':
          '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><s>&x;</s>',
      }),
    { reason: ['damaged'] },
  ],
  'entity-in-utf16.docx': [
    () =>
      zipFromParts({
        '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
        'word/document.xml': Buffer.concat([
          Buffer.from([0xff, 0xfe]),
          Buffer.from(
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
            'utf16le',
          ),
        ]),
      }),
    { reason: ['damaged'] },
  ],
  'tables-in-tables.docx': [
    () => docxFromBody('<w:tbl><w:tr><w:tc>'.repeat(20_000)),
    { reason: ['limits-exceeded', 'damaged'] },
  ],
  'scripts.odt': [
    () =>
      odtFromBody(
        `<text:p>${WORDS}</text:p><text:script script:language="JavaScript" xmlns:script="s" xlink:href="file:///etc/passwd" xmlns:xlink="x">alert(1)</text:script>`,
        { 'Scripts/javascript/a.js': 'alert(1)', 'Basic/Standard/M.xml': '<m>Shell "x"</m>' },
      ),
    { ...WORDS_IN, lacks: 'alert' },
  ],
  'billion-spaces.odt': [
    () => odtFromBody(`<text:p>${WORDS}<text:s text:c="2000000000"/>fin</text:p>`),
    WORDS_IN,
  ],
  'levels.eml': [() => nestedParts(5000), { reason: ['limits-exceeded'] }],
  'messages-within.eml': [
    () =>
      `${'From: a@example.org\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a>\r\nSubject: Envoi\r\nContent-Type: message/rfc822\r\n\r\n'.repeat(5000)}${WORDS}`,
    { reason: ['limits-exceeded', 'no-text', 'damaged'] },
  ],
  'folded-million.eml': [
    () => mail(`X-Long: a${'\r\n b'.repeat(400_000)}`, WORDS),
    { reason: ['limits-exceeded'] },
  ],
  'unknown-charset.eml': [
    () => mail('Content-Type: text/plain; charset="x-none-such"', 'Le comite des ports se reunit.'),
    { words: 'Le comite des ports' },
  ],
  'climbing-name.eml': [
    () =>
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        `--b\r\nContent-Type: text/plain; name="../../evil\u202Etxt.exe"\r\nContent-Disposition: attachment; filename="../../evil\u202Etxt.exe"\r\n\r\nLe comité des ports s’est réuni.\r\n--b--`,
      ),
    { ...WORDS_IN, lacks: '\u202E' },
  ],
  'deep-lists.json': [() => '['.repeat(2_000_000), { reason: ['damaged', 'limits-exceeded'] }],
  'deep-objects.json': [
    () => `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`,
    { reason: ['damaged', 'limits-exceeded', 'no-text'] },
  ],
  'prototype.json': [
    () =>
      `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"title":"T","body":"${WORDS}"}`,
    WORDS_IN,
  ],
  'numbers.json': [() => `[${'1,'.repeat(15_000_000)}1]`, { reason: ['limits-exceeded'] }],
  'dump-of-48-mb.json': [
    () =>
      JSON.stringify(
        Array.from({ length: 19_000 }, () => ({ title: 'T', body: WORDS.repeat(55) })),
      ),
    { reason: ['limits-exceeded'] },
  ],
  'one-line.csv': [
    () => `titre;texte\nT;"${`${WORDS} `.repeat(1_000_000)}"`,
    { words: 'Le comité des ports' },
  ],
  'quotes.csv': [() => `titre;texte\n${'"'.repeat(5_000_001)}`, { reason: ['damaged', 'no-text'] }],
  'many-rows.csv': [
    () => `titre;texte\n${`T;${WORDS}\n`.repeat(30_000)}`,
    { reason: ['limits-exceeded'] },
  ],
  'entities.rss': [
    () =>
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><rss version="2.0"><channel><title>&b;</title><item><title>${WORDS}</title></item></channel></rss>`,
    { reason: ['damaged'] },
  ],
  'entities-behind-a-comment.rss': [
    () =>
      `<?xml version="1.0"?><!-- > --><!DOCTYPE rss PUBLIC "a>b" "c" [<!ENTITY a "x">]><rss version="2.0"><channel><item><title>${WORDS} &a;</title></item></channel></rss>`,
    { reason: ['damaged'] },
  ],
  'many-entries.rss': [
    () =>
      `<?xml version="1.0"?><rss version="2.0"><channel>${'<item><title>T</title></item>'.repeat(60_000)}</channel></rss>`,
    { reason: ['limits-exceeded'] },
  ],
  'million-entries.rss': [
    () =>
      `<?xml version="1.0"?><rss version="2.0"><channel>${'<item><title>T</title></item>'.repeat(1_000_000)}</channel></rss>`,
    { reason: ['limits-exceeded'] },
  ],
  'levels.rss': [
    () => `<?xml version="1.0"?><rss version="2.0"><channel><item>${'<a>'.repeat(300_000)}`,
    { reason: ['limits-exceeded', 'damaged', 'no-text'] },
  ],
  'instructions.xml': [() => '<?a b?>'.repeat(5000), { words: '<?a b?>' }],
  'claims-1256.html': [
    () => html('<meta charset="windows-1256">', ODD_WORDS),
    { words: 'les députés ont été reçus' },
  ],
  'claims-utf-8.html': [
    () => latin1(html('<meta charset="utf-8">', ODD_WORDS)),
    { words: 'les députés ont été reçus' },
  ],
  'claims-1252-in-arabic.html': [
    () => html('<meta charset="windows-1252">', ARABIC_WORDS),
    { words: 'لجنة الموانئ' },
  ],
  'utf-7.html': [
    () => html('<meta charset="utf-7">', `${WORDS}+ADw-script+AD4-alert(1)+ADw-/script+AD4-`),
    { ...WORDS_IN, lacks: '<script' },
  ],
  'utf-16-unmarked.html': [
    () => Buffer.from(html('', ODD_WORDS), 'utf16le'),
    { words: 'les députés ont été reçus' },
  ],
  'utf-16be-unmarked-arabic.txt': [
    () => Buffer.from(ARABIC_WORDS.repeat(3), 'utf16le').swap16(),
    { words: 'لجنة الموانئ' },
  ],
  'mixed-encodings.txt': [
    () =>
      Buffer.concat([
        Buffer.from(`${ODD_WORDS.repeat(3)}\n\n`),
        latin1('Une seconde partie, collée depuis un ancien système : été, reçu.'),
      ]),
    { words: 'les députés ont été reçus' },
  ],
  'turned-name-\u202Etxt.exe.txt': [() => WORDS, WORDS_IN],
}
