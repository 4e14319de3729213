import { CircleHelp, Link2 } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useKeysOf } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useActiveHit, useSearchTools } from '../search/search-tools.tsx'
import { Button } from '../ui/button.tsx'
import { HitReasons } from './hit-reasons.tsx'

/** Below the hits: why the one the arrows stand on is there, and what is like it. */
export function HitFoot({ query }: { readonly query: string }) {
  const { words } = useSpeech()
  const keysOf = useKeysOf()
  const activeHit = useActiveHit()
  const { whyShown, showWhy, openSimilar } = useSearchTools()
  if (activeHit === null) return null
  return (
    <section className="hit-foot" aria-label={words.tools.why}>
      {whyShown && <HitReasons query={query} hit={activeHit} />}
      <div className="hit-acts">
        <ToggleButton
          className="button button-quiet"
          aria-keyshortcuts={keysOf('why')?.aria}
          isSelected={whyShown}
          onChange={showWhy}
        >
          <CircleHelp aria-hidden />
          {words.tools.why}
        </ToggleButton>
        <Button tone="quiet" aria-keyshortcuts={keysOf('similar')?.aria} onPress={openSimilar}>
          <Link2 aria-hidden />
          {words.tools.similar}
        </Button>
      </div>
    </section>
  )
}
