interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (markup: string) => string | null },
  ) => unknown
}

/**
 * Lets the page clear an element with `innerHTML = ''`, which a live region needs, and nothing
 * else: the engine (Trusted Types) throws on any other markup, script or script address, and tells
 * of it as a policy that was broken, so that a script cannot hide it.
 */
export function installMarkupPolicy(): void {
  const factory: unknown = Reflect.get(window, 'trustedTypes')
  if (!isPolicyFactory(factory)) return
  factory.createPolicy('default', {
    createHTML: (markup) => (markup === '' ? markup : null),
  })
}

function isPolicyFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}
