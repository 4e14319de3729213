import { inflateRawSync, inflateSync } from 'node:zlib'
import { createAnnotation } from '../../electron/core/annotations/annotate.ts'
import { addCommunique } from '../../electron/core/archive/add-communique.ts'
import { recordAccession } from '../../electron/core/archive/source-files.ts'
import { exportFiles } from '../../electron/core/export/export-files.ts'
import { fail, type Failure } from '../../shared/model/failure.ts'
import { digestOf } from '../../electron/core/system/files.ts'
import type { InputOf, OutputOf } from '../../shared/channels/channel.ts'
import { archiveContract, type ArchiveContract } from '../../shared/channels/contract.ts'
import type { Sample } from '../fixtures/export/samples.ts'
import type { Office } from './annotated.ts'
import { EXPORTED_AT, openedEngine } from './pdf-tools.ts'

type Input = InputOf<ArchiveContract['export.render']>

/** Adds a sample with its notes; returns the communiqué's identifier. */
export function addSample(office: Office, { record, notes }: Sample): string {
  const { db, desk } = office
  const { version, communique } = record
  const bytes = Buffer.from(`${version.title}\n\n${version.text}\n`)
  const at = desk.clock.now()
  const accessionSeq = recordAccession(db, {
    digest: digestOf(bytes),
    mediaType: 'text/plain',
    bytes,
    name: version.source.name,
    origin: version.source.origin,
    encoding: 'utf-8',
    reader: 'text',
    ingestedAt: at,
    ingestedBy: desk.actor,
  })
  const { issuer, publisher: _publisher, createdAt: _createdAt, id: _id, ...rest } = communique
  const added = addCommunique(
    db,
    desk.clock,
    { actor: desk.actor, at },
    {
      ...rest,
      issuer:
        issuer === null
          ? null
          : { name: issuer.name, settlement: issuer.settlement, rule: 'test', evidence: null },
      publisher: null,
      mentions: [],
      version: { ...version, accessionSeq },
    },
  )
  const versionId = versionIdOf(office, added.versionSeq)
  for (const note of notes) {
    const { kind, body, tags, visibility, target, createdBy } = note
    const place = { versionId, start: target.start, end: target.end }
    const made = createAnnotation(
      db,
      { ...desk, actor: createdBy },
      {
        ...place,
        kind,
        body,
        tags,
        visibility,
      },
    )
    if (!made.ok) throw new Error(made.failure.kind)
  }
  return added.communiqueId
}

/** The identifier of a wording by its row. */
export function versionIdOf({ db }: Office, seq: number): string {
  return db.prepare<{ id: string }>('SELECT id FROM version WHERE seq = ?').get(seq)?.id ?? ''
}

/** Everything one export gave. */
export interface Exported {
  readonly files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]
  readonly report: OutputOf<ArchiveContract['export.render']> | Failure
}

/** Runs an export to its end, or until `stopAfter` steps. */
export async function exported(
  { db }: Office,
  input: Input,
  stopAfter = Infinity,
): Promise<Exported> {
  const parsed = archiveContract['export.render'].input.parse(input)
  const tools = {
    now: () => EXPORTED_AT,
    policy: {},
    openEngine: async () => ({ ok: true as const, value: await openedEngine('native') }),
  }
  const steps = exportFiles(db, tools, parsed)
  const files: { fileName: string; bytes: Uint8Array }[] = []
  for (let taken = 0; ; taken++) {
    const step =
      taken < stopAfter ? await steps.next() : await steps.return(fail({ kind: 'cancelled' }))
    if (step.done) return { files, report: step.value.ok ? step.value.value : step.value.failure }
    if (step.value.file !== null) files.push(step.value.file)
  }
}

/** The parts of a ZIP container written by this project, by name, as text. */
export function partsOfZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const data = Buffer.from(bytes)
  const parts = new Map<string, string>()
  for (let at = 0; data.readUInt32LE(at) === 0x04_03_4b_50;) {
    const [size, nameLength, extra] = [
      data.readUInt32LE(at + 18),
      data.readUInt16LE(at + 26),
      data.readUInt16LE(at + 28),
    ]
    const from = at + 30 + nameLength + extra
    const name = data.toString('utf8', at + 30, at + 30 + nameLength)
    parts.set(name, inflateRawSync(data.subarray(from, from + size)).toString('utf8'))
    at = from + size
  }
  return parts
}

/** A file with everything that is packed in it unpacked beside it: parts of ZIP, streams of PDF. */
export function unpacked(bytes: Uint8Array): Buffer {
  const data = Buffer.from(bytes)
  if (data.subarray(0, 2).toString() === 'PK') {
    const parts = [...partsOfZip(bytes)].map(([name, text]) => `${name}\n${text}`)
    return Buffer.concat([data, Buffer.from(parts.join('\n'))])
  }
  if (data.subarray(0, 5).toString() !== '%PDF-') return data
  const streams = [...data.toString('latin1').matchAll(/>>\s*stream\r?\n/gu)].map((found) => {
    const packed = data.subarray(found.index + found[0].length)
    try {
      return inflateSync(packed, { finishFlush: 2 })
    } catch {
      return Buffer.alloc(0)
    }
  })
  return Buffer.concat([data, ...streams])
}
