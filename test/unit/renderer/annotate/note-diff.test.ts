import { expect, test } from 'vitest'
import { bodyBefore } from '../../../../renderer/annotate/note-diff.tsx'
import { aTarget, takeBack, write } from '../../../support/revision-model.ts'

const ALI = { by: 'ali', now: 1000 }
const BEA = { by: 'bea', now: 2000 }

test('a step is compared with the words its writer had seen, not with a colleague’s', () => {
  const made = write([], 'n1', { kind: 'comment', target: aTarget(), body: 'premier' }, ALI)
  const mine = write(made, 'n1', { body: 'le mien' }, ALI)
  const theirs = write(made, 'n1', { body: 'le leur' }, BEA)
  const all = [...mine, ...theirs.slice(1)]
  const [, own, other] = all
  expect(own && bodyBefore(all, own)).toBe('premier')
  expect(other && bodyBefore(all, other)).toBe('premier')
})

test('words that were taken back are not what a step replaced', () => {
  const made = write([], 'n1', { kind: 'comment', target: aTarget(), body: 'premier' }, ALI)
  const second = write(made, 'n1', { body: 'second' }, { ...ALI, now: 1100 })
  const last = second.at(-1)
  const undone = last ? takeBack(second, last, { ...ALI, now: 1200 }) : second
  const third = write(undone, 'n1', { body: 'troisième' }, { ...ALI, now: 1300 })
  const step = third.at(-1)
  expect(step && bodyBefore(third, step)).toBe('premier')
})

test('the first words replace none', () => {
  const made = write([], 'n1', { kind: 'highlight', target: aTarget() }, ALI)
  const noted = write(made, 'n1', { body: 'une note' }, ALI)
  const step = noted.at(-1)
  expect(step && bodyBefore(noted, step)).toBe('')
})
