import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeFrame, encodeFrame } from '../../shared/channels/bytes.ts'
import type { CallName } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Frame } from '../../shared/channels/wire.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'

let desk: Desk
let page: Page
/** Calls that are answered as a full disk answers, and never reach the archive. */
const refused = new Set<string>()

beforeAll(async () => {
  desk = await startDesk()
  page = desk.page
  await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
  await page.getByText('16 communiqués').waitFor()
  await page.routeWebSocket(/./u, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const frame = callFrom(message)
      if (frame === null || !refused.has(frame.channel)) return server.send(message)
      const failed: Frame = { k: 'fail', id: frame.id, failure: { kind: 'disk-full' } }
      socket.send(Buffer.from(encodeFrame(failed)))
    })
  })
  await page.reload()
  await page.getByText('16 communiqués').waitFor()
})

afterAll(() => desk.close())

const dialog = (): Locator => page.getByRole('dialog')
const save = () => dialog().getByRole('button', { name: 'Enregistrer' })

test('the cover of a dossier stays in its dialog', async () => {
  await page.getByRole('button', { name: 'Nouveau dossier…' }).click()
  await dialog().getByLabel('Titre du dossier').fill('Conseil de mardi')
  await dialog().getByLabel('Sous-titre').fill('Pour la ministre')
  await whileRefused('dossier.create', () => save().click())
  expect(await dialog().getByLabel('Titre du dossier').inputValue()).toBe('Conseil de mardi')
  expect(await dialog().getByLabel('Sous-titre').inputValue()).toBe('Pour la ministre')
  await save().dblclick()
  await page.getByRole('heading', { name: 'Conseil de mardi' }).waitFor()
  // A second press saved no second one.
  expect(await page.getByRole('button', { name: /^Conseil de mardi/u }).count()).toBe(1)

  await page.getByRole('button', { name: 'Titre et mention' }).click()
  await dialog().getByLabel('Titre du dossier').fill('Conseil de jeudi')
  await whileRefused('dossier.describe', () => save().click())
  expect(await dialog().getByLabel('Titre du dossier').inputValue()).toBe('Conseil de jeudi')
  await save().click()
  await page.getByRole('heading', { name: 'Conseil de jeudi' }).waitFor()
})

test('a note of one’s own stays where it was written', async () => {
  const own = page.getByLabel('Vos mots')
  await own.fill('Demander la version signée.')
  const add = page.getByRole('button', { name: 'Ajouter une note' })
  await whileRefused('dossier.add-items', () => add.click())
  expect(await own.inputValue()).toBe('Demander la version signée.')
  await add.click()
  const line = page.locator('.dossier-words')
  await line.waitFor()
  expect(await own.inputValue()).toBe('')

  await line.fill('Demander la version signée à Orvance.')
  await whileRefused('dossier.write-item', () => own.focus())
  expect(await line.inputValue()).toBe('Demander la version signée à Orvance.')
  await line.focus()
  await own.focus()
  await page.getByText('Texte du dossier enregistré').first().waitFor()
  expect(await line.inputValue()).toBe('Demander la version signée à Orvance.')
  await page.keyboard.press('Escape')
})

test('the name of a search stays in its dialog', async () => {
  await page.getByRole('searchbox').fill('"feuille de route"')
  await page.locator('.hit').first().waitFor()
  await page.keyboard.press('Alt+s')
  const name = dialog().getByLabel('Nom de la recherche')
  await name.fill('Feuilles de route')
  await whileRefused('saved-search.create', () => page.keyboard.press('Enter'))
  expect(await name.inputValue()).toBe('Feuilles de route')
  await page.keyboard.press('Enter')
  await page.locator('.saved-row').filter({ hasText: 'Feuilles de route' }).waitFor()
  await dialog().waitFor({ state: 'detached' })
})

test('the words of a passage to annotate stay in their dialog', async () => {
  await page.locator('.hit').first().click()
  await page.locator('.paragraph').first().waitFor()
  await page.keyboard.press('Control+Shift+A')
  const sought = dialog().getByLabel('Mots du passage')
  await sought.fill('feuille de route')
  await dialog()
    .getByText(/passages? trouvé/u)
    .waitFor()
  const annotate = dialog().getByRole('button', { name: 'Annoter' })
  await whileRefused('annotation.create', () => annotate.click())
  expect(await sought.inputValue()).toBe('feuille de route')
  await annotate.click()
  await dialog().waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0)
  expect(desk.complaints).toEqual([])
})

/** Tries to save while the disk is full: it is told, and the dialog, if there is one, is still there. */
async function whileRefused(
  channel: CallName<ArchiveContract>,
  act: () => Promise<unknown>,
): Promise<void> {
  const open = await dialog().count()
  refused.add(channel)
  await act()
  await page.locator('.toast').filter({ hasText: 'Le disque est plein' }).waitFor()
  expect(await dialog().count()).toBe(open)
  refused.clear()
}

function callFrom(message: string | Buffer): Extract<Frame, { k: 'call' }> | null {
  if (typeof message === 'string') return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own page sent it
  const frame = decodeFrame(message) as Frame
  return frame.k === 'call' ? frame : null
}
