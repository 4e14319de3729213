import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { runProgram } from './program.ts'

/** One breach of a rule, named after its clause: `A` is ISO 19005-3, `UA` is ISO 14289-1. */
export interface Finding {
  readonly rule: string
  readonly detail: string
}

/** A PDF value as qpdf writes it in JSON: names begin with `/`, references read `5 0 R`. */
export type PdfValue = z.infer<ReturnType<typeof z.json>>
export type PdfDictionary = Readonly<Record<string, PdfValue>>

interface PdfStream {
  readonly dictionary: PdfDictionary
  readonly data: Buffer
}

/** The objects of one PDF file, read by qpdf. Accessors give something empty for what is absent. */
export interface PdfObjects {
  readonly bytes: Uint8Array
  readonly trailer: PdfDictionary
  readonly catalog: PdfDictionary
  readonly pages: readonly PdfDictionary[]
  /** Every dictionary and stream dictionary that is an object of its own. */
  readonly all: readonly PdfDictionary[]
  readonly resolve: (value: PdfValue | undefined) => PdfValue
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary
  readonly array: (value: PdfValue | undefined) => readonly PdfValue[]
  readonly stream: (value: PdfValue | undefined) => PdfStream | null
  /** The characters of a string, decoded. */
  readonly text: (value: PdfValue | undefined) => string
  readonly nameTree: (
    root: PdfValue | undefined,
  ) => readonly { readonly name: string; readonly reference: PdfValue }[]
}

const objectSchema = z.union([
  z.object({ value: z.json() }),
  z.object({ stream: z.object({ dict: z.record(z.string(), z.json()), data: z.base64() }) }),
])
const fileSchema = z.object({
  qpdf: z.tuple([z.unknown(), z.record(z.string(), objectSchema)]),
})

/** Reads all objects of a file, with their streams decoded. */
export function openPdf(file: string): PdfObjects {
  const args = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file]
  const json = runProgram('qpdf', args)
  const objects = fileSchema.parse(JSON.parse(json)).qpdf[1]
  const find = (reference: string): z.infer<typeof objectSchema> | undefined =>
    objects[`obj:${reference}`]
  const resolve = (value: PdfValue | undefined): PdfValue => {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/u.test(value)) return value ?? null
    const found = find(value)
    if (found === undefined) return null
    return 'value' in found ? resolve(found.value) : found.stream.dict
  }
  const dictionary = (value: PdfValue | undefined): PdfDictionary => {
    const resolved = resolve(value)
    return isDictionary(resolved) ? resolved : {}
  }
  const array = (value: PdfValue | undefined): readonly PdfValue[] => {
    const resolved = resolve(value)
    return Array.isArray(resolved) ? resolved : []
  }
  const stream = (value: PdfValue | undefined): PdfStream | null => {
    const found = typeof value === 'string' ? find(value) : undefined
    if (found === undefined || !('stream' in found)) return null
    return { dictionary: found.stream.dict, data: Buffer.from(found.stream.data, 'base64') }
  }
  const trailerObject = objects['trailer']
  const trailer =
    trailerObject !== undefined && 'value' in trailerObject ? dictionary(trailerObject.value) : {}
  const catalog = dictionary(trailer['/Root'])
  const pagesUnder = (value: PdfValue | undefined): readonly PdfDictionary[] => {
    const entry = dictionary(value)
    return '/Kids' in entry ? array(entry['/Kids']).flatMap(pagesUnder) : [entry]
  }
  const nameTree: PdfObjects['nameTree'] = (root) => {
    const names = array(dictionary(root)['/Names'])
    const own = names.flatMap((name, i) =>
      i % 2 === 0 ? [{ name: textFromString(name), reference: names[i + 1] ?? null }] : [],
    )
    return [...own, ...array(dictionary(root)['/Kids']).flatMap((kid) => nameTree(kid))]
  }
  return {
    bytes: readFileSync(file),
    trailer,
    catalog,
    pages: pagesUnder(catalog['/Pages']),
    all: Object.keys(objects).map((key) => dictionary(key.slice('obj:'.length))),
    resolve,
    dictionary,
    array,
    stream,
    text: (value) => textFromString(resolve(value)),
    nameTree,
  }
}

const isDictionary = (value: PdfValue): value is Record<string, PdfValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** qpdf writes `u:` before decoded text and `b:` before the hexadecimal of other strings. */
function textFromString(value: PdfValue): string {
  if (typeof value !== 'string') return ''
  if (value.startsWith('u:')) return value.slice(2)
  return value.startsWith('b:') ? Buffer.from(value.slice(2), 'hex').toString('latin1') : ''
}
