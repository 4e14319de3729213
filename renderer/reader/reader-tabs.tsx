import { memo } from 'react'
import { useDesk } from '../desk.tsx'
import { ReaderPane } from './reader-pane.tsx'
import { PANEL_ID, TabStrip, tabIdOf } from './tab-strip.tsx'

/** The text in front, under the tabs of those that are open beside it. */
export const ReaderTabs = memo(function ReaderTabs() {
  const { tabs } = useDesk()
  const inFront = tabs.open[tabs.at]
  const isTabbed = tabs.open.length > 1 && inFront !== undefined
  return (
    <>
      <TabStrip />
      <div
        id={PANEL_ID}
        className="reader-panel"
        {...(isTabbed && { role: 'tabpanel', 'aria-labelledby': tabIdOf(inFront) })}
      >
        <ReaderPane />
      </div>
    </>
  )
})
