import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failureFromError } from '../../electron/core/db/sqlite-failure.ts'
import { fileNameFromParts } from '../../electron/core/export/file-name.ts'
import { openPdfEngine } from '../../electron/core/export/pdf.ts'
import { writeFileAtomically } from '../../electron/core/system/files.ts'
import { fail, type Failure } from '../../shared/model/failure.ts'
import { aFolder } from '../support/archive.ts'
import { aStoredDossier, toolsUnder } from '../support/dossiers.ts'
import { exportDossier } from '../../electron/core/export/export-dossier.ts'
import { archiveContract } from '../../shared/channels/contract.ts'
import { pdfPlaces } from '../support/pdf-tools.ts'
import { runCli } from '../support/cli.ts'

const { folder, remove } = aFolder()
afterAll(remove)

describe('a font that is missing or altered', () => {
  test.each([
    ['missing', (file: string) => spawnSync('rm', [file])],
    ['altered', (file: string) => writeFileSync(file, 'no font')],
  ])('is told, and nothing is typeset: %s', async (name, spoil) => {
    const fontsFolder = path.join(folder, `fonts-${name}`)
    mkdirSync(fontsFolder)
    for (const file of readdirSync(pdfPlaces.fontsFolder)) {
      copyFileSync(path.join(pdfPlaces.fontsFolder, file), path.join(fontsFolder, file))
    }
    spoil(path.join(fontsFolder, 'Amiri_400Regular.ttf'))
    const opened = await openPdfEngine({ ...pdfPlaces, fontsFolder })
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'export-font-missing' } })
  })
})

test('a title of any length gives a name that every system takes', () => {
  const title = 'Communiqué conjoint à l’issue de la visite '.repeat(40)
  const name = fileNameFromParts({ date: '2031-04-28', issuer: 'Ministère', title }, 'pdf')
  writeFileAtomically(path.join(folder, name), Buffer.from('x'))
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe('x')
})

test.each([250, 251, 255])('a name of %i bytes, which every system takes, is written', (length) => {
  const place = path.join(folder, `name-${length}`)
  mkdirSync(place)
  const name = `${'é'.repeat(Math.floor((length - 4) / 2))}${length % 2 === 0 ? '' : 'x'}.pdf`
  expect(Buffer.byteLength(name)).toBe(length)
  writeFileAtomically(path.join(place, name), Buffer.from('before'))
  writeFileAtomically(path.join(place, name), Buffer.from('after'))
  expect(readdirSync(place)).toEqual([name])
  expect(readFileSync(path.join(place, name), 'utf8')).toBe('after')
})

test('a name of 256 bytes is refused and leaves nothing', () => {
  const place = path.join(folder, 'name-256')
  mkdirSync(place)
  const target = path.join(place, `${'x'.repeat(252)}.pdf`)
  expect(() => writeFileAtomically(target, Buffer.from('x'))).toThrow('ENAMETOOLONG')
  expect(readdirSync(place)).toEqual([])
})

test('a dossier that is cancelled in the middle gives no file', async () => {
  const stored = aStoredDossier()
  const { office, dossierId } = stored
  const choice = { dossierId, format: 'pdf' as const, labels: 'fr' as const }
  const input = archiveContract['export.render-dossier'].input.parse(choice)
  const steps = exportDossier(office.db, toolsUnder({}), input)
  const first = await steps.next()
  expect(first).toMatchObject({ done: false, value: { file: null } })
  expect(await steps.return(fail({ kind: 'cancelled' }))).toMatchObject({ done: true })
  expect((await steps.next()).done).toBe(true)
  office.close()
})

const disk = path.join(folder, 'disk')
const filesThere = (): readonly string[] => readdirSync(disk).toSorted()
mkdirSync(disk)
const hasDisk =
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0
if (!hasDisk) process.stdout.write('no small disk can be mounted here: a full one is not tested\n')

describe.skipIf(!hasDisk)('a place that cannot be written to', () => {
  const archive = path.join(folder, 'archive.fonds')
  beforeAll(() => {
    runCli('ingest', '--archive', archive, 'resources/sample')
  }, 300_000)
  afterAll(() => void spawnSync('umount', ['-l', disk]))

  test('because it is full is told, and leaves no half file', () => {
    writeFileSync(path.join(disk, 'filler'), Buffer.alloc(56_000))
    const said = runCli('results', '', '--archive', archive, '--output', path.join(disk, 'a.pdf'))
    expect(said).toMatchObject({ code: 1 })
    expect(said.out).toContain('Le disque est plein')
    expect(filesThere()).toEqual(['filler'])
    rmSync(path.join(disk, 'filler'))
    const large = Buffer.alloc(200_000)
    expect(failureOf(() => writeFileAtomically(path.join(disk, 'b.pdf'), large))).toEqual({
      kind: 'disk-full',
    })
    expect(filesThere()).toEqual([])
  }, 180_000)

  test('because it may only be read is told, and what was there is untouched', () => {
    writeFileSync(path.join(disk, 'there.pdf'), 'before')
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0)
    const said = runCli('results', '', '--archive', archive, '--output', disk)
    expect(said).toMatchObject({ code: 1 })
    expect(said.out).toContain('Accès refusé à cet endroit')
    expect(filesThere()).toEqual(['there.pdf'])
    expect(readFileSync(path.join(disk, 'there.pdf'), 'utf8')).toBe('before')
  }, 180_000)
})

describe.skipIf(!hasDisk)('a file that is there and cannot be replaced', () => {
  const place = path.join(folder, 'held')
  const target = path.join(place, 'dossier.pdf')
  const other = path.join(folder, 'other')
  beforeAll(() => {
    mkdirSync(place)
    writeFileSync(target, 'before')
    writeFileSync(other, 'held')
  })
  afterAll(() => void spawnSync('umount', ['-l', target]))

  test('is told as open elsewhere, with nothing changed and no half file', () => {
    // What stands for a reader that holds the file: the system refuses the rename with EBUSY.
    expect(spawnSync('mount', ['--bind', other, target]).status).toBe(0)
    expect(failureOf(() => writeFileAtomically(target, Buffer.from('after')))).toEqual({
      kind: 'file-in-use',
    })
    expect(readdirSync(place)).toEqual(['dossier.pdf'])
    expect(readFileSync(target, 'utf8')).toBe('held')
    spawnSync('umount', [target])
    expect(readFileSync(target, 'utf8')).toBe('before')
    writeFileAtomically(target, Buffer.from('after'))
    expect(readFileSync(target, 'utf8')).toBe('after')
  })
})

test('a name that is too long for the place is told by the command line, and leaves nothing', () => {
  const archive = path.join(folder, 'long.fonds')
  runCli('ingest', '--archive', archive, 'resources/sample')
  const place = path.join(folder, 'long')
  mkdirSync(place)
  const output = path.join(place, `${'n'.repeat(300)}.pdf`)
  const said = runCli('results', '', '--archive', archive, '--output', output)
  expect(said).toMatchObject({ code: 1 })
  expect(said.out).toContain('--output')
  expect(readdirSync(place)).toEqual([])
}, 300_000)

function failureOf(work: () => void): Failure | null {
  try {
    work()
    return null
  } catch (error) {
    return failureFromError(error)
  }
}
