import {
  CircleQuestionMark,
  Handshake,
  Highlighter,
  Link2,
  MessageSquareText,
  Quote,
  UserRound,
} from 'lucide-react'
import type { AnnotationKind } from '../../shared/model/annotation.ts'

/** The kinds in the order of the toolbar. */
export const KINDS: readonly AnnotationKind[] = [
  'highlight',
  'comment',
  'commitment',
  'quotation',
  'question',
  'link',
  'mention',
]

/** Kinds that lead somewhere: where to is chosen before they are made, and not changed by a pick. */
export const LEADING: ReadonlySet<AnnotationKind> = new Set(['link', 'mention'])

/** Kinds that mean nothing by themselves: they open a note to write or a target to choose. */
export const ASKING: ReadonlySet<AnnotationKind> = new Set(['comment', 'question', ...LEADING])

const ICONS = {
  highlight: Highlighter,
  comment: MessageSquareText,
  commitment: Handshake,
  quotation: Quote,
  question: CircleQuestionMark,
  link: Link2,
  mention: UserRound,
} as const

/** The sign of a kind; it never stands without the kind's name nearby. */
export function KindIcon({ kind }: { readonly kind: AnnotationKind }) {
  const Icon = ICONS[kind]
  return <Icon aria-hidden className={`kind-icon kind-${kind}`} />
}
