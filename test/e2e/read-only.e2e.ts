import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTIONS, isWriting, type ActionId } from '../../renderer/actions/actions.ts'
import { fr } from '../../renderer/i18n/fr.ts'
import { tellFailure } from '../../renderer/i18n/failure-words.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { archiveFor } from '../support/other-archives.ts'
import { dress, type ScreenArchive } from '../support/screens.ts'

const refusal = tellFailure(fr.failures, { kind: 'policy-refuses', rule: 'readOnly' })
const REFUSED = `${refusal.title}. ${refusal.advice}`

interface Opened {
  readonly archive: ScreenArchive
  readonly desk: Desk
}

async function open(name: 'settled' | 'settled-empty' | 'samples'): Promise<Opened> {
  const archive = await archiveFor(name)
  if (!archive) throw new Error(`no archive: ${name}`)
  dress(archive.home, { language: 'fr', theme: 'light' })
  return { archive, desk: await startDesk(archive) }
}

async function close({ archive, desk }: Opened): Promise<void> {
  await desk.close()
  archive.remove()
}

describe('an empty archive that is settled read-only', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open('settled-empty')
  })
  afterAll(() => close(opened))

  test('says why nothing can be added and where to turn, and offers nothing else', async () => {
    const { page } = opened.desk
    await page.getByText(fr.firstRun.readOnlyTitle).waitFor()
    expect(await page.locator('.first-run').textContent()).toContain(fr.firstRun.readOnly.policy)
    expect(await page.locator('.first-run button').count()).toBe(0)
    expect(await page.getByRole('button', { name: fr.ingest.action, exact: true }).count()).toBe(0)
    // It is said once.
    expect(await page.locator('.banner').count()).toBe(0)
  })

  test('says so of files that are dropped on it', async () => {
    const { page } = opened.desk
    await drag(page, 'dragover')
    await page.getByText(fr.ingest.dropRefused).waitFor()
    await drag(page, 'drop')
    await page.getByText(REFUSED).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

describe('an archive with texts', () => {
  let settled: Opened
  let writable: Opened
  beforeAll(async () => {
    settled = await open('settled')
    writable = await open('samples')
  })
  afterAll(async () => {
    await close(settled)
    await close(writable)
  })

  test.each(places())('offers to write where it may be: $place', async ({ go, writing }) => {
    for (const { desk } of [settled, writable]) {
      const isSettled = desk === settled.desk
      const page = await desk.openWindow({})
      await go(page)
      for (const control of writing) {
        const found = page.locator(control.selector).getByRole('button', control.named)
        // The control: where the archive may be written to, it is there.
        await expect
          .poll(() => found.count(), { message: control.named.name })
          .toBe(isSettled ? 0 : 1)
      }
      await page.context().close()
    }
  })

  test('tells why at every key that would write, and lists none in the palette', async () => {
    const page = await settled.desk.openWindow({})
    await openText(page)
    const writing = ACTIONS.filter(({ id }) => isWriting(id))
    expect(writing.length).toBeGreaterThan(12)
    for (const { chords } of writing) {
      const chord = chords.find((each) => each.includes('+')) ?? ''
      await page.keyboard.press(
        chord.replace('ctrl', 'Control').replace('alt', 'Alt').replace('shift', 'Shift'),
      )
      const toast = page.locator('.toast', { hasText: refusal.title })
      await toast.waitFor()
      expect(await page.getByRole('dialog').count()).toBe(0)
      // Each press must tell by itself.
      await page.evaluate(() => document.querySelector('.toast')?.setAttribute('class', 'told'))
    }
    await page.keyboard.press('Control+Shift+P')
    const listed = page.locator('.palette-item')
    await listed.first().waitFor()
    const names = await listed.allTextContents()
    const offered = (id: ActionId): boolean =>
      names.some((name) => name.startsWith(fr.actions.names[id]))
    expect(writing.filter(({ id }) => offered(id))).toEqual([])
    expect(offered('export-pdf')).toBe(true)
    await page.context().close()
  })
})

interface Place {
  readonly place: string
  readonly go: (page: Page) => Promise<void>
  readonly writing: readonly {
    readonly selector: string
    readonly named: { readonly name: string; readonly exact: true }
  }[]
}

function within(selector: string, ...names: readonly string[]): Place['writing'] {
  return names.map((name) => ({ selector, named: { name, exact: true } }))
}

function places(): readonly Place[] {
  return [
    {
      place: 'the bar and the left pane',
      go: (page) => page.locator('.row').first().waitFor(),
      writing: [...within('.top-bar', fr.ingest.action), ...within('.filters', fr.dossiers.create)],
    },
    {
      place: 'texts that are chosen',
      go: async (page) => {
        for (const at of [0, 1]) await page.locator('.row-pick').nth(at).click()
        await page.getByRole('button', { name: fr.compare.act, exact: true }).waitFor()
      },
      writing: within('.bulk-bar', fr.dossiers.addTo, fr.dossiers.briefing),
    },
    {
      place: 'a passage',
      go: async (page) => {
        await openText(page)
        await page.locator('.text').focus()
        await page.keyboard.press('Alt+ArrowDown')
        await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
      },
      writing: [
        ...within('.selection-toolbar', ...['highlight', 'mention'].map(verbOf)),
        ...within('.reader-toolbar', fr.dossiers.addTo),
      ],
    },
    {
      place: 'the names',
      go: (page) => openByPalette(page, 'names'),
      writing: within('[role="dialog"]', fr.names.create),
    },
    {
      place: 'the index',
      go: (page) => openByPalette(page, 'index'),
      writing: within('[role="dialog"]', fr.index.rebuild, fr.index.compact),
    },
    {
      place: 'the exchange of annotations',
      go: async (page) => {
        await openByPalette(page, 'all-notes')
        await page.getByRole('tab', { name: fr.notes.tabs.exchange }).click()
        await page.getByRole('button', { name: fr.exchange.exportAct }).waitFor()
      },
      writing: within('[role="dialog"]', fr.exchange.choose),
    },
    {
      place: 'the protection of the archive',
      go: (page) => openByPalette(page, 'protection'),
      writing: within('[role="dialog"]', fr.safety.encryptAction),
    },
  ]
}

/** A mark with the letter shown beside it, which is no part of its name. */
function verbOf(kind: string): string {
  return Object.entries(fr.annotate.verbs).find(([each]) => each === kind)?.[1] ?? ''
}

async function openText(page: Page): Promise<void> {
  await page.locator('.row').first().click()
  await page.locator('.reader-pane h1').waitFor()
}

async function openByPalette(page: Page, id: ActionId): Promise<void> {
  await page.locator('.row').first().waitFor()
  await page.keyboard.press('Control+Shift+P')
  const name = fr.actions.names[id]
  await page.locator('.palette-input').fill(name)
  await page.locator('.palette-item[data-focused]').filter({ hasText: name }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[role="dialog"]:not(.palette [role="dialog"])').first().waitFor()
}

async function drag(page: Page, type: 'dragover' | 'drop'): Promise<void> {
  await page.evaluate((name) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['un texte'], 'un.txt', { type: 'text/plain' }))
    document.body.dispatchEvent(
      new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }),
    )
  }, type)
}
