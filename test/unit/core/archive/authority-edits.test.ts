import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'
import { anAskedArchive, ingestFiles, valueOf, type AskedArchive } from '../../../support/ingest.ts'

const text = `Réunion de travail à Marsane

16/04/2025

Le ministre de l’Intérieur, Anselme Tarvaud, a reçu lundi à Rabat son homologue, indique un communiqué du ministère de l’Intérieur.`

let asked: AskedArchive
let communiqueId: string
let batchId: string

beforeEach(async () => {
  asked = await anAskedArchive()
  const report = await ingestFiles(asked.archive, [['a.txt', text]])
  const outcome = report.lines[0]?.outcome
  batchId = report.batchId
  communiqueId = outcome && 'communiqueId' in outcome ? outcome.communiqueId : ''
})
afterEach(() => asked.close())

const communique = async () =>
  valueOf(await asked.archive.call('communique.get', { id: communiqueId, versionId: null }))
    .communique

const suggestions = async (given: { readonly batchId?: string } = {}): Promise<Suggestion[]> =>
  valueOf(
    await asked.archive.call('suggestion.list', {
      kinds: [],
      rule: null,
      communiqueId: null,
      offset: 0,
      limit: 200,
      ...given,
    }),
  ).rows

const draft = (name: string, ...others: readonly string[]) => ({
  name,
  names: [name, ...others].map((each) => ({ name: each, language: 'fr' as const })),
})

const create = async (name: string) =>
  valueOf(await asked.archive.call('authority.create', { kind: 'corporate-body', ...draft(name) }))

const settleIssuer = async (settlement: 'confirmed' | 'unconfirmed', authorityId: string) =>
  valueOf(await asked.archive.call('issuer.settle', { communiqueId, settlement, authorityId }))

describe('the suggestions of one batch', () => {
  test('are those of the texts that it added', async () => {
    const later = await ingestFiles(asked.archive, [
      ['same.txt', text],
      ['b.txt', text.replace('Marsane', 'Brive').replaceAll('Tarvaud', 'Brécourt')],
    ])
    const first = await suggestions({ batchId })
    expect(new Set(first.map((each) => each.communiqueId))).toEqual(new Set([communiqueId]))
    const second = await suggestions({ batchId: later.batchId })
    expect(second.length).toBeGreaterThan(0)
    expect(second.some((each) => each.communiqueId === communiqueId)).toBe(false)
    expect((await suggestions()).length).toBe(first.length + second.length)
  })
})

describe('a date that was corrected in value and role', () => {
  test('is again what the rule proposed once that is taken back', async () => {
    const before = (await communique()).dates.find(({ role }) => role === 'event')
    const id = before?.id ?? ''
    const settle = async (given: object) =>
      valueOf(
        await asked.archive.call('date.settle', {
          id,
          settlement: 'confirmed',
          value: null,
          ...given,
        }),
      )
    await settle({ value: '2025-04', role: 'signed' })
    await settle({ value: '2025' })
    const corrected = (await communique()).dates.find((date) => date.id === id)
    expect(corrected).toMatchObject({ role: 'signed', value: '2025', origin: 'officer' })
    await settle({ settlement: 'unconfirmed' })
    expect((await communique()).dates.find((date) => date.id === id)).toEqual(before)
  })
})

describe('an issuer that is another body', () => {
  test('is named from the list, and the proposed one comes back', async () => {
    const proposed = (await communique()).issuer
    const other = await create('Haut-Commissariat aux rivières')
    await settleIssuer('confirmed', other.id)
    expect((await communique()).issuer).toMatchObject({ name: other.name, settlement: 'confirmed' })
    await settleIssuer('unconfirmed', proposed?.authorityId ?? '')
    expect((await communique()).issuer).toEqual(proposed)
  })
})

describe('an authority record', () => {
  test('is created once, found again by any of its names', async () => {
    const made = await create('Office des Digues')
    expect((await create('OFFICE DES DIGUES')).id).toBe(made.id)
  })

  test('is revised, and written back as it was', async () => {
    const made = await create('Office des Digues')
    const revised = valueOf(
      await asked.archive.call('authority.revise', {
        id: made.id,
        ...draft('Agence des Digues', 'ODD'),
      }),
    )
    expect(revised.name).toBe('Agence des Digues')
    expect(revised.names.map(({ name }) => name).toSorted()).toEqual(['Agence des Digues', 'ODD'])
    const { id, name, names } = made
    expect(valueOf(await asked.archive.call('authority.revise', { id, name, names }))).toEqual(made)
  })

  test('does not take the heading of another', async () => {
    const made = await create('Office des Digues')
    await create('Agence des Ponts')
    const refused = await asked.archive.call('authority.revise', {
      id: made.id,
      ...draft('Agence des ponts'),
    })
    expect(refused).toMatchObject({ failure: { kind: 'input-refused', at: 'name' } })
  })

  test('answers for the heading of one joined to it, even without that name', async () => {
    const kept = await create('Office des Digues')
    const merged = await create('Agence des Ponts')
    const pair = { keptId: kept.id, mergedId: merged.id }
    valueOf(await asked.archive.call('authority.merge', pair))
    const bare = { id: kept.id, ...draft('Office des Digues') }
    valueOf(await asked.archive.call('authority.revise', bare))
    expect((await create('Agence des Ponts')).id).toBe(kept.id)
  })

  test('leads to every passage that names it, with the words, the role and the day', async () => {
    const { rows } = valueOf(
      await asked.archive.call('authority.list', {
        kind: 'person',
        query: 'tarvaud',
        onlyNamed: true,
        offset: 0,
        limit: 5,
      }),
    )
    const id = rows[0]?.id ?? ''
    const listed = valueOf(
      await asked.archive.call('authority.list-passages', { id, offset: 0, limit: 10 }),
    )
    expect(listed.total).toBe(rows[0]?.mentionCount)
    const [passage] = listed.rows
    expect(passage).toMatchObject({ communiqueId, on: '2025-04-14', capacity: 'mention' })
    expect(passage?.quote).toContain('Tarvaud')
    expect(passage?.role).toMatch(/ministre de l.Intérieur/u)
  })
})
