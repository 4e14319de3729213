import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

let desk: Desk
let page: Page

beforeAll(async () => {
  desk = await startDesk()
  page = desk.page
})

afterAll(async () => {
  await desk.close()
})

const option = (words: string): Locator => page.getByRole('option').filter({ hasText: words })

/** The words under each highlight that is painted, by name. */
const painted = () =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [
        name,
        [...ranges].map((range) => {
          const live = document.createRange()
          live.setStart(range.startContainer, range.startOffset)
          live.setEnd(range.endContainer, range.endOffset)
          return live.toString()
        }),
      ]),
    ),
  )

const selectedWords = () => page.evaluate(() => document.getSelection()?.toString() ?? '')

describe('the first run', () => {
  test('offers samples and lists them, newest first, under their months', async () => {
    await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
    await page.getByRole('listbox').waitFor()
    expect(await page.locator('.list-count').innerText()).toBe('16 communiqués')
    expect(await page.locator('.row-month').first().innerText()).toMatch(/septembre 2025/iu)
  })
})

test('every face is there before a text needs its letters', async () => {
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].map(({ status }) => status)))
    .toEqual(Array.from({ length: 10 }, () => 'loaded'))
})

describe('the list', () => {
  test('is moved in with the arrows and opened with Enter', async () => {
    const list = page.getByRole('listbox')
    await list.focus()
    await page.keyboard.press('End')
    const last = await list.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${last}"]`).getAttribute('aria-posinset')).toBe('16')
    await page.keyboard.press('Home')
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await option('Azilane accueille').getAttribute('aria-selected')).toBe('true')
  })

  test('is narrowed by a facet whose count is exact', async () => {
    const facet = page.locator('.facet-value').filter({ hasText: 'Arabe' })
    const count = await facet.locator('.facet-count').innerText()
    await facet.getByRole('checkbox').check()
    await expect.poll(() => page.locator('.list-count').innerText()).toMatch(`${count} `)
    await page.getByRole('button', { name: 'Retirer le filtre arabe' }).click()
    await expect.poll(() => page.locator('.list-count').innerText()).toBe('16 communiqués')
  })
})

describe('a date that was deduced', () => {
  test('is shown with the word it comes from and is confirmed by a key', async () => {
    const event = page.locator('.fact').filter({ hasText: 'Événement' })
    expect((await event.innerText()).replaceAll(/\s+/gu, ' ')).toMatch(
      /mardi 8 juillet 2025 déduit de « \u2068mardi\u2069 », par rapport au 10\/07\/2025 suggérée/u,
    )
    await page.keyboard.press('Alt+o')
    await event.getByText('confirmée').waitFor()
    expect(await event.getByRole('button', { name: /^Confirmer/u }).count()).toBe(0)
  })
})

describe('annotating without a mouse', () => {
  test('a sentence is selected, marked by a letter and painted where it stands', async () => {
    await page.keyboard.press('Alt+ArrowDown')
    const sentence = await selectedWords()
    expect(sentence).toMatch(/^Mme\sSalma .*\.$/u)
    await page.keyboard.press('e')
    await page.locator('.note-commitment').waitFor()
    await expect.poll(async () => (await painted())['fonds-commitment']).toEqual([sentence])
  })

  test('a question is written about the next sentence', async () => {
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+Shift+ArrowDown')
    await expect.poll(selectedWords).toMatch(/\..*\./su)
    await page.keyboard.press('q')
    await page.getByRole('textbox', { name: 'Note' }).waitFor()
    await page.keyboard.type('À vérifier avec les services juridiques.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.note-question .note-body').waitFor()
    expect(await page.locator('.note').count()).toBe(2)
  })

  test('words that are typed are found whatever their accents, and annotated', async () => {
    await page.keyboard.press('Control+Shift+a')
    await page.getByRole('textbox', { name: 'Mots du passage' }).fill('SOUS MARIN')
    await page.getByText('1 passage trouvé').waitFor()
    await page.getByRole('button', { name: 'Annoter', exact: true }).click()
    await expect.poll(async () => (await painted())['fonds-highlight']).toEqual(['sous-marin'])
  })

  test('adds nothing to the text: each paragraph is one text node', async () => {
    const nodes = await page
      .locator('.paragraph')
      .evaluateAll((paragraphs) => paragraphs.map(({ childNodes }) => childNodes.length))
    expect(new Set(nodes)).toEqual(new Set([1]))
  })

  test('a paragraph names its annotations to those who do not see them', async () => {
    const names = await page.locator('.marks-here').allInnerTexts()
    expect(names.join(' ')).toMatch(/annotation.*engagement/u)
  })

  test('an annotation is withdrawn, and the withdrawal taken back', async () => {
    const note = page.locator('.note-commitment')
    await note.hover()
    await note.getByRole('button', { name: 'Retirer' }).click()
    await note.waitFor({ state: 'detached' })
    await page.locator('.toast').getByRole('button', { name: 'Annuler' }).click()
    await expect.poll(() => note.count()).toBe(1)
  })

  test('its history tells each step', async () => {
    const note = page.locator('.note-commitment')
    await note.hover()
    await note.getByRole('button', { name: 'Historique' }).click()
    const steps = note.locator('.note-history li')
    await steps.first().waitFor()
    expect((await steps.allInnerTexts()).at(-1)).toMatch(/^créée/iu)
    expect(await steps.count()).toBeGreaterThan(2)
  })

  test('a selection from one paragraph’s element to another’s is read as text', async () => {
    await page.evaluate(() => {
      const text = document.querySelector('.text')
      if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, text.childNodes.length)
    })
    await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
    await page.locator('.text').focus()
    await page.keyboard.press('h')
    await expect
      .poll(async () => (await painted())['fonds-highlight']?.length)
      .toBe((await page.locator('.paragraph').count()) + 1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await painted())['fonds-highlight']).toEqual(['sous-marin'])
  })
})

describe('finding', () => {
  test('words in the text are counted and gone through', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('ministre')
    await page.getByText(/^1 sur \d/u).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(/^2 sur \d/u).waitFor()
    expect((await painted())['fonds-found-current']).toEqual(['ministre'])
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await painted())['fonds-found']).toEqual([])
  })

  test('a note is found beside the texts', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('juridiques')
    await page.locator('.snippet-note mark').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.note-question.note-active').count()).toBe(1)
  })

  test('a query that cannot be read is told with its place', async () => {
    await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('"feuille de')
    await expect
      .poll(() => page.locator('.query-invalid').allInnerTexts())
      .toEqual([expect.stringMatching(/caractère 1.*ce guillemet n’est pas refermé/su)])
    await page.getByRole('searchbox', { name: /^Rechercher/u }).fill('')
    await option('Azilane accueille').waitFor()
  })
})

describe('adding texts', () => {
  test('tells what became of each file and why one was not read', async () => {
    await page.keyboard.press('Control+o')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choisir des fichiers…' }).click()
    const text = 'Communiqué\n\n12/03/2026\n\nLe ministre a reçu lundi la délégation. Fin du texte.'
    await (
      await chooser
    ).setFiles([
      { name: 'nouveau.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
      { name: 'vide.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ])
    await page.locator('.report-counts').waitFor()
    const counts = await page.locator('.report-counts').innerText()
    expect(counts.replaceAll(/\s+/gu, ' ')).toContain('1 nouveau')
    expect(await page.locator('.report-line').first().innerText()).toContain('Le fichier est vide')
    await page.getByRole('button', { name: /^Ouvrir/u }).click()
    await page.locator('.paragraph').getByText('Le ministre a reçu lundi').waitFor()
  })
})

describe('exporting', () => {
  test('leaves private notes out unless they are asked for, and saves a PDF', async () => {
    await option('Azilane accueille').click()
    await page.locator('.note').first().waitFor()
    await page.keyboard.press('Control+p')
    const withPrivate = page.getByRole('checkbox', { name: /notes privées/u })
    expect(await withPrivate.isChecked()).toBe(false)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'Exporter…' }).click(),
    ])
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await page.getByText(/0 annotation/u).waitFor()
    // Until it is told saved, work is under way and Escape waits.
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
})

describe('the window', () => {
  test('turns round for Arabic, and the text keeps its own direction', async () => {
    await page.getByRole('button', { name: 'Réglages' }).click()
    await page.locator('.choice').filter({ hasText: 'العربية' }).click()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.locator('.choice').filter({ hasText: 'Français' }).click()
    await page.keyboard.press('Escape')
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
    expect(await page.locator('.paragraph').first().getAttribute('dir')).toBe('ltr')
  })

  test('shows one pane at a time when it is narrow', async () => {
    const narrow = await desk.openWindow({ viewport: { width: 400, height: 760 } })
    await narrow.getByRole('option').nth(2).click()
    await narrow.locator('.paragraph').first().waitFor()
    expect(await narrow.getByRole('listbox').count()).toBe(0)
    await narrow.getByRole('button', { name: 'Revenir à la liste' }).click()
    await narrow.getByRole('listbox').waitFor()
    await narrow.context().close()
  })

  test.each(['light', 'dark'] as const)('has no accessibility fault (%s)', async (colorScheme) => {
    const window = await desk.openWindow({ colorScheme })
    await window.getByRole('option').filter({ hasText: 'Azilane accueille' }).click()
    await window.locator('.note').first().waitFor()
    expect(await findBarriers(window, ['best-practice'])).toEqual([])
    await window.context().close()
  })

  test('has no accessibility fault in its dialogs, in Arabic and from right to left', async () => {
    const window = await desk.openWindow({})
    await window.getByRole('button', { name: 'Réglages' }).click()
    await window.locator('.choice').filter({ hasText: 'العربية' }).click()
    expect(await findBarriers(window, ['best-practice'])).toEqual([])
    await window.keyboard.press('Escape')
    await window.getByRole('option').filter({ hasText: 'Azilane accueille' }).click()
    await window.locator('.note').first().waitFor()
    for (const chord of ['F1', 'Control+o', 'Control+p', 'Control+Shift+a']) {
      await window.keyboard.press(chord)
      await window.getByRole('dialog').waitFor()
      expect([chord, await findBarriers(window, ['best-practice'])]).toEqual([chord, []])
      await window.keyboard.press('Escape')
      await window.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await window.context().close()
  })

  test('gave the browser nothing to complain of', () => {
    expect(desk.complaints).toEqual([])
  })
})
