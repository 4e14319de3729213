import { assert as check, constantFrom, integer, property } from 'fast-check'
import { expect } from 'vitest'
import { compareRevisions, mergeRevisions } from '../../electron/core/annotations/revisions.ts'
import { aTarget, historyOf, officeArchives, stateOf, takeBack, write } from './revision-model.ts'
import type { Archive, RevisionModel } from './revision-model.ts'

/** What merging promises, by name; each throws when the model breaks it within `runs` tries. */
export const PROPERTIES: Readonly<Record<string, (model: RevisionModel, runs: number) => void>> = {
  'merging is commutative': (model, numRuns) => {
    check(
      property(officeArchives, ([a, b]) => {
        expect(stateOf(model, model.merge(a, b))).toBe(stateOf(model, model.merge(b, a)))
      }),
      { numRuns },
    )
  },

  'merging is associative': (model, numRuns) => {
    check(
      property(officeArchives, ([a, b, c]) => {
        const left = model.merge(model.merge(a, b), c)
        const right = model.merge(a, model.merge(b, c))
        expect(stateOf(model, left)).toBe(stateOf(model, right))
      }),
      { numRuns },
    )
  },

  'merging again changes nothing': (model, numRuns) => {
    check(
      property(officeArchives, ([a, b]) => {
        const once = model.merge(a, b)
        const again = model.merge(model.merge(once, b), once)
        expect(again).toHaveLength(once.length)
        expect(stateOf(model, again)).toBe(stateOf(model, once))
      }),
      { numRuns },
    )
  },

  'the order of arrival does not matter': (model, numRuns) => {
    check(
      property(officeArchives, ([a, b, c]) => {
        const all = mergeRevisions(mergeRevisions(a, b), c)
        expect(stateOf(model, all.toReversed())).toBe(stateOf(model, all))
        const oneByOne = all.reduceRight<Archive>((held, next) => model.merge(held, [next]), [])
        expect(stateOf(model, oneByOne)).toBe(stateOf(model, all))
      }),
      { numRuns },
    )
  },

  'nothing is lost or invented': (model, numRuns) => {
    check(
      property(officeArchives, ([a, b]) => {
        const merged = new Set(model.merge(a, b).map((revision) => revision.id))
        expect(merged).toEqual(new Set([...a, ...b].map((revision) => revision.id)))
      }),
      { numRuns },
    )
  },

  'a round trip through JSON changes nothing': (model, numRuns) => {
    check(
      property(officeArchives, ([a]) => {
        const read: Archive = JSON.parse(JSON.stringify(a))
        expect(read.every((revision) => model.isIntact(revision))).toBe(true)
        expect(stateOf(model, model.merge([], read))).toBe(stateOf(model, a))
      }),
      { numRuns },
    )
  },

  'tampering with any part is seen': (model, numRuns) => {
    check(
      property(officeArchives, ([a]) => {
        for (const revision of a) {
          const forged = [
            { ...revision, by: 'mallory' },
            { ...revision, at: '2001-01-01T00:00:00.000Z' },
            { ...revision, device: 'elsewhere' },
            { ...revision, clock: { ...revision.clock, counter: 999 } },
            { ...revision, change: { ...revision.change, body: 'forged' } },
            { ...revision, parents: [...revision.parents, '0'.repeat(64)] },
            { ...revision, undoes: '0'.repeat(64) },
          ]
          expect(forged.filter((copy) => model.isIntact(copy))).toEqual([])
        }
      }),
      { numRuns },
    )
  },

  'an edit survives a withdrawal it had not seen, and says so': (model, numRuns) => {
    check(
      property(moments, ([early, late]) => {
        const shared = aNote('first')
        const withdrawn = write(shared, 'q', { withdrawn: true }, { by: 'ali', now: early })
        const edited = write(shared, 'q', { body: 'second' }, { by: 'bea', now: late })
        const merged = model.fold(model.merge(withdrawn, edited))
        expect(merged).toMatchObject({ withdrawn: false, body: 'second' })
        expect(merged?.conflicts.map((conflict) => conflict.field)).toEqual(['withdrawn'])
        const after = write(model.merge(withdrawn, edited), 'q', { withdrawn: true }, ALI)
        expect(model.fold(after)).toMatchObject({ withdrawn: true, conflicts: [] })
      }),
      { numRuns },
    )
  },

  'a withdrawal that had seen every edit holds': (model, numRuns) => {
    check(
      property(moments, ([early, late]) => {
        const edited = write(aNote('first'), 'q', { body: 'second' }, { by: 'bea', now: early })
        const withdrawn = write(edited, 'q', { withdrawn: true }, { by: 'ali', now: late })
        expect(model.fold(model.merge(edited, withdrawn))).toMatchObject({
          withdrawn: true,
          conflicts: [],
        })
      }),
      { numRuns },
    )
  },

  'a tag added survives a removal that had not seen it': (model, numRuns) => {
    check(
      property(moments, ([early, late]) => {
        const shared = write(aNote('first'), 'q', { addedTags: ['t', 'u'] }, ALI)
        const removed = write(shared, 'q', { removedTags: ['t', 'u'] }, { by: 'ali', now: early })
        const added = write(shared, 'q', { addedTags: ['t'] }, { by: 'bea', now: late })
        expect(model.fold(removed)?.tags).toEqual([])
        expect(model.fold(model.merge(removed, added))?.tags).toEqual(['t'])
      }),
      { numRuns },
    )
  },

  'two notes on one passage are both kept until someone chooses': (model, numRuns) => {
    check(
      property(moments, ([early, late]) => {
        const shared = aNote('first')
        const one = write(shared, 'q', { body: 'one' }, { by: 'ali', now: early })
        const two = write(shared, 'q', { body: 'two' }, { by: 'bea', now: late })
        const merged = model.merge(one, two)
        const latest = merged.toSorted(compareRevisions).at(-1)
        expect(model.fold(merged)?.body).toBe(latest?.change.body)
        const [conflict] = model.fold(merged)?.conflicts ?? []
        expect(conflict?.field).toBe('body')
        expect(conflict?.revisionIds.toSorted()).toEqual(
          [...one.slice(-1), ...two.slice(-1)].map((revision) => revision.id).toSorted(),
        )
        const settled = write(merged, 'q', { body: 'one and two' }, ALI)
        expect(model.fold(settled)).toMatchObject({ body: 'one and two', conflicts: [] })
      }),
      { numRuns },
    )
  },

  'taking back steps one by one returns to where they began, and forth again': (model, numRuns) => {
    check(
      property(officeArchives, constantFrom('n1', 'n2', 'n3'), (archives, annotationId) => {
        const start = historyOf(archives[0], annotationId)
        if (start.length === 0) return
        const changes = [
          { body: 'a' },
          { addedTags: ['x', 'new'] },
          { body: 'b' },
          { removedTags: ['x'] },
        ]
        let archive = start
        for (const change of changes) archive = write(archive, annotationId, change, ALI)
        const done = archive
        for (const step of done.slice(start.length).toReversed())
          archive = takeBack(archive, step, ALI)
        expect(wordsOf(model, archive)).toBe(wordsOf(model, start))
        for (const undo of archive.slice(done.length).toReversed())
          archive = takeBack(archive, undo, ALI)
        expect(wordsOf(model, archive)).toBe(wordsOf(model, done))
      }),
      { numRuns },
    )
  },

  'taking back one’s own step leaves a colleague’s words': (model, numRuns) => {
    check(
      property(moments, ([early, late]) => {
        const mine = write(aNote('first'), 'q', { body: 'mine', addedTags: ['t'] }, ALI)
        const theirs = write(
          mine,
          'q',
          { body: 'theirs', addedTags: ['t'] },
          { by: 'bea', now: early },
        )
        const [step] = mine.slice(-1)
        if (step === undefined) throw new Error('no step')
        const undone = takeBack(mine, step, { by: 'ali', now: late })
        expect(model.fold(undone)).toMatchObject({ body: 'first', tags: [] })
        expect(model.fold(model.merge(undone, theirs))).toMatchObject({
          body: 'theirs',
          tags: ['t'],
          conflicts: [],
        })
      }),
      { numRuns },
    )
  },

  'taking back the creation withdraws the annotation': (model, numRuns) => {
    check(
      property(moments, ([now]) => {
        const created = aNote('first')
        const [step] = created
        if (step === undefined) throw new Error('no step')
        const undone = takeBack(created, step, { by: 'ali', now })
        expect(model.fold(undone)).toMatchObject({ withdrawn: true, body: 'first' })
      }),
      { numRuns },
    )
  },
}

const ALI = { by: 'ali', now: 60 }

/** Two moments in any order: clocks of two machines. */
const moments = integer({ min: 1, max: 99 }).chain((first) =>
  integer({ min: 1, max: 99 }).map((second) => [first, second] as const),
)

const aNote = (body: string): Archive =>
  write([], 'q', { kind: 'comment', target: aTarget(), body }, { by: 'ali', now: 10 })

/** What the officer reads of an annotation: not who wrote last, nor what comes next. */
function wordsOf(model: RevisionModel, archive: Archive): string {
  const {
    heads: _heads,
    modifiedAt: _at,
    modifiedBy: _by,
    ...words
  } = model.fold(archive) ?? {
    heads: [],
    modifiedAt: '',
    modifiedBy: '',
  }
  return JSON.stringify(words)
}
