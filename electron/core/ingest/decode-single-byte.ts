import iconv from 'iconv-lite'
import type { DecodingWarning } from './decode-warning.ts'

/** Text read with a guessed single-byte encoding. */
export type DecodedSingleByte = {
  readonly text: string
  readonly encoding: string
  readonly warnings: readonly DecodingWarning[]
}

/** Candidates, the likelier first: on equal scores the first wins. Names are IANA's. */
const CANDIDATES = [
  'windows-1252',
  'windows-1256',
  'iso-8859-15',
  'iso-8859-6',
  'macintosh',
  'ibm850',
  'x-mac-arabic',
  'ibm720',
] as const

const SAMPLE_BYTES = 20_000

/** The upper half of Mac Arabic (Apple, ARABIC.TXT), which no library here carries. */
const MAC_ARABIC =
  'Ä\u00A0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü' +
  ' !"#$٪&\'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_' +
  'ـفقكلمنهوىي\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652پٹچەڤگڈڑ{|}ژے'

/**
 * Decodes bytes that are not Unicode with the candidate whose characters look most like French
 * or Arabic text; null when none looks like either.
 */
export function decodeSingleByte(bytes: Uint8Array): DecodedSingleByte | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const scored = CANDIDATES.map((encoding) => ({
    encoding,
    score: scoreText(decodeAs(sample, encoding)),
  }))
  const best = scored.reduce((held, next) => (next.score > held.score ? next : held))
  if (best.score < 0) return null
  return {
    text: decodeAs(bytes, best.encoding),
    encoding: best.encoding,
    warnings: ['encoding-guessed'],
  }
}

function decodeAs(bytes: Uint8Array, encoding: (typeof CANDIDATES)[number]): string {
  if (encoding !== 'x-mac-arabic') {
    return iconv.decode(Buffer.from(bytes), encoding.replace('ibm', 'cp'))
  }
  return Array.from(bytes, (byte) =>
    byte < 128 ? String.fromCharCode(byte) : (MAC_ARABIC[byte - 128] ?? '\uFFFD'),
  ).join('')
}

/** Points by kind of character above ASCII: frequent, plausible, neutral; anything else costs 3. */
const POINTS: readonly (readonly [RegExp, number])[] = [
  [/[\uFFFD\u0080-\u009F]/u, -8],
  [/[éèàêçôîûâùë’«»œ–…ÉÀ]/u, 2],
  [/[äïöüÿæÂÄÇÈÊËÎÏÔÖÙÛÜŒÆ‘“”—€°]/u, 1],
  [/[áãíñóõúºª]/u, 0.5],
  [/[اليمونرتبةعدس]/u, 2],
  [/[\u0621-\u064A]/u, 1],
  [/[\u064B-\u0652،؛؟ـ]/u, 1],
  [/[\u00A0\u200E\u200F]/u, 0],
]

/** Sequences no text holds (points lost for each) and words only a right reading gives. */
const CONTEXTS: readonly (readonly [RegExp, number])[] = [
  [/[a-z][ÀÂÄÇÈÊËÎÏÔÖÙÛÜ][a-z]/gu, -4],
  [/[A-Za-z][\u0621-\u064A]|[\u0621-\u064A][A-Za-z]/gu, -12],
  [/[\u0621-\u064A][éèàçêôî«»Éâ]|[éèàçêôîÉâ][\u0621-\u064A]/gu, -12],
  [/(?:^|[\s\u0621-\u064A])[ةى](?=[\u0621-\u064A])/gu, -16],
  [/(?<!\p{L})(?:à|été|être|président|république|où|déjà|même|très|après|état)(?!\p{L})/giu, 2],
  [/(?:^|[\sوبل])ال[\u0621-\u064A]{2,}/gu, 3],
]

function scoreText(text: string): number {
  const characters = Array.from(text).reduce((sum, character) => {
    if (character < '\u0080') return sum
    return sum + (POINTS.find(([kind]) => kind.test(character))?.[1] ?? -3)
  }, 0)
  return CONTEXTS.reduce(
    (sum, [context, points]) => sum + points * (text.match(context) ?? []).length,
    characters,
  )
}
