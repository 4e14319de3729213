import { useKeysOf } from './acting.tsx'
import type { ActionId } from './actions.ts'

/** The key that does the same as the button it stands on, where there is one. */
export function ActionKey({ id }: { readonly id: ActionId }) {
  const keys = useKeysOf()(id)
  return keys && <kbd aria-hidden="true">{keys.shown}</kbd>
}
