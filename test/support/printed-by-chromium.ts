import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import type { PageModel } from '../../electron/core/export/page-model.ts'
import { pdfPlaces } from './pdf-tools.ts'

/** The same text, fonts, colours and end notes as ours, tagged and with an outline, by printToPDF. */
export async function printInBrowser(
  tab: Page,
  folder: string,
  ...pages: readonly PageModel[]
): Promise<Uint8Array> {
  const file = path.join(folder, 'page.html')
  writeFileSync(file, htmlFromPages(pages))
  await tab.goto(pathToFileURL(file).href)
  return tab.pdf({
    format: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  })
}

const STYLE = `
${['Regular', 'SemiBold']
  .map((face) => {
    const weight = face === 'Regular' ? 400 : 600
    const file = path.join(pdfPlaces.fontsFolder, `SourceSerif4_${weight}${face}.ttf`)
    return `@font-face{font-family:Serif4;font-weight:${weight};src:url(${pathToFileURL(file).href})}`
  })
  .join('\n')}
@font-face{font-family:Amiri;src:url(${pathToFileURL(path.join(pdfPlaces.fontsFolder, 'Amiri_400Regular.ttf')).href})}
@page{size:A4;margin:30mm 38mm 27mm}
body{font:10.6pt/1.5 Serif4,Amiri;text-align:justify}
[dir=rtl]{font:13.2pt/1.6 Amiri}
h1{font-size:19pt;font-weight:600;text-align:start} article+article{break-before:page} mark{background:#d3e6fa}`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function htmlFromPages(pages: readonly PageModel[]): string {
  const [first] = pages
  if (first === undefined) throw new Error('nothing to print')
  const { language, direction, title } = first
  const bodies = pages.map(
    (page) =>
      `<article lang="${page.language}" dir="${page.direction}">${bodyFromPage(page)}</article>`,
  )
  return `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style>${bodies.join('')}</html>`
}

function bodyFromPage(page: PageModel): string {
  const paragraphs = page.paragraphs.map(({ runs, marks }) => {
    const text = runs.map((run) => run.text).join('')
    let [html, from] = ['', 0]
    for (const { start, end, number } of marks) {
      if (start < from) continue
      const marked = `<mark>${escaped(text.slice(start, end))}</mark>`
      html += `${escaped(text.slice(from, start))}${marked}<sup><a href="#n${page.communiqueId}-${number}">${number}</a></sup>`
      from = end
    }
    return `<p>${html}${escaped(text.slice(from))}</p>`
  })
  const notes = page.notes.map(
    (note) =>
      `<p id="n${page.communiqueId}-${note.number}">${note.number} ${escaped(note.author)}<br><i>${escaped(note.quote)}</i><br>${escaped(note.text)}</p>`,
  )
  return `<h1>${escaped(page.title)}</h1>${paragraphs.join('')}<h2>Notes</h2>${notes.join('')}`
}
