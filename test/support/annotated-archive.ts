import path from 'node:path'
import { reviseAnnotation } from '../../electron/core/annotations/annotate.ts'
import { reanchorVersion } from '../../electron/core/annotations/reanchor-version.ts'
import { findOrCreateAuthority } from '../../electron/core/archive/authorities.ts'
import { addText, addWording, anOffice, bundleOf, mark, mergeFile } from './annotated.ts'
import { aFolder } from './archive.ts'

const TITLE = 'Communiqué conjoint sur la coopération portuaire'

const FIRST = `Les deux ministres ont examiné la coopération portuaire entre les deux rives et salué les progrès accomplis.

La commission mixte se réunira au printemps à Tanger pour préparer le programme de travail de l’année suivante.

Le montant du fonds commun sera fixé par un protocole distinct, signé avant la fin de l’année en cours.

La délégation a visité le musée de la marine et le nouveau quai des pêcheurs.

Les deux parties sont convenues de poursuivre leurs échanges sur la sécurité des navires.`

const SECOND = `Les deux ministres ont examiné la coopération portuaire entre les deux rives et salué les progrès accomplis.

La commission mixte se réunira cet automne à Tanger pour préparer le programme de travail de l’année suivante.

La délégation a visité le musée de la marine et le nouveau quai des pêcheurs.

Les deux parties sont convenues de poursuivre leurs échanges sur la sécurité des navires.`

const ARABIC = `أكد الوزيران على ضرورة تعزيز التعاون في مجال الوقاية المدنية بين الضفتين.

تجتمع اللجنة المشتركة في الخريف بمدينة طنجة لإعداد برنامج العمل.`

/** Words of the samples that tests look for. */
export const MARKED = {
  kept: 'coopération portuaire',
  changed: 'La commission mixte se réunira au printemps à Tanger pour préparer le programme',
  orphan: 'Le montant du fonds commun sera fixé par un protocole distinct',
  disputed: 'le musée de la marine',
  arabic: 'تعزيز التعاون',
} as const

/** An archive on disk with work in every state, and the file a colleague hands over. */
export interface AnnotatedArchive {
  readonly archivePath: string
  /** New, completed and disputed annotations, and one of a text that is not held. */
  readonly bundle: Uint8Array
  readonly remove: () => void
}

/**
 * Two communiqués, French with a corrected version and Arabic; annotations kept, changed and
 * orphaned by the correction, and a colleague's work on them that is not merged yet.
 */
export async function anAnnotatedArchive(): Promise<AnnotatedArchive> {
  const [ali, bea] = [anOffice('Officier'), anOffice('Collègue', 9)]
  const { folder, remove } = aFolder()
  try {
    const first = addText(ali, FIRST, TITLE)
    const arabic = addText(ali, ARABIC, 'بلاغ مشترك حول الوقاية المدنية')
    const name = 'Commission mixte de la pêche'
    const named = { kind: 'corporate-body', name, language: 'fr' } as const
    ali.db.write(() => findOrCreateAuthority(ali.db, ali.desk.clock, named))
    mark(ali, first, MARKED.kept)
    mark(ali, first, MARKED.changed, 'Date à suivre.')
    mark(ali, first, MARKED.orphan, 'Montant absent du texte précédent.')
    const disputed = mark(ali, first, MARKED.disputed, 'Visite prévue le matin.')
    mark(ali, arabic, MARKED.arabic, 'يتابع مع الوزارة.')

    addText(bea, FIRST, TITLE)
    await mergeFile(bea, bundleOf(ali))
    const theirs = addText(bea, 'Un texte que l’autre archive ne tient pas.', 'Note verbale')
    mark(bea, theirs, 'un texte'.replace('u', 'U'), 'À transmettre.')
    reviseAnnotation(bea.db, bea.desk, disputed.id, { body: 'Visite déplacée au soir.' })
    reviseAnnotation(ali.db, ali.desk, disputed.id, { body: 'Visite maintenue le matin.' })

    const second = addWording(ali, first, SECOND, TITLE)
    reanchorVersion(ali.db, ali.desk, {
      fromVersionSeq: first.versionSeq,
      toVersionSeq: second.versionSeq,
    })
    const archivePath = path.join(folder, 'archive.fonds')
    ali.db.prepare('VACUUM INTO $archivePath').run({ archivePath })
    return { archivePath, bundle: bundleOf(bea), remove }
  } finally {
    ali.close()
    bea.close()
  }
}

/** The same two texts in their first wording, without a mark on them, and a body to be named. */
export function anUnmarkedArchive(): Omit<AnnotatedArchive, 'bundle'> {
  const ali = anOffice('Officier')
  const { folder, remove } = aFolder()
  try {
    addText(ali, FIRST, TITLE)
    addText(ali, ARABIC, 'بلاغ مشترك حول الوقاية المدنية')
    const name = 'Commission mixte de la pêche'
    const named = { kind: 'corporate-body', name, language: 'fr' } as const
    ali.db.write(() => findOrCreateAuthority(ali.db, ali.desk.clock, named))
    const archivePath = path.join(folder, 'archive.fonds')
    ali.db.prepare('VACUUM INTO $archivePath').run({ archivePath })
    return { archivePath, remove }
  } finally {
    ali.close()
  }
}
