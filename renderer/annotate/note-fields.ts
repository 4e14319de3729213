import type { AnnotationKind, Visibility } from '../../shared/model/annotation.ts'

/** What an officer writes about a passage. */
export interface NoteFields {
  readonly kind: AnnotationKind
  readonly body: string
  readonly tags: readonly string[]
  readonly visibility: Visibility
}
