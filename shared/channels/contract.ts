import { annotationChannels } from './annotations.ts'
import { archiveChannels } from './archive.ts'
import { authorityChannels } from './authorities.ts'
import { dossierChannels } from './dossiers.ts'
import { exportChannels } from './export.ts'
import { ingestChannels } from './ingest.ts'
import { savedSearchChannels } from './saved-searches.ts'
import { searchChannels } from './search.ts'
import { suggestionChannels } from './suggestions.ts'
import { vaultContract } from './vault.ts'

/** Everything a renderer, a browser or the command line may ask of an archive. */
export const archiveContract = {
  ...archiveChannels,
  ...suggestionChannels,
  ...authorityChannels,
  ...searchChannels,
  ...savedSearchChannels,
  ...annotationChannels,
  ...dossierChannels,
  ...ingestChannels,
  ...exportChannels,
}

/** The archive's contract as a type, for callers that must not carry the schemas. */
export type ArchiveContract = typeof archiveContract

/** What an archive host answers: the archive, and the vault that holds its key. */
export const hostContract = { ...archiveContract, ...vaultContract }

export type HostContract = typeof hostContract
