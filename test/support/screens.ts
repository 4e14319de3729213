import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { defaultPreferencesPath, openPreferences } from '../../electron/core/system/preferences.ts'
import type { ActionId } from '../../renderer/actions/actions.ts'
import { ar } from '../../renderer/i18n/ar.ts'
import { fr } from '../../renderer/i18n/fr.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { anAnnotatedArchive } from './annotated-archive.ts'
import { aFolder } from './archive.ts'
import { anEncryptedOffice } from './encrypted.ts'
import { runCli } from './cli.ts'
import {
  loseConnection,
  openDraft,
  openFull,
  openSlowly,
  openWarned,
  SECRET,
  shown,
} from './troubled-screens.ts'

/** Every screen is shown in these; the third language shares the direction of the first. */
export const LANGUAGES = ['fr', 'ar'] as const
export type ScreenLanguage = (typeof LANGUAGES)[number]

/** One screen of the interface and how it is reached, in whatever language the window speaks. */
export interface Screen {
  readonly name: string
  readonly archive: ArchiveName
  readonly open: (page: Page, language: ScreenLanguage) => Promise<void>
}

/** An empty archive, the samples, annotations in every state, a file that is no archive, and a locked one. */
type PlainArchive = 'empty' | 'samples' | 'annotated' | 'damaged' | 'locked'

/**
 * A dossier with every kind of item; then archives with a trouble: plain where encryption is asked for,
 * on a medium that takes no writing, made read-only by the administrator with texts and without any,
 * of an older format on such a medium, of a format to come, without a
 * place for its backups, encrypted with a text to write about, and on a disk that is nearly full.
 */
export const OTHER_ARCHIVES = [
  'dossier',
  'unencrypted',
  'sealed',
  'settled',
  'settled-empty',
  'outdated',
  'newer',
  'unbacked',
  'encrypted',
  'nearly-full',
] as const
export type ArchiveName = PlainArchive | (typeof OTHER_ARCHIVES)[number]

const WORDS = { fr, ar }
const NARROW = 720
const TITLES = { fr: 'feuille de route', ar: 'الحماية المدنية' }

/** Every screen, in the order of the officer's week. */
export const SCREENS: readonly Screen[] = [
  { name: 'first-run', archive: 'empty', open: (page) => shown(page, '.first-run, .empty-state') },
  { name: 'damaged', archive: 'damaged', open: (page) => shown(page, '.gate .failure') },
  { name: 'newer', archive: 'newer', open: (page) => shown(page, '.gate .failure') },
  { name: 'outdated', archive: 'outdated', open: (page) => shown(page, '.gate .failure') },
  { name: 'locked', archive: 'locked', open: (page) => shown(page, SECRET) },
  { name: 'must-encrypt', archive: 'unencrypted', open: (page) => shown(page, SECRET) },
  { name: 'opening', archive: 'samples', open: openSlowly },
  { name: 'connection-lost', archive: 'samples', open: loseConnection },
  { name: 'read-only', archive: 'sealed', open: openWarned },
  { name: 'read-only-settled', archive: 'settled', open: openWarned },
  {
    name: 'first-run-settled',
    archive: 'settled-empty',
    open: (page) => shown(page, '.first-run'),
  },
  { name: 'reader-settled', archive: 'settled', open: openText },
  { name: 'backup-failed', archive: 'unbacked', open: openWarned },
  { name: 'draft-kept', archive: 'encrypted', open: openDraft },
  { name: 'disk-full', archive: 'nearly-full', open: openFull },
  { name: 'list', archive: 'samples', open: openList },
  { name: 'period', archive: 'samples', open: openPeriod },
  { name: 'reader', archive: 'samples', open: openText },
  { name: 'facets', archive: 'samples', open: openFacets },
  { name: 'tabs', archive: 'samples', open: openTabs },
  { name: 'tour', archive: 'samples', open: openTour },
  { name: 'about', archive: 'samples', open: dialogOf('about') },
  { name: 'add', archive: 'samples', open: dialogOf('add') },
  {
    name: 'search',
    archive: 'samples',
    open: (page) => searchFor(page, '"feuille de route"', '.hit'),
  },
  { name: 'search-arabic', archive: 'samples', open: (page) => searchFor(page, 'وزير', '.hit') },
  { name: 'search-why', archive: 'samples', open: openReasons },
  {
    name: 'search-nothing',
    archive: 'samples',
    open: (page) => searchFor(page, 'zzqwv', '.empty-state'),
  },
  {
    name: 'search-mended',
    archive: 'samples',
    open: (page) => searchFor(page, '"feuille de', '.query-mended'),
  },
  { name: 'compose', archive: 'samples', open: dialogOf('compose') },
  { name: 'syntax', archive: 'samples', open: dialogOf('syntax') },
  { name: 'trend', archive: 'samples', open: afterSearch('trend') },
  { name: 'save-search', archive: 'samples', open: afterSearch('save') },
  { name: 'similar', archive: 'samples', open: afterSearch('similar') },
  { name: 'verify', archive: 'samples', open: afterText('verify') },
  { name: 'trace', archive: 'samples', open: afterText('trace') },
  { name: 'index', archive: 'samples', open: dialogOf('index') },
  { name: 'suggestions', archive: 'samples', open: dialogOf('review') },
  { name: 'names', archive: 'samples', open: dialogOf('names') },
  { name: 'export', archive: 'samples', open: afterText('export-pdf') },
  { name: 'gather', archive: 'samples', open: afterText('gather') },
  { name: 'compare', archive: 'samples', open: openComparison },
  { name: 'dossier', archive: 'dossier', open: openDossier },
  { name: 'briefing', archive: 'dossier', open: openBriefing },
  {
    name: 'palette',
    archive: 'samples',
    open: (page) => press(page, 'Control+Shift+P', '.palette-item'),
  },
  { name: 'shortcuts', archive: 'samples', open: dialogOf('shortcuts') },
  { name: 'change-shortcuts', archive: 'samples', open: dialogOf('change-shortcuts') },
  { name: 'settings', archive: 'samples', open: openSettings },
  { name: 'protection', archive: 'samples', open: dialogOf('protection') },
  { name: 'backups', archive: 'samples', open: dialogOf('backups') },
  { name: 'verify-archive', archive: 'samples', open: dialogOf('verify-archive') },
  { name: 'journal', archive: 'annotated', open: dialogOf('journal') },
  { name: 'notes', archive: 'annotated', open: openNotes },
  { name: 'all-notes', archive: 'annotated', open: dialogOf('all-notes') },
  { name: 'trash', archive: 'annotated', open: openTrash },
  { name: 'quote', archive: 'annotated', open: afterNotes('quote') },
  { name: 'reanchoring', archive: 'annotated', open: openReanchoring },
]

/** An archive for screens, made once: where it lies, and how it goes. */
export interface ScreenArchive {
  readonly archivePath: string
  /** A folder beside it for what is the officer's own. */
  readonly home: string
  /** What an administrator settled for it, if anything. */
  readonly policy?: Policy
  readonly remove: () => void
}

/** Makes one of the archives that screens are shown with. */
export async function aScreenArchive(name: PlainArchive): Promise<ScreenArchive> {
  if (name === 'annotated') {
    const annotated = await anAnnotatedArchive()
    return { ...annotated, home: path.dirname(annotated.archivePath) }
  }
  const { folder, remove } = aFolder()
  const archivePath = `${folder}/archive.fonds`
  if (name === 'samples') {
    const { code } = runCli('ingest', '--archive', archivePath, 'resources/sample')
    if (code !== 0) throw new Error('the samples were not taken in')
  }
  if (name === 'locked') {
    const { path: held, folder: home, shut } = anEncryptedOffice()
    shut()
    const removeHome = (): void => rmSync(home, { recursive: true, force: true })
    return { archivePath: held, home, remove: removeHome }
  }
  if (name === 'damaged') writeFileSync(archivePath, 'SQLite format 3\0'.padEnd(8192, '?'))
  return { archivePath, home: folder, remove }
}

/** Chooses the language and theme of the windows to come, as an officer would in the settings. */
export function dress(
  home: string,
  { language, theme }: { readonly language: ScreenLanguage; readonly theme: 'light' | 'dark' },
): void {
  const preferences = openPreferences(defaultPreferencesPath({ XDG_DATA_HOME: home }))
  preferences.keep('settings.language', JSON.stringify(language))
  preferences.keep('settings.theme', JSON.stringify(theme))
  // Tabs come back with their archive, which all these windows share.
  preferences.keep('tabs', JSON.stringify({}))
}

async function openList(page: Page): Promise<void> {
  await shown(page, '.row')
  await shown(page, '.timeline-bar')
}

/** Some months of the timeline, kept. */
async function openPeriod(page: Page): Promise<void> {
  await openList(page)
  await page.keyboard.press('Alt+h')
  await page.keyboard.press('Home')
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Enter')
  await shown(page, '.chip')
}

/** The facets beyond the first ones, one of them chosen. */
async function openFacets(page: Page): Promise<void> {
  await openList(page)
  if ((page.viewportSize()?.width ?? 0) <= NARROW)
    await page.locator('.list-header button').first().click()
  await page.locator('.facet').nth(3).locator('.facet-value').first().click()
  await shown(page, '.facet-value:has(:checked)')
  await page
    .locator('.facet')
    .nth(2)
    .evaluate((facet) => facet.scrollIntoView())
}

/** A text that is read, and two that wait behind it. */
async function openTabs(page: Page): Promise<void> {
  const rows = page.locator('.row')
  await rows.first().click()
  await shown(page, '.reader-pane h1')
  const isNarrow = (page.viewportSize()?.width ?? 0) <= NARROW
  if (isNarrow) await page.locator('.reader-toolbar button').first().click()
  for (const behind of [2, 3]) await rows.nth(behind).click({ modifiers: ['Control'] })
  if (isNarrow) await rows.first().click()
  await shown(page, '[role="tab"]')
}

async function openTour(page: Page, language: ScreenLanguage): Promise<void> {
  await run(page, language, 'tour', '.tour-card')
}

async function press(page: Page, keys: string, selector: string): Promise<void> {
  await shown(page, '.row, .hit, .reader-pane h1')
  await page.keyboard.press(keys)
  await shown(page, selector)
}

/** Runs a command by its name in the palette. */
async function run(
  page: Page,
  language: ScreenLanguage,
  id: ActionId,
  opens = '[role="dialog"]',
): Promise<void> {
  await press(page, 'Control+Shift+P', '.palette-item')
  const name = WORDS[language].actions.names[id]
  await page.locator('.palette-input').fill(name)
  // Until the list is narrowed, the first action of all has the focus.
  await page.locator('.palette-item[data-focused]').filter({ hasText: name }).waitFor()
  await page.keyboard.press('Enter')
  await shown(page, opens)
}

function dialogOf(id: ActionId): Screen['open'] {
  return async (page, language) => {
    await shown(page, '.row')
    await run(page, language, id)
  }
}

function afterSearch(id: ActionId): Screen['open'] {
  return async (page, language) => {
    await searchFor(page, 'feuille de route', '.hit')
    await run(page, language, id)
  }
}

function afterText(id: ActionId): Screen['open'] {
  return async (page, language) => {
    await openText(page, language)
    await page.keyboard.press('Alt+ArrowDown')
    await run(page, language, id)
  }
}

function afterNotes(id: ActionId): Screen['open'] {
  return async (page, language) => {
    await openNotes(page)
    await run(page, language, id)
  }
}

async function openText(page: Page, language: ScreenLanguage): Promise<void> {
  await shown(page, '.row')
  const row = page.locator('.row').filter({ hasText: TITLES[language] }).first()
  await row.click()
  await shown(page, '.reader-pane h1')
  // A click that had to be repeated leaves its list scrolled otherwise.
  if (await row.isVisible()) {
    await row.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  }
}

async function searchFor(page: Page, query: string, selector: string): Promise<void> {
  await shown(page, '.row')
  await page.getByRole('searchbox').first().fill(query)
  await page.keyboard.press('Escape')
  if ((await page.getByRole('searchbox').first().inputValue()) === '') {
    await page.getByRole('searchbox').first().fill(query)
  }
  await shown(page, selector)
}

async function openReasons(page: Page): Promise<void> {
  await searchFor(page, 'corridor énergie', '.hit')
  await press(page, 'Alt+w', '.hit-reasons .reason')
}

async function openSettings(page: Page): Promise<void> {
  await shown(page, '.row')
  await page.locator('.top-acts button').last().click()
  await shown(page, '.settings-dialog')
}

async function openNotes(page: Page): Promise<void> {
  await page.locator('.row').filter({ hasText: 'portuaire' }).click()
  // A narrow window shows them on demand.
  await shown(page, (page.viewportSize()?.width ?? 0) > NARROW ? '.note' : '.paragraph')
}

async function openTrash(page: Page, language: ScreenLanguage): Promise<void> {
  await dialogOf('all-notes')(page, language)
  await page.getByRole('tab').last().click()
  await shown(page, '.tab-panel .empty-state')
}

async function openReanchoring(page: Page): Promise<void> {
  await openNotes(page)
  await page.locator('.text-notice button').first().click()
  await shown(page, '[role="dialog"]')
}

/** The two wordings of one communiqué, chosen in the list and compared. */
async function openComparison(page: Page, language: ScreenLanguage): Promise<void> {
  await openList(page)
  const rows = page.locator('.row').filter({ hasText: 'Visite à Orvance' })
  for (const place of [1, 0]) await rows.nth(place).locator('.row-pick').click()
  await page.getByRole('button', { name: WORDS[language].compare.act, exact: true }).click()
  await page.locator('.change').first().waitFor()
  await page.keyboard.press('n')
  await shown(page, '.change-current')
}

async function openDossier(page: Page): Promise<void> {
  await shown(page, '.row')
  if ((page.viewportSize()?.width ?? 0) <= NARROW)
    await page.locator('.list-header button').first().click()
  await page.getByText('Chenal de Valmer').first().click()
  await shown(page, '.dossier-line')
}

async function openBriefing(page: Page, language: ScreenLanguage): Promise<void> {
  await openDossier(page)
  const { briefing } = WORDS[language].dossiers
  await page.locator('.dossier').getByRole('button', { name: briefing }).click()
  await shown(page, '[role="dialog"] input')
}
