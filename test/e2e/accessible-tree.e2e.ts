import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { aScreenArchive, type ScreenArchive } from '../support/screens.ts'

interface Told {
  readonly role: string
  readonly name: string
  readonly properties: Readonly<Record<string, unknown>>
}

let archive: ScreenArchive
let desk: Desk
let page: Page
let session: CDPSession

beforeAll(async () => {
  archive = await aScreenArchive('samples')
  desk = await startDesk(archive)
  page = desk.page
  session = await page.context().newCDPSession(page)
  await page.locator('.row').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  archive.remove()
})

/** What Chromium computes for assistive technology, in the order of the page. */
async function tree(): Promise<readonly Told[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      properties: Object.fromEntries(properties.map(({ name: of, value }) => [of, value.value])),
    }))
}

const of = (told: readonly Told[], role: string): readonly Told[] =>
  told.filter((one) => one.role === role)

/** Where each option says it stands, by the attributes that the tree is computed from. */
const positions = (selector: string) =>
  page
    .locator(selector)
    .evaluateAll((options) =>
      options.map((option) => [
        Number(option.getAttribute('aria-posinset')),
        Number(option.getAttribute('aria-setsize')),
      ]),
    )

test('the list is one list box of named options, each with its place among all', async () => {
  const told = await tree()
  expect(of(told, 'listbox').map(({ name }) => name)).toEqual(['Communiqués'])
  const options = of(told, 'option')
  expect(options.length).toBeGreaterThan(4)
  expect(options.filter(({ name }) => name.trim() === '')).toEqual([])
  // The date and the issuer are told with the title.
  expect(options[0]?.name).toMatch(/octobre 2025/u)
  const places = (await positions('[role="option"]')).toSorted(
    ([one = 0], [other = 0]) => one - other,
  )
  expect(places[0]).toEqual([1, 17])
  expect(places.map(([at]) => at)).toEqual(places.map((_, index) => index + 1))
  expect(new Set(places.map(([, size]) => size))).toEqual(new Set([17]))
})

test('the arrows tell which option they stand on', async () => {
  await page.getByRole('listbox').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const active = await page.getByRole('listbox').getAttribute('aria-activedescendant')
  const option = page.locator(`[id="${active}"]`)
  expect(await option.getAttribute('aria-posinset')).toBe('3')
  expect(await option.getAttribute('aria-selected')).toBe('false')
  await page.keyboard.press('Enter')
  await page.locator('.reader-pane h1').waitFor()
  await expect.poll(() => option.getAttribute('aria-selected')).toBe('true')
})

test('the reader is a region with an article, its heading, its facts and its tools, all named', async () => {
  await page.locator('.paragraph').first().waitFor()
  const told = await tree()
  const title = await page.locator('.reader-pane h1').innerText()
  expect(of(told, 'region').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Filtres', 'Liste des communiqués', 'Lecture']),
  )
  expect(of(told, 'article').map(({ name }) => name)).toEqual(['Texte du communiqué'])
  const heading = of(told, 'heading').find(({ properties }) => properties['level'] === 1)
  expect(heading?.name).toBe(title)
  expect(of(told, 'toolbar').map(({ name }) => name)).toContain('Actions sur le texte')
  const controls = told.filter(({ role }) =>
    /^(?:button|checkbox|searchbox|slider|tab)$/u.test(role),
  )
  expect(controls.length).toBeGreaterThan(12)
  expect(controls.filter(({ name }) => name.trim() === '')).toEqual([])
})

test('each paragraph is one, whole and in the order of the text', async () => {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const wordsIn = (id: string): string => {
    const node = byId.get(id)
    if (node === undefined) return ''
    if (node.role?.value === 'StaticText') return String(node.name?.value ?? '')
    return (node.childIds ?? []).map(wordsIn).join(' ')
  }
  const text = nodes.find(
    ({ role, name }) => role?.value === 'region' && name?.value === 'Texte du communiqué',
  )
  const told = (text?.childIds ?? [])
    .filter((id) => /^(?:paragraph|heading)$/u.test(String(byId.get(id)?.role?.value)))
    .map((id) => wordsIn(id).trim())
  const shown = await page.locator('.paragraph').allInnerTexts()
  expect(told).toHaveLength(shown.length)
  expect(shown.length).toBeGreaterThan(2)
  for (const [index, words] of shown.entries()) {
    expect(told[index]).toContain(words.slice(0, 30))
  }
})

test('hits tell their place among all that were found', async () => {
  await page.getByRole('searchbox').first().fill('ministre')
  await page.locator('.hit .row-title').first().waitFor()
  const told = await tree()
  expect(of(told, 'listbox').map(({ name }) => name)).toEqual([
    expect.stringMatching(/^\d+ résultats$/u),
  ])
  const total = Number.parseInt(of(told, 'listbox')[0]?.name ?? '', 10)
  const places = (await positions('.hit')).toSorted(([one = 0], [other = 0]) => one - other)
  expect(places[0]).toEqual([1, total])
})
