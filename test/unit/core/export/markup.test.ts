import { describe, expect, test } from 'vitest'
import { htmlFromPage } from '../../../../electron/core/export/html.ts'
import { markdownFromPage } from '../../../../electron/core/export/markdown.ts'
import { createMarkupCleaner } from '../../../../electron/core/export/markup-text.ts'
import { pageFromRecord, type PageModel } from '../../../../electron/core/export/page-model.ts'
import { teiFromText } from '../../../../electron/core/export/tei.ts'
import { readHtml } from '../../../../electron/core/ingest/formats/html.ts'
import { readMarkdown } from '../../../../electron/core/ingest/formats/markdown.ts'
import { walkXml } from '../../../../electron/core/ingest/formats/xml-walk.ts'
import { aNote, aRecord } from '../../../fixtures/export/records.ts'
import {
  arabicSample,
  englishSample,
  frenchSample,
  type Sample,
} from '../../../fixtures/export/samples.ts'
import { EXPORTED_AT, samplePage } from '../../../support/pdf-tools.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><svg onload=alert(1)>',
  ']]> --> <!-- &lt; &amp;amp; &#x3c;',
  '[lien](javascript:alert(1)) ![](x) `code` *gras* _ital_ ~~x~~ | table |',
  '# titre\n- puce\n1. un\n> citation\n    code',
  '[^1]: fausse note',
  'contrôle\u{1}\u{0}\u{b}, demi-paire \u{d83d}, non-caractère \u{fffe}\u{fdd0}1\u{fdd1}',
]

function hostileSample(): Sample {
  const record = aRecord({
    id: 'hostile',
    language: 'fr',
    title: HOSTILE[0] ?? '',
    issuer: HOSTILE[1] ?? '',
    place: HOSTILE[2] ?? '',
    paragraphs: HOSTILE.map((words) => `${words} fin`),
  })
  const notes = HOSTILE.map((words) =>
    aNote(record, { on: words, body: words, tags: [words.slice(0, 40)], by: words }),
  )
  return { record, notes }
}

const samples = [frenchSample(), arabicSample(), englishSample()]
const cases = samples.map((sample) => [sample.record.version.language, sample] as const)
const clean = (): ((text: string) => string) => createMarkupCleaner().clean
const shown = (text: string): string => clean()(text).replaceAll(/\s+/gu, ' ').trim()
const textsOf = (page: PageModel): readonly string[] =>
  page.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''))

const textFromSample = ({ record, notes }: Sample) => ({
  record,
  annotations: notes,
  page: pageFromRecord(record, notes, { exportedAt: EXPORTED_AT, labelLanguage: 'fr' as const }),
})

/** Elements, attributes and text of well-formed XML; fails the test for any other. */
function xmlOf(xml: string) {
  const elements: { name: string; attributes: Readonly<Record<string, string>>; text: string }[] =
    []
  const open: typeof elements = []
  const walked = walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'lb') for (const element of open) element.text += '\n'
      const element = { name, attributes, text: '' }
      elements.push(element)
      open.push(element)
    },
    close: () => void open.pop(),
    text: (text) => {
      for (const element of open) element.text += text
    },
  })
  expect(walked.ok).toBe(true)
  return elements
}

const ELEMENTS =
  'html head meta title style body main header h1 h2 p article bdi mark sup a section ol li blockquote span footer dl dt dd code'

describe('an HTML page', () => {
  test.each(cases)('in %s stands by itself, without a script', (_, sample) => {
    const html = htmlFromPage(samplePage(sample), clean())
    expect(html).toContain(`default-src 'none'`)
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|embed|base|form)\b/iu)
    expect(html).not.toMatch(/\s(?:src|srcset|action|on[a-z]+)=/iu)
    expect(html).not.toMatch(/@import|url\(/iu)
    const links = [...html.matchAll(/href="([^"]*)"/gu)].map(([, target]) => target ?? '')
    expect(links.filter((link) => !/^(?:#|https:\/\/)/u.test(link))).toEqual([])
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => `#${id}`))
    expect(links.filter((link) => link.startsWith('#') && !ids.has(link))).toEqual([])
  })

  test.each(cases)('in %s holds the text, word for word', (_, sample) => {
    const page = samplePage({ ...sample, notes: [] })
    const bytes = Buffer.from(htmlFromPage(page, clean()))
    const reading = readHtml({ name: 'a.html', bytes })
    const read = reading.items.flatMap(({ blocks }) => blocks.map(({ text }) => text))
    for (const paragraph of textsOf(page)) expect(read).toContain(paragraph)
  })

  test('lets nothing of a text or a note become markup', () => {
    const html = htmlFromPage(samplePage(hostileSample()), clean())
    const names = new Set([...html.matchAll(/<([a-z][\da-z]*)/giu)].map(([, name]) => name))
    expect(names).toEqual(new Set(ELEMENTS.split(' ')))
    expect(html.match(/<style/gu)).toHaveLength(1)
    expect(html).not.toMatch(/<[^>]*\son\w+=/iu)
  })
})

describe('a Markdown page', () => {
  test.each(cases)('in %s reads as the text again', (_, sample) => {
    const page = samplePage({ ...sample, notes: [] })
    const bytes = Buffer.from(markdownFromPage(page, clean()))
    const reading = readMarkdown({ name: 'a.md', bytes })
    const read = reading.items.flatMap(({ blocks }) => blocks.map(({ text }) => text))
    for (const paragraph of textsOf(page)) expect(read).toContain(paragraph)
  })

  test('has one footnote for each call, and lets nothing become markup', () => {
    const markdown = markdownFromPage(samplePage(hostileSample()), clean())
    const calls = [...markdown.matchAll(/(?<!\\)\[\^(\d+)\](?!:)/gu)].map(([, n]) => n)
    const footnotes = [...markdown.matchAll(/^\[\^(\d+)\]:/gmu)].map(([, n]) => n)
    expect(footnotes).toEqual(HOSTILE.map((_, i) => String(i + 1)))
    expect(new Set(calls)).toEqual(new Set(footnotes))
    expect(markdown).not.toMatch(/(?<!\\)<(?!\/?div)/u)
    expect(markdown).not.toMatch(/(?<!\\)[`*_]/u)
    expect(markdown.match(/^#/gmu)).toHaveLength(1)
  })
})

describe('a TEI document', () => {
  test.each([...cases, ['hostile', hostileSample()] as const])(
    'of the sample %s is well-formed and holds text and annotations',
    (_, sample) => {
      const text = textFromSample(sample)
      const elements = xmlOf(teiFromText(text, clean()))
      const named = (name: string) => elements.filter((element) => element.name === name)
      const paragraphs = named('p').filter(({ attributes }) => 'xml:id' in attributes)
      expect(paragraphs.map((p) => p.text.replaceAll(/\s+/gu, ' ').trim())).toEqual(
        textsOf(text.page).map((words) => shown(words).replaceAll(/\s+/gu, ' ')),
      )
      const bodies = named('note').filter(({ attributes }) => attributes['type'] === 'body')
      expect(bodies.map((note) => note.text)).toEqual(
        text.annotations.map(({ body }) => clean()(body)).filter((body) => body !== ''),
      )
    },
  )

  test('points every annotation at anchors that stand around its passage', () => {
    const elements = xmlOf(teiFromText(textFromSample(frenchSample()), clean()))
    const ids = elements.flatMap(({ attributes }) => attributes['xml:id'] ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements
      .filter(({ name }) => name === 'annotation')
      .map(({ attributes }) => /^#range\(([^,]+),([^)]+)\)$/u.exec(attributes['target'] ?? ''))
    expect(targets).toHaveLength(frenchSample().notes.length)
    for (const found of targets) {
      expect(ids).toContain(found?.[1])
      expect(ids).toContain(found?.[2])
    }
  })
})
