import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anArchive } from '../support/archive.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { addTexts } from '../support/searchable.ts'
import { createSyntheticArchive } from '../support/synthetic-communiques.ts'

const TEXTS = 300
const LATE_MS = 150

const { archive, path: archivePath, shut, close } = anArchive()
let desk: Desk
let page: Page

beforeAll(async () => {
  const make = createSyntheticArchive(12)
  addTexts(
    archive,
    Array.from({ length: TEXTS }, (_, at) => make(at + 1)),
  )
  shut()
  desk = await startDesk({ archivePath, home: path.dirname(archivePath) })
  page = desk.page
  await page.locator('.row').first().waitFor()
})

afterAll(async () => {
  await desk.close()
  close()
})

const box = (): Locator => page.getByRole('searchbox', { name: /^Rechercher/u })
const list = (): Locator => page.locator('.hits')

async function searchFor(query: string): Promise<void> {
  await box().fill(query)
  await page.locator('.hit mark').first().waitFor()
}

/** Of the row that the arrows stand on: its place among all, and whether its words are all in view. */
const activeRow = () =>
  list().evaluate((hits) => {
    const row = document.querySelector(`[id="${hits.getAttribute('aria-activedescendant')}"]`)
    if (row === null) return null
    const [window, own] = [hits.getBoundingClientRect(), row.getBoundingClientRect()]
    const isWithin = own.top >= window.top && own.bottom <= window.bottom
    return {
      place: row.ariaPosInSet,
      of: row.ariaSetSize,
      isSeen: isWithin && row.querySelector('.row-title') !== null,
    }
  })

/** The distances between each drawn row and the next, rounded. */
const gaps = () =>
  list().evaluate((hits) => {
    const rows = [...hits.querySelectorAll('.hit')].map((row) => row.getBoundingClientRect())
    return rows.slice(1).map((row, at) => Math.round(row.top - (rows[at]?.bottom ?? 0)))
  })

/** What the archive answers comes as late as on a large one. */
async function answerLate(): Promise<void> {
  await page.routeWebSocket(/./u, (socket) => {
    socket.connectToServer().onMessage((message) => {
      setTimeout(() => socket.send(message), LATE_MS)
    })
  })
  await page.reload()
  await page.locator('.row').first().waitFor()
}

test('the last hit is gone to, though its page is read when it is in view', async () => {
  await answerLate()
  await searchFor('gouvernement OU ministre OU coopération OU sécurité')
  await list().focus()
  await page.keyboard.press('End')
  await expect.poll(activeRow).toMatchObject({ isSeen: true })
  const last = await activeRow()
  expect(last?.place).toBe(last?.of)
  expect(Number(last?.of)).toBeGreaterThan(TEXTS / 2)
})

test('rows of any height lie one below the other, wherever the list is rolled to', async () => {
  await searchFor('de')
  await list().hover()
  for (let turn = 0; turn < 8; turn += 1) {
    await page.mouse.wheel(0, turn < 5 ? 450 : -600)
    await page.waitForTimeout(100)
    const between = await gaps()
    expect(between.length).toBeGreaterThan(0)
    expect(new Set(between)).toEqual(new Set([0]))
  }
})

test('another answer begins at its first hit', async () => {
  await searchFor('de')
  await list().focus()
  await page.keyboard.press('End')
  await expect.poll(() => list().evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  await searchFor('coopération')
  await expect.poll(activeRow).toMatchObject({ place: '1', isSeen: true })
  expect(await list().evaluate(({ scrollTop }) => scrollTop)).toBe(0)
})
