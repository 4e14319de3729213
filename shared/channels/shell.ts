import { z } from 'zod'
import { bytesSchema, defineCall } from './channel.ts'

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
  /** Asks where to save, then writes whole or not at all. `saved` is false when the officer declined. */
  'file.save': defineCall({
    lane: 'write',
    input: z.strictObject({
      name: z.string().min(1).max(255),
      bytes: bytesSchema,
    }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
}

/** The shell's contract as a type. */
export type ShellContract = typeof shellContract
