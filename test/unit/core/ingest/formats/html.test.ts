import { describe, expect, test } from 'vitest'
import { blocksFromHtml, readHtml } from '../../../../../electron/core/ingest/formats/html.ts'

const read = (html: string) => readHtml({ name: 'page.html', bytes: Buffer.from(html) })
const BODY = 'Les deux ministres ont examiné la coopération et arrêté un calendrier commun. '

test('reads the article and leaves the menu, the script and the form', () => {
  const { items } = read(`<!doctype html><html lang="fr"><head><title>Réunion | Site</title></head>
    <body><nav><ul><li><a href="/">Accueil</a></li></ul></nav><article><h1>Réunion</h1>
    <p>${BODY.repeat(8)}</p><script>steal()</script><ul><li>premier point du calendrier</li></ul>
    <p>${BODY.repeat(8)}</p></article><form><input value="secret"><button>OK</button></form></body></html>`)
  const text = items[0]?.blocks.map((block) => block.text).join('\n') ?? ''
  expect(items[0]?.blocks.map(({ kind }) => kind)).toContain('list-item')
  expect(text).toContain('arrêté un calendrier commun')
  expect(text).not.toMatch(/Accueil|steal|secret|OK/u)
})

test('parts paragraphs at two line breaks and cells by a tab', () => {
  const blocks = blocksFromHtml('<div>un<br>deux<br><br>trois</div><table><tr><td>a<td>b</table>')
  expect(blocks?.map(({ text }) => text)).toEqual(['un\ndeux', 'trois', 'a\tb'])
})

test('refuses too many elements or levels before a tree is made', () => {
  expect(read('<p>x</p>'.repeat(50_001)).refusals[0]).toMatchObject({ limit: 'elements' })
  expect(read('<div>'.repeat(513)).refusals[0]).toMatchObject({ limit: 'depth' })
  expect(read(`<div>${'<br>'.repeat(600)}texte</div>`).items).toHaveLength(1)
})

const meta = (label: string): string => `<meta charset="${label}"><p>à Fès</p>`

describe('the encoding', () => {
  test('is not believed where the bytes say otherwise', () => {
    const bytes = Buffer.from(meta('utf-8'), 'latin1')
    const { items } = readHtml({ name: 'page.html', bytes })
    expect(items[0]?.blocks[0]?.text).toBe('à Fès')
    expect(items[0]?.encoding).toBe('windows-1252')
  })

  test('is never UTF-7', () => {
    const { items } = read('<meta charset="utf-7"><p>+ADw-script+AD4-</p>')
    expect(items[0]?.blocks[0]?.text).toBe('+ADw-script+AD4-')
  })

  test('is taken from the label for a code page', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset=windows-1256><p>'),
      Buffer.from([0xe3, 0xcc, 0xe1, 0xd3]),
    ])
    expect(readHtml({ name: 'p', bytes }).items[0]?.blocks[0]?.text).toBe('مجلس')
  })
})

const published = (head: string) =>
  read(`<html><head>${head}</head><body><p>texte</p></body></html>`).items[0]?.structured.published

describe('the day of publication', () => {
  const PUBLISHED = '<meta property="article:published_time" content="2025-04-16T23:30:00+02:00">'
  const LINKED =
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-04-15"}]}</script>'

  test('is read from the address first', () => {
    const address = '<link rel="canonical" href="https://a.example/2025/04/14/reunion">'
    expect(published(address + PUBLISHED + LINKED)).toMatchObject({
      value: '2025-04-14',
      rule: 'html-address-date',
      quote: '/2025/04/14',
    })
  })

  test('then from the published time, in the time of its place', () => {
    expect(published(LINKED + PUBLISHED)).toMatchObject({ value: '2025-04-16' })
  })

  test('then from linked data, and never from a modification', () => {
    expect(published(LINKED)).toMatchObject({ value: '2025-04-15', rule: 'html-linked-data' })
    const modified = '<meta property="article:modified_time" content="2025-05-01T10:00:00Z">'
    expect(published(modified)).toBeUndefined()
  })

  test('is nothing when the value is no day', () => {
    expect(published('<meta name="date" content="2025-02-31">')).toBeUndefined()
  })
})
