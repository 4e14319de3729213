import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useAnswer } from '../client/use-answer.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AllNotes } from './all-notes.tsx'
import { ConflictList } from './conflict-list.tsx'
import { Exchange } from './exchange.tsx'
import { Trash } from './trash.tsx'

/**
 * All annotations of the archive, those colleagues set differently, their coming and going,
 * and those that were removed.
 */
export function NotesDesk({ onClose }: { readonly onClose: () => void }) {
  const { words, formats } = useSpeech()
  const listed = useAnswer('annotation.list-conflicts', { communiqueId: null })
  const conflicts = listed.value?.conflicts ?? []
  return (
    <Dialog title={words.notes.title} onClose={onClose} size="large">
      <Tabs className="notes-desk">
        <TabList className="tabs" aria-label={words.notes.title}>
          <Tab id="all" className="tab">
            {words.notes.tabs.all}
          </Tab>
          <Tab id="conflicts" className="tab">
            {words.notes.tabs.conflicts}
            {conflicts.length > 0 && (
              <span className="tab-count">{formats.number(conflicts.length)}</span>
            )}
          </Tab>
          <Tab id="exchange" className="tab">
            {words.notes.tabs.exchange}
          </Tab>
          <Tab id="trash" className="tab">
            {words.notes.tabs.trash}
          </Tab>
        </TabList>
        <TabPanel id="all" className="tab-panel">
          <AllNotes onLeave={onClose} />
        </TabPanel>
        <TabPanel id="conflicts" className="tab-panel">
          <ConflictList conflicts={conflicts} failure={listed.failure} />
        </TabPanel>
        <TabPanel id="exchange" className="tab-panel">
          <Exchange />
        </TabPanel>
        <TabPanel id="trash" className="tab-panel">
          <Trash />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}
