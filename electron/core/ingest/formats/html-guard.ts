import { Parser } from 'htmlparser2'
import type { Step } from '../reading.ts'

const ELEMENT_LIMIT = 50_000
const DEPTH_LIMIT = 512
const CHUNK = 32_768

// They have no end tag: they open no level.
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/**
 * Counts the elements of a page and how deep they nest before a tree is made of it: building and
 * weighing a tree takes a time that grows with the square of either. Stops at 50 000 elements or
 * 512 levels.
 */
export function checkHtmlSize(html: string): Step<void> {
  const count = { elements: 0, depth: 0, deepest: 0 }
  const parser = new Parser(
    {
      onopentagname(name) {
        count.elements += 1
        if (VOID.has(name)) return
        count.depth += 1
        count.deepest = Math.max(count.deepest, count.depth)
      },
      onclosetag(name) {
        if (!VOID.has(name)) count.depth -= 1
      },
    },
    { decodeEntities: false },
  )
  for (let at = 0; at < html.length; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK))
    if (count.elements > ELEMENT_LIMIT) return tooMany('elements')
    if (count.deepest > DEPTH_LIMIT) return tooMany('depth')
  }
  return { ok: true, value: undefined }
}

const tooMany = (limit: 'elements' | 'depth'): Step<never> => ({
  ok: false,
  refusal: { reason: 'limits-exceeded', limit },
})
