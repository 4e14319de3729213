import { describe, expect, test } from 'vitest'
import {
  createNameGiver,
  fileNameFromParts,
  numberedName,
} from '../../../../electron/core/export/file-name.ts'

const named = (title: string, date: string | null = null, issuer: string | null = null): string =>
  fileNameFromParts({ date, issuer, title }, 'pdf')

describe('a file name', () => {
  test('is made from date, issuer and title in any script', () => {
    expect(named('Réunion de l’eau', '2031-04-30', 'Ministère')).toBe(
      '2031-04-30-Ministère-Réunion-de-l-eau.pdf',
    )
    expect(named('بلاغ مشترك')).toBe('بلاغ-مشترك.pdf')
  })

  test.each([
    '../../etc/passwd',
    'a/b\\c:d*e?f"g<h>i|j',
    'fin\u0000\r\n\t.exe',
    '\u{202e}fdp.exe',
    '\u{d800}seul',
    '. . .',
    '',
    '🕊🕊',
    '-rf',
    'title '.repeat(200),
    'ع'.repeat(400),
  ])('of the title %j is safe on every system', (title) => {
    const name = named(title)
    expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.pdf$/u)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
    expect(name).toBe(name.normalize('NFC'))
    expect(name).not.toMatch(/-\.pdf$/u)
  })

  test.each(['CON', 'nul', 'Com1', 'LPT9', 'aux', 'COM²', 'conin$'])(
    'is never the device %s',
    (device) => {
      expect(named(device)).toMatch(/^communique-|^conin\.pdf$/u)
    },
  )
})

test('a name already given comes back numbered, in other letter case too', () => {
  const nameOf = createNameGiver()
  expect(['a.pdf', 'A.pdf', 'a.pdf', 'b.pdf'].map(nameOf)).toEqual([
    'a.pdf',
    'A-2.pdf',
    'a-3.pdf',
    'b.pdf',
  ])
})

test('a name without extension is numbered at its end', () => {
  const taken = new Set(['copie', '.profil'])
  const isFree = (name: string): boolean => !taken.has(name)
  expect(numberedName('copie', isFree)).toBe('copie-2')
  expect(numberedName('.profil', isFree)).toBe('.profil-2')
})
