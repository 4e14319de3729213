import { z } from 'zod'

/** What an archive host is told of the folder to watch; null for none. */
export const folderOrderSchema = z.strictObject({
  watch: z.string().min(1).nullable(),
  /** True where files of it that gave no text are to be read once more. */
  isAgain: z.boolean().optional(),
})
export type FolderOrder = z.infer<typeof folderOrderSchema>

/** What it tells of the folder: how it fares, that files are being taken in, and what came of it. */
export const folderNewsSchema = z.discriminatedUnion('folder', [
  z.strictObject({
    folder: z.literal('condition'),
    condition: z.enum(['watching', 'missing', 'refused']),
  }),
  z.strictObject({ folder: z.literal('taking') }),
  z.strictObject({
    folder: z.literal('taken'),
    added: z.int().nonnegative(),
    unread: z.int().nonnegative(),
  }),
])
export type FolderNews = z.infer<typeof folderNewsSchema>
