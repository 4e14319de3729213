import { expect, test } from 'vitest'
import { commonForms } from '../../../../electron/core/search/common-forms.ts'
import { finish } from '../../../../electron/core/search/steps.ts'
import { anArchive } from '../../../support/archive.ts'
import { addTexts } from '../../../support/searchable.ts'

test('tells the forms that most texts have, the commonest first, and no number', () => {
  const { archive, close } = anArchive()
  expect(finish(commonForms(archive))).toEqual([])
  addTexts(
    archive,
    Array.from({ length: 500 }, (_, index) => ({
      title: index % 2 === 0 ? 'Accord' : 'Visite',
      text: `Le 3 mai, l’énergie. الوزير ${index % 4 === 0 ? 'mer mer mer' : ''} mot${'abcdefghij'.charAt(index % 10)}${index}`,
    })),
  )
  const forms = finish(commonForms(archive))
  expect(forms.slice(0, 5).toSorted()).toEqual(['energie', 'l', 'le', 'mai', 'الوزير'])
  expect(forms).toContain('accord')
  expect(forms).toContain('mer')
  expect(forms.indexOf('accord')).toBeLessThan(forms.indexOf('mer'))
  expect(forms).not.toContain('3')
  expect(forms.filter((form) => form.startsWith('mot'))).toEqual([])
  close()
})

test('passes over rows that hold no version', () => {
  const { archive, close } = anArchive()
  addTexts(
    archive,
    Array.from({ length: 40 }, () => ({ text: 'accord' })),
  )
  archive.prepare('DELETE FROM version WHERE seq < 31').run()
  expect(finish(commonForms(archive))).toEqual(['accord'])
  close()
})
