import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { ArchiveContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { annotationHandlers } from './handlers/annotation-handlers.ts'
import { archiveHandlers as describingHandlers } from './handlers/archive-handlers.ts'
import { authorityHandlers } from './handlers/authority-handlers.ts'
import { dossierHandlers } from './handlers/dossier-handlers.ts'
import { exportHandlers } from './handlers/export-handlers.ts'
import { ingestHandlers } from './handlers/ingest-handlers.ts'
import { savedSearchHandlers } from './handlers/saved-search-handlers.ts'
import { searchHandlers } from './handlers/search-handlers.ts'
import { suggestionHandlers } from './handlers/suggestion-handlers.ts'

/** Every channel of the archive and the function that answers it, one file per domain. */
export const archiveHandlers: Handlers<ArchiveContract, ArchiveContext> = {
  ...describingHandlers,
  ...suggestionHandlers,
  ...authorityHandlers,
  ...searchHandlers,
  ...savedSearchHandlers,
  ...annotationHandlers,
  ...dossierHandlers,
  ...ingestHandlers,
  ...exportHandlers,
}
