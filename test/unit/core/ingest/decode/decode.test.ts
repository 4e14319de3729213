import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText, MAX_TEXT_BYTES } from '../../../../../electron/core/ingest/decode.ts'

const FRENCH =
  'Communiqué du ministère de l’Intérieur\n\nLe ministre a reçu, lundi à Évreux, son homologue : « la coopération a été saluée », a-t-il précisé.\n'
const ARABIC =
  'بلاغ صادر عن وزارة الداخلية\n\nاستقبل وزير الداخلية يوم الاثنين بالرباط نظيره، وتناول اللقاء التعاون بين البلدين في المجال الأمني.\n'

const corpus = path.resolve(import.meta.dirname, '../../../../../../shared/corpus')
const hasCorpus = existsSync(corpus)
if (!hasCorpus) process.stdout.write('decode: the corpus is absent, its files are not read\n')

/** 4096 bytes that look random and are always the same. */
const randomLooking = (): Buffer =>
  Buffer.concat(
    Array.from({ length: 64 }, (_, at) => createHash('sha512').update(String(at)).digest()),
  )

const textOf = (bytes: Uint8Array): string => {
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Error(decoded.reason)
  return decoded.value.text
}

describe('decodeText', () => {
  test.each(['utf8', 'utf16le', 'utf-16be', 'windows-1252', 'macintosh'])(
    'reads French written in %s',
    (encoding) => {
      const sample =
        encoding === 'windows-1252' || encoding === 'macintosh' ? FRENCH : FRENCH + ARABIC
      expect(textOf(iconv.encode(sample, encoding))).toBe(sample)
    },
  )

  test.each(['windows-1256', 'iso-8859-6', 'cp720'])('reads Arabic written in %s', (encoding) => {
    // cp720 has no Arabic comma.
    const sample = encoding === 'cp720' ? ARABIC.replaceAll('،', ' ') : ARABIC
    expect(textOf(iconv.encode(sample, encoding))).toBe(sample)
  })

  test.each(['utf16le', 'utf-16be', 'utf8'])('takes the byte order mark of %s off', (encoding) => {
    expect(textOf(iconv.encode(FRENCH, encoding, { addBOM: true }))).toBe(FRENCH)
  })

  test('puts text encoded twice right and says so', () => {
    const twice = iconv.encode(iconv.decode(Buffer.from(FRENCH.repeat(2)), 'windows-1252'), 'utf8')
    expect(decodeText(twice)).toEqual({
      ok: true,
      value: { text: FRENCH.repeat(2), encoding: 'utf-8', warnings: ['double-encoding-repaired'] },
    })
  })

  test('keeps a damaged UTF-8 file UTF-8', () => {
    const cut = Buffer.from(FRENCH).subarray(0, 10)
    expect(decodeText(cut)).toMatchObject({
      ok: true,
      value: { text: 'Communiqu\uFFFD', encoding: 'utf-8', warnings: ['damaged-characters'] },
    })
  })

  test('removes control characters and warns of controls of direction', () => {
    const decoded = decodeText(
      Buffer.from(`Décret\u0000 du \u202Eerètsinim\u202C et la suite du texte`),
    )
    expect(decoded).toMatchObject({
      ok: true,
      value: { warnings: ['control-characters-removed', 'direction-controls'] },
    })
  })

  test.each([
    ['no bytes', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['white space alone', ' \n\t\u00A0\r\n'],
  ])('refuses %s as empty', (_, content) => {
    expect(decodeText(Buffer.from(content))).toEqual({ ok: false, reason: 'empty' })
  })

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\nsome text')],
    ['an archive', Buffer.from('PK\u0003\u0004 some text')],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003 This program cannot be run')],
    ['random bytes', randomLooking()],
  ])('refuses %s as binary', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, reason: 'binary' })
  })

  test('refuses more bytes than a text has', () => {
    expect(decodeText(new Uint8Array(MAX_TEXT_BYTES + 1))).toEqual({
      ok: false,
      reason: 'too-large',
    })
  })
})

describe.skipIf(!hasCorpus)('decodeText on the encodings of the corpus', () => {
  const folder = path.join(corpus, 'encodings/transcoded')
  const names = hasCorpus ? readdirSync(folder) : []
  const expectedName: Readonly<Record<string, string>> = {
    'mac-roman': 'macintosh',
    cp850: 'ibm850',
    cp720: 'ibm720',
    'mac-arabic': 'x-mac-arabic',
    'utf-16-le': 'utf-16le',
    'utf-16-be': 'utf-16be',
    mojibake: 'utf-8',
    // The files hold none of the characters that tell it from windows-1252.
    'iso-8859-15': 'windows-1252',
  }

  test.each(names)('names the encoding of %s', (name) => {
    const label = /^[a-z]{2}-(mojibake|.*?)(?:_bom|_nfd|-utf8-as-1252)?-(?:long|short)/u.exec(name)
    const encoding = label?.[1] ?? ''
    expect(decodeText(readFileSync(path.join(folder, name)))).toMatchObject({
      ok: true,
      value: { encoding: expectedName[encoding] ?? encoding },
    })
  })
})
