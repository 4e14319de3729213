import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAnnotatedArchive, MARKED, type AnnotatedArchive } from '../support/annotated-archive.ts'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

let archive: AnnotatedArchive
let desk: Desk
let page: Page

beforeAll(async () => {
  archive = await anAnnotatedArchive()
  desk = await startDesk({ archivePath: archive.archivePath })
  page = desk.page
  await option('portuaire').click()
  await page.locator('.note').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  archive.remove()
})

const option = (words: string): Locator => page.getByRole('option').filter({ hasText: words })

const focusText = () => page.locator('.text').focus()

const announced = () => page.locator('[data-live-announcer]').innerText()

const selectedWords = () => page.evaluate(() => document.getSelection()?.toString() ?? '')

const item = (): Locator => page.locator('.review-item')

const marks = () => page.locator('.marked-side mark').allInnerTexts()

const openDesk = async (tab: RegExp): Promise<void> => {
  if ((await page.getByRole('dialog').count()) === 0) await page.keyboard.press('Control+Shift+l')
  await page.getByRole('tab', { name: tab }).click()
}

const toast = (words: string): Locator => page.locator('.toast').filter({ hasText: words })

const longer = (): Locator =>
  page.locator('.note-highlight').filter({ hasText: `${MARKED.kept} entre les` })

const noteOf = (words: string): Locator => page.locator('li.note').filter({ hasText: words })

describe('a corrected version', () => {
  test('says what became of every annotation', async () => {
    const notice = page.locator('.text-notice').filter({ hasText: 'Version corrigée' })
    const told = (await notice.innerText()).replaceAll(/\s+/gu, ' ')
    expect(told).toContain('2 conservées, 1 modifiée et 1 orpheline')
  })

  test('is shown beside the text before, and a place is accepted by a key', async () => {
    await page.getByRole('button', { name: 'Vérifier…' }).click()
    await expect
      .poll(marks)
      .toEqual([MARKED.changed, MARKED.changed.replace('au printemps', 'cet automne')])
    expect(await findBarriers(page, ['best-practice'])).toEqual([])
    await page.locator('.marked-side').first().focus()
    await page.keyboard.press('a')
    await expect.poll(() => item().count()).toBe(1)
    await expect.poll(marks).toEqual([MARKED.orphan])
  })

  test('gives an orphan another place by its words, and undo takes that back', async () => {
    await page.locator('.marked-side').first().focus()
    await page.keyboard.press('m')
    const field = page.getByRole('textbox', { name: 'Replacer sur ces mots' })
    await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true)
    await page.keyboard.type('securite des navires')
    await page.getByText('Passage 1 sur 1').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Tout est vérifié.').waitFor()
    await toast('Annotation replacée').getByRole('button', { name: 'Annuler' }).click()
    await expect.poll(() => item().count()).toBe(1)
  })

  test('keeps an orphan as one, listed and no longer asked about', async () => {
    await page.locator('.marked-side').first().focus()
    await page.keyboard.press('o')
    await page.getByText('Tout est vérifié.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()
    await expect
      .poll(() => noteOf(MARKED.orphan).locator('.note-status').allInnerTexts())
      .toEqual(['Sans passage'])
  })

  test('gives back all that was carried over, and takes it over again', async () => {
    await page.locator('.text-notice').getByRole('button', { name: 'Vérifier…' }).click()
    await page.getByRole('button', { name: 'Annuler tout le report' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()
    await page.getByRole('button', { name: 'Reporter de nouveau' }).click()
    await page.getByRole('button', { name: 'Reporter de nouveau' }).waitFor({ state: 'detached' })
    await expect.poll(() => noteOf(MARKED.kept).count()).toBe(1)
  })
})

describe('without a mouse', () => {
  test('a sentence is linked to another communiqué, and the link followed and left', async () => {
    await focusText()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(selectedWords).not.toBe('')
    await page.keyboard.press('l')
    await page.getByRole('dialog').waitFor()
    expect(await findBarriers(page, ['best-practice'])).toEqual([])
    await page.keyboard.type('الوقاية')
    await page.getByRole('radio', { name: 'بلاغ مشترك' }).waitFor()
    await page.getByRole('textbox', { name: 'Mots du passage visé' }).fill(MARKED.arabic)
    await page.getByText('1 passage trouvé').waitFor()
    await page.getByRole('button', { name: 'Lier', exact: true }).focus()
    await page.keyboard.press('Enter')
    const follow = page.getByRole('button', { name: /^Suivre le lien/u })
    await follow.focus()
    await page.keyboard.press('Enter')
    await page.locator('.paragraph[dir="rtl"]').first().waitFor()
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get('fonds-match')?.size ?? 0))
      .toBe(1)
    await toast('Ouvert').getByRole('button', { name: 'Revenir' }).click()
    await follow.waitFor()
  })

  test('words name a body of the authority lists', async () => {
    await focusText()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Control+Alt+Digit7')
    await page.getByRole('textbox', { name: 'Nom dans les listes' }).fill('commission mixte')
    await page.getByRole('radio', { name: /Commission mixte de la pêche/u }).waitFor()
    await page.getByRole('button', { name: 'Nommer', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.note-mention .note-link').allInnerTexts())
      .toEqual(['Commission mixte de la pêche'])
  })

  test('a passage is made longer and shorter by words, as one step', async () => {
    await page.locator('.note-highlight .note-face').click()
    await page.evaluate(() => document.getSelection()?.removeAllRanges())
    await expect.poll(selectedWords).toBe('')
    await focusText()
    await page.waitForFunction(() => document.querySelector('.selection-toolbar-away') !== null)
    for (let press = 0; press < 2; press++) await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(announced).toContain(`${MARKED.kept} entre les`)
    await longer().waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => longer().count()).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await longer().waitFor()
  })

  test('Enter goes into the panel and Escape back to the very caret', async () => {
    await page.evaluate(() => {
      const words = document.querySelectorAll('.paragraph')[2]?.firstChild
      if (words) document.getSelection()?.collapse(words, 7)
    })
    await focusText()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.notes') !== null))
      .toBe(true)
    await page.keyboard.press('Escape')
    const caret = await page.evaluate(() => {
      const { anchorNode, anchorOffset } = document.getSelection() ?? {}
      const paragraph = anchorNode?.parentElement
      const at = [...document.querySelectorAll('.paragraph')].indexOf(paragraph ?? document.body)
      return [document.activeElement?.className, at, anchorOffset]
    })
    expect(caret).toEqual(['text', 2, 7])
  })

  test('the next annotation is read out, and its place is named to assistive technology', async () => {
    await focusText()
    await page.keyboard.press('Alt+n')
    await expect.poll(announced).toMatch(/^\S+\s:\s\S/u)
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const named = nodes
      .filter(({ role }) => role?.value === 'button')
      .map(({ name }) => String(name?.value ?? ''))
    expect(named.filter((name) => name === '')).toEqual([])
    expect(named.some((name) => /^\d+\sannotations?\s:\s/u.test(name))).toBe(true)
  })

  test('the annotations of the text are filtered and put in another order', async () => {
    const all = await page.locator('.notes-list li.note').count()
    await page
      .getByRole('textbox', { name: 'Filtrer les annotations de ce texte' })
      .fill('sans passage')
    await expect.poll(() => page.locator('.notes-list li.note').count()).toBe(1)
    await page.getByRole('textbox', { name: 'Filtrer les annotations de ce texte' }).fill('')
    await expect.poll(() => page.locator('.notes-list li.note').count()).toBe(all)
    await page.getByRole('combobox', { name: 'Trier les annotations' }).selectOption('kind')
    await expect
      .poll(() => page.locator('.notes-list .note-kind').first().innerText())
      .toBe('Surlignage')
  })
})

describe('all annotations of the archive', () => {
  test('are opened by keys, sought, narrowed to orphans and opened in their text', async () => {
    await page.keyboard.press('Control+Shift+l')
    await page.locator('.listed-note').first().waitFor()
    expect(await findBarriers(page, ['best-practice'])).toEqual([])
    await page.getByRole('searchbox', { name: 'Chercher dans les notes' }).fill('montant')
    await expect.poll(() => page.locator('.listed-note').count()).toBe(1)
    await page.getByRole('searchbox', { name: 'Chercher dans les notes' }).fill('')
    await page
      .locator('.facet-value')
      .filter({ hasText: 'Sans passage' })
      .getByRole('checkbox')
      .check()
    await expect.poll(() => page.locator('.listed-note').count()).toBe(1)
    await page.locator('.listed-note .note-face').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('.note-active').filter({ hasText: MARKED.orphan }).waitFor()
  })
})

describe('a colleague’s file', () => {
  test('is tried first: what it would do is told and nothing is done', async () => {
    await openDesk(/Échanger/u)
    const buffer = Buffer.from(archive.bundle)
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'collegue.fondsnotes', mimeType: 'application/zip', buffer })
    const counts = page.locator('.report-counts')
    await counts.waitFor()
    expect((await counts.innerText()).replaceAll(/\s+/gu, ' ')).toMatch(
      /1 nouvelle 1 complétée \d+ déjà connues 1 à trancher/u,
    )
    await page.getByText('« Note verbale » : 1 annotation').waitFor()
    await page.getByText('Aucune fusion encore.').waitFor()
    expect(await findBarriers(page, ['best-practice'])).toEqual([])
  })

  test('brings both sides of a disagreement, until someone chooses', async () => {
    await page.getByRole('button', { name: 'Fusionner' }).click()
    await page.getByText('Fusion faite').waitFor()
    await openDesk(/À trancher/u)
    const sides = page.locator('.conflict-value')
    await expect
      .poll(() => sides.allInnerTexts())
      .toEqual(['Visite maintenue le matin.', 'Visite déplacée au soir.'])
    expect(await findBarriers(page, ['best-practice'])).toEqual([])
    await page.getByRole('button', { name: 'Retenir cette version' }).first().click()
    await page.getByText('Aucun désaccord').waitFor()
    await toast('Désaccord tranché').getByRole('button', { name: 'Annuler' }).click()
    await expect.poll(() => sides.count()).toBe(2)
  })

  test('is taken back as a whole, but for what was worked upon', async () => {
    await openDesk(/Échanger/u)
    await page.locator('.merge-line').getByRole('button', { name: 'Annuler la fusion' }).click()
    // The side that was chosen, and taken back again, was worked upon: that much is kept.
    await expect
      .poll(() => page.locator('.merge-line').allInnerTexts())
      .toEqual([expect.stringMatching(/annulée le/u)])
    await page.keyboard.press('Escape')
  })

  test('that was tampered with is refused whole', async () => {
    await openDesk(/Échanger/u)
    const buffer = Buffer.from(archive.bundle.slice(0, -40))
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'abime.fondsnotes', mimeType: 'application/zip', buffer })
    await page.locator('.exchange .failure').waitFor()
    expect(await page.getByRole('button', { name: 'Fusionner' }).count()).toBe(0)
    await page.keyboard.press('Escape')
  })
})

describe('with a finger', () => {
  test('the tools of a selection are large enough, and none is cut off', async () => {
    const viewport = { width: 1024, height: 768 }
    const window = await desk.openWindow({ viewport, hasTouch: true, isMobile: true })
    await window.getByRole('option').filter({ hasText: 'portuaire' }).click()
    await window.locator('.paragraph').first().waitFor()
    await window.keyboard.press('Alt+ArrowDown')
    await window.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
    const boxes = await window
      .locator('.selection-act')
      .evaluateAll((acts) => acts.map((act) => act.getBoundingClientRect().toJSON()))
    expect(boxes.filter(({ height }) => height < 44)).toEqual([])
    expect(boxes.filter(({ left, right }) => left < 0 || right > viewport.width)).toEqual([])
    await window.context().close()
  })
})

describe('in Arabic', () => {
  test('the same windows have no accessibility fault, and the paint is under the words', async () => {
    const window = await desk.openWindow({ colorScheme: 'dark' })
    await window.getByRole('button', { name: 'Réglages' }).click()
    await window.locator('.choice').filter({ hasText: 'العربية' }).click()
    await window.keyboard.press('Escape')
    await window.getByRole('option').filter({ hasText: 'الوقاية' }).click()
    await window.locator('li.note').first().waitFor()
    await window.keyboard.press('Control+Shift+l')
    for (const tab of ['الكل', 'للحسم', 'تبادل']) {
      await window.getByRole('tab', { name: tab }).click()
      expect([tab, await findBarriers(window, ['best-practice'])]).toEqual([tab, []])
    }
    await window.keyboard.press('Escape')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await paintedShare(window, MARKED.arabic)).toBeGreaterThan(0.9)
    expect(await paintedShare(window, 'بين الضفتين')).toBe(0)
    await window.context().close()
  })

  test('gave the browser nothing to complain of', () => {
    expect(desk.complaints).toEqual([])
  })
})

/** Along the top of some words, where no letter is, the share of pixels that are not the sheet's. */
async function paintedShare(window: Page, words: string): Promise<number> {
  const clip = await window.evaluate((sought) => {
    for (const { firstChild } of document.querySelectorAll('.paragraph')) {
      const start = firstChild?.textContent?.indexOf(sought) ?? -1
      if (!firstChild || start < 0) continue
      const range = document.createRange()
      range.setStart(firstChild, start)
      range.setEnd(firstChild, start + sought.length)
      const { x, y, width } = range.getBoundingClientRect()
      return { x: x + 2, y: y + 1, width: width - 4, height: 1 }
    }
    return null
  }, words)
  if (clip === null) throw new Error('the words are not on screen')
  const image = (await window.screenshot({ clip })).toString('base64')
  const blank = await window.context().newPage()
  const share = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] }
    let painted = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
      // The comment's blue in the dark scheme; the sheet is grey there.
      if (blue - red > 15 && green > 0) painted++
    }
    return painted / (data.length / 4)
  }, image)
  await blank.close()
  return share
}
