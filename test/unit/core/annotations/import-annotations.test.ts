import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  getAnnotation,
  listAnnotations,
} from '../../../../electron/core/annotations/annotations.ts'
import { reviseAnnotation } from '../../../../electron/core/annotations/annotate.ts'
import { exportWebAnnotations } from '../../../../electron/core/annotations/export-annotations.ts'
import { importRead, readImport } from '../../../../electron/core/annotations/import-annotations.ts'
import { backUpBeforeMerge } from '../../../../electron/core/annotations/merge-backup.ts'
import { undoMerge } from '../../../../electron/core/annotations/merge.ts'
import { listReviews, settleAnchor } from '../../../../electron/core/annotations/review.ts'
import { openSystemClock } from '../../../../electron/core/system/clock.ts'
import type { ImportReport } from '../../../../shared/model/annotation.ts'
import {
  addText,
  anOffice,
  mark,
  shownIn,
  type AddedText,
  type Office,
} from '../../../support/annotated.ts'

const SENTENCES = Array.from(
  { length: 120 },
  (_, at) => `Article ${at} 😀 : la commission mixte n° ${at} se réunira à Tanger.`,
)
const TEXT = SENTENCES.join('\n\n')

let ali: Office
let bea: Office
let place: AddedText

beforeEach(() => {
  // Identifiers as they are in the world: W3C files carry them.
  const newId = openSystemClock().newId
  const withIds = (office: Office): Office => ({
    ...office,
    desk: { ...office.desk, clock: { ...office.desk.clock, newId } },
  })
  ali = withIds(anOffice('ali'))
  bea = withIds(anOffice('bea', 9))
  place = addText(ali, TEXT)
})
afterEach(() => {
  ali.close()
  bea.close()
})

function bring(office: Office, text: string): ImportReport {
  const read = readImport(office.db, text, 'shareable')
  if (!read.ok) throw new Error(read.failure.kind)
  return importRead(office.db, office.desk, read.value)
}

const everything = { communiqueIds: null, includePrivate: true }

describe('W3C annotations', () => {
  test('go out, come in elsewhere and go out again as they were', () => {
    const theirs = addText(bea, TEXT)
    const { id } = mark(ali, place, 'commission mixte n° 3', 'À suivre')
    reviseAnnotation(ali.db, ali.desk, id, { tags: ['vu', 'à faire'], kind: 'commitment' })
    mark(ali, place, 'Article 7 😀')
    const first = exportWebAnnotations(ali.db, everything)
    expect(first.annotationCount).toBe(2)
    const report = bring(bea, first.json)
    expect(report).toMatchObject({ merge: { newCount: 2 }, toConfirm: [], unmatched: [] })
    const [one, two] = [ali, bea].map(({ db }) =>
      itemsOf(exportWebAnnotations(db, everything).json),
    )
    expect(
      one
        ?.replaceAll(place.communiqueId, theirs.communiqueId)
        .replace(/"sourceDate":"[^"]*"/gu, ''),
    ).toBe(two?.replace(/"sourceDate":"[^"]*"/gu, ''))
  })

  test('imported twice are there once', () => {
    addText(bea, TEXT)
    mark(ali, place, 'commission mixte n° 3', 'À suivre')
    const { json } = exportWebAnnotations(ali.db, everything)
    bring(bea, json)
    const once = shownIn(bea)
    expect(bring(bea, json).merge).toMatchObject({ newCount: 0, knownCount: 1 })
    expect(shownIn(bea)).toEqual(once)
  })

  test('that were made here stay as they are, and are said to be here already', () => {
    mark(ali, place, 'commission mixte n° 3', 'À suivre')
    const { json } = exportWebAnnotations(ali.db, everything)
    const before = shownIn(ali)
    expect(bring(ali, json).unmatched).toEqual([
      { index: 0, why: 'already-here', exact: 'commission mixte n° 3' },
    ])
    expect(shownIn(ali)).toEqual(before)
  })

  test('of texts that are not held are listed with why', () => {
    mark(ali, place, 'commission mixte n° 3', 'À suivre')
    const { json } = exportWebAnnotations(ali.db, everything)
    const list = [...JSON.parse(json).first.items, { id: 'urn:x', type: 'Annotation' }, null]
    expect(bring(bea, JSON.stringify(list)).unmatched).toEqual([
      { index: 0, why: 'text-not-found', exact: 'commission mixte n° 3' },
      { index: 1, why: 'unreadable', exact: '' },
      { index: 2, why: 'unreadable', exact: '' },
    ])
  })

  test('leave private ones out unless asked', () => {
    const { id } = mark(ali, place, 'Article 7', 'Pour moi')
    reviseAnnotation(ali.db, ali.desk, id, { visibility: 'private' })
    expect(exportWebAnnotations(ali.db, { ...everything, includePrivate: false })).toMatchObject({
      annotationCount: 0,
    })
  })

  test.each(['', '{', '{}', '7', 'null', '"text"', '{"annotations":7}'])(
    'are not to be found in %j',
    (text) => {
      expect(readImport(ali.db, text, 'private')).toEqual({
        ok: false,
        failure: { kind: 'input-refused', at: 'text' },
      })
    },
  )
})

const itemsOf = (json: string): string => JSON.stringify(JSON.parse(json).first.items)

/** Five hundred annotations of one page: four hundred marked, ninety replies, ten without a place. */
function hypothesisExport(): string {
  const annotations = Array.from({ length: 500 }, (_, at) => {
    const exact = at < 490 ? `commission mixte n° ${at % 120}` : 'des mots qui ne sont pas là'
    const isReply = at >= 400 && at < 490
    const selector = [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }]
    return {
      id: `h${at}`,
      user: `acct:lecteur${at % 3}@example.org`,
      created: '2025-03-01T10:00:00Z',
      updated: '2025-03-02T10:00:00Z',
      uri: 'https://example.org/page',
      text: `Note ${at}`,
      tags: [`t${at % 5}`],
      references: isReply ? [`h${at - 400}`] : [],
      target: isReply ? [] : [{ selector }],
    }
  })
  return JSON.stringify({ export_date: '2025-03-03', annotations })
}

describe('an export of Hypothesis', () => {
  test('keeps authors, dates and tags, lists what has no place, and comes twice as once', () => {
    const report = bring(ali, hypothesisExport())
    expect(report.merge.newCount).toBe(490)
    expect(report.unmatched).toHaveLength(10)
    expect(report.toConfirm.length).toBeGreaterThan(0)
    const listed = listAnnotations(ali.db, place.communiqueId)
    expect(listed).toHaveLength(490)
    expect(listed.every(({ status }) => status === 'to-review')).toBe(true)
    expect(listed.find(({ body }) => body === 'Note 7')).toMatchObject({
      createdBy: 'acct:lecteur1@example.org',
      createdAt: '2025-03-01T10:00:00.000Z',
      modifiedAt: '2025-03-02T10:00:00.000Z',
      tags: ['t2'],
    })
    const once = shownIn(ali)
    expect(bring(ali, hypothesisExport()).merge).toMatchObject({ newCount: 0, knownCount: 490 })
    expect(shownIn(ali)).toEqual(once)
  })

  test('with dates that no clock of ours can tell lists those as unreadable', () => {
    const file = JSON.parse(hypothesisExport())
    file.annotations = file.annotations.slice(0, 3)
    file.annotations[0].created = '+012025-03-01T10:00:00Z'
    file.annotations[1].updated = '1925-03-01T10:00:00Z'
    const { merge, unmatched } = bring(ali, JSON.stringify(file))
    expect(merge.newCount).toBe(1)
    expect(unmatched.map(({ index, why }) => [index, why])).toEqual([
      [0, 'unreadable'],
      [1, 'unreadable'],
    ])
  })

  test('is taken back as one', () => {
    const before = shownIn(ali)
    const { mergeId } = bring(ali, hypothesisExport())
    undoMerge(ali.db, ali.desk, mergeId)
    expect(shownIn(ali)).toEqual(before)
  })

  test('proposes places, which an officer confirms', () => {
    bring(ali, hypothesisExport())
    const [review] = listReviews(ali.db, place.communiqueId)
    if (!review) throw new Error('nothing to review')
    const { id } = review.annotation
    expect(review).toMatchObject({ before: null, proposed: { versionId: place.versionId } })
    const decision = { kind: 'accept' } as const
    settleAnchor(ali.db, ali.desk, { id, versionId: place.versionId, decision })
    expect(getAnnotation(ali.db, id)).toMatchObject({ ok: true, value: { status: 'attached' } })
  })
})

const NOW = '2026-01-05T08:00:00.000Z'

describe('the copy made before', () => {
  test('lies beside an archive that has annotations, and the archive can be written on', () => {
    expect(backUpBeforeMerge(ali.db, NOW)).toBeNull()
    mark(ali, place, 'Article 7', 'À garder')
    const made = Array.from({ length: 5 }, () => backUpBeforeMerge(ali.db, NOW))
    expect(made.map((copy) => path.basename(copy ?? ''))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `00000${number}.merge.20260105T080000Z.fonds`),
    )
    // The newest are kept, by number: the clock says the same of all.
    expect(made.filter((copy) => existsSync(copy ?? ''))).toEqual(made.slice(2))
    mark(ali, place, 'Article 8', 'Encore')
    expect(listAnnotations(ali.db, place.communiqueId)).toHaveLength(2)
  })
})
