/** Longest name written, in UTF-8 bytes: every file system takes 255, and copies add to it. */
const MAX_BYTES = 160

/** Names that Windows keeps for devices, whatever their extension, superscript digits included. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)$/iu

interface NameParts {
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string
}

/**
 * A file name from date, issuer and title, safe on every system: letters of any script,
 * digits and single hyphens, at most 160 bytes before the extension (given without its dot).
 */
export function fileNameFromParts({ date, issuer, title }: NameParts, extension: string): string {
  const words = [date, issuer, title].filter((part) => part !== null && part !== '').join(' ')
  const name = cutToBytes(
    words
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, ''),
  )
  const safe = name === '' || RESERVED.test(name) ? `communique-${name}` : name
  return `${safe.replace(/-+$/u, '')}.${extension}`
}

function cutToBytes(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const words = name.split('-')
  while (words.length > 1 && Buffer.byteLength(words.join('-')) > MAX_BYTES) words.pop()
  let cut = words.join('-')
  while (Buffer.byteLength(cut) > MAX_BYTES) cut = cut.replace(/.$/su, '')
  return cut
}

/**
 * Opens a giver of names for one export: a name that was given before, even in other letter case,
 * comes back numbered, for one system takes both for the same file.
 */
export function createNameGiver(): (name: string) => string {
  const given = new Set<string>()
  return (name) => {
    const free = numberedName(name, (candidate) => !given.has(candidate.toLowerCase()))
    given.add(free.toLowerCase())
    return free
  }
}

/** The name itself, or the first `name-2.ext`, `name-3.ext`… that is free. */
export function numberedName(name: string, isFree: (candidate: string) => boolean): string {
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot < 1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? name : `${stem}-${copy}${extension}`
    if (isFree(candidate)) return candidate
  }
}
