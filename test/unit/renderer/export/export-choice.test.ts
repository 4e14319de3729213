import { expect, test } from 'vitest'
import { choiceFrom } from '../../../../renderer/export/export-choice.ts'
import { formatFor, formatInPolicy } from '../../../../renderer/export/export-formats.ts'

test('page settings are taken up again, and private notes never are', () => {
  const kept = { marking: 'Diffusion restreinte', labels: 'ar', notes: 'end', includePrivate: true }
  expect(choiceFrom(kept, 'fr')).toMatchObject({
    marking: 'Diffusion restreinte',
    labels: 'ar',
    notes: 'end',
    includePrivate: false,
  })
})

test('what makes no sense any more is left out', () => {
  expect(choiceFrom({ labels: 'xx', notes: 3, footer: ['a'] }, 'en')).toEqual(
    choiceFrom(null, 'en'),
  )
  expect(choiceFrom({ header: 'x'.repeat(500) }, 'fr').header).toHaveLength(120)
})

test('a format gives way where it makes no sense', () => {
  const dossier = { kind: 'dossier', id: 'd', title: 'D' } as const
  expect(formatFor(dossier, 'ris')).toBe('dossier-pdf')
  expect(formatFor(dossier, 'briefing-docx')).toBe('briefing-docx')
  const older = { kind: 'text', communiqueId: 'c', versionId: 'v' } as const
  expect(formatFor(older, 'html')).toBe('pdf')
  // What a policy bars is not chosen by itself, and stays in view where nothing else is left.
  expect(formatFor(dossier, 'dossier-pdf', ['docx'])).toBe('dossier-docx')
  expect(formatFor(dossier, 'dossier-pdf', ['dossier-pdf'])).toBe('dossier-pdf')
  expect(formatFor(dossier, 'briefing-docx', [])).toBe('briefing-docx')
})

test('a form of a dossier is barred by the name of the file that it is', () => {
  expect(formatInPolicy('briefing-pdf')).toBe('dossier-pdf')
  expect(formatInPolicy('dossier-docx')).toBe('docx')
})
