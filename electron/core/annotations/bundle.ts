import { z } from 'zod'
import {
  annotationRevisionSchema,
  type AnnotationRevision,
} from '../../../shared/model/annotation.ts'
import { fail, succeed, type Failure, type Outcome } from '../../../shared/model/failure.ts'
import { digestSchema, instantSchema } from '../../../shared/model/provenance.ts'
import { spanFromSelector } from '../../../shared/text/anchor.ts'
import { digestOf } from '../system/files.ts'
import { packParts, unpackParts } from './bundle-file.ts'
import { foldRevisions } from './fold-revisions.ts'
import { canonicalJson, compareRevisions, isIntact } from './revisions.ts'

/** A wording that travels with the annotations on it. */
export interface BundledText {
  readonly digest: string
  readonly communiqueId: string
  readonly title: string
  readonly createdAt: string
  readonly text: string
}

/** The work of one archive on its way to another: whole histories and the wordings they name. */
export interface Bundle {
  readonly archiveId: string
  readonly exportedAt: string
  readonly exportedBy: string
  readonly revisions: readonly AnnotationRevision[]
  readonly texts: readonly BundledText[]
}

const FORMAT_VERSION = 1

const PARTS = ['manifest.json', 'revisions.jsonl', 'texts.jsonl'] as const

const partSchema = z.strictObject({ size: z.int().nonnegative(), digest: digestSchema })

const manifestSchema = z.strictObject({
  format: z.literal('fonds-annotations'),
  version: z.literal(FORMAT_VERSION),
  archiveId: z.string().min(1).max(64),
  exportedAt: instantSchema,
  exportedBy: z.string().max(1000),
  revisionCount: z.int().nonnegative(),
  textCount: z.int().nonnegative(),
  parts: z.strictObject({ 'revisions.jsonl': partSchema, 'texts.jsonl': partSchema }),
  /** SHA-256 of the canonical JSON of all the rest. */
  digest: digestSchema,
})

const textSchema = z.strictObject({
  digest: digestSchema,
  communiqueId: z.string().min(1).max(64),
  title: z.string(),
  createdAt: instantSchema,
  text: z.string(),
})

/** The bytes of a bundle: one ZIP file with a manifest that holds the digest of every part. */
export function packBundle(bundle: Bundle): Uint8Array {
  const { archiveId, exportedAt, exportedBy } = bundle
  const revisions = linesFrom(bundle.revisions.toSorted(compareRevisions))
  const texts = linesFrom(bundle.texts.toSorted((a, b) => (a.digest < b.digest ? -1 : 1)))
  const manifest = {
    format: 'fonds-annotations',
    version: FORMAT_VERSION,
    archiveId,
    exportedAt,
    exportedBy,
    revisionCount: bundle.revisions.length,
    textCount: bundle.texts.length,
    parts: { 'revisions.jsonl': describePart(revisions), 'texts.jsonl': describePart(texts) },
  }
  const digest = digestOf(canonicalJson(manifest))
  return packParts({
    'manifest.json': `${JSON.stringify({ ...manifest, digest }, null, 2)}\n`,
    'revisions.jsonl': revisions,
    'texts.jsonl': texts,
  })
}

/**
 * Reads a bundle and believes nothing of it: every digest is computed again, every history must be
 * whole, every passage must read as it says in its text. Fails with `bundle-newer`, or with
 * `bundle-refused` and why; nothing of a refused bundle is used.
 */
export async function unpackBundle(bytes: Uint8Array): Promise<Outcome<Bundle>> {
  const unpacked = await unpackParts(bytes, PARTS)
  if (!unpacked.ok) return unpacked
  const parts = unpacked.value
  const manifest = readManifest(parts['manifest.json'])
  if (!manifest.ok) return manifest
  const { archiveId, exportedAt, exportedBy, revisionCount, textCount } = manifest.value
  for (const name of ['revisions.jsonl', 'texts.jsonl'] as const) {
    const { size, digest } = describePart(parts[name])
    const stated = manifest.value.parts[name]
    if (stated.size !== size || stated.digest !== digest) return refuse('tampered')
  }
  const revisions = readLines(parts['revisions.jsonl'], annotationRevisionSchema)
  const texts = readLines(parts['texts.jsonl'], textSchema)
  if (!revisions || !texts) return refuse('unknown-content')
  if (revisions.length !== revisionCount || texts.length !== textCount) return refuse('tampered')
  const bundle = { archiveId, exportedAt, exportedBy, revisions, texts }
  return checkTexts(texts) ?? checkHistories(bundle) ?? succeed(bundle)
}

const linesFrom = (items: readonly object[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('')

const describePart = (text: string): z.infer<typeof partSchema> => ({
  size: Buffer.byteLength(text),
  digest: digestOf(text),
})

function readManifest(text: string): Outcome<z.infer<typeof manifestSchema>> {
  const json = parseJson(text)
  const version = z.object({ format: z.string(), version: z.int() }).safeParse(json).data
  if (version?.format !== 'fonds-annotations') return refuse('not-a-bundle')
  if (version.version > FORMAT_VERSION) {
    return fail({ kind: 'bundle-newer', found: version.version, supported: FORMAT_VERSION })
  }
  const manifest = manifestSchema.safeParse(json).data
  if (!manifest) return refuse('unknown-content')
  const { digest, ...rest } = manifest
  return digestOf(canonicalJson(rest)) === digest ? succeed(manifest) : refuse('tampered')
}

/** Null when a line is not exactly what the schema says: another program's, or a newer one's. */
function readLines<T>(text: string, schema: z.ZodType<T>): readonly T[] | null {
  if (text === '') return []
  if (!text.endsWith('\n')) return null
  const lines: T[] = []
  for (const line of text.slice(0, -1).split('\n')) {
    const read = schema.safeParse(parseJson(line))
    if (!read.success) return null
    lines.push(read.data)
  }
  return lines
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checkTexts(texts: readonly BundledText[]): Outcome<never> | null {
  const digests = new Set(texts.map(({ digest }) => digest))
  if (digests.size < texts.length) return refuse('duplicate')
  return texts.every(({ digest, text }) => digestOf(text) === digest) ? null : refuse('tampered')
}

function checkHistories({ revisions, texts }: Bundle): Outcome<never> | null {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]))
  if (byId.size < revisions.length) return refuse('duplicate')
  if (!revisions.every((revision) => isIntact(revision, digestOf))) return refuse('tampered')
  const textByDigest = new Map(texts.map(({ digest, text }) => [digest, text]))
  for (const { annotationId, parents, undoes, change } of revisions) {
    const named = undoes === null ? parents : [...parents, undoes]
    const isWhole = named.every((id) => byId.get(id)?.annotationId === annotationId)
    if (!isWhole) return refuse('incomplete')
    if (!change.target) continue
    const text = textByDigest.get(change.target.textDigest)
    if (text === undefined) return refuse('incomplete')
    if (!spanFromSelector(text, change.target)) return refuse('tampered')
  }
  const histories = [...groupByAnnotation(revisions).values()]
  return histories.every((history) => foldRevisions(history) !== null) ? null : refuse('incomplete')
}

/** The revisions of each annotation, by its id. */
export function groupByAnnotation(
  revisions: readonly AnnotationRevision[],
): ReadonlyMap<string, readonly AnnotationRevision[]> {
  return Map.groupBy(revisions, ({ annotationId }) => annotationId)
}

type Why = Extract<Failure, { kind: 'bundle-refused' }>['why']

const refuse = (why: Why): Outcome<never> => fail({ kind: 'bundle-refused', why })
