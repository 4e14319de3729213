import type { Migration } from './migration.ts'
import { archive } from './migrations/0001-archive.ts'
import { searchIndex } from './migrations/0002-search-index.ts'
import { mentions } from './migrations/0003-mentions.ts'
import { annotationWork } from './migrations/0004-annotation-work.ts'
import { savedSearches } from './migrations/0005-saved-searches.ts'
import { dossiers } from './migrations/0006-dossiers.ts'
import { erasure } from './migrations/0007-erasure.ts'
import { dumpMapping } from './migrations/0008-dump-mapping.ts'
import { packedParagraphs } from './migrations/0009-packed-paragraphs.ts'
import { publicationOrder } from './migrations/0010-publication-order.ts'
import { facetChanges } from './migrations/0011-facet-changes.ts'
import { secondCopies } from './migrations/0012-second-copies.ts'

/** Every step of the schema, in order. Append only. */
export const MIGRATIONS: readonly Migration[] = [
  archive,
  searchIndex,
  mentions,
  annotationWork,
  savedSearches,
  dossiers,
  erasure,
  dumpMapping,
  packedParagraphs,
  publicationOrder,
  facetChanges,
  secondCopies,
]
