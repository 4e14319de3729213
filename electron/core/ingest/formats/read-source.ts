import { MAX_TEXT_BYTES } from '../decode.ts'
import { readText } from './text.ts'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import type { ReadPart } from './container.ts'
import { readCsv } from './csv.ts'
import { detectFormat, extensionOf } from './detect-format.ts'
import type { Format } from './detect-format.ts'
import { readDoc } from './doc.ts'
import { readDocx } from './docx.ts'
import { readEml } from './eml.ts'
import { readFeed } from './feed.ts'
import { readHtml } from './html.ts'
import { readJson, readJsonLines } from './json.ts'
import { readMarkdown } from './markdown.ts'
import { readMsg } from './msg.ts'
import { readOdt } from './odt.ts'
import { createPdfReader } from './pdf.ts'
import { readRtf } from './rtf.ts'
import { readXml } from './xml.ts'
import { readZip } from './zip.ts'

/** Reads a source of any format. It may take long or much memory on a hostile one. */
export type ReadSource = (source: Source) => Promise<Reading>

const CONTAINERS: ReadonlySet<Format> = new Set(['zip', 'eml', 'msg'])
const NESTING_LIMIT = 1

/**
 * Makes the one reader of every format: it tells the format from the content and passes the
 * source on. A container within a container is opened once; files over 50 MB are `too-large`.
 */
export function createSourceReader(): ReadSource {
  const readPdf = createPdfReader()
  const readAt = async (source: Source, depth: number): Promise<Reading> => {
    if (source.bytes.byteLength > MAX_TEXT_BYTES) return refuse(source.name, 'too-large')
    const detected = await detectFormat(source.bytes, source.name)
    if (!detected.ok) return refuse(source.name, detected.reason)
    const { format } = detected
    if (CONTAINERS.has(format) && depth > NESTING_LIMIT) {
      return refuse(source.name, 'limits-exceeded', { limit: 'nesting' })
    }
    const { mappings } = source
    const readPart: ReadPart = (part) =>
      readAt(mappings === undefined ? part : { ...part, mappings }, depth + 1)
    const readers: Readonly<Record<Format, () => Reading | Promise<Reading>>> = {
      pdf: () => readPdf(source),
      docx: () => readDocx(source),
      odt: () => readOdt(source),
      zip: () => readZip(source, readPart),
      doc: () => readDoc(source),
      msg: () => readMsg(source, readPart),
      rtf: () => readRtf(source),
      eml: () => readEml(source, readPart),
      html: () => readHtml(source),
      feed: () => readFeed(source),
      xml: () => readXml(source),
      json: () => readJson(source),
      jsonl: () => readJsonLines(source),
      csv: () => readCsv(source),
      markdown: () => readMarkdown(source),
      text: () => readText(source),
    }
    return withNameChecked(source.name, format, await readers[format]())
  }
  return (source) => readAt(source, 0)
}

const FORMATS_BY_EXTENSION: Readonly<Record<string, readonly Format[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  docm: ['docx'],
  odt: ['odt'],
  doc: ['doc', 'rtf', 'docx'],
  rtf: ['rtf'],
  eml: ['eml'],
  msg: ['msg'],
  zip: ['zip'],
  html: ['html', 'xml'],
  htm: ['html', 'xml'],
}

/** A name that promises another format than the content has is worth a word. */
function withNameChecked(name: string, format: Format, reading: Reading): Reading {
  const promised = FORMATS_BY_EXTENSION[extensionOf(name)]
  if (promised == null || promised.includes(format)) return reading
  return { ...reading, warnings: [...reading.warnings, { name, kind: 'extension-differs' }] }
}
