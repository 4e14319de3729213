import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createAnnotation,
  reviseAnnotation,
  undoAnnotation,
} from '../../../../electron/core/annotations/annotate.ts'
import {
  getAnnotation,
  listAnnotations,
} from '../../../../electron/core/annotations/annotations.ts'
import { exportWebAnnotations } from '../../../../electron/core/annotations/export-annotations.ts'
import { followLink } from '../../../../electron/core/annotations/follow-link.ts'
import type { LinkRequest } from '../../../../electron/core/annotations/link.ts'
import { findOrCreateAuthority } from '../../../../electron/core/archive/authorities.ts'
import type { Annotation, AnnotationKind } from '../../../../shared/model/annotation.ts'
import type { Outcome } from '../../../../shared/model/failure.ts'
import {
  addText,
  addWording,
  anOffice,
  bundleOf,
  mergeFile,
  type AddedText,
  type Office,
} from '../../../support/annotated.ts'

const NOTE = 'Le ministre renvoie à la feuille de route adoptée au printemps par la commission.'
const ROADMAP =
  'La feuille de route prévoit un comité de suivi.\n\nLe comité de suivi se réunit chaque trimestre à Oujda, sur convocation de la présidence.'
const PASSAGE = 'se réunit chaque trimestre à Oujda'

let ali: Office
let note: AddedText
let roadmap: AddedText

beforeEach(() => {
  ali = anOffice('ali')
  note = addText(ali, NOTE, 'Note')
  roadmap = addText(ali, ROADMAP, 'Feuille de route')
})
afterEach(() => ali.close())

const passage = { start: ROADMAP.indexOf(PASSAGE), end: ROADMAP.indexOf(PASSAGE) + PASSAGE.length }

const toPassage = (): LinkRequest => ({
  to: 'communique',
  communiqueId: roadmap.communiqueId,
  span: passage,
})

function make(office: Office, kind: AnnotationKind, link?: LinkRequest): Outcome<Annotation> {
  return createAnnotation(office.db, office.desk, {
    versionId: note.versionId,
    start: NOTE.indexOf('feuille'),
    end: NOTE.indexOf(' adoptée'),
    kind,
    body: '',
    tags: [],
    visibility: 'shareable',
    link,
  })
}

function made(outcome: Outcome<Annotation>): Annotation {
  if (!outcome.ok) throw new Error(outcome.failure.kind)
  return outcome.value
}

function anAuthority(office: Office, name: string): string {
  const named = { kind: 'corporate-body', name, language: 'fr' } as const
  const seq = findOrCreateAuthority(office.db, office.desk.clock, named)
  return (
    office.db.prepare<{ id: string }>('SELECT id FROM authority WHERE seq = $seq').get({ seq })
      ?.id ?? ''
  )
}

describe('a link', () => {
  test('leads to a passage of another communiqué, and says its words and title', () => {
    const link = made(make(ali, 'link', toPassage()))
    expect(link.link).toMatchObject({ title: 'Feuille de route', passage: { exact: PASSAGE } })
    expect(listAnnotations(ali.db, note.communiqueId)).toEqual([link])
    expect(followLink(ali.db, link.id)).toEqual({
      ok: true,
      value: {
        to: 'communique',
        communiqueId: roadmap.communiqueId,
        versionId: roadmap.versionId,
        title: 'Feuille de route',
        span: passage,
        isMoved: false,
      },
    })
  })

  test('follows its passage into a corrected version', () => {
    const { id } = made(make(ali, 'link', toPassage()))
    const next = addWording(ali, roadmap, `Rectificatif publié le lendemain.\n\n${ROADMAP}`)
    const place = followLink(ali.db, id)
    expect(place).toMatchObject({ ok: true, value: { versionId: next.versionId } })
    const text = ali.db
      .prepare<{ text: string }>('SELECT text FROM version WHERE id = $id')
      .get({ id: next.versionId })?.text
    if (!place.ok || place.value.to !== 'communique') throw new Error('leads elsewhere')
    expect(text?.slice(place.value.span?.start, place.value.span?.end)).toBe(PASSAGE)
  })

  test('leads to the older version when the corrected one has lost the passage', () => {
    const { id } = made(make(ali, 'link', toPassage()))
    addWording(ali, roadmap, 'Le texte a été retiré par ses auteurs, sans autre explication.')
    expect(followLink(ali.db, id)).toMatchObject({
      ok: true,
      value: { versionId: roadmap.versionId, span: passage, isMoved: true },
    })
  })

  test('travels to a colleague whose communiqués have other identifiers', async () => {
    const { id } = made(make(ali, 'link', toPassage()))
    const bea = anOffice('bea', 9)
    addText(bea, NOTE, 'Note')
    const theirs = addText(bea, ROADMAP, 'Feuille de route')
    await mergeFile(bea, bundleOf(ali))
    expect(followLink(bea.db, id)).toMatchObject({
      ok: true,
      value: { communiqueId: theirs.communiqueId, versionId: theirs.versionId, span: passage },
    })
    bea.close()
  })

  test('leads nowhere where the linked text is not held, and is kept', async () => {
    const { id } = made(make(ali, 'link', toPassage()))
    const bea = anOffice('bea', 9)
    addText(bea, NOTE, 'Note')
    await mergeFile(bea, bundleOf(ali))
    expect(getAnnotation(bea.db, id)).toMatchObject({
      ok: true,
      value: { link: { title: 'Feuille de route' } },
    })
    expect(followLink(bea.db, id)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
    bea.close()
  })

  test('is not made without a target, nor by a kind that leads nowhere', () => {
    const refused = { ok: false, failure: { kind: 'input-refused', at: 'link' } }
    expect(make(ali, 'link')).toEqual(refused)
    expect(make(ali, 'comment', toPassage())).toEqual(refused)
    expect(make(ali, 'mention', toPassage())).toEqual(refused)
    expect(make(ali, 'link', { to: 'communique', communiqueId: 'absent', span: null })).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'communique', id: 'absent' },
    })
  })

  test('becomes a comment that leads nowhere, and undo makes it a link again', () => {
    const before = made(make(ali, 'link', toPassage()))
    const edited = made(reviseAnnotation(ali.db, ali.desk, before.id, { kind: 'comment' }))
    expect(edited.link).toBeNull()
    expect(made(undoAnnotation(ali.db, ali.desk, before.id)).link).toEqual(before.link)
  })
})

describe('a mention', () => {
  test('leads to the record, and to the one it was joined with', () => {
    const authorityId = anAuthority(ali, 'Commission mixte de l’eau')
    const { id, link } = made(make(ali, 'mention', { to: 'authority', authorityId }))
    expect(link).toMatchObject({
      authorityKind: 'corporate-body',
      name: 'Commission mixte de l’eau',
    })
    const keptId = anAuthority(ali, 'Commission de l’eau')
    ali.db
      .prepare(
        `UPDATE authority SET merged_into = (SELECT seq FROM authority WHERE id = $keptId)
         WHERE id = $authorityId`,
      )
      .run({ keptId, authorityId })
    expect(followLink(ali.db, id)).toEqual({
      ok: true,
      value: { to: 'authority', authorityId: keptId, name: 'Commission de l’eau' },
    })
  })

  test('is found by name in the archive of a colleague', async () => {
    const authorityId = anAuthority(ali, 'Commission mixte de l’eau')
    const { id } = made(make(ali, 'mention', { to: 'authority', authorityId }))
    const bea = anOffice('bea', 9)
    addText(bea, NOTE, 'Note')
    const theirs = anAuthority(bea, 'Commission mixte de l’eau')
    await mergeFile(bea, bundleOf(ali))
    expect(followLink(bea.db, id)).toMatchObject({ ok: true, value: { authorityId: theirs } })
    bea.close()
  })

  test('goes out as what identifies its passage', () => {
    const authorityId = anAuthority(ali, 'Commission mixte de l’eau')
    made(make(ali, 'mention', { to: 'authority', authorityId }))
    const { json } = exportWebAnnotations(ali.db, { communiqueIds: null, includePrivate: true })
    expect(JSON.stringify(JSON.parse(json))).toContain(
      `"source":"urn:uuid:${authorityId}","label":"Commission mixte de l’eau","purpose":"identifying"`,
    )
  })
})
