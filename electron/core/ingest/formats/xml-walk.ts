import { SaxesParser } from 'saxes'
import type { Step } from '../reading.ts'

/** What a walk calls in document order. Names keep their prefix as written (`text:p`). */
export type XmlVisitor = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const DEPTH_LIMIT = 256
const CHUNK = 65_536

/**
 * Walks a well-formed XML text. No DTD is read: a declared entity or an internal subset is
 * refused as `damaged`, so nothing expands and nothing outside is ever fetched. Nesting deeper
 * than 256 is refused as `limits-exceeded`.
 */
export function walkXml(xml: string, visitor: XmlVisitor): Step<void> {
  const parser = new SaxesParser()
  const state: { depth: number; refusal: XmlRefusal | null } = { depth: 0, refusal: null }
  const refuse = (refusal: XmlRefusal): void => {
    state.refusal ??= refusal
  }
  parser.on('error', () => refuse({ reason: 'damaged' }))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse({ reason: 'damaged' })
  })
  parser.on('opentag', (tag) => {
    state.depth += 1
    if (state.depth > DEPTH_LIMIT) refuse({ reason: 'limits-exceeded', limit: 'depth' })
    if (state.refusal == null) visitor.open?.(tag.name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    state.depth -= 1
    if (state.refusal == null) visitor.close?.(tag.name)
  })
  const take = (text: string): void => {
    if (state.refusal == null) visitor.text?.(text)
  }
  parser.on('text', take)
  parser.on('cdata', take)
  for (let at = 0; at < xml.length && state.refusal == null; at += CHUNK) {
    parser.write(xml.slice(at, at + CHUNK))
  }
  if (state.refusal == null) parser.close()
  const { refusal } = state
  return refusal == null ? { ok: true, value: undefined } : { ok: false, refusal }
}

type XmlRefusal =
  | { readonly reason: 'damaged' }
  | { readonly reason: 'limits-exceeded'; readonly limit: 'depth' }
