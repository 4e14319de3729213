import type { suggestionChannels } from '../../../shared/channels/suggestions.ts'
import { succeed } from '../../../shared/model/failure.ts'
import { settleMany } from '../archive/settle-many.ts'
import { listSuggestions } from '../archive/suggestions.ts'
import { authorshipOf, type ArchiveContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers about what the rules propose and nobody has settled. */
export const suggestionHandlers: Handlers<typeof suggestionChannels, ArchiveContext> = {
  'suggestion.list': (request, { archive }) => succeed(listSuggestions(archive, request)),
  'suggestion.settle-many': (decision, context) =>
    settleMany(context.writer(), authorshipOf(context), decision),
}
