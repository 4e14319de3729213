import type { dossierChannels } from '../../../shared/channels/dossiers.ts'
import { succeed } from '../../../shared/model/failure.ts'
import type { DossierDesk } from '../archive/dossier-states.ts'
import {
  addItems,
  createDossier,
  deleteDossier,
  describeDossier,
  listDossiers,
  moveItems,
  openDossier,
  redoDossier,
  removeItems,
  undoDossier,
  writeItem,
} from '../archive/dossiers.ts'
import { authorshipOf, type ArchiveContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { withReserve } from './with-reserve.ts'

/** Answers about dossiers. */
export const dossierHandlers: Handlers<typeof dossierChannels, ArchiveContext> = {
  'dossier.list': (_input, { archive }) => succeed({ dossiers: listDossiers(archive) }),
  'dossier.open': ({ id }, { archive }) => openDossier(archive, id),
  'dossier.create': (wanted, context) => createDossier(context.writer(), deskOf(context), wanted),
  'dossier.describe': (edit, context) => describeDossier(context.writer(), deskOf(context), edit),
  'dossier.delete': ({ id }, context) => deleteDossier(context.writer(), deskOf(context), id),
  'dossier.add-items': (wanted, context) => addItems(context.writer(), deskOf(context), wanted),
  'dossier.move-items': (wanted, context) => moveItems(context.writer(), deskOf(context), wanted),
  'dossier.remove-items': (wanted, context) =>
    removeItems(context.writer(), deskOf(context), wanted),
  'dossier.write-item': (wanted, context) =>
    withReserve(context, () => writeItem(context.writer(), deskOf(context), wanted)),
  'dossier.undo': ({ id }, context) => undoDossier(context.writer(), deskOf(context), id),
  'dossier.redo': ({ id }, context) => redoDossier(context.writer(), deskOf(context), id),
}

const deskOf = (context: ArchiveContext): DossierDesk => ({
  clock: context.clock,
  authorship: authorshipOf(context),
})
