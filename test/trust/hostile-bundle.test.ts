import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packParts } from '../../electron/core/annotations/bundle-file.ts'
import { unpackBundle } from '../../electron/core/annotations/bundle.ts'
import { canonicalJson } from '../../electron/core/annotations/revisions.ts'
import { annotationHandlers } from '../../electron/core/handlers/annotation-handlers.ts'
import { digestOf } from '../../electron/core/system/files.ts'
import type { ArchiveContext } from '../../electron/core/context.ts'
import { addText, anOffice, bundleOf, mark, type Office } from '../support/annotated.ts'
import { zipFromParts } from '../support/zip-builder.ts'

const TEXT = 'Une commission mixte se réunira au printemps prochain à Tanger, puis à Vigo.'

/** A bundle that is sound, as its parts. */
interface Parts {
  manifest: Record<string, unknown>
  revisions: Record<string, unknown>[]
  texts: Record<string, unknown>[]
}

let ali: Office
let bea: Office
let sound: Uint8Array
let parts: Parts

beforeAll(async () => {
  ali = anOffice('ali')
  bea = anOffice('bea', 9)
  const place = addText(ali, TEXT)
  mark(ali, place, 'commission mixte', 'À suivre')
  mark(ali, place, 'Tanger', 'Où ?')
  mark(bea, addText(bea, TEXT), 'printemps', 'Quand ?')
  sound = bundleOf(ali)
  const read = await unpackBundle(sound)
  if (!read.ok) throw new Error('the sound bundle is refused')
  const { revisions, texts, ...manifest } = read.value
  parts = JSON.parse(JSON.stringify({ manifest, revisions, texts }))
})
afterAll(() => {
  ali.close()
  bea.close()
})

const lines = (items: readonly object[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('')

const partOf = (text: string): object => ({ size: Buffer.byteLength(text), digest: digestOf(text) })

/** Seals changed parts as their writer would, digests and all: only what they say is wrong. */
function sealed(
  change: (copy: Parts) => void,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const copy = structuredClone(parts)
  change(copy)
  const revisions = lines(copy.revisions)
  const texts = lines(copy.texts)
  const manifest = {
    format: 'fonds-annotations',
    version: 1,
    revisionCount: copy.revisions.length,
    textCount: copy.texts.length,
    parts: { 'revisions.jsonl': partOf(revisions), 'texts.jsonl': partOf(texts) },
    ...copy.manifest,
  }
  const digest = digestOf(canonicalJson(manifest))
  return packParts({
    'manifest.json': JSON.stringify({ ...manifest, digest }),
    'revisions.jsonl': revisions,
    'texts.jsonl': texts,
    ...more,
  })
}

/** The digest a revision would have if it said this. */
function readdressed(revision: Record<string, unknown>): Record<string, unknown> {
  const { id: _id, ...content } = revision
  return { id: digestOf(canonicalJson(content)), ...content }
}

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.includes(from)) throw new Error('nothing to replace')
  return Buffer.from(text.replaceAll(from, to), 'latin1')
}

/** A ZIP whose one part unfolds to `size` bytes and says how many. */
function aBomb(size: number, stated: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size))
  const zip = Buffer.from(zipFromParts({ 'revisions.jsonl': packed }))
  for (const start of [4, zip.indexOf('PK\u0001\u0002') + 6]) {
    zip.writeUInt16LE(8, start + 4)
    zip.writeUInt32LE(stated, start + 18)
  }
  return zip
}

/** Each with why it is refused. */
const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  'is empty (not-a-bundle)': () => new Uint8Array(),
  'is no ZIP file (not-a-bundle)': () => Buffer.from(TEXT),
  'is another ZIP file (unknown-content)': () =>
    zipFromParts({ 'word/document.xml': '<w:document/>' }),
  'is cut in the middle (damaged)': () => sound.subarray(0, Math.floor(sound.length / 2)),
  'lacks its last byte (damaged)': () => sound.subarray(0, -1),
  'has one bit turned in its packed words (damaged)': () => {
    const copy = Uint8Array.from(sound)
    const at = Buffer.from(copy).indexOf('revisions.jsonl') + 60
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  },
  'lacks a part (unknown-content)': () =>
    packParts({ 'manifest.json': '{"format":"fonds-annotations","version":1}' }),
  'holds a part of another kind (unknown-content)': () =>
    sealed(() => {}, { 'communiques.jsonl': '{}\n' }),
  'climbs out of its folder (damaged)': () =>
    replaced(
      sealed(() => {}, { 'xx-xx-outside': 'x' }),
      'xx-xx-outside',
      '../../outside',
    ),
  'names an absolute path (damaged)': () =>
    replaced(
      sealed(() => {}, { xoutside: 'x' }),
      'xoutside',
      '/outside',
    ),
  'holds a part twice (duplicate)': () =>
    replaced(
      sealed(() => {}, { 'texts.jsonX': '' }),
      'texts.jsonX',
      'texts.jsonl',
    ),
  'unfolds to more than it says (damaged)': () => aBomb(20_000_000, 1000),
  'unfolds to more than fits (too-large)': () => aBomb(300_000_000, 300_000_000),
  'has a manifest that is no JSON (not-a-bundle)': () =>
    packParts({ 'manifest.json': '{', 'revisions.jsonl': '', 'texts.jsonl': '' }),
  'says more in its manifest than we know (unknown-content)': () =>
    sealed((copy) => {
      copy.manifest['table'] = 'authority'
    }),
  'comes from a later format (newer)': () =>
    sealed((copy) => {
      copy.manifest['version'] = 2
    }),
  'counts other revisions than it holds (tampered)': () =>
    sealed((copy) => {
      copy.manifest['revisionCount'] = 1
    }),
  'holds other words than its manifest sums (tampered)': () =>
    sealed((copy) => {
      copy.manifest['parts'] = { 'revisions.jsonl': partOf(''), 'texts.jsonl': partOf('') }
    }),
  'holds a revision twice (duplicate)': () =>
    sealed((copy) => copy.revisions.push(...copy.revisions)),
  'holds a text twice (duplicate)': () => sealed((copy) => copy.texts.push(...copy.texts)),
  'holds a revision whose author was changed (tampered)': () =>
    sealed((copy) => {
      copy.revisions = copy.revisions.map((revision) => ({ ...revision, by: 'mallory' }))
    }),
  'holds a revision that sets an unknown field (unknown-content)': () =>
    sealed((copy) => {
      copy.revisions = copy.revisions.map((revision) =>
        readdressed({ ...revision, change: { ...Object(revision['change']), table: 1 } }),
      )
    }),
  'holds a key that means something to JavaScript (not-a-bundle)': () =>
    packParts({
      'manifest.json': '{"__proto__":{"format":"fonds-annotations","version":1}}',
      'revisions.jsonl': '',
      'texts.jsonl': '',
    }),
  'lacks the revision another follows (incomplete)': () =>
    sealed((copy) => {
      copy.revisions = copy.revisions.map((revision) =>
        readdressed({ ...revision, parents: [digestOf('nowhere')] }),
      )
    }),
  'follows a revision of another annotation (incomplete)': () =>
    sealed((copy) => {
      const [first, second] = copy.revisions
      if (!first || !second) throw new Error('two are needed')
      copy.revisions = [first, readdressed({ ...second, parents: [first['id']] })]
    }),
  'lacks the text its passages are in (incomplete)': () =>
    sealed((copy) => {
      copy.texts = []
    }),
  'holds another text under the same digest (tampered)': () =>
    sealed((copy) => {
      copy.texts = copy.texts.map((text) => ({ ...text, text: 'Autre chose.' }))
    }),
  'quotes words that its text does not hold there (tampered)': () =>
    sealed((copy) => {
      copy.revisions = copy.revisions.map((revision) => {
        const change: Record<string, unknown> = { ...Object(revision['change']) }
        return readdressed({
          ...revision,
          change: {
            ...change,
            target: { ...Object(change['target']), exact: 'un engagement ferme' },
          },
        })
      })
    }),
  'begins an annotation without a passage (incomplete)': () =>
    sealed((copy) => {
      copy.revisions = copy.revisions.map((revision) =>
        readdressed({ ...revision, change: { body: 'nulle part' } }),
      )
    }),
}

function contentDigest({ db }: Office): string {
  const tables = db
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
       ORDER BY name`,
    )
    .all({})
  const rows = tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all({})])
  return digestOf(JSON.stringify(rows))
}

async function mergeThroughChannel(bytes: Uint8Array): Promise<unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what these handlers use of it
  const context = {
    ...bea.desk,
    archive: bea.db,
    writer: () => bea.db,
  } as unknown as ArchiveContext
  const scope = { signal: new AbortController().signal }
  return annotationHandlers['annotation.merge-bundle']({ bytes }, context, scope)
}

describe('a file of annotations that', () => {
  test.each(Object.entries(HOSTILE))(
    '%s is refused whole, and the archive is untouched',
    async (name, make) => {
      const before = contentDigest(bea)
      const why = /\((?<why>[a-z-]+)\)$/u.exec(name)?.groups?.['why']
      expect(await mergeThroughChannel(make())).toEqual({
        ok: false,
        failure:
          why === 'newer'
            ? { kind: 'bundle-newer', found: 2, supported: 1 }
            : { kind: 'bundle-refused', why },
      })
      expect(contentDigest(bea)).toBe(before)
    },
    30_000,
  )

  test('was made and sealed in the same way is taken, and changes the archive', async () => {
    const before = contentDigest(bea)
    expect(await mergeThroughChannel(sealed(() => {}))).toMatchObject({
      ok: true,
      value: { report: { newCount: 2 } },
    })
    expect(contentDigest(bea)).not.toBe(before)
  })
})
