import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthorityRecord } from '../../../../shared/model/authority-record.ts'
import { anAskedArchive, ingestFiles, valueOf, type AskedArchive } from '../../../support/ingest.ts'

const inFrench = ` date 2025-04 Réunion de travail à Marsane

16/04/2025

Le ministre de l’Intérieur, Anselme Tarvaud, a reçu lundi à Rabat le ministre de l’Intérieur de la République française, Odilon Brécourt, indique un communiqué du ministère de l’Intérieur.

Les deux ministres ont salué la Déclaration de partenariat d’exception renforcé et la coopération entre le Maroc et la France.`

const inArabic = `استقبل وزير الداخلية بالرباط نظيره الفرنسي

الرباط 16 أبريل 2025

أجرى وزير الداخلية بالمملكة المغربية يوم الاثنين بالرباط مباحثات مع نظيره الفرنسي حول التعاون بين المغرب وفرنسا في مجال الوقاية المدنية.`

describe('what the rules propose', () => {
  let asked: AskedArchive
  let ids: readonly string[]
  beforeEach(async () => {
    asked = await anAskedArchive()
    const report = await ingestFiles(asked.archive, [
      ['a.txt', inFrench],
      ['b.txt', inArabic],
    ])
    ids = report.lines.map(({ outcome }) => ('communiqueId' in outcome ? outcome.communiqueId : ''))
  })
  afterEach(() => asked.close())

  const suggestions = async (given: object = {}) =>
    valueOf(
      await asked.archive.call('suggestion.list', {
        kinds: [],
        rule: null,
        communiqueId: null,
        offset: 0,
        limit: 200,
        ...given,
      }),
    )

  const mentionsOf = async (communiqueId = '') => {
    const { version } = valueOf(
      await asked.archive.call('communique.get', { id: communiqueId, versionId: null }),
    )
    const { mentions } = valueOf(
      await asked.archive.call('mention.list', { versionId: version.id }),
    )
    return { version, mentions }
  }

  const authorities = async (given: object = {}): Promise<AuthorityRecord[]> =>
    valueOf(
      await asked.archive.call('authority.list', {
        kind: null,
        query: '',
        onlyNamed: true,
        offset: 0,
        limit: 500,
        ...given,
      }),
    ).rows

  test('is listed with its rule and the very words of the text', async () => {
    const { rows, total } = await suggestions()
    expect(total).toBe(rows.length)
    expect(rows.map(({ kind }) => kind)).toContain('mention')
    const event = rows.find(({ kind, aspect }) => kind === 'date' && aspect === 'event')
    expect(event).toMatchObject({
      value: '2025-04-14',
      relativeTo: '2025-04-16',
      isStated: false,
      evidence: { quote: 'lundi' },
    })
    for (const { communiqueId, evidence } of rows) {
      if (!evidence || evidence.start === null || evidence.end === null) continue
      const { version } = await mentionsOf(communiqueId)
      const part = evidence.part === 'text' ? version.text : version.preamble
      expect(part.slice(evidence.start, evidence.end)).toBe(evidence.quote)
    }
  })

  test('can be narrowed to a kind, a rule and a text, and is counted by rule', async () => {
    const all = await suggestions()
    const dates = await suggestions({ kinds: ['date'] })
    expect(new Set(dates.rows.map(({ kind }) => kind))).toEqual(new Set(['date']))
    expect(dates.counts).toEqual(all.counts)
    const counted = all.counts.reduce((sum, { count }) => sum + count, 0)
    expect(counted).toBe(all.total)
    const [one] = all.counts
    expect((await suggestions({ kinds: [one?.kind], rule: one?.rule })).total).toBe(one?.count)
    const own = await suggestions({ communiqueId: ids[0] })
    expect(new Set(own.rows.map(({ communiqueId }) => communiqueId))).toEqual(new Set([ids[0]]))
    expect((await suggestions({ offset: 2, limit: 3 })).rows).toEqual(all.rows.slice(2, 5))
  })

  test('leaves the list once it is settled, and comes back when that is withdrawn', async () => {
    const before = await suggestions()
    const mention = before.rows.find(({ kind }) => kind === 'mention')
    const rule = mention?.rule ?? ''
    const same = before.rows.filter((row) => row.kind === 'mention' && row.rule === rule)
    const bulk = { kind: 'mention' as const, rule, ids: same.map(({ id }) => id) }
    const settled = valueOf(
      await asked.archive.call('suggestion.settle-many', { ...bulk, settlement: 'confirmed' }),
    )
    expect(settled).toEqual({ settled: same.length })
    expect((await suggestions()).total).toBe(before.total - same.length)
    valueOf(
      await asked.archive.call('suggestion.settle-many', { ...bulk, settlement: 'unconfirmed' }),
    )
    expect(await suggestions()).toEqual(before)
  })

  test('is never confirmed in bulk where it was deduced, nor across rules', async () => {
    const before = await suggestions()
    const event = before.rows.find(({ aspect }) => aspect === 'event')
    const bulk = { kind: 'date' as const, rule: event?.rule ?? '', ids: [event?.id ?? ''] }
    expect(
      await asked.archive.call('suggestion.settle-many', { ...bulk, settlement: 'confirmed' }),
    ).toMatchObject({ ok: false, failure: { kind: 'input-refused', at: 'ids' } })
    expect(
      await asked.archive.call('suggestion.settle-many', {
        ...bulk,
        rule: 'another',
        settlement: 'rejected',
      }),
    ).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
    expect(await suggestions()).toEqual(before)
  })

  test('names one country by one record, whatever the language of the text', async () => {
    const french = await mentionsOf(ids[0])
    const arabic = await mentionsOf(ids[1])
    const countries = (found: typeof french): readonly string[] =>
      found.mentions.flatMap(({ authorityId, rule }) =>
        rule.endsWith('-country') ? [authorityId] : [],
      )
    expect(countries(french)).toEqual(expect.arrayContaining(['country-ma', 'country-fr']))
    expect(countries(arabic)).toEqual(expect.arrayContaining(['country-ma', 'country-fr']))
    for (const { quote, part, start, end } of french.mentions) {
      const words = part === 'text' ? french.version.text : french.version.preamble
      expect(words.slice(start, end)).toBe(quote)
    }
  })

  test('names persons with the role printed beside them', async () => {
    const { mentions } = await mentionsOf(ids[0])
    const persons = mentions.filter(({ kind }) => kind === 'person')
    expect(persons.map(({ name }) => name).toSorted()).toEqual([
      'Anselme Tarvaud',
      'Odilon Brécourt',
    ])
    expect(persons.every(({ role }) => role?.startsWith('ministre de l’Intérieur'))).toBe(true)
  })

  test('can be corrected to another record, and back', async () => {
    const { mentions } = await mentionsOf(ids[0])
    const [first, second] = mentions.filter(({ kind }) => kind === 'person')
    const decision = { id: first?.id ?? '', settlement: 'confirmed' as const }
    valueOf(
      await asked.archive.call('mention.settle', {
        ...decision,
        authorityId: second?.authorityId ?? '',
      }),
    )
    const corrected = (await mentionsOf(ids[0])).mentions.find(({ id }) => id === first?.id)
    expect(corrected).toMatchObject({ authorityId: second?.authorityId, settlement: 'confirmed' })
    valueOf(
      await asked.archive.call('mention.settle', {
        id: decision.id,
        settlement: 'unconfirmed',
        authorityId: first?.authorityId ?? '',
      }),
    )
    expect((await mentionsOf(ids[0])).mentions).toEqual(mentions)
  })

  test('lists of countries and public bodies come with the first intake, in three languages', async () => {
    const [france] = await authorities({ query: 'فرنسا', onlyNamed: false })
    expect(france).toMatchObject({ id: 'country-fr', name: 'France', origin: 'list' })
    expect(france?.names.map(({ language }) => language)).toEqual(
      expect.arrayContaining(['fr', 'ar']),
    )
    const [union] = await authorities({ query: 'african union', onlyNamed: false })
    expect(union?.id).toBe('body-au')
    const everything = await authorities({ onlyNamed: false })
    await ingestFiles(asked.archive, [['c.txt', `${inFrench}\n\nFin.`]])
    const after = await authorities({ onlyNamed: false })
    expect(after.filter(({ origin }) => origin === 'list')).toHaveLength(
      everything.filter(({ origin }) => origin === 'list').length,
    )
  })

  test('two records can be joined after a look at what that changes, and parted again', async () => {
    const before = await authorities({ onlyNamed: false })
    const bodies = before.filter(({ kind, mentionCount }) => kind === 'person' && mentionCount > 0)
    const [kept, merged] = bodies
    const pair = { keptId: kept?.id ?? '', mergedId: merged?.id ?? '' }
    const preview = valueOf(await asked.archive.call('authority.preview-merge', pair))
    expect(preview).toMatchObject({
      mentionCount: merged?.mentionCount,
      addedNames: merged?.names,
    })
    const { mergeId } = valueOf(await asked.archive.call('authority.merge', pair))
    const joined = await authorities({ onlyNamed: false })
    expect(joined).toHaveLength(before.length - 1)
    expect(joined.find(({ id }) => id === pair.keptId)).toMatchObject({
      mentionCount: (kept?.mentionCount ?? 0) + (merged?.mentionCount ?? 0),
    })
    valueOf(await asked.archive.call('authority.undo-merge', { mergeId }))
    expect(await authorities({ onlyNamed: false })).toEqual(before)
    expect(await asked.archive.call('authority.undo-merge', { mergeId })).toMatchObject({
      ok: false,
      failure: { kind: 'nothing-to-undo' },
    })
  })

  test('records of different kinds are never joined', async () => {
    expect(
      await asked.archive.call('authority.merge', {
        keptId: 'country-fr',
        mergedId: 'body-un',
      }),
    ).toMatchObject({ ok: false, failure: { kind: 'input-refused' } })
  })
})
