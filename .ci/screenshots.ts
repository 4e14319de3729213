/** `npm run screenshots`: takes the pictures of the documentation from the built application. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { startDesk } from '../test/support/desk-page.ts'

const target = path.resolve(process.argv[2] ?? 'docs/images')
mkdirSync(target, { recursive: true })
const app = await startDesk()
const { page } = app
const settle = (): Promise<void> => page.waitForTimeout(900)
const shoot = async (name: string): Promise<void> => {
  await settle()
  await page.screenshot({ path: path.join(target, `${name}.png`) })
}

await page.getByRole('button', { name: 'Découvrir avec des exemples' }).waitFor()
await shoot('first-run')
await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
await page.getByText('16 communiqués').waitFor()
await page.getByText('Protection civile et sécurité').first().click()
await settle()
await annotate(page, 3, 'Engagement')
await annotate(page, 1, 'Surligner')
await shoot('reader')
await page.getByText('الحماية المدنية').first().click()
await shoot('arabic')
await page.keyboard.press('Control+k')
await page.keyboard.insertText('"feuille de route"')
await shoot('search')
await app.close()

/** Selects a sentence with the keyboard and makes it an annotation of that kind. */
async function annotate(on: Page, sentence: number, kind: string): Promise<void> {
  await on.getByRole('region', { name: 'Texte du communiqué' }).focus()
  for (let step = 0; step < sentence; step += 1) await on.keyboard.press('Alt+ArrowDown')
  await on.getByRole('toolbar', { name: 'Annoter la sélection' }).getByText(kind).click()
  await on.waitForTimeout(500)
}
