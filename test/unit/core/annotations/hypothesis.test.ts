import { describe, expect, test } from 'vitest'
import { foldRevisions } from '../../../../electron/core/annotations/fold-revisions.ts'
import type { AnnotationProjection } from '../../../../electron/core/annotations/fold-revisions.ts'
import { importHypothesis } from '../../../../electron/core/annotations/hypothesis.ts'
import type { HypothesisImport } from '../../../../electron/core/annotations/hypothesis.ts'
import { isIntact, mergeRevisions } from '../../../../electron/core/annotations/revisions.ts'
import { annotationRevisionSchema } from '../../../../shared/model/annotation.ts'
import type { AnnotationRevision } from '../../../../shared/model/annotation.ts'
import { formulaicText } from '../../../support/formulaic-texts.ts'
import { randomFromSeed } from '../../../support/random.ts'
import { digestText } from '../../../support/revision-model.ts'

const TEXT =
  'Les deux ministres ont réaffirmé leur engagement. Une feuille de route commune sera adoptée au printemps prochain.'

const version = {
  communiqueId: 'c1',
  text: TEXT,
  digest: digestText(TEXT),
  createdAt: '2025-04-17T08:00:00.000Z',
}

const aMark = (exact: string, fields: object = {}): object => ({
  id: 'mark-1',
  created: '2025-01-01T10:00:00.123456+00:00',
  updated: '2025-01-02T10:00:00.654321+00:00',
  user: 'acct:agent@example.org',
  uri: 'https://example.org/page',
  text: 'Une note\r\nsur deux lignes',
  tags: ['suivi', 'accord'],
  permissions: { read: ['group:__world__'] },
  document: { title: ['Page'] },
  target: [
    {
      source: 'https://example.org/page',
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]' },
        { type: 'TextPositionSelector', start: Math.max(0, TEXT.indexOf(exact)), end: 0 },
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      ],
    },
  ],
  ...fields,
})

function importAll(annotations: readonly object[], text = TEXT): HypothesisImport {
  const file = { export_date: '2025-02-01', client_version: '1.0', annotations }
  const from = { ...version, text, digest: digestText(text) }
  const outcome = importHypothesis(file, () => [from], digestText)
  if (!outcome.ok) throw new Error(outcome.failure.kind)
  return outcome.value
}

function annotationsOf(
  revisions: readonly AnnotationRevision[],
): readonly (AnnotationProjection | null)[] {
  const ids = [...new Set(revisions.map((revision) => revision.annotationId))]
  return ids.map((id) => foldRevisions(revisions.filter((step) => step.annotationId === id)))
}

describe('an import from Hypothesis', () => {
  test('keeps author, dates, note, tags and visibility, and a certain place as it is', () => {
    const { revisions, proposedIds, unmatched } = importAll([aMark('leur engagement')])
    expect(annotationsOf(revisions)).toMatchObject([
      {
        kind: 'comment',
        body: 'Une note\nsur deux lignes',
        tags: ['accord', 'suivi'],
        visibility: 'shareable',
        createdBy: 'acct:agent@example.org',
        createdAt: '2025-01-01T10:00:00.123Z',
        modifiedAt: '2025-01-02T10:00:00.654Z',
        target: { exact: 'leur engagement', communiqueId: 'c1', textDigest: version.digest },
        conflicts: [],
      },
    ])
    expect([proposedIds, unmatched]).toEqual([[], []])
    expect(revisions.map((step) => annotationRevisionSchema.parse(step))).toEqual(revisions)
    expect(revisions.every((step) => isIntact(step, digestText))).toBe(true)
  })

  test('only proposes a place where the words do not stand at their offset', () => {
    const { revisions, proposedIds } = importAll([aMark('leur engagement')], `Rabat. ${TEXT}`)
    const [annotation] = annotationsOf(revisions)
    expect(annotation?.target).toMatchObject({ exact: 'leur engagement', isProposed: true })
    expect(proposedIds).toEqual([annotation?.id])
  })

  test('only proposes a place where the words have changed a little', () => {
    const { revisions } = importAll([
      aMark('Une feuille de route partagée sera adoptée au printemps'),
    ])
    expect(annotationsOf(revisions)).toMatchObject([
      {
        target: {
          exact: 'Une feuille de route commune sera adoptée au printemps',
          isProposed: true,
        },
      },
    ])
  })

  test('gives ids that are UUIDs of version 5 and the same everywhere', () => {
    const [annotation] = annotationsOf(importAll([aMark('leur engagement')]).revisions)
    expect(annotation?.id).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u,
    )
    // Python: uuid.uuid5(uuid.NAMESPACE_URL, 'https://hypothes.is/a/mark-1')
    expect(annotation?.id).toBe('697ab6c4-e2c2-54fd-aaab-d5b753f9825a')
  })

  test('keeps replies with their parent, on the passage of their thread', () => {
    const { revisions } = importAll([
      aMark('leur engagement'),
      aMark('', { id: 'reply-1', references: ['mark-1'], target: [], tags: [], text: 'Oui' }),
      aMark('', { id: 'reply-2', references: ['mark-1', 'reply-1'], target: [], text: 'Non' }),
    ])
    const [mark, reply, second] = annotationsOf(revisions)
    expect(reply).toMatchObject({ inReplyTo: mark?.id, body: 'Oui', target: mark?.target })
    expect(second).toMatchObject({ inReplyTo: reply?.id, body: 'Non', target: mark?.target })
  })

  test('lists what it cannot place or read, and why', () => {
    const { revisions, unmatched } = importAll([
      aMark('des mots que le communiqué ne contient pas du tout'),
      aMark('', { id: 'page', target: [] }),
      aMark('', { id: 'lost', references: ['absent'], target: [] }),
      { id: 'broken' },
      aMark('leur engagement', { created: 'hier' }),
    ])
    expect(revisions).toEqual([])
    expect(unmatched.map(({ index, why }) => [index, why])).toEqual([
      [0, 'passage-not-found'],
      [1, 'page-note'],
      [2, 'parent-not-found'],
      [3, 'unreadable'],
      [4, 'unreadable'],
    ])
  })

  test('adds a later export of the same annotation as a step, not as another annotation', () => {
    const early = importAll([aMark('leur engagement')]).revisions
    const late = importAll([
      aMark('leur engagement', { updated: '2025-03-01T00:00:00+00:00', text: 'Revu' }),
    ]).revisions
    const annotations = annotationsOf(mergeRevisions(early, late))
    expect(annotations).toMatchObject([
      {
        body: 'Revu',
        createdAt: '2025-01-01T10:00:00.123Z',
        modifiedAt: '2025-03-01T00:00:00.000Z',
      },
    ])
  })

  test.each([[null], [[]], [{ annotations: 'none' }], ['text']])('refuses %j', (file) => {
    expect(importHypothesis(file, () => [], digestText)).toMatchObject({
      ok: false,
      failure: { kind: 'input-refused' },
    })
  })
})

test('five hundred annotations come in whole, and twice is once', () => {
  const random = randomFromSeed(500)
  const text = formulaicText('fr', random, 30_000)
  const marks = Array.from({ length: 500 }, (_, index) => {
    const start = random.below(text.length - 80)
    const exact = text.slice(start, start + 20 + random.below(60)).trim()
    const selector = [
      { type: 'TextQuoteSelector', exact, prefix: text.slice(start - 32, start) },
      { type: 'TextPositionSelector', start: text.indexOf(exact, start) },
    ]
    return aMark('', {
      id: `mark-${index}`,
      text: `note ${index}`,
      target: index % 5 === 4 ? [] : [{ selector }],
      references: index % 5 === 4 ? [`mark-${index - 1}`] : [],
    })
  })
  const once = importAll(marks, text)
  const twice = mergeRevisions(once.revisions, importAll(marks, text).revisions)
  expect(once.unmatched).toEqual([])
  expect(twice).toHaveLength(once.revisions.length)
  expect(annotationsOf(twice)).toHaveLength(500)
  expect(annotationsOf(twice).filter((annotation) => annotation?.inReplyTo)).toHaveLength(100)
})
