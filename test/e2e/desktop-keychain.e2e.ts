import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { unwrapDataKey } from '../../electron/core/db/keys.ts'
import { addText } from '../support/annotated.ts'
import { findBarriers } from '../support/axe.ts'
import { anEncryptedOffice, PASSPHRASE } from '../support/encrypted.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'

const LOCKED = 'Archive verrouillée'
let office: ReturnType<typeof anEncryptedOffice>
let userData: string
let desktop: Desktop | undefined
let page: Page

beforeAll(() => {
  office = anEncryptedOffice()
  addText(office, 'Le ministre a reçu la délégation.', 'Premier texte')
  office.shut()
  userData = path.join(office.folder, 'poste')
})
afterEach(async () => {
  await desktop?.close()
  desktop = undefined
})
afterAll(() => rmSync(office.folder, { recursive: true }))

const keychain = (): string => path.join(userData, 'keychain')
const openedText = () => page.getByText('Premier texte').first()

async function start(
  request: { readonly keychain?: 'gnome_libsecret'; readonly userData?: string } = {},
): Promise<Desktop> {
  const started = await launchDesktop({ archivePath: office.path, userData, ...request })
  desktop = started
  page = await pageOf(started)
  return started
}

async function giveThePassphrase(): Promise<void> {
  await page.getByLabel('Phrase de passe ou code de secours').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await openedText().waitFor()
}

async function openProtection(): Promise<void> {
  await page.getByRole('button', { name: 'Réglages' }).click()
  await page.getByRole('button', { name: 'Protection de l’archive', exact: true }).click()
  await page.getByRole('dialog').waitFor()
}

test('where the system has no safe keychain nothing is offered, and that is said', async () => {
  await start()
  await page.getByText(LOCKED).waitFor()
  await giveThePassphrase()
  await openProtection()
  await page.getByText('Ce poste n’a pas de trousseau sûr').waitFor()
  expect(await page.getByRole('button', { name: 'Ouvrir avec ce poste…' }).count()).toBe(0)
  await shoot('workstation-unsafe')
})

test('an archive that was handed to the keychain opens with the session, and a lock asks again', async () => {
  await start({ keychain: 'gnome_libsecret' })
  await giveThePassphrase()
  await openProtection()
  await page.getByRole('button', { name: 'Ouvrir avec ce poste…' }).click()
  expect(await findBarriers(page)).toEqual([])
  await shoot('workstation-trust')
  const secret = page.getByLabel('Phrase de passe actuelle, ou code de secours')
  await secret.fill('pas la bonne phrase')
  await page.keyboard.press('Enter')
  await page.getByText('Cette phrase de passe n’ouvre pas l’archive').waitFor()
  await secret.fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByText('Sur ce poste, l’archive s’ouvre avec votre session.').waitFor()
  await shoot('workstation-kept')
  expect(readdirSync(keychain())).toHaveLength(1)
  await desktop?.close()

  const { powerMonitor } = await start({ keychain: 'gnome_libsecret' })
  await openedText().waitFor()
  powerMonitor.emit('lock-screen')
  await page.getByText(LOCKED).waitFor()
  await giveThePassphrase()
})

test('a host that was lost comes back locked: what opens it is told once', async () => {
  const started = await start({ keychain: 'gnome_libsecret' })
  await openedText().waitFor()
  started.hosts().at(-1)?.kill()
  await page.getByText(LOCKED).waitFor()
  expect(started.hosts()).toHaveLength(2)
  await giveThePassphrase()
})

test('on another workstation, or in another session, the passphrase is asked for', async () => {
  await start({ keychain: 'gnome_libsecret', userData: path.join(office.folder, 'autre') })
  await page.getByText(LOCKED).waitFor()
  expect(await page.getByText('Le trousseau de ce poste').count()).toBe(0)
  await giveThePassphrase()
})

test('a secret that was tampered with opens nothing, which is said, and nothing is lost', async () => {
  const [name = ''] = readdirSync(keychain())
  const file = path.join(keychain(), name)
  const bytes = readFileSync(file)
  bytes[40] = (bytes[40] ?? 0) ^ 1
  writeFileSync(file, bytes)
  await start({ keychain: 'gnome_libsecret' })
  await page.getByText('Le trousseau de ce poste n’ouvre plus l’archive').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await shoot('workstation-refused')
  await giveThePassphrase()
  expect(unwrapDataKey(office.path, office.keys.recoveryCode).ok).toBe(true)
})

test('once it is forgotten the passphrase is asked for, and the keychain keeps nothing', async () => {
  await start({ keychain: 'gnome_libsecret' })
  await giveThePassphrase()
  await openProtection()
  // What was tampered with is handed over anew first.
  await page.getByRole('button', { name: 'Ouvrir avec ce poste…' }).click()
  await page.getByLabel('Phrase de passe actuelle, ou code de secours').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Redemander la phrase de passe' }).click()
  await page.getByRole('button', { name: 'Ouvrir avec ce poste…' }).waitFor()
  await expect.poll(() => readdirSync(keychain())).toEqual([])
  await desktop?.close()
  await start({ keychain: 'gnome_libsecret' })
  await page.getByText(LOCKED).waitFor()
})

/** Pictures for whoever looks at them, where a folder is named. */
async function shoot(name: string): Promise<void> {
  const target = process.env['FONDS_PICTURES']
  if (target === undefined) return
  execFileSync('mkdir', ['-p', target])
  await page.screenshot({ path: path.join(target, `${name}.png`) })
}
