import { z } from 'zod'
import { bytesSchema, defineStream } from './channel.ts'

/** Channels that make what leaves the application. */
export const exportChannels = {
  /** One communiqué as a PDF file; the bytes are saved by the shell. */
  'export.render-pdf': defineStream({
    lane: 'export',
    input: z.strictObject({
      communiqueId: z.string().min(1).max(64),
      versionId: z.string().min(1).max(64).nullable(),
      /** Where notes stand: nowhere, in the margin, or after the text. */
      notes: z.enum(['none', 'margin', 'end']),
      includePrivate: z.boolean(),
      /** Language of headings and labels; the text keeps its own. */
      labels: z.enum(['fr', 'ar', 'en']),
    }),
    item: z.strictObject({ step: z.enum(['read', 'typeset', 'finish']) }),
    output: z.strictObject({
      /** Made from date, issuer and title; safe on every system. */
      fileName: z.string(),
      bytes: bytesSchema,
      pageCount: z.int().positive(),
      noteCount: z.int().nonnegative(),
      /** Characters the fonts do not cover, and what was printed instead. */
      substitutions: z.array(
        z.strictObject({ codePoint: z.string(), shown: z.string(), count: z.int().positive() }),
      ),
    }),
    failures: ['not-found', 'export-font-missing'],
  }),
}
