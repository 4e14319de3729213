import type { savedSearchChannels } from '../../../shared/channels/saved-searches.ts'
import { succeed } from '../../../shared/model/failure.ts'
import { appendToJournal } from '../archive/journal.ts'
import { authorshipOf, type ArchiveContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import {
  countSearchesWithin,
  createSavedSearch,
  deleteSavedSearch,
  listSavedSearches,
  markSearchSeen,
  renameSavedSearch,
  restoreSavedSearch,
} from '../search/saved-searches.ts'

/** Answers about the searches that an officer keeps. */
export const savedSearchHandlers: Handlers<typeof savedSearchChannels, ArchiveContext> = {
  'saved-search.list': (_input, { archive, columns }) =>
    succeed({ searches: listSavedSearches(archive, columns) }),
  'saved-search.count-within': (request, { archive, columns }) => {
    const counted = countSearchesWithin(archive, columns, request)
    return counted.ok ? succeed({ counts: counted.value }) : counted
  },
  'saved-search.create': ({ name, query, filter }, context) => {
    const authorship = authorshipOf(context)
    const db = context.writer()
    return db.write(() => {
      const id = context.clock.newId()
      const createdBy = { createdAt: authorship.at, createdBy: authorship.actor }
      const created = createSavedSearch(db, context.columns, {
        id,
        name,
        query,
        filter,
        ...createdBy,
      })
      if (created.ok) {
        const after = { name, query, filter }
        appendToJournal(db, authorship, {
          action: 'saved-search.create',
          subject: id,
          before: null,
          after,
        })
      }
      return created
    })
  },
  'saved-search.rename': ({ id, name }, context) => {
    const db = context.writer()
    return db.write(() => {
      const renamed = renameSavedSearch(db, context.columns, { id, name })
      if (renamed.ok) {
        appendToJournal(db, authorshipOf(context), {
          action: 'saved-search.rename',
          subject: id,
          before: null,
          after: { name },
        })
      }
      return renamed
    })
  },
  'saved-search.delete': ({ id }, context) => {
    const db = context.writer()
    return db.write(() => {
      const deleted = deleteSavedSearch(db, id)
      if (deleted.ok) {
        appendToJournal(db, authorshipOf(context), {
          action: 'saved-search.delete',
          subject: id,
          before: deleted.value,
          after: null,
        })
      }
      return deleted.ok ? succeed({ id }) : deleted
    })
  },
  'saved-search.restore': ({ id }, context) => {
    const db = context.writer()
    return db.write(() => {
      const restored = restoreSavedSearch(db, context.columns, id)
      if (restored.ok) {
        const { name, query, filter } = restored.value
        appendToJournal(db, authorshipOf(context), {
          action: 'saved-search.restore',
          subject: id,
          before: null,
          after: { name, query, filter },
        })
      }
      return restored
    })
  },
  'saved-search.mark-seen': ({ id }, context) =>
    markSearchSeen(context.writer(), context.columns, id),
}
