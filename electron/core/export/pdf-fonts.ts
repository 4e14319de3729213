import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { textFromUtf16 } from './pdf-file.ts'

/** The shipped fonts and the characters all of them together can draw. */
export interface PdfFonts {
  readonly files: readonly Uint8Array[]
  readonly covers: (codePoint: number) => boolean
}

/**
 * Reads the fonts listed in `SHA256SUMS` of the folder. A font that is absent, or that is not
 * the very file that was listed, would change the page: both give `export-font-missing`.
 */
export async function readPdfFonts(folder: string): Promise<Outcome<PdfFonts>> {
  const list = await readOrNull(path.join(folder, 'SHA256SUMS'))
  const entries = (list?.toString('utf8') ?? '').split('\n').filter((line) => line !== '')
  if (entries.length === 0) return fail({ kind: 'export-font-missing' })
  const fonts = await Promise.all(entries.map((entry) => readFont(folder, entry)))
  const files = fonts.filter((file) => file !== null)
  if (files.length < entries.length) return fail({ kind: 'export-font-missing' })
  const covered = coverageFromFonts(files)
  return succeed({ files, covers: (codePoint) => covered.has(codePoint) })
}

async function readFont(folder: string, entry: string): Promise<Buffer | null> {
  const [digest, name] = entry.split(/\s+/u)
  const bytes = name === undefined ? null : await readOrNull(path.join(folder, name))
  if (bytes === null) return null
  return createHash('sha256').update(bytes).digest('hex') === digest ? bytes : null
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch {
    return null
  }
}

/**
 * A character counts as covered when some family draws it in every face shipped of that family,
 * since the face is chosen by style before the character is looked up.
 */
function coverageFromFonts(files: readonly Buffer[]): ReadonlySet<number> {
  const byFamily = new Map<string, ReadonlySet<number>>()
  for (const file of files) {
    const tables = tablesFromFont(file)
    const family = familyFromFont(file, tables)
    const characters = charactersFromFont(file, tables)
    const known = byFamily.get(family)
    byFamily.set(family, known === undefined ? characters : inBoth(known, characters))
  }
  byFamily.delete(CODE_FAMILY)
  const covered = new Set<number>()
  for (const characters of byFamily.values()) {
    for (const codePoint of characters) covered.add(codePoint)
  }
  return covered
}

const inBoth = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...a].filter((codePoint) => b.has(codePoint)))

/** Used for fingerprints only, so what it covers is of no use to a text. */
const CODE_FAMILY = 'Source Code Pro'

type Tables = ReadonlyMap<string, number>

function tablesFromFont(font: Buffer): Tables {
  const count = font.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = 12 + 16 * i
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)]
    }),
  )
}

/** The typographic family (OpenType `name` 16) or else the family (`name` 1). */
function familyFromFont(font: Buffer, tables: Tables): string {
  const base = tables.get('name') ?? 0
  const strings = base + font.readUInt16BE(base + 4)
  const names = new Map<number, string>()
  for (let i = 0; i < font.readUInt16BE(base + 2); i += 1) {
    const at = base + 6 + 12 * i
    const isWindows = font.readUInt16BE(at) === 3
    const start = strings + font.readUInt16BE(at + 10)
    const raw = font.subarray(start, start + font.readUInt16BE(at + 8))
    if (isWindows) names.set(font.readUInt16BE(at + 6), textFromUtf16(raw))
  }
  return names.get(16) ?? names.get(1) ?? ''
}

/** Characters of the OpenType `cmap`, from its formats 4 and 12. */
function charactersFromFont(font: Buffer, tables: Tables): ReadonlySet<number> {
  const base = tables.get('cmap') ?? 0
  const characters = new Set<number>()
  for (let i = 0; i < font.readUInt16BE(base + 2); i += 1) {
    const at = base + font.readUInt32BE(base + 8 + 8 * i)
    const format = font.readUInt16BE(at)
    if (format === 4) addSegments(font, at, characters)
    if (format === 12) addGroups(font, at, characters)
  }
  return characters
}

function addGroups(font: Buffer, at: number, characters: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(at + 12); i += 1) {
    const group = at + 16 + 12 * i
    const last = font.readUInt32BE(group + 4)
    for (let c = font.readUInt32BE(group); c <= last; c += 1) characters.add(c)
  }
}

function addSegments(font: Buffer, at: number, characters: Set<number>): void {
  const twice = font.readUInt16BE(at + 6)
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [font.readUInt16BE(at + 14 + i), font.readUInt16BE(at + 16 + twice + i)]
    const shift = font.readUInt16BE(at + 16 + 2 * twice + i)
    const offsetAt = at + 16 + 3 * twice + i
    const offset = font.readUInt16BE(offsetAt)
    for (let c = start; c <= end && c < 0xff_ff; c += 1) {
      const direct = offset === 0 ? c : font.readUInt16BE(offsetAt + offset + 2 * (c - start))
      if (direct !== 0 && ((direct + shift) & 0xff_ff) !== 0) characters.add(c)
    }
  }
}
