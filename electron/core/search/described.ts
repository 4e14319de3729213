import { foldText } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { LANGUAGES } from './columns.ts'
import type { Columns } from './columns.ts'
import { communiquesAt, communiquesWhere } from './communique-set.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { listDossierMembers } from './dossier-members.ts'
import type { Description } from './query.ts'

/** What officers call the languages, folded. */
const LANGUAGE_NAMES: Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>> = {
  fr: ['fr', 'francais', 'french', 'فرنسي', 'فرنسيه', 'الفرنسيه'],
  ar: ['ar', 'arabe', 'arabic', 'عربي', 'عربيه', 'العربيه'],
  en: ['en', 'anglais', 'english', 'انجليزي', 'انجليزيه', 'الانجليزيه'],
  und: ['und', 'inconnue', 'unknown'],
}
/** What officers call the kinds of communiqué, folded. */
const KIND_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['communique', ['communique', 'بلاغ']],
  ['joint-communique', ['communique conjoint', 'joint communique', 'بلاغ مشترك', 'بيان مشترك']],
  ['declaration', ['declaration', 'statement', 'تصريح', 'بيان', 'اعلان']],
  ['press-release', ['communique de presse', 'press release', 'بلاغ صحفي', 'بيان صحفي']],
  ['wire', ['depeche', 'wire', 'wire report', 'برقيه', 'برقيه وكاله']],
  ['other', ['autre', 'other', 'اخر']],
])

/** The communiqués whose issuer, place, person, language, kind or dossier is what the words say. */
export function findDescribed(
  { by, forms }: { readonly by: Description; readonly forms: readonly string[] },
  { db, columns }: { readonly db: ReadableArchive; readonly columns: Columns },
): CommuniqueSet {
  const asked = forms.join(' ')
  switch (by) {
    case 'issuer': {
      const issuers = issuersNamed(db, forms)
      return communiquesWhere(columns, (row) => issuers.has(columns.issuer[row] ?? 0))
    }
    case 'language': {
      const index = LANGUAGES.findIndex((language) => LANGUAGE_NAMES[language].includes(asked))
      return communiquesWhere(columns, (row) => columns.language[row] === index)
    }
    case 'kind':
      return communiquesAt(columns, communiquesOfKind(db, asked))
    case 'person':
      return communiquesAt(columns, communiquesNaming(db, forms))
    case 'place':
      return communiquesAt(columns, communiquesIn(db, forms))
    case 'dossier':
      return communiquesAt(columns, communiquesInDossiers(db, forms))
  }
}

/** An issuer is named by consecutive words of its name, the last of which may be begun. */
function issuersNamed(db: ReadableArchive, forms: readonly string[]): ReadonlySet<number> {
  const issuers = db
    .prepare<{ seq: number; name: string }>(
      `SELECT seq, name FROM authority
       WHERE seq IN (SELECT issuer_seq FROM communique WHERE issuer_seq IS NOT NULL)`,
    )
    .all()
  return new Set(issuers.filter(({ name }) => isNamed(name, forms)).map(({ seq }) => seq))
}

function communiquesIn(
  db: ReadableArchive,
  forms: readonly string[],
): readonly { readonly seq: number }[] {
  const places = db
    .prepare<{ place: string }>('SELECT DISTINCT place FROM communique WHERE place IS NOT NULL')
    .all()
    .filter(({ place }) => isNamed(place, forms))
  return db
    .prepare<{ seq: number }>(
      'SELECT seq FROM communique WHERE place IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(places.map(({ place }) => place)))
}

/** In a dossier whose title has the words. */
function communiquesInDossiers(
  db: ReadableArchive,
  forms: readonly string[],
): readonly { readonly seq: number }[] {
  return listDossierMembers(db, null).filter(({ title }) => isNamed(title, forms))
}

/** Named in the newest wording or any before, by any name of the record, and not rejected. */
function communiquesNaming(
  db: ReadableArchive,
  forms: readonly string[],
): readonly { readonly seq: number }[] {
  return db
    .prepare<{ seq: number }>(
      `SELECT DISTINCT version.communique_seq AS seq FROM mention
       JOIN version ON version.seq = mention.version_seq
       WHERE settlement <> 'rejected' AND authority_seq IN (
         SELECT coalesce(authority.merged_into, authority.seq) FROM authority
         JOIN authority_name ON authority_name.authority_seq = authority.seq
         WHERE authority.kind = 'person'
           AND instr(' ' || authority_name.folded, ' ' || ?) > 0)`,
    )
    .all(forms.join(' '))
}

function communiquesOfKind(
  db: ReadableArchive,
  asked: string,
): readonly { readonly seq: number }[] {
  const kinds = [...KIND_NAMES].filter(
    ([kind, names]) => names.includes(asked) || foldText(kind) === asked,
  )
  return db
    .prepare<{ seq: number }>(
      'SELECT seq FROM communique WHERE kind IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(kinds.map(([kind]) => kind)))
}

function isNamed(name: string, forms: readonly string[]): boolean {
  return ` ${foldText(name)}`.includes(` ${forms.join(' ')}`)
}
