/* oxlint-disable unicorn/consistent-function-scoping -- the function also runs inside a page, where nothing is around it */

/** Values as plain JSON values and back. */
export interface Codec {
  readonly tag: (value: unknown) => unknown
  readonly untag: (value: unknown) => unknown
}

/**
 * Carries what the channels carry between this process and a page: plain data and bytes. All
 * else is refused aloud. It also runs inside the page, so it refers to nothing around it.
 */
export function createCodec(): Codec {
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value)
    return Array.isArray(value) || prototype === null || prototype === Object.prototype
  }
  const textFromBytes = (bytes: Uint8Array): string => {
    let text = ''
    for (const byte of bytes) text += String.fromCodePoint(byte)
    return btoa(text)
  }
  const tag = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' }
    if (value instanceof Uint8Array) return { $: 'bytes', text: textFromBytes(value) }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return { $: 'number', text: String(value) }
    }
    if (typeof value !== 'object' || value === null) {
      if (['string', 'number', 'boolean'].includes(typeof value) || value === null) return value
      throw new DOMException('An object could not be cloned.', 'DataCloneError')
    }
    if (!isPlain(value)) throw new DOMException('not carried by the double', 'DataCloneError')
    if (Array.isArray(value)) return value.map(tag)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tag(item)]))
  }
  const untag = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(untag)
    if ('$' in value && value.$ === 'undefined') return undefined
    if ('$' in value && value.$ === 'number' && 'text' in value) return Number(value.text)
    if ('$' in value && value.$ === 'bytes' && 'text' in value) {
      return Uint8Array.from(atob(String(value.text)), (letter) => letter.codePointAt(0) ?? 0)
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, untag(item)]))
  }
  return { tag, untag }
}
