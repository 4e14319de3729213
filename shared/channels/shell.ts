import { z } from 'zod'
import { policyReadingSchema, policySchema } from '../model/policy.ts'
import { bytesSchema, defineCall, defineStream } from './channel.ts'

const preferenceNameSchema = z.string().regex(/^[a-z-]{1,40}(?:\.[A-Za-z]{1,40})?$/u)

const draftNameSchema = z.enum(['note', 'addition', 'line', 'paste', 'cover', 'search', 'question'])
/** A draft as a JSON object or as the vault seals it: at most the longest that it does, in Base64. */
const heldDraftSchema = z
  .string()
  .regex(/^(?:\{|draft1\.)/u)
  .max(8_100_000)

/** A work of others that the program contains; a family of fonts has no version. */
export const shippedPartSchema = z.strictObject({
  name: z.string(),
  version: z.string().nullable(),
  /** SPDX expression. */
  license: z.string(),
})
export type ShippedPart = z.infer<typeof shippedPartSchema>

const watchedFolderSchema = z.strictObject({
  /** The bare name of the folder; null while none is chosen. */
  name: z.string().nullable(),
  isOn: z.boolean(),
  /** True where the administrator settled the folder. */
  isManaged: z.boolean(),
  /**
   * `missing`: it is not there. `refused`: the archive takes nothing in at the moment.
   * `unavailable`: this shell watches none.
   */
  condition: z.enum(['off', 'watching', 'missing', 'refused', 'unavailable']),
})

/** What a renderer may ask of the shell around it; files are named by the officer, never by path. */
export const shellContract = {
  'shell.describe': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      runtime: z.enum(['desktop', 'browser']),
      version: z.string(),
      /** BCP 47 tag of the workstation. */
      locale: z.string(),
    }),
  }),
  /** What the program runs on, by name and version, and which works of others it contains. */
  'shell.list-parts': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      runtimes: z.array(z.strictObject({ name: z.string(), version: z.string() })),
      parts: z.array(shippedPartSchema),
    }),
  }),
  /** What the administrator settled, to be shown as managed; of places only that they are. */
  'policy.describe': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: policyReadingSchema.extend({
      policy: policySchema.omit({ archivePath: true, watchedFolder: true }),
    }),
  }),
  /** The choices that were kept for the interface, by name, each as JSON. */
  'preference.list': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      preferences: z.record(z.string(), z.string()),
      /** What could not be read as this run began, and is kept beside under another name. */
      setAside: z.array(z.enum(['preferences', 'desk', 'folders'])),
    }),
  }),
  /** Keeps one of them for the windows to come, of this run and of the next. */
  'preference.keep': defineCall({
    lane: 'write',
    input: z.strictObject({ name: preferenceNameSchema, text: z.string().max(65_536) }),
    output: z.strictObject({}),
  }),
  /**
   * Holds what is being written for as long as the window is there, for a page that takes the place
   * of a lost one; encrypted where the archive is. Null forgets it.
   */
  'draft.keep': defineCall({
    lane: 'write',
    input: z.strictObject({ name: draftNameSchema, text: heldDraftSchema.nullable() }),
    output: z.strictObject({}),
  }),
  /** What is held of it, by name; in a browser, which loses no page, nothing. */
  'draft.list': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ drafts: z.partialRecord(draftNameSchema, z.string()) }),
  }),
  /** Tells what happens to the window for as long as the page listens. */
  'shell.watch': defineStream({
    lane: 'read',
    input: z.strictObject({}),
    item: z.discriminatedUnion('kind', [
      /** A file the officer opened with Fonds from outside, by its bare name. */
      z.strictObject({
        kind: z.literal('file-opened'),
        name: z.string().min(1).max(255),
        bytes: bytesSchema,
      }),
      /** The window closes as soon as what is being written is written. */
      z.strictObject({ kind: z.literal('closing') }),
      /** The officer asked in the menu what this program is. */
      z.strictObject({ kind: z.literal('about-asked') }),
      /** Files of the watched folder are being taken in, or were: texts added, files that gave none. */
      z.strictObject({
        kind: z.literal('folder-read'),
        isUnderWay: z.boolean(),
        added: z.int().nonnegative(),
        unread: z.int().nonnegative(),
      }),
    ]),
    output: z.strictObject({}),
  }),
  /** Tells how the watched folder of this archive fares, and every change: in a browser that there is none. */
  'watched-folder.follow': defineStream({
    lane: 'read',
    input: z.strictObject({}),
    item: watchedFolderSchema,
    output: z.strictObject({}),
  }),
  /** Asks the officer which folder to watch. Fails with `policy-refuses` where it is settled. */
  'watched-folder.choose': defineCall({
    lane: 'write',
    input: z.strictObject({}),
    output: z.strictObject({ chosen: z.boolean() }),
  }),
  /** Watches the chosen folder, or leaves it. Fails with `policy-refuses` where it is settled. */
  'watched-folder.turn': defineCall({
    lane: 'write',
    input: z.strictObject({ isOn: z.boolean() }),
    output: z.strictObject({}),
  }),
  /** Reads once more the files of the watched folder that gave no text. */
  'watched-folder.read-again': defineCall({
    lane: 'write',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  /**
   * Puts a caret into what the window shows, which arrows then move through text that cannot be
   * written in, or takes it away; tells what there is now. A browser has its own key for it.
   */
  'caret.show': defineCall({
    lane: 'write',
    input: z.strictObject({ isShown: z.boolean() }),
    output: z.strictObject({ isShown: z.boolean() }),
  }),
  /** Lets the officer drop a file outside the window, while the button of the mouse is down. */
  'file.drag': defineCall({
    lane: 'write',
    input: z.strictObject({
      name: z.string().min(1).max(255),
      bytes: bytesSchema,
    }),
    output: z.strictObject({}),
  }),
  /** Asks where to save, then writes whole or not at all. `saved` is false when the officer declined. */
  'file.save': defineCall({
    lane: 'write',
    input: z.strictObject({
      name: z.string().min(1).max(255),
      bytes: bytesSchema,
    }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
  /**
   * Asks once for a folder, then writes every file there under its name, or a numbered one where it is
   * taken: all of them, or none. `saved` is false when the officer declined.
   */
  'file.save-all': defineCall({
    lane: 'write',
    input: z.strictObject({
      files: z
        .array(z.strictObject({ name: z.string().min(1).max(255), bytes: bytesSchema }))
        .min(1)
        .max(1000),
    }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
}

/** The shell's contract as a type. */
export type ShellContract = typeof shellContract
