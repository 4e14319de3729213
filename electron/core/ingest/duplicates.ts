import type { CalendarDate } from '../../../shared/model/stated-date.ts'
import { foldForms } from '../../../shared/text/analyse.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'

/** A wording that is already in the archive. */
export interface KnownWording {
  readonly communiqueId: string
  readonly communiqueSeq: number
  readonly versionSeq: number
}

/** The words of a text as hashes of their four-word runs, and a small sample of them to look up. */
export interface Shingles {
  readonly words: readonly string[]
  readonly all: ReadonlySet<number>
  readonly sample: readonly number[]
}

const RUN = 4
const SAMPLE_SIZE = 24
const MIN_SHARED_SAMPLES = 2
const MAX_CANDIDATES = 8
/** Below this share of common runs two texts have nothing to do with each other. */
const MIN_SHARED_RUNS = 0.25
/** Texts of one office share many words, but not most of those of the longer text. */
const MIN_SHARED_WORDS = 0.62
/** Two short texts of one formula (a telegram, a nomination) share more: it is asked of them. */
const MIN_SHARED_WORDS_SHORT = 0.78
const SHORT_WORDS = 100
const LONG_WORDS = 300
/** They share formulas as well, but not one after the other from beginning to end. */
const MIN_WORDS_IN_ORDER = 0.7
/** A cut copy has few words of the whole, but nearly all of its runs are in it. */
const MIN_CONTAINED_RUNS = 0.8
/** Of a longer text, the words in order are counted in its beginning. */
const ORDERED_WORDS = 4000

/**
 * The four-word runs of a text (Broder's shingles), hashed to 32 bits (FNV-1a). The sample is
 * the runs with the smallest hashes, the same for any two texts that share them.
 */
export function shinglesFromText(text: string): Shingles {
  const words = foldForms(text)
  const all = new Set<number>()
  for (let at = 0; at + RUN <= words.length; at += 1) {
    all.add(hashOf(words.slice(at, at + RUN).join(' ')))
  }
  const sample = [...all].toSorted((a, b) => a - b).slice(0, SAMPLE_SIZE)
  return { words, all, sample }
}

/** Keeps the sample of a version, for the texts that come after it. */
export function recordShingles(db: WritableArchive, versionSeq: number, shingles: Shingles): void {
  db.prepare(
    `INSERT OR IGNORE INTO shingle (hash, version_seq)
     SELECT value, $versionSeq FROM json_each($sample)`,
  ).run({ versionSeq, sample: JSON.stringify(shingles.sample) })
}

/** The wording that these very bytes gave before, or undefined. */
export function findByBytes(db: ReadableArchive, digest: string): KnownWording | undefined {
  return db
    .prepare<KnownWording>(
      `SELECT communique.id AS communiqueId, communique.seq AS communiqueSeq,
         version.seq AS versionSeq
       FROM accession JOIN version ON version.seq = accession.version_seq
       JOIN communique ON communique.seq = version.communique_seq
       WHERE accession.digest = $digest ORDER BY accession.seq LIMIT 1`,
    )
    .get({ digest })
}

/** The version with the same words, whatever its layout, or undefined. */
export function findByWording(db: ReadableArchive, wording: string): KnownWording | undefined {
  return db
    .prepare<KnownWording>(
      `SELECT communique.id AS communiqueId, communique.seq AS communiqueSeq,
         version.seq AS versionSeq
       FROM version JOIN communique ON communique.seq = version.communique_seq
       WHERE wording_digest = $wording ORDER BY version.seq LIMIT 1`,
    )
    .get({ wording })
}

/** A wording close to another, with the day its communiqué came out where that is known. */
export interface NearWording extends KnownWording {
  readonly text: string
  readonly publishedOn: CalendarDate | null
}

/** The version that shares the most with a text, when it shares enough to be asked about. */
export function findNearest(db: ReadableArchive, shingles: Shingles): NearWording | undefined {
  const candidates = db
    .prepare<NearWording>(
      `SELECT communique.id AS communiqueId, communique.seq AS communiqueSeq,
         version.seq AS versionSeq, version.text, published_on AS publishedOn
       FROM (SELECT version_seq, count(*) AS shared FROM shingle
             WHERE hash IN (SELECT value FROM json_each($sample))
             GROUP BY version_seq HAVING shared >= $least ORDER BY shared DESC LIMIT $most)
       JOIN version ON version.seq = version_seq
       JOIN communique ON communique.seq = version.communique_seq`,
    )
    .all({
      sample: JSON.stringify(shingles.sample),
      least: MIN_SHARED_SAMPLES,
      most: MAX_CANDIDATES,
    })
  const scored = candidates
    .map((known) => ({ known, score: likeness(shingles, shinglesFromText(known.text)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  return scored[0]?.known
}

/** Share of common runs of the shorter text, or 0 when the two are not one text changed. */
function likeness(a: Shingles, b: Shingles): number {
  const [short, long] = a.all.size <= b.all.size ? [a, b] : [b, a]
  if (short.all.size === 0) return 0
  let common = 0
  for (const run of short.all) if (long.all.has(run)) common += 1
  const runs = common / short.all.size
  if (runs >= MIN_CONTAINED_RUNS) return runs
  const isChanged =
    runs >= MIN_SHARED_RUNS &&
    sharedWords(short, long) >= leastShared(short.words.length) &&
    wordsInOrder(short.words, long.words) >= MIN_WORDS_IN_ORDER
  return isChanged ? runs : 0
}

function leastShared(words: number): number {
  const shortness = (LONG_WORDS - words) / (LONG_WORDS - SHORT_WORDS)
  const share = Math.min(1, Math.max(0, shortness))
  return MIN_SHARED_WORDS + share * (MIN_SHARED_WORDS_SHORT - MIN_SHARED_WORDS)
}

/** Length of the longest common subsequence of words, as a share of the shorter text. */
function wordsInOrder(short: readonly string[], long: readonly string[]): number {
  const numbers = new Map<string, number>()
  for (const word of short) if (!numbers.has(word)) numbers.set(word, numbers.size)
  const across = long.slice(0, ORDERED_WORDS).map((word) => numbers.get(word) ?? -1)
  const down = short.slice(0, ORDERED_WORDS).map((word) => numbers.get(word) ?? -1)
  const lengths = new Int32Array(across.length + 1)
  for (const word of down) {
    let diagonal = 0
    for (let at = 1; at <= across.length; at += 1) {
      const above = lengths[at] ?? 0
      lengths[at] = across[at - 1] === word ? diagonal + 1 : Math.max(above, lengths[at - 1] ?? 0)
      diagonal = above
    }
  }
  return (lengths.at(-1) ?? 0) / down.length
}

function sharedWords(short: Shingles, long: Shingles): number {
  const counts = new Map<string, number>()
  for (const word of long.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of short.words) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      counts.set(word, left - 1)
      common += 1
    }
  }
  return common / Math.max(short.words.length, long.words.length)
}

function hashOf(run: string): number {
  let hash = 0x81_1c_9d_c5
  for (let at = 0; at < run.length; at += 1) {
    hash = Math.imul(hash ^ run.charCodeAt(at), 0x01_00_01_93)
  }
  return hash | 0
}
