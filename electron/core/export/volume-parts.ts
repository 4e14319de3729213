import type { Dossier, DossierItem, NewDossierItem } from '../../../shared/model/dossier.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Direction, Language } from '../../../shared/model/language.ts'
import { openDossier } from '../archive/dossiers.ts'
import { listMentions } from '../archive/mentions.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { communiqueIdOf, quotePassage } from './citation.ts'
import { readExportedText, type ExportedText, type TextChoice } from './exported-text.ts'
import { leftOutFrom, readAmongOthers, type LeftOut } from './left-out.ts'
import type { PageModel } from './page-model.ts'

/** One part of a dossier, in its order: a whole text, or what stands between texts. */
export type VolumePart =
  | {
      readonly kind: 'text'
      readonly page: PageModel
      readonly people: readonly PersonNamed[]
    }
  | { readonly kind: 'heading'; readonly words: string; readonly level: number }
  | { readonly kind: 'note'; readonly words: string }
  | {
      readonly kind: 'passage'
      /** In the quotation marks of its language. */
      readonly words: string
      readonly language: Language
      readonly direction: Direction
      /** Issuer, title, date, paragraph and digest of its text. */
      readonly source: string
    }

/** Somebody whom a text names; confirmed when an officer confirmed it once at least. */
export interface PersonNamed {
  readonly name: string
  /** As printed beside the name, each once. */
  readonly roles: readonly string[]
  readonly isConfirmed: boolean
}

/** Parts that were read to be written, with the whole texts among them. */
export interface ReadParts {
  readonly parts: readonly VolumePart[]
  readonly texts: readonly ExportedText[]
  /** Texts that could not be read. */
  readonly leftOut: readonly LeftOut[]
}

type Reading<T> = Generator<{ readonly done: number; readonly total: number }, Outcome<T>, void>

/**
 * Reads a stored dossier with the annotations chosen; yields after each item, so that a caller
 * can stop. Fails with `not-found`.
 */
export function* readDossierParts(
  db: ReadableArchive,
  id: string,
  choice: TextChoice,
): Reading<ReadParts & { readonly dossier: Dossier }> {
  const opened = openDossier(db, id)
  if (!opened.ok) return opened
  const read = yield* readParts(db, opened.value.items.map(itemFromStored), choice)
  return read.ok ? succeed({ ...read.value, dossier: opened.value }) : read
}

/**
 * Reads what items name; yields after each. Texts that cannot be read are left out, and passages of
 * damaged ones. Fails with `not-found` or `passage-invalid` for any other passage.
 */
export function* readParts(
  db: ReadableArchive,
  items: readonly NewDossierItem[],
  choice: TextChoice,
): Reading<ReadParts> {
  const parts: VolumePart[] = []
  const texts: ExportedText[] = []
  const leftOut: LeftOut[] = []
  for (const [at, item] of items.entries()) {
    if (item.kind === 'communique') {
      const { communiqueId } = item
      const text = readAmongOthers(() => readExportedText(db, communiqueId, choice))
      if (text.ok) {
        texts.push(text.value)
        parts.push(partFromText(db, text.value))
      } else leftOut.push(leftOutFrom(db, communiqueId, text.failure))
    } else if (item.kind === 'passage') {
      const quoted = readAmongOthers(() => quotePassage(db, item, choice.labels))
      if (quoted.ok) parts.push({ kind: 'passage', ...quoted.value })
      else if (quoted.failure.kind !== 'archive-corrupt') return quoted
      else {
        const owner = communiqueIdOf(db, item.versionId) ?? item.versionId
        leftOut.push(leftOutFrom(db, owner, quoted.failure))
      }
    } else parts.push(item)
    yield { done: at, total: items.length }
  }
  return succeed({ parts, texts, leftOut })
}

function itemFromStored(item: DossierItem): NewDossierItem {
  switch (item.kind) {
    case 'communique':
      return { kind: 'communique', communiqueId: item.communiqueId }
    case 'passage': {
      const { versionId, start, end } = item.passage
      return { kind: 'passage', versionId, start, end }
    }
    case 'note':
      return { kind: 'note', words: item.words }
    case 'heading':
      return { kind: 'heading', words: item.words, level: item.level }
  }
}

/** A whole text as a part, with the people it names. */
export function partFromText(
  db: ReadableArchive,
  { record, page }: Pick<ExportedText, 'record' | 'page'>,
): Extract<VolumePart, { kind: 'text' }> {
  return { kind: 'text', page, people: peopleOfVersion(db, record.version.id) }
}

/** The people whom a wording names, in the order of the text; rejected mentions do not count. */
export function peopleOfVersion(db: ReadableArchive, versionId: string): readonly PersonNamed[] {
  const byId = new Map<string, PersonNamed>()
  for (const { kind, authorityId, name, role, settlement } of listMentions(db, versionId)) {
    if (kind !== 'person') continue
    const known = byId.get(authorityId) ?? { name, roles: [], isConfirmed: false }
    byId.set(authorityId, {
      name,
      roles: role === null ? known.roles : [...new Set([...known.roles, role])],
      isConfirmed: known.isConfirmed || settlement === 'confirmed',
    })
  }
  return [...byId.values()]
}

/** The whole texts among parts. */
export const pagesOfParts = (parts: readonly VolumePart[]): readonly PageModel[] =>
  parts.flatMap((part) => (part.kind === 'text' ? [part.page] : []))
