interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (markup: string) => string },
  ) => unknown
}

/**
 * Lets the page clear an element with `innerHTML = ''`, which a live region needs, and nothing
 * else: the engine (Trusted Types) throws on any other markup, script or script address.
 */
export function installMarkupPolicy(): void {
  const factory: unknown = Reflect.get(window, 'trustedTypes')
  if (!isPolicyFactory(factory)) return
  factory.createPolicy('default', {
    createHTML: (markup) => {
      if (markup !== '') throw new TypeError('markup is never made from text')
      return markup
    },
  })
}

function isPolicyFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}
