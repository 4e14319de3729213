import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../electron/core/policy/enforce-policy.ts'
import { placeFromPolicy, readPolicy } from '../../../../electron/core/policy/read-policy.ts'

function aFile(text: string | null): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'fonds-policy-')), 'policies.json')
  if (text !== null) writeFileSync(file, text)
  return file
}

const forbidden = (): string => {
  throw new Error('forbidden')
}

const rendering = (format: string) =>
  ({ channel: 'export.render', lane: 'export', input: { format } }) as const

const fromFile = (text: string | null) => readPolicy({ registry: null, file: aFile(text) })

/** As `reg export` writes it, with a long value broken over lines. */
const REGISTRY = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Fonds]',
  '"archivePath"=hex(2):44,00,3a,00,5c,00,46,00,6f,00,6e,00,64,00,73,00,5c,00,61,00,\\',
  '  2e,00,66,00,6f,00,6e,00,64,00,73,00,00,00',
  '"readOnly"=dword:00000001',
  '"language"="ar"',
  '"exportFormats"=hex(7):70,00,64,00,66,00,00,00,63,00,73,00,76,00,00,00,00,00',
  '"exportFooter"="Ministère \\"A\\" — للاستعمال الداخلي"',
  '"lockDelayMinutes"=dword:0000000f',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Fonds\\Other]',
  '"language"="en"',
  '',
].join('\r\n')

describe('the policy of a machine', () => {
  test('settles nothing where no administrator left one', () => {
    expect(fromFile(null)).toEqual({ policy: {}, sourceByRule: {}, faults: [] })
  })

  test('is read from a file, byte order mark and schema name included', () => {
    const { policy, sourceByRule, faults } = fromFile(
      '\uFEFF{"$schema":"policies.schema.json","readOnly":true,"exportFormats":["pdf"]}',
    )
    expect(policy).toEqual({ readOnly: true, exportFormats: ['pdf'] })
    expect(sourceByRule).toEqual({ readOnly: 'file', exportFormats: 'file' })
    expect(faults).toEqual([])
  })

  test('is read from an exported registry key with every kind of value', () => {
    const { policy, faults } = readPolicy({ registry: () => REGISTRY, file: aFile(null) })
    expect(faults).toEqual([])
    expect(policy).toEqual({
      archivePath: 'D:\\Fonds\\a.fonds',
      readOnly: true,
      language: 'ar',
      exportFormats: ['pdf', 'csv'],
      exportFooter: 'Ministère "A" — للاستعمال الداخلي',
      lockDelayMinutes: 15,
    })
  })

  test('takes each rule from the registry before the file', () => {
    const file = aFile('{"language":"fr","exportMarking":"Diffusion restreinte"}')
    const { policy, sourceByRule } = readPolicy({ registry: () => REGISTRY, file })
    expect(policy.language).toBe('ar')
    expect(sourceByRule.language).toBe('registry')
    expect(policy.exportMarking).toBe('Diffusion restreinte')
    expect(sourceByRule.exportMarking).toBe('file')
  })

  test('tells of rules that nobody knows and of values that do not fit, and keeps the rest', () => {
    const { policy, faults } = fromFile('{"langage":"fr","language":"de","exportMarking":"X"}')
    expect(policy.language).toBeUndefined()
    expect(policy.exportMarking).toBe('X')
    expect(faults).toEqual([
      { source: 'file', rule: 'langage', why: 'unknown-rule' },
      { source: 'file', rule: 'language', why: 'invalid-value' },
    ])
  })

  test.each([
    ['{"readOnly":"yes"}', { readOnly: true }],
    ['{"requireEncryption":"yes"}', { requireEncryption: true }],
    ['{"requirePassphrase":"yes"}', { requirePassphrase: true }],
    ['{"exportFormats":["PDF"]}', { exportFormats: [] }],
  ])('counts a restriction that cannot be understood as the strictest: %s', (text, strictest) => {
    const { policy, faults } = fromFile(text)
    expect(policy).toEqual(strictest)
    expect(faults.map(({ why }) => why)).toEqual(['invalid-value'])
  })

  test.each(['{"readOnly":false', '[]', '"x"', ''])(
    'forbids writing and exporting where a source cannot be read: %j',
    (text) => {
      const { policy, faults } = fromFile(text)
      expect(policy).toEqual({ readOnly: true, exportFormats: [] })
      expect(faults).toEqual([{ source: 'file', rule: null, why: 'unreadable' }])
    },
  )

  test('lets a registry that cannot be read restrict all that the file does not settle', () => {
    const reading = readPolicy({ registry: forbidden, file: aFile('{"readOnly":false}') })
    expect(reading.policy).toEqual({ readOnly: false, exportFormats: [] })
    expect(reading.sourceByRule).toEqual({ readOnly: 'file', exportFormats: 'registry' })
    expect(reading.faults).toEqual([{ source: 'registry', rule: null, why: 'unreadable' }])
  })

  test('names places for each officer', () => {
    const officer = { home: '/home/amina', user: 'amina' }
    expect(placeFromPolicy('{home}/fonds/{user}.fonds', officer)).toBe(
      '/home/amina/fonds/amina.fonds',
    )
    expect(placeFromPolicy(undefined, officer)).toBeNull()
  })
})

describe('a policy in force', () => {
  const writing = { channel: 'annotation.create', lane: 'write', input: {} } as const
  const reading = { channel: 'search.run', lane: 'read', input: {} } as const

  test('refuses every write where archives are read-only, and no reading', () => {
    expect(refusalOf({ readOnly: true }, writing)).toEqual({
      kind: 'policy-refuses',
      rule: 'readOnly',
    })
    expect(refusalOf({ readOnly: true }, reading)).toBeNull()
  })

  test('lets out the formats that are allowed and no other', () => {
    expect(refusalOf({ exportFormats: ['pdf'] }, rendering('pdf'))).toBeNull()
    expect(refusalOf({ exportFormats: ['pdf'] }, rendering('csv'))).toMatchObject({
      rule: 'exportFormats',
    })
    const page = { channel: 'export.render-pdf', lane: 'export', input: {} } as const
    expect(refusalOf({ exportFormats: ['csv'] }, page)).toMatchObject({ rule: 'exportFormats' })
  })

  test('refuses nothing by itself', () => {
    expect([writing, reading, rendering('csv')].map((each) => refusalOf({}, each))).toEqual([
      null,
      null,
      null,
    ])
  })
})
