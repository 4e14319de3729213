import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findBarriers } from '../support/axe.ts'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { hasProgram, runProgram } from '../support/program.ts'

const SEED = path.resolve('../shared/corpus/seed/000_42ad996fa631caf3.txt')
const REAL_FOLDERS = ['seed', 'synthetic', 'seedlike']
const NOTE = 'À suivre : échéance de juin'
const ARABIC_NOTE = 'ملاحظة للمتابعة'

const { folder, remove } = aFolder()
const archivePath = path.join(folder, 'archive.fonds')
const inbox = path.join(folder, 'arrivées')
const hasCorpus = existsSync(SEED)
let app: Desk
let page: Page

beforeAll(async () => {
  mkdirSync(inbox)
  cpSync('resources/sample', inbox, {
    recursive: true,
    filter: (name) => !/\.(?:md|json)$/u.test(name),
  })
  if (hasCorpus) {
    for (const name of REAL_FOLDERS) {
      cpSync(path.resolve('../shared/corpus', name), path.join(inbox, name), { recursive: true })
    }
  } else process.stdout.write('no corpus beside the project: the first day uses the samples\n')
  app = await startDesk({ archivePath })
  page = app.page
})

afterEach(async ({ task }) => {
  if (process.env['FONDS_SHOTS'])
    await page.screenshot({ path: path.join(process.env['FONDS_SHOTS'], `${task.name}.png`) })
})

afterAll(async () => {
  await app.close()
  remove()
})

const FRENCH = {
  title:
    'Protection civile et sécurité : Marsane et la Valdorie adoptent à Azilane leur feuille de route',
  passage: 'la lutte contre les filières',
}
const ARABIC = { title: 'الحماية المدنية: مرسان وفالدوريا تعتمدان خارطة الطريق 2025-2028' }

test('takes in a folder and reports every file', async () => {
  await page.getByRole('button', { name: 'Ajouter des textes…' }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choisir un dossier…' }).click(),
  ])
  await chooser.setFiles(inbox)
  const report = page.getByRole('dialog')
  await report.getByRole('heading', { name: 'Compte rendu' }).waitFor()
  await expect.poll(() => report.textContent()).toMatch(/\d+ nouveaux/u)
  expect(await report.textContent()).toContain('0 illisible')
  await page.keyboard.press('Escape')
  await report.waitFor({ state: 'hidden' })
})

test('lists the texts by date and opens one', async () => {
  await openText(FRENCH.title)
  await expect.poll(() => heading().textContent()).toContain('Protection civile')
  await reader().getByText('lundi 14 avril 2025').waitFor()
  await reader()
    .getByText(/déduit de.*lundi/u)
    .waitFor()
})

test('marks a passage with the mouse and keeps a note on it', async () => {
  const words = await selectWords(page, FRENCH.passage)
  await page.getByRole('toolbar', { name: 'Annoter la sélection' }).getByText('Engagement').click()
  await writeNote(NOTE)
  await annotations().getByText(NOTE).waitFor()
  expect(words).toBe(FRENCH.passage)
})

test('marks a sentence with the keyboard alone', async () => {
  await text().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('h')
  await expect.poll(() => annotations().getByRole('listitem').count()).toBe(2)
})

test('annotates an Arabic text in Arabic', async () => {
  await openText(ARABIC.title)
  await expect.poll(() => heading().textContent()).toContain('الحماية المدنية')
  expect(await text().locator('[dir="rtl"]').count()).toBeGreaterThan(3)
  await selectWords(page, 'الاجتماع السنوي')
  await page.getByRole('toolbar', { name: 'Annoter la sélection' }).getByText('Question').click()
  await writeNote(ARABIC_NOTE)
  await annotations().getByText(ARABIC_NOTE).waitFor()
})

test('finds a text whatever its accents, and a note by its words', async () => {
  await searchFor('securite frontieres OU feuille de route')
  await expect
    .poll(() =>
      page
        .getByText(/\d+ résultats?/u)
        .first()
        .textContent(),
    )
    .not.toBeNull()
  await searchFor('echeance de juin')
  await page.getByText('échéance de juin').first().waitFor()
  await searchFor('')
})

test.skipIf(!hasProgram('pdftotext'))(
  'exports a text with its notes, in both scripts',
  async () => {
    await openText(FRENCH.title)
    const french = await exportPdf('français.pdf')
    expect(french).toContain(FRENCH.passage)
    expect(french).toContain(NOTE)
    await openText(ARABIC.title)
    const arabic = await exportPdf('عربي.pdf')
    expect(lettersOf(arabic)).toContain(lettersOf('الاجتماع'))
    expect(lettersOf(arabic)).toContain(lettersOf('ملاحظة'))
  },
)

test('is accessible by the rules that a machine can check', async () => {
  await page.waitForTimeout(500)
  expect(await findBarriers(page)).toEqual([])
})

test('still has everything after it was closed', async () => {
  await app.close()
  app = await startDesk({ archivePath })
  page = app.page
  await openText(FRENCH.title)
  await annotations().getByText(NOTE).waitFor()
  await expect.poll(() => annotations().getByRole('listitem').count()).toBe(2)
  expect(app.complaints).toEqual([])
})

const text = (): Locator => page.getByRole('region', { name: 'Texte du communiqué' })
const reader = (): Locator => page.getByRole('region', { name: 'Lecture' })
const heading = (): Locator => reader().getByRole('heading').first()
const annotations = (): Locator => page.getByRole('complementary', { name: 'Annotations' })

async function openText(title: string): Promise<void> {
  await searchFor(`"${title.slice(0, 40)}"`)
  await page.getByText(title.slice(0, 30)).first().click()
  await searchFor('')
}

async function searchFor(query: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+a')
  if (query === '') await page.keyboard.press('Delete')
  else await page.keyboard.insertText(query)
  await page.waitForTimeout(600)
}

/** Writes the note of the annotation that was just made, or that is being made. */
async function writeNote(note: string): Promise<void> {
  const field = annotations().getByRole('textbox', { name: 'Note' })
  const edit = annotations().getByRole('button', { name: 'Modifier' })
  await field.or(edit).first().waitFor()
  if (!(await field.isVisible())) await edit.first().click()
  await field.fill(note)
  await annotations().getByText('Partageable').click()
  await annotations().getByRole('button', { name: 'Enregistrer' }).click()
}

/** Drags the mouse over words of the open text, as a hand would. */
async function selectWords(on: Page, words: string): Promise<string> {
  const ends = await on.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0 || !node.parentElement?.closest('[data-paragraph], .paragraph, p')) continue
      node.parentElement.scrollIntoView({ block: 'center' })
      const edge = (offset: number): { x: number; y: number } => {
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        const box = range.getBoundingClientRect()
        const isRtl = getComputedStyle(node.parentElement ?? document.body).direction === 'rtl'
        return { x: isRtl ? box.right : box.left, y: box.top + box.height / 2 }
      }
      return { from: edge(at), to: edge(at + wanted.length) }
    }
    return null
  }, words)
  if (!ends) throw new Error(`the open text does not read «${words}»`)
  await on.mouse.move(ends.from.x, ends.from.y)
  await on.mouse.down()
  await on.mouse.move(ends.to.x, ends.to.y, { steps: 8 })
  await on.mouse.up()
  return on.evaluate(() => String(window.getSelection()))
}

async function exportPdf(name: string): Promise<string> {
  await page.getByRole('button', { name: 'Exporter…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('À la fin').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Exporter…' }).click(),
  ])
  const file = path.join(folder, name)
  await download.saveAs(file)
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  // Until it is told saved, work is under way and Escape waits.
  await dialog.getByRole('button', { name: 'Fermer' }).last().waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  return runProgram('pdftotext', ['-layout', file, '-']).replaceAll(/\s+/gu, ' ')
}

/** Letters alone: extraction of Arabic differs in spaces and joining marks. */
const lettersOf = (extracted: string): string =>
  extracted.normalize('NFKC').replaceAll(/[^\p{L}]/gu, '')
