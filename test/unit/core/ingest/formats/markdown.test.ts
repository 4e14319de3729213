import { expect, test } from 'vitest'
import { readMarkdown } from '../../../../../electron/core/ingest/formats/markdown.ts'

const read = (text: string) => readMarkdown({ name: 'note.md', bytes: Buffer.from(text) })
const textsOf = (text: string) => read(text).items[0]?.blocks.map((block) => block.text)

test('maps the front matter and reads the body without its marks', () => {
  const { items } = read(
    '---\ntitle: "Accord de pêche"\ndate: 2025-04-16\nlang: fr\n---\n\n# Accord\n\nLe **ministre** a [signé](https://a.example) le texte.\n\n- un point\n- un autre\n',
  )
  expect(items).toMatchObject([
    {
      title: 'Accord de pêche',
      blocks: [
        { kind: 'heading', text: 'Accord' },
        { kind: 'body', text: 'Le ministre a signé le texte.' },
        { kind: 'list-item', text: 'un point' },
        { kind: 'list-item', text: 'un autre' },
      ],
      structured: {
        published: { value: '2025-04-16', rule: 'markdown-published' },
        language: { value: 'fr' },
      },
    },
  ])
})

test('leaves tags, scripts, images and quotation marks of the source out', () => {
  expect(
    textsOf('> Citation\n\n![photo](/a.png)\n\n<a href="/b">lien</a><script>x()</script> fin'),
  ).toEqual(['Citation', 'lien fin'])
})

test('leaves stars and underscores that mark nothing', () => {
  expect(textsOf('Les 5 * 3 fichiers mon_fichier_final et 2*3*4')).toEqual([
    'Les 5 * 3 fichiers mon_fichier_final et 2*3*4',
  ])
})
