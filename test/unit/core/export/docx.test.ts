import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { docxFromPage } from '../../../../electron/core/export/docx.ts'
import { BARE } from '../../../../electron/core/export/furniture.ts'
import { createMarkupCleaner } from '../../../../electron/core/export/markup-text.ts'
import type { PageModel } from '../../../../electron/core/export/page-model.ts'
import { readDocx } from '../../../../electron/core/ingest/formats/docx.ts'
import { walkXml } from '../../../../electron/core/ingest/formats/xml-walk.ts'
import { readZipParts } from '../../../../electron/core/ingest/formats/zip-parts.ts'
import { arabicSample, englishSample, frenchSample } from '../../../fixtures/export/samples.ts'
import { partsOfZip } from '../../../support/exported.ts'
import { samplePage } from '../../../support/pdf-tools.ts'
import { hasProgram, runProgram } from '../../../support/program.ts'

const pages = [frenchSample(), arabicSample(), englishSample()].map((sample) => samplePage(sample))

const docxOf = (page: PageModel): Uint8Array =>
  docxFromPage(page, BARE, createMarkupCleaner().clean)

const paragraphsOf = (page: PageModel): readonly string[] =>
  page.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''))

interface CommentFound {
  readonly author: string
  readonly words: string
  readonly passage: string
}

/** Author and words of every comment, and which text each comment's range holds. */
function commentsIn(parts: ReadonlyMap<string, string>): readonly CommentFound[] {
  const comments = new Map<string, { author: string; words: string; passage: string }>()
  let current = ''
  walkXml(parts.get('word/comments.xml') ?? '', {
    open: (name, attributes) => {
      if (name !== 'w:comment') return
      current = attributes['w:id'] ?? ''
      comments.set(current, { author: attributes['w:author'] ?? '', words: '', passage: '' })
    },
    text: (text) => {
      const comment = comments.get(current)
      if (comment) comment.words += text
    },
  })
  const open = new Set<string>()
  let isText = false
  walkXml(parts.get('word/document.xml') ?? '', {
    open: (name, attributes) => {
      const id = attributes['w:id'] ?? ''
      if (name === 'w:commentRangeStart') open.add(id)
      if (name === 'w:commentRangeEnd') open.delete(id)
      isText = name === 'w:t'
    },
    close: () => (isText = false),
    text: (text) => {
      for (const id of isText ? open : []) {
        const comment = comments.get(id)
        if (comment) comment.passage += text
      }
    },
  })
  return [...comments.values()]
}

const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '')

function expectSame(parts: ReadonlyMap<string, string>, page: PageModel): void {
  const comments = commentsIn(parts)
  expect(comments.map(({ author }) => author)).toEqual(page.notes.map(({ author }) => author))
  for (const [i, note] of page.notes.entries()) {
    expect(squeezed(comments[i]?.words ?? '')).toContain(squeezed(note.text))
    for (const tag of note.tags) expect(comments[i]?.words).toContain(`#${tag}`)
    expect(squeezed(comments[i]?.passage ?? '')).toBe(squeezed(note.quote))
  }
}

describe.each(pages.map((page) => [page.language, page] as const))(
  'a Word document in %s',
  (_, page) => {
    const parts = partsOfZip(docxOf(page))

    test('has well-formed parts, each with its type, and one relation for each', () => {
      const types = parts.get('[Content_Types].xml') ?? ''
      const relations = parts.get('word/_rels/document.xml.rels') ?? ''
      for (const [name, xml] of parts) {
        expect(walkXml(xml, {}).ok).toBe(true)
        expect(types.includes(`/${name}"`)).toBe(/^(?:word|docProps)\/\w+\.xml$/u.test(name))
      }
      for (const target of ['styles', 'settings', 'comments', 'footnotes']) {
        expect(relations).toContain(`Target="${target}.xml"`)
      }
    })

    test('holds the text, and a comment on each annotated passage', async () => {
      const reading = await readDocx({ name: 'a.docx', bytes: docxOf(page) })
      const read = reading.items.flatMap(({ blocks }) => blocks.map(({ text }) => text))
      for (const paragraph of paragraphsOf(page)) expect(read).toContain(paragraph)
      expectSame(parts, page)
    })

    test('gives each paragraph its direction and says where the text comes from', () => {
      const xml = parts.get('word/document.xml') ?? ''
      const bodies = xml.match(
        /<w:p><w:pPr><w:pStyle w:val="(?:BodyText|Heading1|ListParagraph)"\/>(?:<w:bidi\/>)?/gu,
      )
      const directions = (bodies ?? []).map((start) => (start.includes('bidi') ? 'rtl' : 'ltr'))
      expect(directions).toEqual(page.paragraphs.map(({ direction }) => direction))
      expect(parts.get('word/footnotes.xml')).toContain(page.provenance.fileDigest)
      expect(parts.get('word/styles.xml')).toContain('w:styleId="Title"')
    })
  },
)

test('what Word cannot hold is shown as its number', () => {
  const [page] = pages
  const cleaner = createMarkupCleaner()
  const bytes = docxFromPage(
    { ...(page ?? never()), title: 'a\u{1}b\u{d800}c' },
    BARE,
    cleaner.clean,
  )
  expect(partsOfZip(bytes).get('word/document.xml')).toContain('a[U+0001]b[U+D800]c')
  expect(cleaner.substitutions()).toHaveLength(2)
})

describe.skipIf(!hasProgram('soffice'))('LibreOffice', () => {
  test('opens them and writes them back with text, comments and direction', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fonds-docx-'))
    const files = pages.map((page) => {
      const file = path.join(folder, `${page.language}.docx`)
      writeFileSync(file, docxOf(page))
      return file
    })
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const to = ['--convert-to', 'docx', '--outdir', `${folder}/back`]
    runProgram('soffice', [profile, '--headless', ...to, ...files])
    for (const page of pages) {
      const bytes = readFileSync(path.join(folder, 'back', `${page.language}.docx`))
      const reading = await readDocx({ name: 'back.docx', bytes })
      const read = reading.items.flatMap(({ blocks }) => blocks.map(({ text }) => text))
      for (const paragraph of paragraphsOf(page)) expect(read).toContain(paragraph)
      const opened = await readZipParts(bytes, (name) => name.startsWith('word/'))
      const parts = new Map(
        [...(opened.ok ? opened.value.parts : [])].map(([name, part]) => [
          name,
          new TextDecoder().decode(part),
        ]),
      )
      expectSame(parts, page)
      const isWritten = (side: string): boolean =>
        (parts.get('word/document.xml') ?? '').includes(side)
      expect(isWritten('<w:bidi/>')).toBe(page.direction === 'rtl')
    }
    rmSync(folder, { recursive: true })
  }, 180_000)
})

function never(): never {
  throw new Error('no sample')
}
