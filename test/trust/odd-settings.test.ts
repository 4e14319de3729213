import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../electron/core/policy/enforce-policy.ts'
import { readPolicy } from '../../electron/core/policy/read-policy.ts'
import { openPreferences } from '../../electron/core/system/preferences.ts'
import { openDeskMemory } from '../../electron/desktop/desk-memory.ts'
import { openFolderChoices } from '../../electron/desktop/folder-choices.ts'
import { aFolder } from '../support/archive.ts'
import { randomFromSeed } from '../support/random.ts'
import { listRuins, lookOf } from '../support/ruins.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const random = randomFromSeed(seedOr(20_266))
const RUINS = listRuins(random)
const ROUNDS = isFull ? 20 : 1
let place: ReturnType<typeof aFolder>
beforeEach(() => {
  place = aFolder()
})
afterEach(() => place.remove())

/** What keeps choices of an officer, and how one is made and read again. */
interface Keeper {
  readonly name: string
  readonly open: (file: string) => {
    readonly choose: () => void
    readonly read: () => unknown
    readonly wasSetAside: () => boolean
  }
  readonly chosen: unknown
  readonly nothing: unknown
}

const KEEPERS: readonly Keeper[] = [
  {
    name: 'preferences.json',
    open: (file) => {
      const preferences = openPreferences(file)
      return {
        choose: () => preferences.keep('settings.language', '"ar"'),
        read: () => preferences.read(),
        wasSetAside: preferences.wasSetAside,
      }
    },
    chosen: { 'settings.language': '"ar"' },
    nothing: {},
  },
  {
    name: 'desk.json',
    open: (file) => {
      const memory = openDeskMemory(file)
      return {
        choose: () => memory.addRecent('/archives/a.fonds'),
        read: () => [memory.place(), memory.recent()],
        wasSetAside: memory.wasSetAside,
      }
    },
    chosen: [null, ['/archives/a.fonds']],
    nothing: [null, []],
  },
  {
    name: 'folders.json',
    open: (file) => {
      const choices = openFolderChoices(file)
      return {
        choose: () => choices.keep('/archives/a.fonds', { folder: '/depot', isOn: true }),
        read: () => choices.of('/archives/a.fonds'),
        wasSetAside: choices.wasSetAside,
      }
    },
    chosen: { folder: '/depot', isOn: true },
    nothing: null,
  },
]

describe.each(KEEPERS)('$name', ({ name, open, chosen, nothing }) => {
  test('that is whole is read, and nothing is set aside (control)', () => {
    const file = path.join(place.folder, name)
    expect([open(file).read(), open(file).wasSetAside()]).toEqual([nothing, false])
    open(file).choose()
    const again = open(file)
    expect([again.read(), again.wasSetAside()]).toEqual([chosen, false])
    expect(existsSync(`${file}.1.aside`)).toBe(false)
  })

  test.each(RUINS)('that is $name is set aside under another name, and told', ({ put }) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const file = path.join(place.folder, name)
      open(file).choose()
      put(file, readFileSync(file))
      const ruined = lookOf(file)
      const kept = open(file)
      expect([kept.read(), kept.wasSetAside()]).toEqual([nothing, true])
      expect(lookOf(`${file}.${round}.aside`)).toBe(ruined)
      kept.choose()
      const again = open(file)
      expect([again.read(), again.wasSetAside()]).toEqual([chosen, false])
    }
  })
})

test('a window that stood where no number of the system reaches opens as a first one would', () => {
  const file = path.join(place.folder, 'desk.json')
  const stood = { x: 10, y: 10, width: 900, height: 700, isMaximized: false }
  for (const odd of [{ x: 2 ** 40 }, { y: -(2 ** 33) }, { width: 0 }, { height: 9e15 }]) {
    writeFileSync(file, JSON.stringify({ place: { ...stood, ...odd }, recent: [] }))
    expect(openDeskMemory(file).place()).toBeNull()
  }
  // The control: where it can stand it does.
  writeFileSync(file, JSON.stringify({ place: stood, recent: [] }))
  expect(openDeskMemory(file).place()).toEqual(stood)
})

const asked = { channel: 'export.render', lane: 'export', input: { format: 'csv' } } as const
const RULES = JSON.stringify({ readOnly: false, requireEncryption: true, exportFormats: ['csv'] })

describe('a policy', () => {
  test.each(RUINS)('that is $name forbids writing and exporting, and is told', ({ put }) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const file = path.join(place.folder, `policies-${round}.json`)
      writeFileSync(file, RULES)
      put(file, Buffer.from(RULES))
      const { policy, faults } = readPolicy({ registry: null, file })
      expect(faults.length).toBeGreaterThan(0)
      expect(refusalOf(policy, asked)).not.toBeNull()
      expect(refusalOf(policy, { ...asked, channel: 'ingest.offer-files', lane: 'write' })).toEqual(
        {
          kind: 'policy-refuses',
          rule: 'readOnly',
        },
      )
      // It is the administrator's: nobody moves it.
      expect(lstatSync(file, { throwIfNoEntry: false })).toBeDefined()
    }
  })

  test('whose folder is a link that leads nowhere forbids them too', () => {
    const folder = path.join(place.folder, 'fonds')
    symlinkSync(path.join(place.folder, 'gone'), folder)
    const file = path.join(folder, 'policies.json')
    expect(readPolicy({ registry: null, file }).policy.readOnly).toBe(true)
    // The control: a link to a folder in which no policy was left settles nothing.
    rmSync(folder)
    mkdirSync(path.join(place.folder, 'there'))
    symlinkSync(path.join(place.folder, 'there'), folder)
    expect(readPolicy({ registry: null, file })).toMatchObject({ policy: {}, faults: [] })
  })

  test('that is whole, or was never left, restricts no more than it says (control)', () => {
    const file = path.join(place.folder, 'policies.json')
    expect(readPolicy({ registry: null, file })).toEqual({
      policy: {},
      sourceByRule: {},
      faults: [],
    })
    writeFileSync(file, RULES)
    const { policy, faults } = readPolicy({ registry: null, file })
    expect([faults, refusalOf(policy, asked)]).toEqual([[], null])
  })
})
