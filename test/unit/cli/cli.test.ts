import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder } from '../../support/archive.ts'
import { runCli } from '../../support/cli.ts'

const SEED = path.resolve('../shared/corpus/seed/000_42ad996fa631caf3.txt')
const { folder, remove } = aFolder()
const archive = path.join(folder, 'archive.fonds')
const shownSchema = z.looseObject({
  title: z.string(),
  text: z.string(),
  issuer: z.string().nullable(),
  dates: z.array(z.looseObject({ role: z.string() })),
  paragraphs: z.array(z.looseObject({ start: z.number(), end: z.number() })),
})
const rowsSchema = z.array(z.looseObject({ id: z.string(), title: z.string() }))
const list = (): z.infer<typeof rowsSchema> =>
  rowsSchema.parse(runCli('list', '--archive', archive, '--json').json())
const idOf = (words: string): string => list().find(({ title }) => title.includes(words))?.id ?? ''

beforeAll(() => {
  runCli('ingest', '--archive', archive, 'resources/sample')
})
afterAll(remove)

describe('the verbs', () => {
  test('a folder taken in twice adds nothing the second time', () => {
    const before = list().length
    const again = runCli('ingest', '--archive', archive, 'resources/sample', '--json').json()
    expect(again).toMatchObject({ added: 0, related: 0 })
    expect(list()).toHaveLength(before)
  })

  test('search gives the passage and offsets into the text', () => {
    const hits = z
      .array(
        z.looseObject({
          id: z.string(),
          snippet: z.string(),
          offsets: z.array(z.looseObject({ start: z.number(), end: z.number() })),
        }),
      )
      .parse(runCli('search', '--archive', archive, '"feuille de route"', '--json').json())
    expect(hits.length).toBeGreaterThan(2)
    for (const { id, snippet, offsets } of hits) {
      expect(snippet.toLowerCase()).toContain('feuille')
      const { text, title } = shownSchema.parse(
        runCli('show', '--archive', archive, id, '--json').json(),
      )
      const [first] = offsets
      expect(`${text.slice(first?.start, first?.end)} ${title}`).toMatch(/feuille/iu)
    }
  })

  test('annotate, then find the note, then print it', () => {
    const id = idOf('Protection civile')
    const made = runCli(
      'annotate',
      '--archive',
      archive,
      id,
      '--quote',
      'la lutte contre les filières',
      '--note',
      'Échéance de juin',
      '--kind',
      'commitment',
    )
    expect(made.code).toBe(0)
    expect(runCli('search', '--archive', archive, 'note:echeance').out).toContain(id)
    const pdf = path.join(folder, 'one.pdf')
    expect(
      runCli('export', '--archive', archive, id, '--format', 'pdf', '--output', pdf).code,
    ).toBe(0)
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a saved search is run by its name, and narrows another', () => {
    runCli('save-search', '--archive', archive, 'Routes', '"feuille de route"')
    const ids = (...asked: string[]): readonly string[] =>
      rowsSchema
        .parse(runCli('search', '--archive', archive, ...asked, '--json').json())
        .map(({ id }) => id)
    const routes = ids('"feuille de route"')
    expect(ids('--saved', 'Routes')).toEqual(routes)
    const narrowed = ids('--saved', 'Routes', 'ministre')
    expect(narrowed.length).toBeGreaterThan(0)
    expect(routes).toEqual(expect.arrayContaining([...narrowed]))
    expect(runCli('search', '--archive', archive, '--saved', 'Chemins').code).toBe(1)
    expect(runCli('search', '--archive', archive).code).toBe(2)
  })

  test('several texts become several files, and none replaces another', () => {
    const target = path.join(folder, 'pages')
    mkdirSync(target)
    const ids = list()
      .slice(0, 2)
      .map(({ id }) => id)
    for (let time = 0; time < 2; time += 1) {
      expect(
        runCli('export', '--archive', archive, ...ids, '--format', 'pdf', '--output', target).code,
      ).toBe(0)
    }
    expect(readdirSync(target)).toHaveLength(4)
  })

  test('verify finds everything as recorded, and a backup opens by itself', () => {
    expect(runCli('verify', '--archive', archive).code).toBe(0)
    const copy = path.join(folder, 'copy.fonds')
    expect(runCli('backup', '--archive', archive, '--output', copy).code).toBe(0)
    const rows = rowsSchema.parse(runCli('list', '--archive', copy, '--json').json())
    expect(rows).toHaveLength(list().length)
    expect(runCli('backup', '--archive', archive, '--output', copy).out).toContain('existe déjà')
  })

  test('what is not understood ends with 2 and says so', () => {
    expect(runCli('--help')).toMatchObject({ code: 0 })
    expect(runCli()).toMatchObject({ code: 2 })
    expect(runCli('danse', '--archive', archive)).toMatchObject({ code: 2 })
    expect(runCli('show', '--archive', archive)).toMatchObject({ code: 2 })
    expect(runCli('show', '--archive', archive, 'nobody')).toMatchObject({ code: 1 })
    expect(runCli('search', '--archive', archive, '(ouvert').out).toMatch(/caractère 1/u)
  })
})

describe('what cannot be read', () => {
  const inbox = path.join(folder, 'mauvais')
  const lines = (): string => {
    mkdirSync(inbox, { recursive: true })
    writeFileSync(path.join(inbox, 'vide.txt'), '')
    writeFileSync(
      path.join(inbox, 'programme.txt'),
      Buffer.from('7f454c4602010100'.padEnd(4000, '0'), 'hex'),
    )
    writeFileSync(path.join(inbox, 'énorme.txt'), '')
    truncateSync(path.join(inbox, 'énorme.txt'), 100 * 1024 * 1024)
    symlinkSync(inbox, path.join(inbox, 'boucle'))
    symlinkSync(path.join(inbox, 'nulle-part'), path.join(inbox, 'perdu.txt'))
    execFileSync('mkfifo', [path.join(inbox, 'tube')])
    writeFileSync(
      path.join(inbox, 'bon.txt'),
      `Un texte à garder\n\n12/05/2025\n\n${'Le ministre a reçu son homologue à la capitale. '.repeat(6)}`,
    )
    return runCli('ingest', '--archive', archive, inbox).out
  }

  test('each says why, the readable one comes in, and nothing else changes', () => {
    const before = list().length
    const said = lines()
    expect(said).toMatch(/vide\.txt : fichier vide/u)
    expect(said).toMatch(/programme\.txt : ce n’est pas un texte/u)
    expect(said).toMatch(/énorme\.txt : plus de 50 Mo/u)
    expect(said).toMatch(/perdu\.txt : le fichier n’est plus là/u)
    expect(said).toMatch(/tube : ce n’est pas un fichier ordinaire/u)
    expect(list()).toHaveLength(before + 1)
    expect(runCli('verify', '--archive', archive).code).toBe(0)
  })

  test('an archive that is none is told in French', () => {
    expect(runCli('list', '--archive', '/etc/hostname').out).toContain(
      'n’est pas une archive Fonds',
    )
    expect(runCli('list', '--archive', path.join(folder, 'none')).out).toContain('pas d’archive')
  })
})

if (!existsSync(SEED))
  process.stdout.write('no corpus beside the project: the seed is not tested\n')

test.skipIf(!existsSync(SEED))('the first text of all is described exactly', () => {
  const own = path.join(folder, 'seed.fonds')
  expect(runCli('ingest', '--archive', own, SEED).code).toBe(0)
  const [row] = rowsSchema.parse(runCli('list', '--archive', own, '--json').json())
  const shown = shownSchema.parse(runCli('show', '--archive', own, row?.id ?? '', '--json').json())
  expect(shown.title).toBe(
    'Abdelouafi Laftit tient à Rabat une réunion de travail avec son homologue français',
  )
  expect(shown.issuer).toBe('ministère de l’Intérieur')
  expect(shown.dates).toMatchObject([
    { role: 'header', value: '2025-04', precision: 'month' },
    { role: 'published', value: '2025-04-16', precision: 'day', settlement: 'confirmed' },
    {
      role: 'event',
      value: '2025-04-14',
      origin: 'deduced',
      settlement: 'unconfirmed',
      relativeTo: '2025-04-16',
      evidence: { quote: 'lundi' },
    },
  ])
  expect(shown.paragraphs).toHaveLength(12)
  expect(shown.paragraphs.map(({ start, end }) => shown.text.slice(start, end)).join('\n\n')).toBe(
    shown.text,
  )
})
