import { setImmediate as nextTurn } from 'node:timers/promises'
import type { searchChannels } from '../../../shared/channels/search.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { ArchiveContext } from '../context.ts'
import { complete } from '../search/complete.ts'
import { countAdded } from '../search/count-added.ts'
import { countTrend } from '../search/count-trend.ts'
import { compactInSteps, describeIndex } from '../search/describe-index.ts'
import { explainHit } from '../search/explain.ts'
import { countFoundFacets, findFacetValues } from '../search/find-rows.ts'
import { findSimilar } from '../search/find-similar.ts'
import { rebuildInSteps } from '../search/rebuild-index.ts'
import { findHitsWhileWanted } from '../search/search.ts'
import { settleWhileWanted } from '../search/steps.ts'
import { traceWhileWanted } from '../search/trace-formula.ts'
import { verifyQuotation } from '../search/verify-quotation.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers that find communiqués and notes. */
export const searchHandlers: Handlers<typeof searchChannels, ArchiveContext> = {
  'search.run': async (request, { archive, columns }, { signal }) => {
    const page = await findHitsWhileWanted(archive, columns, request, signal)
    if (!page.ok) return page
    const { hits, suggestions } = page.value
    return succeed({ ...page.value, hits: [...hits], suggestions: [...suggestions] })
  },
  'search.count-facets': (asked, { archive, columns }, { signal }) =>
    settleWhileWanted(countFoundFacets(archive, columns, asked), signal),
  'search.verify-quotation': ({ quotation }, { archive }) =>
    succeed(verifyQuotation(archive, quotation)),
  'search.trace-formula': ({ formula }, { archive }, { signal }) =>
    traceWhileWanted(archive, formula, signal),
  'search.find-similar': (request, { archive, columns }) => {
    const found = findSimilar(archive, columns, request)
    return found.ok ? succeed({ similar: found.value }) : found
  },
  'search.complete': ({ start, limit }, { archive }) =>
    succeed({ completions: complete(archive, start, limit) }),
  'search.explain': (request, { archive }) => {
    const explained = explainHit(archive, request)
    return explained.ok ? succeed({ reasons: explained.value }) : explained
  },
  'search.count-trend': (request, { archive, columns }) => countTrend(archive, columns, request),
  'search.find-facet-values': (request, { archive, columns }) =>
    findFacetValues(archive, columns, request),
  'search.count-added': (request, { archive, columns }) => countAdded(archive, columns, request),
  'search.describe-index': (_input, { archive }) => succeed(describeIndex(archive)),
  'search.compact-index': async function* compact(_input, context, { signal }) {
    const steps = compactInSteps(context.writer())
    for (;;) {
      const step = steps.next()
      if (step.done === true) return succeed({ segments: step.value })
      yield { segments: step.value }
      await nextTurn()
      if (signal.aborted) return fail({ kind: 'cancelled' })
    }
  },
  'search.rebuild-index': async function* rebuild(_input, context, { signal }) {
    const steps = rebuildInSteps(context.writer())
    for (;;) {
      const step = steps.next()
      if (step.done === true) return succeed({ indexed: step.value })
      yield step.value
      await nextTurn()
      if (signal.aborted) return fail({ kind: 'cancelled' })
    }
  },
}
