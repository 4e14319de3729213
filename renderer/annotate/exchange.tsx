import { ExportNotes } from './export-notes.tsx'
import { Writing } from '../safety/read-only.tsx'
import { ImportNotes } from './import-notes.tsx'
import { MergeList } from './merge-list.tsx'

/** Annotations that leave for a colleague, and those that come from one. */
export function Exchange() {
  return (
    <div className="exchange">
      <ExportNotes />
      <Writing>
        <ImportNotes />
      </Writing>
      <MergeList />
    </div>
  )
}
