import type { authorityChannels } from '../../../shared/channels/authorities.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import { listAuthorities, readAuthority } from '../archive/authorities.ts'
import { createAuthority, reviseAuthority } from '../archive/authority-edits.ts'
import { listAuthorityPassages } from '../archive/authority-passages.ts'
import {
  mergeAuthorities,
  previewAuthorityMerge,
  undoAuthorityMerge,
} from '../archive/authority-merge.ts'
import { listMentions, settleMention } from '../archive/mentions.ts'
import { authorshipOf, type ArchiveContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** Answers about who and what the texts name. */
export const authorityHandlers: Handlers<typeof authorityChannels, ArchiveContext> = {
  'mention.list': ({ versionId }, { archive }) =>
    succeed({ mentions: listMentions(archive, versionId) }),
  'mention.settle': (decision, context) =>
    settleMention(context.writer(), authorshipOf(context), decision),
  'authority.list': (request, { archive }) => succeed(listAuthorities(archive, request)),
  'authority.get': ({ id }, { archive }) => {
    const found = readAuthority(archive, id)
    return found ? succeed(found.record) : fail({ kind: 'not-found', what: 'authority', id })
  },
  'authority.list-passages': (request, { archive }) => listAuthorityPassages(archive, request),
  'authority.create': (draft, context) =>
    createAuthority(
      context.writer(),
      { clock: context.clock, authorship: authorshipOf(context) },
      draft,
    ),
  'authority.revise': (draft, context) =>
    reviseAuthority(context.writer(), authorshipOf(context), draft),
  'authority.preview-merge': (pair, { archive }) => previewAuthorityMerge(archive, pair),
  'authority.merge': (pair, context) => {
    const desk = { clock: context.clock, authorship: authorshipOf(context) }
    return mergeAuthorities(context.writer(), desk, pair)
  },
  'authority.undo-merge': ({ mergeId }, context) =>
    undoAuthorityMerge(context.writer(), authorshipOf(context), mergeId),
}
