import type { Reading, Source } from '../reading.ts'

/** Reads a part of a container as a source of its own. */
export type ReadPart = (part: Source) => Promise<Reading>

const NAME_LIMIT = 120

/** The last step of a part's name, without folder or drive, on one line. */
export function partName(given: string | null | undefined, fallback: string): string {
  const last = (given ?? '').toWellFormed().split(/[\\/]/u).at(-1) ?? ''
  const name = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^[A-Za-z]:/u, '')
    .trim()
  return name === '' || /^\.+$/u.test(name) ? fallback : name.slice(-NAME_LIMIT)
}

/** A reading of a part, whose items and refusals carry the name of the container before their own. */
export function withinContainer(container: string, part: Source, reading: Reading): Reading {
  const nameOf = (name: string): string => `${container}/${name}`
  return {
    items: reading.items.map((item) => ({
      ...item,
      name: nameOf(item.name),
      bytes: item.bytes ?? part.bytes,
    })),
    refusals: reading.refusals.map((refusal) => ({ ...refusal, name: nameOf(refusal.name) })),
    warnings: reading.warnings.map((warning) => ({ ...warning, name: nameOf(warning.name) })),
  }
}
