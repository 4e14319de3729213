import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAnnotatedArchive, type AnnotatedArchive } from '../support/annotated-archive.ts'
import { aFolder } from '../support/archive.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { hasProgram, runProgram } from '../support/program.ts'

/**
 * The jobs of a desk officer's week, one after the other in one window, by keys alone: fields are
 * reached by Tab or by their keys, and no event of a mouse may come.
 */
const MOST_STOPS = 120
const SAMPLE = '2025-04-16-marsane-valdorie-reunion.txt'

const { folder, remove } = aFolder()
let archive: AnnotatedArchive
let desk: Desk
let page: Page

beforeAll(async () => {
  archive = await anAnnotatedArchive()
  desk = await startDesk({
    archivePath: archive.archivePath,
    home: folder,
    window: { permissions: ['clipboard-read', 'clipboard-write'] },
  })
  page = desk.page
  // From now on every choice of files is heard, however soon a key asks for it.
  page.on('filechooser', () => {})
  await page.getByRole('option').first().waitFor()
  await page.evaluate(() => {
    const counted = document.documentElement.dataset
    counted['mice'] = '0'
    for (const kind of ['mousedown', 'pointerdown', 'wheel', 'touchstart']) {
      window.addEventListener(
        kind,
        ({ isTrusted }) => {
          if (isTrusted) counted['mice'] = String(Number(counted['mice']) + 1)
        },
        { capture: true, passive: true },
      )
    }
  })
})

afterAll(async () => {
  await desk.close()
  archive.remove()
  remove()
})

const dialog = (): Locator => page.getByRole('dialog')
const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
const toast = (words: string): Locator => page.locator('.toast').filter({ hasText: words })
const mice = (): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['mice'])
const selected = (): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '')
const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((one) => one === document.activeElement).catch(() => false)

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes from stop to stop until one is reached, as a person who has no mouse. */
async function reach(locator: Locator, key = 'Tab'): Promise<void> {
  await locator.first().waitFor()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(locator.first())) return
    await press(key)
  }
  throw new Error(`${String(locator)} cannot be reached by ${key}`)
}

async function leave(): Promise<void> {
  await press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

/** The list, by the key that goes from pane to pane. */
async function goToList(): Promise<void> {
  await reach(page.locator('.list-pane [role="listbox"]'), 'F6')
}

async function openByWords(words: string): Promise<void> {
  await press('Control+k')
  await page.keyboard.type(words)
  await page.locator('.hit .row-title').first().waitFor()
  await goToList()
  await press('Enter')
  await page.locator('.paragraph').first().waitFor()
}

async function selectSentence(): Promise<string> {
  await reach(page.locator('.text'), 'F6')
  await press('Alt+ArrowDown')
  await expect.poll(selected).not.toBe('')
  await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
  return selected()
}

test('1. takes in the texts of the week, and reads what became of each', async () => {
  const inbox = path.join(folder, 'arrivées')
  mkdirSync(inbox)
  cpSync('resources/sample', inbox, {
    recursive: true,
    filter: (name) => !/\.(?:md|json)$/u.test(name),
  })
  cpSync(path.join(inbox, SAMPLE), path.join(inbox, 'le même.txt'))
  writeFileSync(path.join(inbox, 'illisible.pdf'), '%PDF-1.7\nrien de plus')
  await press('Control+o')
  await reach(button('Choisir un dossier…'))
  const chosen = page.waitForEvent('filechooser')
  await press('Enter')
  await (await chosen).setFiles(inbox)
  await dialog().getByRole('heading', { name: 'Compte rendu' }).waitFor()
  const report = await dialog().innerText()
  expect(report).toMatch(/14 nouveaux/u)
  expect(report).toMatch(/2 liés à un texte connu/u)
  expect(report).toMatch(/1 identique/u)
  expect(report).toMatch(/1 illisible/u)
  await leave()
})

test('2. confirms the day of an event from the word it comes from', async () => {
  await press('Alt+k')
  await page.locator('.vetting-card').waitFor()
  for (let step = 0; step < MOST_STOPS; step += 1) {
    const card = await page.locator('.vetting-card').innerText()
    if (/lundi 14 avril 2025/u.test(card)) break
    await press('ArrowDown')
  }
  expect(await page.locator('.vetting-words mark').innerText()).toMatch(/lundi/iu)
  await press('a')
  await expect.poll(() => page.locator('.vetting').innerText()).toMatch(/1 sur \d+/u)
  await press('Escape')
  await page.locator('.vetting').waitFor({ state: 'detached' })
  await openByWords('titre:"protection civile et sécurité"')
  const facts = page.locator('.title-block .facts')
  await expect.poll(() => facts.innerText()).toMatch(/lundi 14 avril 2025/u)
  await expect.poll(() => facts.innerText()).toMatch(/confirmée/u)
})

test('3. reads by numbered paragraphs, and marks a commitment with a note', async () => {
  expect(await page.locator('.paragraph').count()).toBeGreaterThan(3)
  const sentence = await selectSentence()
  await press('e')
  await page
    .locator('.note-commitment')
    .filter({ hasText: sentence.slice(0, 40) })
    .waitFor()
  await press('Alt+ArrowDown')
  await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
  await press('c')
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  await page.keyboard.type('À suivre au prochain comité')
  await press('Control+Enter')
  await page.locator('.note').filter({ hasText: 'À suivre au prochain comité' }).waitFor()
})

test('4. finds everything on a subject, in both scripts, texts and notes in one list', async () => {
  await press('Control+k')
  await page.keyboard.type('securite OU comite')
  await page.locator('.hit [data-snippet]').first().waitFor()
  expect(await page.locator('.hit').count()).toBeGreaterThan(2)
  await press('Control+k')
  await page.keyboard.type('suivre prochain comite')
  await expect
    .poll(() => page.locator('.hits').innerText())
    .toContain('À suivre au prochain comité')
  await press('Control+k')
  await page.keyboard.type('الوقاية المدنية')
  await expect
    .poll(() => page.locator('.hit .row-title').allInnerTexts())
    .toEqual(expect.arrayContaining([expect.stringContaining('الوقاية المدنية')]))
  await goToList()
  await press('ArrowDown', 'ArrowUp', 'Enter')
  await page.locator('.reader-pane h1').waitFor()
})

test('5. follows a formula from its first attestation', async () => {
  await press('Alt+t')
  await reach(dialog().getByRole('textbox'))
  await page.keyboard.type('feuille de route Marsane-Valdorie')
  await press('Control+Enter')
  await dialog().locator('.attestation').first().waitFor()
  await dialog().getByText('Première attestation').waitFor()
  expect(await dialog().locator('.attestation').count()).toBeGreaterThan(1)
  await leave()
})

test('6. compares two texts, from difference to difference', async () => {
  await press('Control+k', 'Control+a', 'Delete')
  await page.locator('.row').first().waitFor()
  await goToList()
  // Two texts in one language: a French one, and the one two rows below it.
  await press('Home', 'ArrowDown', ' ', 'ArrowDown', 'ArrowDown', ' ')
  await page.getByText('2 textes choisis').waitFor()
  await reach(page.getByRole('button', { name: 'Comparer', exact: true }), 'Shift+Tab')
  await press('Enter')
  await dialog().locator('.change').first().waitFor()
  await press('n')
  await expect.poll(() => dialog().innerText()).toMatch(/Différence 1 sur \d+/u)
  await leave()
})

test('10. copies a passage to the letter, with its source', async () => {
  await openByWords('titre:"protection civile et sécurité"')
  const sentence = await selectSentence()
  await press('Alt+c')
  await toast('Citation copiée').waitFor()
  const plain = await page.evaluate(() => navigator.clipboard.readText())
  expect(plain).toContain(sentence)
  expect(plain).toMatch(/§ \d+, SHA-256 [0-9a-f]{12}/u)
})

test('11. checks a quotation that was sent: to the letter, then altered', async () => {
  await selectSentence()
  await press('Alt+v')
  await dialog().getByText('Conforme, à la lettre').waitFor()
  await reach(dialog().getByRole('textbox'))
  await press('Control+Home', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight')
  await page.keyboard.type('zwanzelfisch ')
  await press('Control+Enter')
  await dialog().getByText('Altérée', { exact: true }).waitFor()
  expect(await dialog().locator('.worded ins').first().innerText()).toContain('zwanzelfisch')
  await leave()
})

test('12. merges a colleague’s annotations after a preview, and takes the merge back', async () => {
  await press('Control+Shift+L')
  await dialog().waitFor()
  await reach(dialog().getByRole('tab', { selected: true }))
  const exchange = dialog().getByRole('tab', { name: /Échanger/u })
  await reach(exchange, 'ArrowRight')
  await reach(button('Choisir un fichier…'))
  const chosen = page.waitForEvent('filechooser')
  await press('Enter')
  await (
    await chosen
  ).setFiles({
    name: 'collegue.fondsnotes',
    mimeType: 'application/zip',
    buffer: Buffer.from(archive.bundle),
  })
  await page.locator('.report-counts').waitFor()
  await reach(button('Fusionner'))
  await press('Enter')
  await page.getByText('Fusion faite').waitFor()
  await reach(button('Annuler la fusion'))
  await press('Enter')
  await expect
    .poll(() => page.locator('.merge-line').allInnerTexts())
    .toEqual([expect.stringMatching(/annulée le/u)])
  await leave()
})

test('13. hands a dossier over as PDF, without the private note', async () => {
  await reach(page.locator('.text'), 'F6')
  await press('Alt+d')
  await reach(dialog().getByLabel('Titre du dossier'))
  await page.keyboard.type('Remise au cabinet')
  await press('Enter')
  await toast('Dossier créé').waitFor()
  await reach(button(/^Remise au cabinet/u))
  await press('Enter')
  await page.locator('.dossier-line').first().waitFor()
  await reach(button('Exporter le dossier…'))
  await press('Enter')
  await dialog().waitFor()
  const download = page.waitForEvent('download')
  await reach(dialog().getByRole('button', { name: 'Exporter…' }))
  await press('Enter')
  const file = await (await download).path()
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  const printed = hasProgram('pdftotext')
    ? runProgram('pdftotext', [file, '-'])
    : 'Remise au cabinet'
  expect(printed).toContain('Remise au cabinet')
  expect(printed).not.toContain('À suivre au prochain comité')
  await press('Escape')
})

test('no mouse was used, and the page kept its policy', async () => {
  expect(await mice()).toBe('0')
  expect(desk.complaints).toEqual([])
  // The count would have told: a press counts.
  await page.mouse.move(4, 4)
  await page.mouse.down()
  await page.mouse.up()
  expect(Number(await mice())).toBeGreaterThan(0)
})
