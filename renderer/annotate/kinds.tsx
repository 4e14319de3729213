import { CircleQuestionMark, Handshake, Highlighter, MessageSquareText, Quote } from 'lucide-react'
import type { AnnotationKind } from '../../shared/model/annotation.ts'

/** The kinds in the order of the toolbar, with the letter that makes each. */
export const KINDS: readonly { readonly kind: AnnotationKind; readonly letter: string }[] = [
  { kind: 'highlight', letter: 'H' },
  { kind: 'comment', letter: 'C' },
  { kind: 'commitment', letter: 'E' },
  { kind: 'quotation', letter: 'T' },
  { kind: 'question', letter: 'Q' },
]

const ICONS = {
  highlight: Highlighter,
  comment: MessageSquareText,
  commitment: Handshake,
  quotation: Quote,
  question: CircleQuestionMark,
} as const

/** The sign of a kind; it never stands without the kind's name nearby. */
export function KindIcon({ kind }: { readonly kind: AnnotationKind }) {
  const Icon = ICONS[kind]
  return <Icon aria-hidden className={`kind-icon kind-${kind}`} />
}
