import { expect, test } from 'vitest'
import { readFeed } from '../../../../../electron/core/ingest/formats/feed.ts'

const read = (xml: string) => readFeed({ name: 'feed.xml', bytes: Buffer.from(xml) })
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Agence</title>${items}</channel></rss>`

test('reads each entry with its own day, address and text', () => {
  const { items } = read(
    rss(`<item><title>Premier</title><link>https://a.example/1</link>
      <pubDate>Wed, 16 Apr 2025 23:30:00 +0200</pubDate>
      <description>&lt;p&gt;Un texte.&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;</description></item>
      <item><title>Second</title></item>`),
  )
  expect(items.map(({ name }) => name)).toEqual(['feed.xml#1', 'feed.xml#2'])
  expect(items[0]).toMatchObject({
    title: 'Premier',
    blocks: [{ text: 'Un texte.' }, { text: 'Deux.' }],
    structured: {
      published: { value: '2025-04-16', quote: 'Wed, 16 Apr 2025 23:30:00 +0200' },
      publisher: { value: 'Agence' },
      url: { value: 'https://a.example/1' },
    },
  })
  expect(items[1]?.blocks).toEqual([{ kind: 'body', text: 'Second' }])
})

test('reads Atom', () => {
  const { items } = read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry>
    <title>Accord</title><published>2025-04-16T08:00:00Z</published>
    <content type="html">&lt;p&gt;Texte.&lt;/p&gt;</content></entry></feed>`)
  expect(items).toMatchObject([
    { title: 'Accord', structured: { published: { value: '2025-04-16' } } },
  ])
})

test('refuses a feed that defines entities', () => {
  const item = '<item><title>&x;</title></item>'
  for (const entity of ['"ha"', 'SYSTEM "file:///etc/passwd"']) {
    const xml = rss(item).replace('?>', `?><!DOCTYPE r [<!ENTITY x ${entity}>]>`)
    expect(read(xml)).toEqual({
      items: [],
      refusals: [{ name: 'feed.xml', reason: 'damaged' }],
      warnings: [],
    })
  }
})

test('never keeps an address that is not of the web', () => {
  const { items } = read(rss('<item><title>T</title><link>javascript:alert(1)</link></item>'))
  expect(items[0]?.structured.url).toBeUndefined()
})
