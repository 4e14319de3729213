/** Which tests hold a promise of SECURITY.md, and which of them show that they can fail. */
export interface HeldPromise {
  /** Its number in SECURITY.md. */
  readonly number: number
  readonly promise: string
  /** Beginnings of the paths of test files. */
  readonly files: readonly string[]
  /** Part of the names of the tests that must find harm where the promise is not kept. */
  readonly control: string
}

/** The promises in the order of SECURITY.md. */
export const PROMISES: readonly HeldPromise[] = [
  {
    number: 1,
    promise: 'a saved note survives a crash or a power cut',
    files: [
      'test/trust/power-cut',
      'test/trust/kill9',
      'test/trust/killed-writing',
      'test/trust/lost-log',
    ],
    control: 'break an archive that is not synced',
  },
  {
    number: 2,
    promise: 'an interruption leaves nothing in half',
    files: ['test/trust/kill'],
    // Each fails where its kills strike before the work or after it.
    control: 'killed',
  },
  {
    number: 3,
    promise: 'the original is never altered, and can be checked',
    files: ['test/trust/verify', 'test/trust/corruption', 'test/unit/cli/original'],
    control: 'each that changes a text, an original or a note is reported',
  },
  {
    number: 4,
    promise: 'backups are made, verified and never replaced by worse',
    files: [
      'test/trust/backup',
      'test/trust/killed-backup',
      'test/unit/core/db/migrate',
      'test/unit/cli/backup',
    ],
    control: '(control)',
  },
  {
    number: 5,
    promise: 'no network',
    files: ['test/trust/no-network', 'test/trust/desktop-policy'],
    control: '(control)',
  },
  {
    number: 6,
    promise: 'documents are text to us',
    files: ['test/trust/hostile-docs', 'test/trust/hostile-files', 'test/trust/hostile-bundle'],
    control: '(control)',
  },
  {
    number: 7,
    promise: 'optional encryption of all that is kept',
    files: [
      'test/trust/encryption',
      'test/trust/vault',
      'test/trust/killed-conversion',
      'test/trust/log',
      'test/unit/core/vault',
      'test/unit/core/db/keys',
      'test/unit/cli/vault',
    ],
    control: '(control)',
  },
  {
    number: 8,
    promise: 'an erased note is gone from the file',
    files: ['test/trust/erase'],
    control: 'where SQLite is left to its defaults',
  },
  {
    number: 9,
    promise: 'a newer archive is refused untouched',
    files: ['test/trust/downgrade'],
    control: '(control)',
  },
  {
    number: 10,
    promise: 'one archive, one writer',
    files: [
      'test/trust/two-instances',
      'test/trust/stray-log',
      'test/trust/odd-',
      'test/unit/core/system/place',
    ],
    control: '(control)',
  },
  {
    number: 11,
    promise: 'a full disk loses nothing, and the note in hand is saved',
    files: ['test/trust/disk-full'],
    control: '(control)',
  },
  {
    number: 12,
    promise: 'you can leave with everything',
    files: ['test/unit/core/export/open-copy', 'test/unit/cli/leave'],
    control: '(control)',
  },
]
