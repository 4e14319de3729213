import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { findBarriers } from '../support/axe.ts'
import { aFolder } from '../support/archive.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

const PASSPHRASE = 'quatre mots au hasard'
const { folder, remove } = aFolder()
const archivePath = path.join(folder, 'archive.fonds')
let app: Desk
let page: Page
let code = ''

beforeAll(async () => {
  app = await startDesk({ archivePath })
  page = app.page
  await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
  await page.getByText('16 communiqués').waitFor()
})
afterAll(async () => {
  await app.close()
  remove()
})

const dialog = (name: string) => page.getByRole('dialog', { name })
const field = (name: string) => page.getByLabel(name, { exact: true })

test('an archive is encrypted by keyboard, once the end of its recovery code was typed back', async () => {
  await openProtection()
  await shoot('protection-plain')
  await page.getByRole('button', { name: 'Chiffrer l’archive…' }).press('Enter')
  await page.keyboard.type('court')
  await page.keyboard.press('Tab')
  await page.keyboard.type('autre')
  await page.getByText('Il faut au moins douze signes.').waitFor()
  await page.getByText('Les deux saisies diffèrent.').waitFor()
  await shoot('encrypt-passphrase')
  await field('Nouvelle phrase de passe').fill(PASSPHRASE)
  await field('La même, une seconde fois').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  const shown = page.getByRole('region', { name: 'Code de secours' }).locator('output span')
  await shown.first().waitFor()
  code = (await shown.allTextContents()).join('-')
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}$/u)
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.type('ZZZZ')
  await page.keyboard.press('Enter')
  await page.getByText('Ce n’est pas la fin du code de secours').waitFor()
  await shoot('encrypt-code')
  await page.getByLabel(/Tapez le dernier groupe/u).fill(code.slice(-4).toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByText('Archive chiffrée et vérifiée').waitFor()
  await page.getByText('Cette archive est chiffrée.').waitFor()
  await shoot('protection-encrypted')
  await page.keyboard.press('Escape')
  await page.getByText('16 communiqués').waitFor()
  expect(isEncrypted(archivePath)).toBe(true)
})

test('the window is emptied on a lock, in every tab, and comes back with the passphrase', async () => {
  await page.getByText('Protection civile et sécurité').first().click()
  await page.getByRole('region', { name: 'Texte du communiqué' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('ministre')
  await page
    .getByText(/résultats/u)
    .first()
    .waitFor()
  expect(await heldBy(page)).toMatch(/ministre/iu)
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  expect(await heldBy(page)).not.toMatch(/ministre|communiqué/iu)
  expect(await findBarriers(page)).toEqual([])
  await shoot('locked')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot('locked-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  await page.keyboard.type('une autre phrase')
  await page.keyboard.press('Enter')
  await page.getByText('Cette phrase de passe n’ouvre pas l’archive').waitFor()
  await shoot('locked-wrong')
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByText('16 communiqués').waitFor()
  // What was searched for went with the window.
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
})

test('a note that was being written when the archive locked is offered again, and nothing else held it', async () => {
  await writeNote('zibeline-brouillon')
  // The control: it stands in the window as it is typed.
  expect(await heldBy(page)).toContain('zibeline-brouillon')
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  expect(await heldBy(page)).not.toMatch(/zibeline|brouillon/iu)
  expect(folderHolds('zibeline')).toEqual([])
  await unlock()
  const notice = page.getByText('Vous écriviez une note quand l’archive s’est verrouillée')
  await notice.waitFor()
  expect(await findBarriers(page)).toEqual([])
  await shoot('draft-offered')
  await page.getByRole('button', { name: 'Reprendre la note' }).click()
  const area = page.locator('.note-area')
  await expect.poll(() => area.inputValue()).toBe('zibeline-brouillon')
  await shoot('draft-resumed')
  await notice.waitFor({ state: 'detached' })
  await area.press('Control+Enter')
  await page.locator('li.note').filter({ hasText: 'zibeline-brouillon' }).waitFor()

  // What was saved is not offered again; what was changed of it since is.
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  await unlock()
  expect(await notice.count()).toBe(0)
  await openFirstText()
  await page.getByRole('button', { name: 'Modifier' }).first().click()
  await area.fill('zibeline-corrigée')
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  expect(await heldBy(page)).not.toContain('zibeline')
  await unlock()
  await page.getByRole('button', { name: 'Reprendre la note' }).click()
  await expect.poll(() => area.inputValue()).toBe('zibeline-corrigée')
  await area.press('Escape')
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  await unlock()
  expect(await notice.count()).toBe(0)
})

test('words for a dossier and a text being pasted when the archive locked are offered again', async () => {
  await page.getByRole('button', { name: 'Nouveau dossier…' }).click()
  await page.getByLabel('Titre du dossier').fill('Remise au cabinet')
  await page.keyboard.press('Enter')
  await page.getByLabel('Vos mots').fill('Première ligne')
  await page.getByRole('button', { name: 'Ajouter une note' }).click()
  await page.getByLabel('Note du dossier').waitFor()
  // A line that is changed, and another that is begun beside it.
  await page.getByLabel('Vos mots').fill('zibeline-ajoutée')
  await page.getByLabel('Note du dossier').fill('zibeline-reprise')
  expect(await heldBy(page)).toContain('zibeline-ajoutée')
  await lockElsewhere()
  await unlock()
  await shoot('dossier-offered')
  await page.getByRole('button', { name: 'Reprendre dans le dossier' }).click()
  const addition = page.getByLabel('Vos mots')
  await expect.poll(() => addition.inputValue()).toBe('zibeline-ajoutée')
  await page.getByRole('button', { name: 'Reprendre la ligne' }).click()
  const line = page.getByLabel('Note du dossier')
  await expect.poll(() => line.inputValue()).toBe('zibeline-reprise')
  await line.focus()
  await addition.focus()
  await page.getByRole('button', { name: 'Ajouter une note' }).click()
  await expect.poll(() => page.getByLabel('Note du dossier').count()).toBe(2)

  await page
    .getByRole('button', { name: /^Ajouter/u })
    .first()
    .click()
  await page.getByRole('button', { name: 'Coller un texte' }).click()
  await page.getByLabel('Texte à ajouter').fill('zibeline-collée\n\nLe reste du texte.')
  await lockElsewhere()
  await unlock()
  // What was saved of the dossier is not offered again.
  expect(await page.getByRole('button', { name: /^Reprendre/u }).allTextContents()).toEqual([
    'Reprendre le texte',
  ])
  await page.getByRole('button', { name: 'Reprendre le texte' }).click()
  const area = page.getByLabel('Texte à ajouter')
  await expect.poll(() => area.inputValue()).toBe('zibeline-collée\n\nLe reste du texte.')
  await shoot('paste-resumed')
  await page.keyboard.press('Escape')
  await lockElsewhere()
  await unlock()
  expect(await page.getByRole('button', { name: /^Reprendre/u }).count()).toBe(0)
})

test('the passphrase is changed with the recovery code, and the encryption taken away', async () => {
  await openProtection()
  await page.getByRole('button', { name: 'Changer la phrase de passe' }).click()
  await field('Phrase de passe actuelle, ou code de secours').fill(code)
  await field('Nouvelle phrase de passe').fill('cinq autres mots au hasard')
  await field('La même, une seconde fois').fill('cinq autres mots au hasard')
  await shoot('change-passphrase')
  await page.keyboard.press('Enter')
  await page.getByText('Phrase de passe changée').waitFor()
  await page.getByRole('button', { name: 'Retirer le chiffrement' }).click()
  await field('Phrase de passe actuelle, ou code de secours').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByText('Cette phrase de passe n’ouvre pas l’archive').waitFor()
  await shoot('decrypt')
  await field('Phrase de passe actuelle, ou code de secours').fill('cinq autres mots au hasard')
  await page.keyboard.press('Enter')
  await page.getByText('Archive déchiffrée et vérifiée').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('16 communiqués').waitFor()
  expect(isEncrypted(archivePath)).toBe(false)
  expect(app.complaints).toEqual([])
})

/** Locks the archive from another page, and looks what this one still holds. */
async function lockElsewhere(): Promise<void> {
  const other = await app.openWindow({})
  await other.getByText('16 communiqués').waitFor()
  await other.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
  await other.close()
  expect(await heldBy(page)).not.toContain('zibeline')
  expect(folderHolds('zibeline')).toEqual([])
}

async function openFirstText(): Promise<void> {
  await page.getByText('Protection civile et sécurité').first().click()
  await page.getByRole('region', { name: 'Texte du communiqué' }).waitFor()
}

async function writeNote(words: string): Promise<void> {
  await openFirstText()
  await page.locator('.text').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).not.toBe('')
  await page.keyboard.press('c')
  await page.locator('.note-area').fill(words)
}

async function unlock(): Promise<void> {
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByText('16 communiqués').waitFor()
}

/** The files of the archive's folder in which some words can be read. */
function folderHolds(words: string): readonly string[] {
  return readdirSync(folder).filter((name) => {
    const file = path.join(folder, name)
    return statSync(file).isFile() && readFileSync(file).includes(words)
  })
}

async function openProtection(): Promise<void> {
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByRole('button', { name: 'Protection de l’archive' }).click()
  await dialog('Protection de l’archive').waitFor()
}

/** Everything of the archive that a page holds: its words, its fields, its marks, what it stored. */
function heldBy(from: Page): Promise<string> {
  return from.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((each) =>
      each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement ? each.value : '',
    )
    const marks = [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String))
    const stored = [localStorage, sessionStorage].map((each) => JSON.stringify(each))
    return [
      document.title,
      document.documentElement.outerHTML,
      ...fields,
      ...marks,
      ...stored,
    ].join('\n')
  })
}

/** Pictures for whoever looks at them, where a folder is named. */
async function shoot(name: string): Promise<void> {
  const target = process.env['FONDS_PICTURES']
  if (target === undefined) return
  execFileSync('mkdir', ['-p', target])
  await page.screenshot({ path: path.join(target, `${name}.png`) })
}
