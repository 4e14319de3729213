import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { startDesk, type Desk } from '../support/desk-page.ts'
import { callArchive, installBackend, valueOf } from '../support/page-backend.ts'

const NO_FILTER = { years: [], issuers: [], languages: [] }

let desk: Desk
let page: Page

beforeAll(async () => {
  desk = await startDesk()
  page = desk.page
  await page.getByRole('button', { name: 'Découvrir avec des exemples' }).click()
  await page.locator('.row').first().waitFor()
})

afterAll(async () => {
  await desk.close()
})

const box = (): Locator => page.getByRole('searchbox', { name: /^Rechercher/u })
const dialog = (): Locator => page.getByRole('dialog')
const textOf = (locator: Locator): Promise<string> =>
  locator.innerText().then((text) => text.replaceAll(/\s+/gu, ' ').trim())

/** Leaves the dialog by its key. */
async function leave(): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

/** Looks for what a query finds and waits for it. */
async function searchFor(query: string): Promise<void> {
  await box().fill(query)
  await page.keyboard.press('Escape')
  if ((await box().inputValue()) === '') await box().fill(query)
  await page.locator('.hit .row-title').first().waitFor()
}

describe('the search box', () => {
  test('offers names and words, taken with the keyboard alone', async () => {
    await box().fill('')
    await box().pressSequentially('minist')
    await page.locator('.offer').first().waitFor()
    await page.keyboard.press('ArrowDown')
    const id = await box().getAttribute('aria-activedescendant')
    const offer = await textOf(page.locator(`[id="${id}"] .offer-text`))
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('.offer').first().waitFor({ state: 'detached' })
    expect((await box().inputValue()).trim().replaceAll('"', '')).toBe(offer)
    await page.locator('.hit').first().waitFor()
  })

  test('tells where a query fails and mends it', async () => {
    await box().fill('"feuille de')
    await page.locator('.query-mended button').click()
    await expect.poll(() => box().inputValue()).toBe('"feuille de"')
    await page.locator('.hit').first().waitFor()
  })

  test('is written by the query builder, which tells what it would find', async () => {
    await page.keyboard.press('Alt+b')
    await dialog().getByLabel('Ces mots à la suite').fill('feuille de route')
    await dialog().getByLabel('Du', { exact: true }).fill('2025-13')
    await dialog().getByText('Écrivez 2025, 2025-04 ou 2025-04-14.').waitFor()
    await dialog().getByLabel('Du', { exact: true }).fill('2023')
    await dialog()
      .getByText(/^\d+ résultats?$/u)
      .waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    expect(await box().inputValue()).toBe('"feuille de route" date:2023..')
  })

  test('runs an example of its syntax', async () => {
    await page.getByRole('button', { name: 'Outils de recherche' }).click()
    await page.getByRole('menuitem', { name: 'Syntaxe et exemples' }).click()
    expect(await findBarriers(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Lancer : titre:visite' }).click()
    await dialog().waitFor({ state: 'detached' })
    await expect
      .poll(() => page.locator('.hit .row-title mark').first().innerText())
      .toMatch(/visite/iu)
  })

  test('answers the spelling that was meant where nothing answers, and tells so', async () => {
    await searchFor('prtection civil')
    const told = page.locator('.did-you-mean')
    await told.waitFor()
    expect(await textOf(told)).toMatch(/^Aucun texte pour « prtection civil »\. Résultats pour « /u)
  })

  test('favours recent texts when asked to, and says so', async () => {
    await searchFor('corridor')
    const first = await textOf(page.locator('.hit .row-title').first())
    const toggle = page.getByRole('button', { name: 'Favoriser les textes récents' })
    await toggle.click()
    expect(await toggle.getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Alt+w')
    await page.locator('.hit-reasons').getByText('Les textes récents sont favorisés').waitFor()
    await page.keyboard.press('Alt+w')
    await toggle.click()
    await expect.poll(() => textOf(page.locator('.hit .row-title').first())).toBe(first)
  })
})

describe('a hit', () => {
  test('tells why it answers, by the keyboard, as the arrows move', async () => {
    await searchFor('corridor énergie')
    await page.keyboard.press('Alt+w')
    const reasons = page.locator('.hit-reasons')
    await reasons.locator('.reason').nth(1).waitFor()
    const title = await textOf(page.locator('.hit .row-title').first())
    expect(await textOf(reasons)).toContain(title)
    expect(await textOf(reasons)).toMatch(/corridor trouvé \d+ fois dans/u)
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Alt+w')
    await reasons.waitFor({ state: 'detached' })
  })

  test('leads to texts that are like it', async () => {
    await page.keyboard.press('Alt+l')
    const first = dialog().locator('.similar-one').first()
    await first.waitFor()
    expect(await textOf(first)).toMatch(/\d+ % en commun Mots communs \S/u)
    const title = await textOf(first.locator('.row-title'))
    expect(await findBarriers(page)).toEqual([])
    await first.click()
    await expect.poll(() => textOf(page.getByRole('heading', { level: 1 }))).toBe(title)
  })

  test('in a note stands beside those in texts', async () => {
    await installBackend(page)
    const listed = await callArchive(page, 'search.run', {
      query: 'corridor',
      filter: NO_FILTER,
      offset: 0,
      limit: 1,
    })
    const hit = valueOf(listed).hits[0]
    const span = hit?.snippets.find(({ field }) => field === 'text')?.matches[0]
    if (!hit || !span) throw new Error('the samples do not speak of a corridor')
    const made = await callArchive(page, 'annotation.create', {
      versionId: hit.versionId,
      start: span.start,
      end: span.end,
      kind: 'comment',
      body: 'Rapprocher du zwanzelfisch.',
      visibility: 'private',
      tags: [],
    })
    valueOf(made)
    await searchFor('zwanzelfisch')
    await expect
      .poll(() => page.locator('.snippet-note mark').allInnerTexts())
      .toEqual(['zwanzelfisch'])
  })

  test('tells that the text has more than one version, and which of them answer too', async () => {
    await installBackend(page)
    const found = await callArchive(page, 'search.run', {
      query: '"visite à Orvance"',
      filter: NO_FILTER,
      offset: 0,
      limit: 5,
    })
    const records = await Promise.all(
      valueOf(found).hits.map(({ id }) =>
        callArchive(page, 'communique.get', { id, versionId: null }),
      ),
    )
    const relation = records
      .map((record) => valueOf(record))
      .flatMap(({ version, relations }) =>
        relations.filter(({ kind, title }) => kind === 'amends' && title === version.title),
      )[0]
    if (!relation) throw new Error('no sample is said to amend another of its title')
    const settled = await callArchive(page, 'relation.settle', {
      id: relation.id,
      settlement: 'confirmed',
    })
    valueOf(settled)
    await searchFor('"visite à Orvance"')
    await expect
      .poll(() => page.locator('.hit').allInnerTexts())
      .toContainEqual(expect.stringMatching(/2 versions · aussi dans la version 1/u))
  })

  test('counts over time, from its first occurrence', async () => {
    await searchFor('"feuille de route"')
    await page.keyboard.press('Alt+g')
    await dialog().locator('.trend-bar').first().waitFor()
    await dialog().locator('.trend-first .passage-source').waitFor()
    await dialog().getByText('En tableau').click()
    await dialog().getByRole('table').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await leave()
  })
})

describe('a saved search', () => {
  test('is kept under a name and says what is new', async () => {
    await searchFor('zwanzelfisch OU Lointania')
    await page.keyboard.press('Alt+s')
    await dialog().getByLabel('Nom de la recherche').fill('Veille')
    await page.keyboard.press('Enter')
    const row = page.locator('.saved-row').filter({ hasText: 'Veille' })
    await row.waitFor()
    await page.keyboard.press('Control+o')
    await dialog().getByText('Coller un texte').click()
    await dialog()
      .getByLabel('Texte à ajouter')
      .fill('Communiqué\n\nLa délégation de Lointania a été reçue lundi au siège du ministère.')
    await dialog().getByRole('button', { name: 'Ajouter ce texte' }).click()
    await dialog().getByText('1 nouveau').first().waitFor()
    await leave()
    await row.getByText('1 nouveau').waitFor()
    await page.getByText('1 nouveau résultat depuis la dernière fois.').waitFor()
    expect(await findBarriers(page)).toEqual([])
  })

  test('narrows what is listed, as a facet does', async () => {
    await searchFor('Lointania')
    await box().fill('')
    const count = page.locator('.list-count')
    await expect.poll(() => textOf(count)).toMatch(/^\d\d communiqués$/u)
    await page.getByRole('checkbox', { name: 'Ne garder que ce que trouve « Veille »' }).check()
    await expect.poll(() => textOf(count)).toMatch(/^\d communiqués?$/u)
    await page.getByText('1 nouveau résultat depuis la dernière fois.').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Retirer le filtre Veille' }).click()
    await expect.poll(() => textOf(count)).toMatch(/^\d\d communiqués$/u)
  })

  test('is renamed, deleted, and comes back with what was new', async () => {
    const act = async (name: string, what: string): Promise<void> => {
      await page.getByRole('button', { name: `Actions sur « ${name} »` }).click()
      await page.getByRole('menuitem', { name: what }).click()
    }
    await act('Veille', 'Renommer…')
    await dialog().getByLabel('Nom de la recherche').fill('Lointania')
    await page.keyboard.press('Enter')
    const row = page.locator('.saved-row').filter({ hasText: 'Lointania' })
    await row.waitFor()
    await act('Lointania', 'Supprimer')
    await row.waitFor({ state: 'detached' })
    await page.locator('.toast').getByRole('button', { name: 'Annuler' }).click()
    await row.getByText('1 nouveau').waitFor()
    await act('Lointania', 'Marquer comme vus')
    await row.getByText('1 nouveau').waitFor({ state: 'detached' })
    expect(await page.locator('.saved-row').count()).toBe(1)
  })
})

describe('where another spelling is answered than the one that was typed', () => {
  test('all that is counted of it is of what is shown, and it is kept so', async () => {
    await searchFor('coopération')
    const found = await textOf(page.locator('.list-count'))
    expect(found).toMatch(/^[2-9] résultats$/u)
    await searchFor('copération')
    await page.getByText('Résultats pour « coopération »').waitFor()
    expect(await textOf(page.locator('.list-count'))).toBe(found)
    await page.keyboard.press('Alt+g')
    await dialog().getByText('« coopération »').waitFor()
    await expect
      .poll(() => textOf(dialog().locator('.trend-total')))
      .toContain(found.replace('résultats', 'textes'))
    await leave()
    await page.keyboard.press('Alt+s')
    expect(await dialog().getByLabel('Nom de la recherche').inputValue()).toBe('coopération')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    const row = page.locator('.saved-row').filter({ hasText: 'coopération' })
    await expect
      .poll(() => textOf(row.locator('.facet-count span').first()))
      .toBe(found.replace(' résultats', ''))
  })

  test('the next letter is counted by itself', async () => {
    await searchFor('copération')
    await page.getByText('Résultats pour « coopération »').waitFor()
    await searchFor('ministre')
    await page.keyboard.press('Alt+g')
    await expect.poll(() => textOf(dialog().locator('.trend-of'))).toBe('« ministre »')
    await leave()
  })
})

describe('a passage', () => {
  test('is checked as a quotation: to the letter, altered, absent', async () => {
    await openFirstWith('corridor')
    await selectSentence()
    await page.getByRole('button', { name: 'Vérifier une citation' }).click()
    await dialog().getByText('Conforme, à la lettre').waitFor()
    expect(await findBarriers(page)).toEqual([])
    const field = dialog().getByLabel('Citation à vérifier')
    const quoted = await field.inputValue()
    await field.fill(quoted.replace(/(\S+ \S+ \S+ )(\S+)/u, '$1zwanzelfisch'))
    await page.keyboard.press('Control+Enter')
    await dialog().getByText('Altérée', { exact: true }).waitFor()
    expect(await textOf(dialog().locator('.worded ins').first())).toContain('zwanzelfisch')
    expect(await dialog().locator('.worded del').count()).toBeGreaterThan(0)
    await field.fill('Kwyjibo frobnicates zwanzelfisch blorbo quuxly')
    await page.keyboard.press('Control+Enter')
    await dialog().getByText('Absente de l’archive').waitFor()
    await leave()
  })

  test('is followed as a formula, and its first attestation opened there', async () => {
    await selectSentence()
    await page.keyboard.press('Alt+t')
    await dialog().locator('.attestation').first().waitFor()
    await dialog().getByText('Première attestation').waitFor()
    expect(await findBarriers(page)).toEqual([])
    const source = dialog().locator('.attestation .passage-source').first()
    const title = await textOf(source.locator('.row-title'))
    await source.click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => textOf(page.getByRole('heading', { level: 1 }))).toBe(title)
  })
})

test('nothing broke the policy of the page on the way', () => {
  expect(desk.complaints).toEqual([])
})

async function openFirstWith(word: string): Promise<void> {
  await searchFor(word)
  await page.locator('.hit').first().click()
  await page.locator('.paragraph').first().waitFor()
}

/** Selects the first sentence of the open text with the keyboard. */
async function selectSentence(): Promise<void> {
  await page.locator('.text').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.locator('.selection-toolbar:not(.selection-toolbar-away)').waitFor()
}

describe('the search index', () => {
  test('tells its size, and is built again with its progress told', async () => {
    await page.getByRole('button', { name: 'Outils de recherche' }).click()
    await page.getByRole('menuitem', { name: 'Index de recherche' }).click()
    await dialog().getByText('Formes du vocabulaire').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Reconstruire' }).click()
    await page.getByText('L’index est reconstruit.').waitFor()
    await leave()
    await searchFor('corridor')
  })
})

test('a dossier is a facet that narrows the list', async () => {
  await installBackend(page)
  const listed = await callArchive(page, 'search.run', {
    query: 'corridor',
    filter: NO_FILTER,
    offset: 0,
    limit: 1,
  })
  const communiqueId = valueOf(listed).hits[0]?.id ?? ''
  const items = [{ kind: 'communique' as const, communiqueId }]
  valueOf(await callArchive(page, 'dossier.create', { title: 'Corridors', items }))
  await page.reload()
  await page.getByRole('checkbox', { name: /^Corridors/u }).check()
  await expect.poll(() => textOf(page.locator('.list-count'))).toBe('1 communiqué')
  await page.getByRole('button', { name: 'Retirer le filtre Corridors' }).click()
})
