import { afterEach, describe, expect, test } from 'vitest'
import { reviseAnnotation, undoAnnotation } from '../../../../electron/core/annotations/annotate.ts'
import {
  getAnnotation,
  listAnnotations,
} from '../../../../electron/core/annotations/annotations.ts'
import { unpackBundle } from '../../../../electron/core/annotations/bundle.ts'
import { listConflicts, settleConflict } from '../../../../electron/core/annotations/conflicts.ts'
import {
  attachArrivedTexts,
  listMerges,
  previewMerge,
  undoMerge,
} from '../../../../electron/core/annotations/merge.ts'
import {
  addText,
  addWording,
  anOffice,
  bundleOf,
  mark,
  mergeFile,
  shownIn,
  stateDigestOf,
  type AddedText,
  type Office,
} from '../../../support/annotated.ts'

const TEXT = `Les deux ministres ont examiné la coopération portuaire entre les deux rives.

Une commission mixte se réunira au printemps prochain à Tanger.`

const OTHER = 'Le Conseil a pris acte de la nomination d’un envoyé pour les océans.'

const opened: Office[] = []
afterEach(() => {
  for (const office of opened.splice(0)) office.close()
})

function anOfficeWith(actor: string, hour: number): Office {
  const office = anOffice(actor, hour)
  opened.push(office)
  return office
}

function twoOffices(): { ali: Office; bea: Office; alis: AddedText; beas: AddedText } {
  const ali = anOfficeWith('ali', 8)
  const bea = anOfficeWith('bea', 9)
  const alis = addText(ali, TEXT)
  addText(bea, OTHER)
  return { ali, bea, alis, beas: addText(bea, TEXT) }
}

const bodyIn = ({ db }: Office, id: string): string => {
  const found = getAnnotation(db, id)
  return found.ok ? found.value.body : found.failure.kind
}

describe('a colleague’s file', () => {
  test('brings the annotations of a text that is held, under whatever identifier', async () => {
    const { ali, bea, alis, beas } = twoOffices()
    const { id } = mark(ali, alis, 'commission mixte', 'À suivre')
    const { report } = await mergeFile(bea, bundleOf(ali))
    expect(report).toMatchObject({
      newCount: 1,
      updatedCount: 0,
      conflictCount: 0,
      unknownTexts: [],
    })
    const [merged] = listAnnotations(bea.db, beas.communiqueId)
    expect(merged).toMatchObject({ id, body: 'À suivre', createdBy: 'ali', status: 'attached' })
    expect(merged?.target.exact).toBe('commission mixte')
  })

  test('from A to B and back leaves both in one state', async () => {
    const { ali, bea, alis, beas } = twoOffices()
    const { id } = mark(ali, alis, 'commission mixte', 'De A')
    mark(bea, beas, 'coopération portuaire', 'De B')
    await mergeFile(bea, bundleOf(ali))
    reviseAnnotation(bea.db, bea.desk, id, { body: 'Complété par B', tags: ['vu'] })
    await mergeFile(ali, bundleOf(bea))
    expect(bodyIn(ali, id)).toBe('Complété par B')
    expect(stateDigestOf(ali)).toBe(stateDigestOf(bea))
    const again = await mergeFile(ali, bundleOf(bea))
    expect(again.report).toMatchObject({ newCount: 0, updatedCount: 0, knownCount: 2 })
    expect(stateDigestOf(ali)).toBe(stateDigestOf(bea))
  })

  test('carries no private annotation unless it is asked to', async () => {
    const { ali, alis } = twoOffices()
    const { id } = mark(ali, alis, 'commission mixte', 'Pour moi')
    reviseAnnotation(ali.db, ali.desk, id, { visibility: 'private' })
    const shared = await unpackBundle(bundleOf(ali))
    expect(shared).toMatchObject({ ok: true, value: { revisions: [], texts: [] } })
    const all = await unpackBundle(bundleOf(ali, true))
    expect(all.ok && all.value.revisions).toHaveLength(2)
  })

  test('is told beforehand what it would do, and nothing is done', async () => {
    const { ali, bea, alis } = twoOffices()
    mark(ali, alis, 'commission mixte', 'À suivre')
    const before = shownIn(bea)
    const bundle = await unpackBundle(bundleOf(ali))
    if (!bundle.ok) throw new Error('refused')
    const preview = previewMerge(bea.db, { ...bundle.value, source: 'bundle' })
    expect(shownIn(bea)).toEqual(before)
    const { report } = await mergeFile(bea, bundleOf(ali))
    expect(report).toEqual(preview)
  })

  test('of a text that is not held waits, is handed on, and attaches when the text arrives', async () => {
    const ali = anOfficeWith('ali', 8)
    const bea = anOfficeWith('bea', 9)
    const cha = anOfficeWith('cha', 10)
    addText(bea, TEXT)
    addText(cha, OTHER)
    const other = addText(ali, OTHER)
    const { id } = mark(ali, other, 'envoyé pour les océans', 'Qui ?')
    const { report } = await mergeFile(bea, bundleOf(ali))
    expect(report.unknownTexts).toEqual([{ title: 'Communiqué', annotationCount: 1 }])
    expect(bodyIn(bea, id)).toBe('not-found')
    await mergeFile(cha, bundleOf(bea))
    expect(bodyIn(cha, id)).toBe('Qui ?')
    addText(bea, OTHER)
    expect(attachArrivedTexts(bea.db)).toBe(1)
    expect(attachArrivedTexts(bea.db)).toBe(0)
    expect(bodyIn(bea, id)).toBe('Qui ?')
    expect(stateDigestOf(bea)).toBe(stateDigestOf(cha))
  })

  test('moves a mark to a wording that arrives later', async () => {
    const { ali, bea, alis, beas } = twoOffices()
    const { id } = mark(ali, alis, 'commission mixte', 'À suivre')
    await mergeFile(bea, bundleOf(ali))
    const corrected = TEXT.replace('printemps', 'début')
    const second = addWording(ali, alis, corrected)
    reviseAnnotation(ali.db, ali.desk, id, { body: 'Corrigé' })
    const newer = mark(ali, second, 'début prochain')
    await mergeFile(bea, bundleOf(ali))
    expect(bodyIn(bea, id)).toBe('Corrigé')
    expect(bodyIn(bea, newer.id)).toBe('not-found')
    addWording(bea, beas, corrected)
    attachArrivedTexts(bea.db)
    expect(getAnnotation(bea.db, newer.id)).toMatchObject({
      ok: true,
      value: { status: 'attached', target: { exact: 'début prochain' } },
    })
  })
})

describe('two colleagues who wrote differently', () => {
  test('are both shown until someone chooses, and undo asks again', async () => {
    const { ali, bea, alis } = twoOffices()
    const { id } = mark(ali, alis, 'commission mixte', 'Ensemble')
    await mergeFile(bea, bundleOf(ali))
    reviseAnnotation(ali.db, ali.desk, id, { body: 'Selon A' })
    reviseAnnotation(bea.db, bea.desk, id, { body: 'Selon B' })
    const { report } = await mergeFile(ali, bundleOf(bea))
    expect(report.conflictCount).toBe(1)
    const [conflict] = listConflicts(ali.db, alis.communiqueId)
    expect(conflict?.sides.map(({ change }) => change.body)).toEqual(['Selon A', 'Selon B'])
    const chosen = conflict?.sides[0]?.id ?? ''
    const settled = settleConflict(ali.db, ali.desk, { id, field: 'body', revisionId: chosen })
    expect(settled).toMatchObject({ ok: true, value: { body: 'Selon A' } })
    expect(listConflicts(ali.db, null)).toEqual([])
    undoAnnotation(ali.db, ali.desk, id)
    expect(listConflicts(ali.db, null)).toHaveLength(1)
  })

  test('keep an annotation that one withdrew and the other went on with', async () => {
    const { ali, bea, alis } = twoOffices()
    const { id } = mark(ali, alis, 'commission mixte', 'Ensemble')
    await mergeFile(bea, bundleOf(ali))
    reviseAnnotation(ali.db, ali.desk, id, { withdrawn: true })
    reviseAnnotation(bea.db, bea.desk, id, { body: 'Plus loin' })
    await mergeFile(ali, bundleOf(bea))
    expect(listAnnotations(ali.db, alis.communiqueId)).toHaveLength(1)
    const [conflict] = listConflicts(ali.db, null)
    expect(conflict?.field).toBe('withdrawn')
    settleConflict(ali.db, ali.desk, { id, field: 'withdrawn', revisionId: null })
    expect(listConflicts(ali.db, null)).toEqual([])
    expect(bodyIn(ali, id)).toBe('Plus loin')
  })
})

describe('taking a merge back', () => {
  test('leaves everything as it was before, and merging again brings it back', async () => {
    const { ali, bea, alis, beas } = twoOffices()
    const own = mark(bea, beas, 'coopération portuaire', 'De B')
    await mergeFile(ali, bundleOf(bea))
    mark(ali, alis, 'commission mixte', 'De A')
    reviseAnnotation(ali.db, ali.desk, own.id, { body: 'Changé par A', start: 0 })
    const before = shownIn(bea)
    const { mergeId } = await mergeFile(bea, bundleOf(ali))
    const after = stateDigestOf(bea)
    expect(undoMerge(bea.db, bea.desk, mergeId)).toEqual({
      ok: true,
      value: { undone: 2, kept: 0 },
    })
    expect(shownIn(bea)).toEqual(before)
    expect(listMerges(bea.db)).toMatchObject([
      { id: mergeId, source: 'bundle', mergedBy: 'bea', annotationCount: 2 },
    ])
    expect(listMerges(bea.db)[0]?.undoneAt).not.toBeNull()
    expect(undoMerge(bea.db, bea.desk, mergeId)).toMatchObject({ ok: false })
    await mergeFile(bea, bundleOf(ali))
    expect(stateDigestOf(bea)).toBe(after)
  })

  test('keeps what later work was built upon', async () => {
    const { ali, bea, alis } = twoOffices()
    const built = mark(ali, alis, 'commission mixte', 'De A')
    const alone = mark(ali, alis, 'à Tanger', 'Aussi de A')
    const { mergeId } = await mergeFile(bea, bundleOf(ali))
    reviseAnnotation(bea.db, bea.desk, built.id, { body: 'Repris par B' })
    expect(undoMerge(bea.db, bea.desk, mergeId)).toEqual({
      ok: true,
      value: { undone: 1, kept: 1 },
    })
    expect(bodyIn(bea, built.id)).toBe('Repris par B')
    expect(bodyIn(bea, alone.id)).toBe('not-found')
  })
})

describe('undo after a merge', () => {
  test('takes back one’s own step and never a colleague’s', async () => {
    const { ali, bea, alis } = twoOffices()
    const { id } = mark(ali, alis, 'commission mixte', 'De A')
    await mergeFile(bea, bundleOf(ali))
    expect(undoAnnotation(bea.db, bea.desk, id)).toMatchObject({ ok: false })
    reviseAnnotation(bea.db, bea.desk, id, { body: 'De B' })
    await mergeFile(ali, bundleOf(bea))
    expect(undoAnnotation(ali.db, ali.desk, id)).toMatchObject({
      ok: false,
      failure: { kind: 'nothing-to-undo' },
    })
    expect(bodyIn(ali, id)).toBe('De B')
    undoAnnotation(bea.db, bea.desk, id)
    expect(bodyIn(bea, id)).toBe('De A')
  })
})
