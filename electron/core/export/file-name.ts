/** Longest name written, in UTF-8 bytes: every file system takes 255, and copies add to it. */
const MAX_BYTES = 160

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/iu

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
