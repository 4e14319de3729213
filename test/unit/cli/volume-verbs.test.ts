import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDossier } from '../../../electron/core/archive/dossiers.ts'
import { openForWriting } from '../../../electron/core/db/open.ts'
import { openSystemClock } from '../../../electron/core/system/clock.ts'
import { aFolder } from '../../support/archive.ts'
import { runCli, type CliRun } from '../../support/cli.ts'
import { valueOf } from '../../support/dossiers.ts'

const { folder, remove } = aFolder()
const archive = path.join(folder, 'archive.fonds')
afterAll(remove)

const rowsSchema = z.array(z.looseObject({ id: z.string(), title: z.string() }))
const fonds = (...args: readonly string[]): CliRun => runCli(...args, '--archive', archive)
const rows = (verb: string): z.infer<typeof rowsSchema> =>
  rowsSchema.parse(fonds(verb, '--json').json())

beforeAll(() => {
  fonds('ingest', 'resources/sample')
  const clock = openSystemClock()
  const opened = valueOf(openForWriting(archive, 'Officier', clock))
  const [first] = rowsOf(opened.archive)
  const authorship = { actor: 'Officier', at: clock.now() }
  valueOf(
    createDossier(
      opened.archive,
      { clock, authorship },
      {
        title: 'Dossier du jour',
        description: '',
        marking: '',
        items: [{ kind: 'communique', communiqueId: first ?? '' }],
      },
    ),
  )
  opened.close()
}, 180_000)

const rowsOf = (db: { prepare: <T>(sql: string) => { all: () => T[] } }): readonly string[] =>
  db
    .prepare<{ id: string }>('SELECT id FROM communique ORDER BY seq')
    .all()
    .map(({ id }) => id)

const target = (name: string): readonly string[] => ['--output', path.join(folder, name)]

const startOf = (file: string): string =>
  readFileSync(path.join(folder, file)).toString('latin1', 0, 5)

describe('verbs that write one document of several texts', () => {
  test('write a stored dossier as PDF and as a Word document', () => {
    const [dossier] = rows('dossiers')
    expect(dossier?.title).toBe('Dossier du jour')
    for (const [format, start] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const output = path.join(folder, `dossier.${format}`)
      expect(
        fonds(
          'dossier',
          dossier?.id ?? '',
          '--format',
          format,
          '--output',
          output,
          '--header',
          'Bureau',
        ),
      ).toMatchObject({ code: 0 })
      expect(startOf(`dossier.${format}`)).toContain(start)
    }
  }, 180_000)

  test('write a briefing note, search results and a comparison', () => {
    const [one, two] = rows('list').map(({ id }) => id)
    expect(
      fonds('briefing', one ?? '', two ?? '', '--dossier', 'Note', ...target('note.pdf')).code,
    ).toBe(0)
    expect(fonds('results', 'feuille', 'de', 'route', ...target('liste.pdf')).code).toBe(0)
    expect(fonds('compare', one ?? '', two ?? '', ...target('comparaison.pdf')).code).toBe(0)
    for (const file of ['note.pdf', 'liste.pdf', 'comparaison.pdf'])
      expect(startOf(file)).toBe('%PDF-')
  }, 180_000)

  test('say what is missing or wrong, and write nothing', () => {
    const logo = path.join(folder, 'logo.png')
    writeFileSync(logo, 'no image')
    expect(fonds('briefing', 'x', ...target('rien.pdf'))).toMatchObject({ code: 2 })
    expect(fonds('dossier', 'nowhere', ...target('rien.pdf')).out).toContain('nowhere')
    const marked = fonds('dossier', 'x', ...target('rien.pdf'), '--logo', logo)
    expect(marked.out).toContain('page.logo')
    expect(existsSync(path.join(folder, 'rien.pdf'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  }, 180_000)
})
