import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { dataFromDossier, type Volume } from '../../electron/core/export/dossier-data.ts'
import type { PageModel } from '../../electron/core/export/page-model.ts'
import { dataFromPage, type PageData } from '../../electron/core/export/pdf-data.ts'
import type { Segment } from '../../electron/core/export/pdf-segments.ts'
import { pdfPlaces } from './pdf-tools.ts'

/**
 * The same pages as ours, as far as Chromium can: everything that a template is given to print, in the
 * same fonts and colours, tagged, with an outline and with a head and a foot. It has no page numbers
 * in contents and indexes, which it cannot make, and its notes stand after the text.
 */
export function printTextInBrowser(
  tab: Page,
  folder: string,
  page: PageModel,
): Promise<Uint8Array> {
  const data = dataFromPage(page, 'end', unchanged)
  return printed(tab, folder, { ...data, body: textInHtml(data) })
}

/** A whole dossier: cover, contents, chronology, texts with their notes, index of the notes. */
export function printDossierInBrowser(
  tab: Page,
  folder: string,
  volume: Volume,
): Promise<Uint8Array> {
  const d = dataFromDossier(volume, unchanged)
  const linked = (at: number, words: string): string => `<a href="#t${at}">${escaped(words)}</a>`
  const rows = d.cover.map(({ label, value }) => `<p>${escaped(`${label} ${value}`)}</p>`)
  const contents = d.texts.map(({ title }, at) => `<li>${linked(at, title)}</li>`)
  const chronology = d.chronology.map(({ text, date }) => {
    const { title = '', issuer = '' } = d.texts[text] ?? {}
    return `<tr><td>${escaped(date)}<td>${linked(text, title)}<td>${escaped(issuer)}`
  })
  const index = d.index.map(({ words, notes }) => {
    const lines = notes.map(
      (note) =>
        `<p lang="${note.lang}"><a href="#n${d.texts[note.text]?.key}${note.n}">${note.n}. ${escaped(note.words)} — ${escaped(note.author)}</a>`,
    )
    return `<h2>${escaped(words)}</h2>${lines.join('')}`
  })
  const heads = d.chronologyHead.map((word) => `<th scope="col">${escaped(word)}`).join('')
  const body = `<section class="cover"><p class="kicker">${escaped(d.kicker)}<h1>${escaped(d.title)}</h1>${rows.join('')}<p class="digest">${d.digest}</section>
<section><h1>${escaped(d.contentsTitle)}</h1><ol>${contents.join('')}</ol></section>
<section><h1>${escaped(d.chronologyTitle)}</h1><table><thead><tr>${heads}</thead>${chronology.join('')}</table></section>
${d.texts.map((text, at) => `<section id="t${at}">${textInHtml(text)}</section>`).join('')}
<section class="index"><h1>${escaped(d.indexTitle)}</h1>${index.join('')}</section>`
  const { lang, title, exportLine, shortDigest } = d
  const dir = lang === 'ar' ? 'rtl' : 'ltr'
  return printed(tab, folder, {
    lang,
    dir,
    title,
    shortTitle: title,
    headDate: '',
    exportLine,
    shortDigest,
    body,
  })
}

type Sheet = Pick<
  PageData,
  'lang' | 'dir' | 'title' | 'shortTitle' | 'headDate' | 'exportLine' | 'shortDigest'
> & { readonly body: string }

async function printed(tab: Page, folder: string, sheet: Sheet): Promise<Uint8Array> {
  const file = path.join(folder, 'page.html')
  const { lang, dir, title, body } = sheet
  writeFileSync(
    file,
    `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style>${body}</html>`,
  )
  await tab.goto(pathToFileURL(file).href)
  return tab.pdf({
    format: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    headerTemplate: lineAround(dir, sheet.shortTitle, sheet.headDate),
    footerTemplate: lineAround(dir, `${sheet.exportLine} · ${sheet.shortDigest}`, null),
  })
}

/** Two ends of a line at the head or the foot; the number of the page where there is no second. */
const lineAround = (dir: string, start: string, end: string | null): string =>
  `<div dir="${dir}" style="font:7.8pt sans-serif;width:100%;margin:0 38mm;display:flex;justify-content:space-between"><span>${escaped(start)}</span><span>${end === null ? '<span class="pageNumber"></span> / <span class="totalPages"></span>' : escaped(end)}</span></div>`

function textInHtml(d: PageData): string {
  const paragraphs = d.paragraphs.map((paragraph) => {
    const tag = paragraph.kind === 'heading' ? 'h2' : 'p'
    const words = paragraph.pieces.flat().map((one) => segmentInHtml(one, d))
    return `<${tag} lang="${paragraph.lang}" dir="${paragraph.dir}">${words.join('')}</${tag}>`
  })
  const rows = d.rows.map(({ label, value, kind }) => {
    const shown = kind === 'link' ? `<a href="${escaped(value)}">${escaped(value)}</a>` : value
    return `<p><b>${escaped(label)}</b> <span class="${kind}">${shown}</span></p>`
  })
  const notes = d.notes.map((note) => {
    const facts = [note.day, note.kindText, note.remark].filter((fact) => fact !== null)
    const tags = note.tags.map((tag) => ` #${escaped(tag)}`).join('')
    return `<div class="note ${note.kind}" id="n${d.key}${note.n}"><p><a href="#c${d.key}${note.n}">${note.n}</a> <b>${escaped(note.author)}</b> ${escaped(facts.join(' · '))}${tags}</p><p class="quote">${escaped(note.quote)}</p><p lang="${note.lang}" dir="${note.dir}">${escaped(note.text)}</p></div>`
  })
  const more = d.facts.map((fact) => `<p class="fact">${escaped(fact)}</p>`)
  return `<article lang="${d.lang}" dir="${d.dir}"><header><p class="issuer">${escaped(d.issuer)}</p><hr><p class="kicker">${escaped(d.kicker)}</p><h1>${escaped(d.title)}</h1><p class="dateline">${escaped(d.dateline)}</p>${more.join('')}</header>${paragraphs.join('')}<footer><hr>${rows.join('')}</footer>${notes.length > 0 ? `<h2>${escaped(d.notesTitle)}</h2>` : ''}${notes.join('')}</article>`
}

function segmentInHtml({ t, c, e }: Segment, { key }: PageData): string {
  const words = c === null ? escaped(t) : `<mark class="${c}">${escaped(t)}</mark>`
  const calls = e.map((n) => `<sup id="c${key}${n}"><a href="#n${key}${n}">${n}</a></sup>`)
  return words + calls.join('')
}

const unchanged = (text: string): string => text

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const FACES = [
  ['Serif4', 400, 'normal', 'SourceSerif4_400Regular.ttf'],
  ['Serif4', 400, 'italic', 'SourceSerif4_400Regular_Italic.ttf'],
  ['Serif4', 600, 'normal', 'SourceSerif4_600SemiBold.ttf'],
  ['Sans3', 400, 'normal', 'SourceSans3_400Regular.ttf'],
  ['Sans3', 600, 'normal', 'SourceSans3_600SemiBold.ttf'],
  ['Code', 400, 'normal', 'SourceCodePro_400Regular.ttf'],
  ['Amiri', 400, 'normal', 'Amiri_400Regular.ttf'],
  ['Amiri', 600, 'normal', 'Amiri_700Bold.ttf'],
] as const

const STYLE = `
${FACES.map(([family, weight, style, file]) => `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:url(${pathToFileURL(path.join(pdfPlaces.fontsFolder, file)).href})}`).join('\n')}
@page{size:A4;margin:30mm 38mm 27mm}
body{font:10.6pt/1.39 Serif4,Amiri;color:#17212b}
[dir=rtl]{text-align:justify;font-family:Amiri;font-size:13.2pt;line-height:1.42}
section+section,article+article{break-before:page}
h1,h2{font-weight:600;text-align:start;text-wrap:balance;break-after:avoid} h1{font-size:19pt} h2{font-size:11.6pt}
p{orphans:2;widows:2;margin:.55em 0} hr{border:0;border-top:1.1pt solid #14365d}
.issuer,.kicker,.fact,footer,.note,table,ol,.index{font-family:Sans3,Amiri;text-align:start}
.kicker{font-variant:all-small-caps;letter-spacing:.045em;color:#14365d} .dateline{font-style:italic;color:#55606c}
footer{break-inside:avoid;font-size:8pt;margin-top:6mm} footer p,.note p{margin:.2em 0} .digest{font:7.1pt Code} .note{break-inside:avoid;margin:.8em 0;font-size:8.6pt;border-inline-start:1.6pt solid #1b5a96;padding-inline-start:8pt}
.quote{font:italic 8.8pt Serif4,Amiri;color:#55606c} sup{font:700 6.4pt Sans3} mark{background:#d3e6fa}
mark.highlight{background:#fff0b3} mark.commitment{background:#d5efd9} table{border-collapse:collapse} td,th{border-bottom:.35pt solid #b9c0c8}`
