import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { useMemory } from '../client/memory.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey, isDialogOpen, isTyping } from '../keys.ts'
import { useSettings } from '../settings/settings.tsx'
import { isWriting, type Action, type ActionId } from './actions.ts'
import {
  actionFromChord,
  ariaFromChord,
  chordsOf,
  isSingleKey,
  keysFromChord,
  ownChordsFrom,
  type OwnChords,
} from './chords.ts'

/** Does an action. False says that there was nothing to do here: the key then keeps its meaning. */
type Act = () => boolean | void

export type Acts = Readonly<Partial<Record<ActionId, Act>>>

interface Acting {
  readonly own: OwnChords
  readonly setOwn: (own: OwnChords) => void
  /** Offers acts for as long as somebody is there to do them; the last to come is asked first. */
  readonly offer: (acts: () => Acts) => () => void
  /** Where nothing may be written: does this instead of what would write, until it is taken back. */
  readonly holdWriting: (tell: () => void) => () => void
  /** What can be done now. */
  readonly actOf: (id: ActionId) => Act | undefined
}

const ActingContext = createContext<Acting | null>(null)

/** Holds the keys of the actions and who does each, and hears every key of the window. */
export function ActingProvider({ children }: { readonly children: ReactNode }) {
  const { recall, remember } = useMemory()
  const [own, setOwn] = useState(() => ownChordsFrom(recall('shortcuts')))
  const offered = useRef<readonly (() => Acts)[]>([])
  useEffect(() => {
    if (recall('shortcuts') !== null || Object.keys(own).length > 0) remember('shortcuts', own)
  }, [recall, remember, own])
  const offer = useCallback((acts: () => Acts) => {
    offered.current = [acts, ...offered.current]
    return () => {
      offered.current = offered.current.filter((other) => other !== acts)
    }
  }, [])
  const held = useRef<(() => void) | null>(null)
  const holdWriting = useCallback((tell: () => void) => {
    held.current = tell
    return () => {
      held.current = null
    }
  }, [])
  const actOf = useCallback((id: ActionId): Act | undefined => {
    if (held.current !== null && isWriting(id)) return undefined
    for (const acts of offered.current) {
      const act = acts()[id]
      if (act) return act
    }
    return undefined
  }, [])
  useKeys(own, actOf, held)
  const acting = useMemo(
    () => ({ own, setOwn, offer, holdWriting, actOf }),
    [own, offer, holdWriting, actOf],
  )
  return <ActingContext value={acting}>{children}</ActingContext>
}

/** The keys of the actions, and who does each. */
export function useActing(): Acting {
  const acting = use(ActingContext)
  if (acting === null) throw new Error('an action is used outside the provider')
  return acting
}

/** Does these actions for as long as the component is there. */
export function useActions(acts: Acts): void {
  const { offer } = useActing()
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  useLayoutEffect(() => offer(() => latest.current), [offer])
}

/** The first keys of an action: as a tooltip shows them and as `aria-keyshortcuts` spells them. */
export function useKeysOf(): (
  id: ActionId,
) => { readonly shown: string; readonly aria: string } | undefined {
  const { words } = useSpeech()
  const { own } = useActing()
  return (id) => {
    const chord = chordsOf(id, own)[0]
    if (chord === undefined) return undefined
    return {
      shown: keysFromChord(chord, words.shortcuts.keys).join(' '),
      aria: ariaFromChord(chord),
    }
  }
}

function useKeys(
  own: OwnChords,
  actOf: Acting['actOf'],
  held: RefObject<(() => void) | null>,
): void {
  const { settings } = useSettings()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || isDialogOpen()) return
    const chord = chordFromKey(event)
    const action = actionFromChord(chord, own)
    if (action === null || !mayAct(action, chord, settings.singleKeys, event.target)) return
    const act = isWriting(action.id) && held.current !== null ? held.current : actOf(action.id)
    if (act && act() !== false) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    // On the way down: fields keep the keys they handle from coming up again.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

/**
 * Does actions by their keys in a dialog, to which every key belongs: single keys outside of its
 * fields, and the same with Alt anywhere. `fixed` are keys that nobody sets, such as arrows.
 */
export function useReviewKeys(acts: Acts, fixed: Readonly<Record<string, () => void>>): void {
  const { own } = useActing()
  const { settings } = useSettings()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || document.querySelectorAll('[role="dialog"]').length > 1) return
    const chord = chordFromKey(event)
    const bare = chord.replace(/^alt\+(?=.$)/u, '')
    const isTyped = isTyping(event.target)
    if (isTyped && !chord.startsWith('alt+')) return
    const mayBe = settings.singleKeys || !isSingleKey(chord)
    const action = mayBe ? actionFromChord(bare, own, true) : null
    const act = (action && acts[action.id]) ?? (isTyped ? undefined : fixed[chord])
    if (!act || act() === false) return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    // On the way down: fields keep the keys they handle from coming up again.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

function mayAct(
  { where, alone }: Action,
  chord: string,
  singleKeys: boolean,
  target: EventTarget | null,
): boolean {
  const isInText = target instanceof Element && target.closest('.text') !== null
  if (isSingleKey(chord)) {
    return singleKeys && !isTyping(target) && (isInText || (alone ?? where) !== 'in-text')
  }
  switch (where) {
    case 'anywhere':
      return true
    case 'outside-fields':
      return !isTyping(target)
    case 'in-text':
      return isInText
    case 'in-review':
      return false
  }
}
