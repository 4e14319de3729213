import type { PageModel } from './page-model.ts'
import { dataFromPage, type DataNote, type DataParagraph, type PageData } from './pdf-data.ts'
import { HTML_STYLE } from './html-style.ts'
import { escapeMarkup as esc } from './markup-text.ts'

/**
 * The page as one HTML5 file: no script, no image, nothing loaded; each paragraph with its own
 * language and direction, notes after the text with links both ways, and a style for print. What
 * a note or a text holds is text: it passes through `clean` and is escaped.
 */
export function htmlFromPage(page: PageModel, clean: (text: string) => string): string {
  const data = dataFromPage(page, 'end', clean)
  const labels = `lang="${page.labelLanguage}" dir="${directionOf(page.labelLanguage)}"`
  return `<!doctype html>
<html lang="${data.lang}" dir="${data.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Fonds">
<title>${esc(data.title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
<header>
${headOf(data)}
</header>
<article>
${data.paragraphs.map((paragraph) => paragraphOf(paragraph, data)).join('\n')}
</article>
${notesOf(data, labels)}<footer ${labels}>
<dl>
${data.rows.map((row) => rowOf(row)).join('\n')}
</dl>
<p>${esc(data.exportLine)} · <span dir="ltr">${esc(data.shortDigest)}</span></p>
</footer>
</main>
</body>
</html>
`
}

const directionOf = (language: string): string => (language === 'ar' ? 'rtl' : 'ltr')

function headOf(data: PageData): string {
  const kicker = [data.kicker, data.reference].filter((part) => part !== '').join(' · ')
  return `${line('issuer', data.issuer)}${line('remark', data.issuerRemark)}${line('kicker', kicker)}<h1>${esc(data.title)}</h1>
${line('dateline', data.dateline)}${data.facts.map((fact) => line('fact', fact)).join('')}`.trimEnd()
}

function paragraphOf(paragraph: DataParagraph, data: PageData): string {
  const words = paragraph.pieces.flat().map(({ t, lang, c, e }) => {
    const text =
      lang === paragraph.lang
        ? esc(t)
        : `<bdi lang="${lang}" dir="${directionOf(lang)}">${esc(t)}</bdi>`
    const marked = c === null || t === '' ? text : `<mark class="${c}">${text}</mark>`
    return marked + e.map((n) => callOf(n, data)).join('')
  })
  const tag = paragraph.kind === 'heading' ? 'h2' : 'p'
  const name = paragraph.kind === 'list-item' ? ' class="item"' : ''
  return `<${tag}${name} lang="${paragraph.lang}" dir="${paragraph.dir}">${words.join('')}</${tag}>`
}

const callOf = (n: number, { notesTitle }: PageData): string =>
  `<sup class="call"><a id="call-${n}" href="#note-${n}" title="${esc(notesTitle)}">${n}</a></sup>`

function notesOf(data: PageData, labels: string): string {
  if (data.notes.length === 0) return ''
  const notes = data.notes.map((note) => noteOf(note, data)).join('\n')
  return `<section class="notes" ${labels}>
<h2>${esc(data.notesTitle)}</h2>
<ol>
${notes}
</ol>
</section>
`
}

function noteOf(note: DataNote, { lang, dir }: PageData): string {
  const facts = [
    note.author,
    note.day,
    note.kindText,
    ...(note.remark === null ? [] : [note.remark]),
  ]
  const tags = note.tags.map((tag) => `<bdi>#${esc(tag)}</bdi>`).join(' ')
  const back = note.isPlaced ? `<a href="#call-${note.n}">↑</a>` : ''
  const body =
    note.text === ''
      ? ''
      : `<p class="body" lang="${note.lang}" dir="${note.dir}">${esc(note.text)}</p>`
  return `<li id="note-${note.n}" class="${note.kind}"><p class="facts">${facts.map((fact) => `<bdi>${esc(fact)}</bdi>`).join(' · ')} ${tags} ${back}</p><blockquote lang="${lang}" dir="${dir}">${esc(note.quote)}</blockquote>${body}</li>`
}

function rowOf({ label, value, kind }: PageData['rows'][number]): string {
  const words = esc(value)
  const shown = {
    text: `<bdi>${words}</bdi>`,
    link: `<a dir="ltr" rel="noreferrer noopener" href="${words}">${words}</a>`,
    digest: `<code dir="ltr">${words}</code>`,
  }
  return `<dt>${esc(label)}</dt><dd>${shown[kind]}</dd>`
}

const line = (name: string, text: string): string =>
  text === '' ? '' : `<p class="${name}">${esc(text)}</p>\n`
