import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAnnotation, reviseAnnotation } from '../../../electron/core/annotations/annotate.ts'
import { findOrCreateAuthority } from '../../../electron/core/archive/authorities.ts'
import { addText, anOffice, mark } from '../../support/annotated.ts'
import { aFolder } from '../../support/archive.ts'
import { runCli } from '../../support/cli.ts'

const { folder, remove } = aFolder()
const inFolder = (name: string): string => path.join(folder, name)
const [one, two, three] = [inFolder('one.fonds'), inFolder('two.fonds'), inFolder('three.fonds')]
const bundle = inFolder('notes.zip')

beforeAll(() => {
  const office = anOffice('ali')
  try {
    const place = addText(office, 'Une commission mixte se réunira au printemps prochain à Tanger.')
    office.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    copyFileSync(office.path, two)
    mark(office, place, 'commission mixte', 'À suivre')
    const { id } = mark(office, place, 'Tanger', 'Pour moi')
    reviseAnnotation(office.db, office.desk, id, { visibility: 'private' })
    office.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    copyFileSync(office.path, one)
  } finally {
    office.close()
  }
  leadSomewhere(three)
})
afterAll(remove)

describe('annotations on the command line', () => {
  test('go to a colleague without the private ones, and are taken back whole', () => {
    const made = runCli('annotations', 'bundle', '--archive', one, '--output', bundle, '--json')
    expect(made.json()).toEqual({ path: bundle, annotationCount: 1 })
    const foreseen = runCli('annotations', 'preview', '--archive', two, bundle, '--json').json()
    expect(foreseen).toMatchObject({ newCount: 1, unknownTexts: [] })
    const merged = runCli('annotations', 'merge', '--archive', two, bundle, '--json').json()
    expect(merged).toMatchObject({ report: { newCount: 1 } })
    const { mergeId } = Object(merged)
    const undone = runCli('annotations', 'undo', '--archive', two, mergeId, '--json')
    expect(undone.json()).toEqual({ undone: 1, kept: 0 })
    const again = runCli('annotations', 'undo', '--archive', two, mergeId)
    expect(again).toMatchObject({
      code: 1,
      out: expect.stringContaining('Il n’y a rien à annuler'),
    })
  }, 180_000)

  test('are listed in the order of the texts, all or those of one kind', () => {
    const lines = runCli('annotations', 'list', '--archive', one).out.trimEnd().split('\n')
    expect(lines.map((line) => line.split('\t').slice(3))).toEqual([
      ['commission mixte', '', 'À suivre'],
      ['Tanger', '', 'Pour moi'],
    ])
    const links = runCli('annotations', 'list', '--archive', one, '--kind', 'link')
    expect(links).toMatchObject({ code: 0, out: '' })
    expect(runCli('annotations', 'list', '--archive', one, '--kind', 'nothing').code).toBe(2)
  }, 180_000)

  test('tell what links and mentions lead to, and hold only them when asked for them', () => {
    const lines = (...more: string[]) =>
      runCli('annotations', 'list', '--archive', three, ...more)
        .out.split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t'))
    const link = ['link', 'attached', 'Suite', 'feuille de route', 'Feuille de route', '']
    const mention = ['mention', 'attached', 'Suite', 'commission', 'Commission mixte', '']
    expect(lines()).toEqual([mention, link])
    expect(lines('--kind', 'link')).toEqual([link])
    expect(lines('--kind', 'mention')).toEqual([mention])
    const [told] = runCli('annotations', 'list', '--archive', three, '--kind', 'link', '--json')
      .out.trimEnd()
      .split('\n')
    expect(JSON.parse(told ?? '')).toMatchObject({
      kind: 'link',
      title: 'Suite',
      link: { to: 'communique', title: 'Feuille de route', passage: { exact: 'au printemps' } },
    })
  }, 180_000)

  test('go out and come in as W3C JSON-LD', () => {
    const file = inFolder('notes.jsonld')
    runCli('annotations', 'export', '--archive', one, '--output', file, '--include-private')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      type: 'AnnotationCollection',
      total: 2,
    })
    const brought = runCli('annotations', 'import', '--archive', two, file)
    expect(brought.code).toBe(0)
    expect(brought.out).toMatch(/^Fusionné : 2 nouvelles/u)
  }, 180_000)

  test('are told apart from other files, and replace none', () => {
    writeFileSync(inFolder('texte.txt'), 'Un texte.')
    const refused = runCli('annotations', 'merge', '--archive', two, inFolder('texte.txt'))
    expect(refused.code).toBe(1)
    expect(refused.out).toMatch(/refusé en entier \(not-a-bundle\)/u)
    expect(runCli('annotations', 'bundle', '--archive', one, '--output', two).code).toBe(1)
    expect(runCli('annotations', 'bundle', '--archive', one).code).toBe(2)
    expect(runCli('annotations', 'merge', '--archive', two).code).toBe(2)
    expect(runCli('annotations', 'nothing', '--archive', two).code).toBe(2)
    expect(existsSync(two)).toBe(true)
  }, 180_000)
})

/** An archive with a link to a passage of another text and a mention of a body. */
function leadSomewhere(file: string): void {
  const office = anOffice('ali')
  const { db, desk } = office
  try {
    const roadmap = 'La feuille de route est adoptée au printemps.'
    const first = addText(office, roadmap, 'Feuille de route')
    const text = 'La commission suit la feuille de route.'
    const next = addText(office, text, 'Suite')
    const named = { kind: 'corporate-body', name: 'Commission mixte', language: 'fr' } as const
    const seq = db.write(() => findOrCreateAuthority(db, desk.clock, named))
    const authority = db
      .prepare<{ id: string }>('SELECT id FROM authority WHERE seq = $seq')
      .get({ seq })
    const start = roadmap.indexOf('au printemps')
    const span = { start, end: start + 'au printemps'.length }
    const toPassage = { to: 'communique', communiqueId: first.communiqueId, span } as const
    const toBody = { to: 'authority', authorityId: authority?.id ?? '' } as const
    for (const [kind, exact, link] of [
      ['link', 'feuille de route', toPassage],
      ['mention', 'commission', toBody],
    ] as const) {
      const at = text.indexOf(exact)
      createAnnotation(db, desk, {
        versionId: next.versionId,
        start: at,
        end: at + exact.length,
        kind,
        body: '',
        tags: [],
        visibility: 'private',
        link,
      })
    }
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    copyFileSync(office.path, file)
  } finally {
    office.close()
  }
}
