import type { searchChannels } from '../../../shared/channels/search.ts'
import { succeed } from '../../../shared/model/failure.ts'
import type { ArchiveContext } from '../context.ts'
import { searchWhileWanted } from '../search/search.ts'
import { traceFormula } from '../search/trace-formula.ts'
import { verifyQuotation } from '../search/verify-quotation.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers that find communiqués and notes. */
export const searchHandlers: Handlers<typeof searchChannels, ArchiveContext> = {
  'search.run': async (request, { archive, columns }, { signal }) => {
    const page = await searchWhileWanted(archive, columns, request, signal)
    if (!page.ok) return page
    const { hits, suggestions } = page.value
    return succeed({ ...page.value, hits: [...hits], suggestions: [...suggestions] })
  },
  'search.verify-quotation': ({ quotation }, { archive }) =>
    succeed(verifyQuotation(archive, quotation)),
  'search.trace-formula': ({ formula }, { archive }) => succeed(traceFormula(archive, formula)),
}
