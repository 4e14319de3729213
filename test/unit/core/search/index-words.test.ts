import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  indexNote,
  removeNote,
  removeVersion,
} from '../../../../electron/core/search/index-words.ts'
import { isIndexStale, rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import { addForms, createFormSet } from '../../../../electron/core/search/form-set.ts'
import { anArchive } from '../../../support/archive.ts'
import { aSearchableArchive, addNote, addTexts } from '../../../support/searchable.ts'

const SECRET = 'xylophonique'

test('a removed version leaves none of its own words in the file', () => {
  const { archive, path, close } = anArchive()
  const texts = Array.from({ length: 300 }, (_, index) => ({ text: `Texte commun ${index}.` }))
  addTexts(archive, [...texts, { title: 'Titre', text: `Un accord ${SECRET} est commun.` }])
  archive.write(() => {
    removeVersion(archive, { seq: 301, title: 'Titre', text: `Un accord ${SECRET} est commun.` })
    archive.prepare('DELETE FROM version WHERE seq = 301').run()
  })
  const matches = archive.prepare('SELECT 1 FROM version_words WHERE version_words MATCH ?')
  expect(matches.get(SECRET)).toBeUndefined()
  expect(matches.get('commun')).toBeDefined()
  const terms = archive.prepare<{ form: string }>('SELECT form FROM term').all()
  expect(terms.map(({ form }) => form)).not.toContain(SECRET)
  expect(terms.map(({ form }) => form)).toContain('commun')
  archive.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  expect(readFileSync(path).includes(SECRET)).toBe(false)
  close()
})

test('a note is found by its words and tags, as long as it stands', () => {
  const { archive, find, close } = aSearchableArchive([{ text: 'Rien.' }])
  const seq = addNote(archive, 1, 'À vérifier demain', ['suivi migratoire'])
  expect(find('note:verifier').total).toBe(1)
  expect(find('tag:migratoire').total).toBe(1)
  expect(find('texte:verifier').total).toBe(0)
  archive.write(() => indexNote(archive, { seq, body: 'Confirmé', tags: [] }))
  expect(find('verifier').total).toBe(0)
  expect(find('confirme').total).toBe(1)
  archive.write(() => removeNote(archive, seq))
  expect(find('confirme').total).toBe(0)
  close()
})

test('a rebuilt index answers as the one it replaces, and is no longer stale', () => {
  const { archive, find, close } = aSearchableArchive([
    { title: 'Coopération', text: 'Les négociations avancent.' },
    { text: 'كُتِبَ بيان.', language: 'ar' },
  ])
  addNote(archive, 2, 'Une note', ['étiquette'])
  const queries = ['negociation', 'titre:coopération', 'كتب', 'note', 'tag:etiquette', 'absent']
  const before = queries.map((query) => find(query))
  expect(isIndexStale(archive)).toBe(true)
  const progress: number[] = []
  rebuildIndex(archive, (done, total) => progress.push(done / total))
  expect(isIndexStale(archive)).toBe(false)
  expect(queries.map((query) => find(query))).toEqual(before)
  expect(progress.at(-1)).toBe(1)
  close()
})

test('a set of forms gives each form once, however many there are', () => {
  const set = createFormSet()
  const words = Array.from({ length: 20_000 }, (_, index) => `mot${index.toString(36)}é`)
  const text = words.join(' ').toUpperCase().replaceAll('É', 'é')
  expect(addForms(set, `${text}, ${text}`)).toEqual(words)
  expect(addForms(set, text)).toEqual([])
  expect(addForms(set, ' neuf ')).toEqual(['neuf'])
})
