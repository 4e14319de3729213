import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** How a query is written, by examples that run. */
export function SyntaxDialog() {
  const { words } = useSpeech()
  const { setQuery } = useDesk()
  const { close } = useSearchTools()
  return (
    <Dialog title={words.tools.syntax} onClose={close} size="large">
      <div className="dialog-body">
        <p className="field-advice">{words.syntax.advice}</p>
        <ul className="syntax">
          {words.syntax.examples.map(({ query, says }) => (
            <li key={query} className="syntax-example">
              <button
                type="button"
                className="syntax-query"
                aria-label={words.syntax.run(query)}
                onClick={() => {
                  setQuery(query)
                  close()
                }}
              >
                <bdi>{query}</bdi>
              </button>
              <span>{says}</span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
