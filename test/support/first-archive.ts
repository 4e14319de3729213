import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'
import { migrateArchive } from '../../electron/core/db/migrate.ts'
import { MIGRATIONS } from '../../electron/core/db/migrations.ts'
import type { Paragraph } from '../../shared/model/communique.ts'
import { digestOf } from '../../electron/core/system/files.ts'

/** Texts of an archive of the first schema, each with a word that no other has. */
export const FIRST_TEXTS = [
  'Le ministre a reçu son homologue valdorien au sujet de la pêche.',
  'La commission mixte a arrêté un calendrier pour le corridor.',
  'أعلنت الوزارة توقيع مذكرة التفاهم حول الطاقة.',
]

/** Makes an archive as the first schema had it, with texts, dates and one note, closed again. */
export function writeFirstArchive(file: string, texts: readonly string[] = FIRST_TEXTS): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  migrateArchive(db, file, MIGRATIONS.slice(0, 1), { key: null, now: '2026-01-05T08:00:00.000Z' })
  db.exec("INSERT INTO archive VALUES ('an-archive', '2026-01-05T08:00:00.000Z', 'Officier')")
  db.transaction(() => {
    for (const [at, text] of texts.entries()) addText(db, at + 1, text)
  })()
  db.exec(`
    INSERT INTO annotation VALUES (1, 'a-note', 1, 'comment', 'À suivre', 'fr', 'private', '["mer"]',
      'Officier', '2026-01-06T08:00:00.000Z', 'Officier', '2026-01-06T08:00:00.000Z', 0);
    INSERT INTO anchor VALUES (1, 1, 3, 11, 'ministre', 'Le ', ' a reçu', 'attached');
    UPDATE communique SET annotation_count = 1 WHERE seq = 1`)
  db.close()
  chmodSync(file, 0o600)
}

/** The one paragraph of a text, as the first schema wrote it down. */
export const firstParagraph = (text: string, language: 'fr' | 'ar'): Paragraph => ({
  start: 0,
  end: text.length,
  kind: 'body',
  language,
  direction: language === 'ar' ? 'rtl' : 'ltr',
})

function addText(db: Database.Database, seq: number, text: string): void {
  const at = '2026-01-05T08:00:00.000Z'
  const bytes = Buffer.from(text)
  const language = seq === 3 ? 'ar' : 'fr'
  const insert = (table: string, values: readonly unknown[]): void => {
    db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)
  }
  insert('source_file', [digestOf(bytes), 'text/plain', bytes.length, bytes])
  insert('accession', [seq, digestOf(bytes), `${seq}.txt`, null, 'utf-8', 'text', at, 'o', seq])
  db.prepare(
    `INSERT INTO communique (seq, id, kind, created_at, title, title_folded, language, sorted_on,
       version_count) VALUES (?, ?, 'communique', ?, ?, ?, ?, ?, 1)`,
  ).run(
    seq,
    `text-${seq}`,
    at,
    `Texte ${seq}`,
    `texte ${seq}`,
    language,
    `2025-0${1 + (seq % 9)}-11`,
  )
  db.prepare(
    `INSERT INTO version (seq, id, communique_seq, number, title, preamble, text, paragraphs,
       language, digest, wording_digest, accession_seq, created_at)
     VALUES (?, ?, ?, 1, ?, '', ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    `version-${seq}`,
    seq,
    `Texte ${seq}`,
    text,
    JSON.stringify([firstParagraph(text, language)]),
    language,
    digestOf(text),
    digestOf(text),
    seq,
    at,
  )
}
