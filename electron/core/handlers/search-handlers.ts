import type { searchChannels } from '../../../shared/channels/search.ts'
import { succeed } from '../../../shared/model/failure.ts'
import type { ArchiveContext } from '../context.ts'
import { search } from '../search/search.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers that find communiqués and notes. */
export const searchHandlers: Handlers<typeof searchChannels, ArchiveContext> = {
  'search.run': (request, { archive, columns }) => {
    const page = search(archive, columns, request)
    if (!page.ok) return page
    return succeed({ ...page.value, hits: [...page.value.hits], suggestions: [] })
  },
}
