import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SPEECH } from '../support/speech.ts'
import { anUnmarkedArchive } from '../support/annotated-archive.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { lettersOf } from '../support/keyboards.ts'
import { readPlatformTree, WITH_PLATFORM_TREE } from '../support/platform-tree.ts'

const OFFICES = [
  {
    language: 'fr',
    title: 'coopération portuaire',
    words: ['Les', 'deux', 'ministres', 'ont', 'examiné', 'la', 'coopération'],
    quoted: 'preparer le programme',
    paragraph: 'Les deux ministres ont examiné la coopération portuaire entre les deux rives',
    forward: 'ArrowRight',
    backward: 'ArrowLeft',
  },
  {
    language: 'ar',
    title: 'الوقاية المدنية',
    words: ['أكد', 'الوزيران', 'على', 'ضرورة', 'تعزيز', 'التعاون', 'في'],
    quoted: 'لإعداد برنامج العمل',
    paragraph: 'أكد الوزيران على ضرورة تعزيز التعاون في مجال الوقاية المدنية بين الضفتين.',
    forward: 'ArrowLeft',
    backward: 'ArrowRight',
  },
] as const

describe.each(OFFICES)('without a mouse, in $language', (office) => {
  const { language, forward, backward } = office
  const { words, direction } = SPEECH[language]
  const archive = anUnmarkedArchive()
  let desk: Desk
  let page: Page
  let letter: ReturnType<typeof lettersOf>

  beforeAll(async () => {
    desk = await startDesk({
      archivePath: archive.archivePath,
      browserArguments: ['--enable-caret-browsing', WITH_PLATFORM_TREE],
    })
    page = desk.page
    letter = lettersOf(await page.context().newCDPSession(page), language)
    await page.getByRole('option').first().waitFor()
  })

  afterAll(async () => {
    await desk.close()
    archive.remove()
  })

  const press = (keys: string): Promise<void> => page.keyboard.press(keys)

  const speakArabic = async (): Promise<void> => {
    await press('Control+Shift+p')
    await page.waitForFunction(() => document.activeElement?.matches('.palette-input'))
    await page.keyboard.type('arabe')
    await expect.poll(() => page.locator('.palette-item').count()).toBe(1)
    await page.locator('.palette-item[data-focused]').waitFor()
    await press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  const focused = () =>
    page.evaluate(() => {
      const { activeElement: element } = document
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })

  /** Goes on by a key until the focus is on something; a ring of stops ends it. */
  const goOn = async (key: 'F6' | 'Tab', there: (name: string) => Promise<boolean>) => {
    for (let step = 0; step < 40; step++) {
      if (await there(await focused())) return
      await press(key)
    }
    throw new Error(`never reached by ${key}`)
  }

  const goTo = (pane: string) =>
    goOn('F6', () =>
      page.evaluate((sought) => document.activeElement?.matches(sought) ?? false, pane),
    )

  const tabTo = (wanted: string) => goOn('Tab', async (name) => name === wanted)

  const selectedWords = () => page.evaluate(() => document.getSelection()?.toString().trim() ?? '')

  const isFocused = (selector: string) =>
    expect
      .poll(() => page.evaluate((sought) => document.activeElement?.matches(sought), selector))
      .toBe(true)

  const passages = () => page.locator('.notes-list .note-quote').allInnerTexts()

  const kindsAndPassages = () =>
    page
      .locator('.notes-list .note-face')
      .evaluateAll((faces) =>
        faces.map((face) => [
          face.querySelector('.note-kind')?.textContent,
          face.querySelector('.note-quote')?.textContent,
        ]),
      )

  const announced = () => page.locator('[data-live-announcer]').innerText()

  const atRest = () => page.locator('.selection-toolbar-away').waitFor({ state: 'attached' })

  /** Selects the next word with the caret and waits for what acts on it. */
  const selectWord = async (word: string): Promise<void> => {
    await press(`Control+Shift+${forward}`)
    await expect.poll(selectedWords).toBe(word)
    await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
  }

  /** The caret goes over the space behind a mark, out of it. */
  const goOnReading = async (): Promise<void> => {
    await isFocused('.text')
    await atRest()
    await press(forward)
    await page.locator('.note-active').waitFor({ state: 'detached' })
  }

  test('the window speaks the language once the palette is told so', async () => {
    if (language === 'ar') await speakArabic()
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(direction)
  })

  test('a text is found in the list and opened', async () => {
    await goTo('.list')
    await press('Home')
    const row = page.locator('.row-active').filter({ hasText: office.title })
    if ((await row.count()) === 0) await press('ArrowDown')
    await row.waitFor()
    await press('Enter')
    await page
      .locator('.paragraph')
      .filter({ hasText: office.words.join(' ') })
      .waitFor()
    await goTo('.text')
    expect(await focused()).toBe(words.reader.label)
  })

  test('the caret selects words, and each kind is made of them', async () => {
    await press(forward)
    await press(backward)
    const [first, second, third, fourth, fifth, sixth, seventh] = office.words
    for (const [key, word] of [
      ['h', first],
      ['e', second],
      ['t', third],
    ] as const) {
      await selectWord(word)
      await letter(key)
      await goOnReading()
    }
    for (const [key, word] of [
      ['c', fourth],
      ['q', fifth],
    ] as const) {
      await selectWord(word)
      await letter(key)
      await isFocused('.note-area')
      await page.keyboard.type('à voir')
      await press('Control+Enter')
      await goOnReading()
    }
    await selectWord(sixth)
    await letter('l')
    await isFocused('[role="dialog"] input')
    await page.getByRole('radio').first().waitFor()
    await tabTo(words.links.make)
    await press('Enter')
    await goOnReading()
    await selectWord(seventh)
    await letter('m')
    await isFocused('[role="dialog"] input')
    await press('Control+a')
    await page.keyboard.type('commission mixte')
    await page.getByRole('radio', { name: /Commission mixte/u }).waitFor()
    await tabTo(words.links.mentionMake)
    await press('Enter')
    await goOnReading()
    const { highlight, commitment, quotation, comment, question, link, mention } =
      words.annotate.kinds
    const kinds = [highlight, commitment, quotation, comment, question, link, mention]
    expect(await kindsAndPassages()).toEqual(kinds.map((kind, at) => [kind, office.words[at]]))
  })

  test('a kind is chosen from the tools of the selection, which the arrows go through', async () => {
    await press(`Control+Shift+${forward}`)
    await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
    const word = await selectedWords()
    await press('F6')
    expect(await focused()).toContain(words.annotate.verbs.highlight)
    await press(forward)
    await press(forward)
    expect(await focused()).toContain(words.annotate.verbs.commitment)
    await press(backward)
    expect(await focused()).toContain(words.annotate.verbs.comment)
    await press('Escape')
    await isFocused('.text')
    expect(await selectedWords()).toBe(word)
    await press('F6')
    await press('Enter')
    await goOnReading()
    expect((await kindsAndPassages()).at(-1)).toEqual([words.annotate.kinds.highlight, word])
    await letter('z', ['Control'])
    await expect.poll(passages).toEqual([...office.words])
  })

  test('the next and the previous annotation are gone to and read out', async () => {
    const { highlight, commitment } = words.annotate.kinds
    const [first, second] = office.words
    await letter('n', ['Alt'])
    await expect.poll(announced).toBe(words.notes.active(highlight, first))
    await letter('n', ['Alt'])
    await expect.poll(announced).toBe(words.notes.active(commitment, second))
    await letter('n', ['Alt', 'Shift'])
    await expect.poll(announced).toBe(words.notes.active(highlight, first))
    await letter('n', ['Alt'])
    await expect.poll(announced).toBe(words.notes.active(commitment, second))
  })

  test('its note and tags are written, and Escape leads back to the caret', async () => {
    const caret = () =>
      page.evaluate(() => {
        const { focusNode, focusOffset } = document.getSelection() ?? {}
        return [focusNode?.textContent, focusOffset]
      })
    const before = await caret()
    await press('Enter')
    await isFocused('.note-active .note-face')
    await tabTo(words.annotate.edit)
    await press('Enter')
    await isFocused('.note-area')
    await page.keyboard.type('échéance 2026')
    await press('Tab')
    await page.keyboard.type('suivi, délai')
    await press('Control+Enter')
    await page.locator('.note-active .note-body').waitFor()
    await isFocused('.note-active .note-face')
    expect(await page.locator('.note-active .tag').allInnerTexts()).toEqual(['délai', 'suivi'])
    await press('Escape')
    await isFocused('.text')
    expect(await caret()).toEqual(before)
  })

  test('its edges move by words, each the way its arrow points', async () => {
    const [first, second, third] = office.words
    await atRest()
    await press(`Shift+${forward}`)
    await expect.poll(announced).toBe(words.notes.resized(`${second} ${third}`))
    await expect.poll(passages).toContain(`${second} ${third}`)
    await atRest()
    await press(`Control+Shift+${backward}`)
    await expect.poll(passages).toContain(`${first} ${second} ${third}`)
    await atRest()
    await letter('z', ['Control'])
    await letter('z', ['Control'])
    await expect.poll(passages).toEqual([...office.words])
  })

  test('it is taken out of the text from its card, and put back', async () => {
    await press('Enter')
    await isFocused('.note-active .note-face')
    await tabTo(words.annotate.withdraw)
    await press('Enter')
    await expect.poll(passages).toEqual(office.words.filter((_, at) => at !== 1))
    await isFocused('.note-face')
    await letter('z', ['Control'])
    await expect.poll(passages).toEqual([...office.words])
    await press('Escape')
    await isFocused('.text')
  })

  test('a quotation is annotated by its words alone', async () => {
    await letter('a', ['Control', 'Shift'])
    await isFocused('[role="dialog"] textarea')
    await page.keyboard.type(office.quoted)
    await page.getByText(words.annotate.quoteMatches(1)).waitFor()
    await goOn('Tab', () =>
      page.evaluate(() => document.activeElement?.matches('.choice input') ?? false),
    )
    await press('ArrowDown')
    await press('ArrowDown')
    await tabTo(words.annotate.annotate)
    await press('Enter')
    await expect.poll(async () => (await kindsAndPassages()).length).toBe(office.words.length + 1)
    const [kind, passage = ''] = (await kindsAndPassages()).at(-1) ?? []
    expect(kind).toBe(words.annotate.kinds.commitment)
    expect(passage?.normalize('NFD').replaceAll(/\p{M}/gu, '')).toBe(
      office.quoted.normalize('NFD').replaceAll(/\p{M}/gu, ''),
    )
    await isFocused('.text')
  })

  test('a selection by whole paragraphs, which ends in an element, is its words', async () => {
    await atRest()
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('.paragraph')
      if (first && second) document.getSelection()?.setBaseAndExtent(first, 0, second, 0)
    })
    await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
    await letter('h')
    await expect
      .poll(passages)
      .toContainEqual(expect.stringMatching(new RegExp(`^${office.paragraph}`, 'u')))
    const whole = await page.locator('.paragraph').first().innerText()
    expect(await passages()).toContain(whole)
    await letter('z', ['Control'])
    await expect.poll(passages).not.toContain(whole)
  })

  test('assistive technology is told of caret, selection and the names of everything', async () => {
    await page.waitForFunction(() => document.activeElement?.matches('.text'))
    await atRest()
    await page.evaluate(() => {
      const { firstChild } = document.querySelector('.paragraph') ?? {}
      if (firstChild) document.getSelection()?.collapse(firstChild, 0)
    })
    await selectWord(office.words[0])
    const nodes = await readPlatformTree(page)
    const paragraph = nodes.find(
      ({ role, text }) => role === 'paragraph' && text.startsWith(office.paragraph),
    )
    const end = office.words[0].length
    expect([paragraph?.selected, paragraph?.caret]).toEqual([[0, end], end])
    expect(nodes.filter(({ isFocused: has }) => has).map(({ name }) => name)).toEqual([
      words.reader.label,
    ])
    const controls = nodes.filter(({ role, isShowing }) => isShowing && CONTROLS.test(role))
    expect(controls.filter(({ name }) => name.trim() === '')).toEqual([])
    const names = controls.map(({ name }) => name)
    const { verbs, edit, history, withdraw } = words.annotate
    expect(names).toEqual(
      expect.arrayContaining([...Object.values(verbs), edit, history, withdraw]),
    )
  })

  test('a caret alone is told too, at its new place after each key', async () => {
    await press(forward)
    await press(forward)
    await atRest()
    const nodes = await readPlatformTree(page)
    const paragraph = nodes.find(
      ({ role, text }) => role === 'paragraph' && text.startsWith(office.paragraph),
    )
    const offset = await page.evaluate(() => document.getSelection()?.focusOffset)
    expect(offset).toBeGreaterThan(office.words[0].length)
    expect([paragraph?.selected, paragraph?.caret]).toEqual([null, offset])
    expect(desk.complaints).toEqual([])
  })
})

const CONTROLS = /^(?:push button|toggle button|check box|radio button|combo box|entry)$/u
