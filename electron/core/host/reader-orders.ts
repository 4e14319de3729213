import { z } from 'zod'

/** What an archive host asks of the process above it: to start a reader process, or to end one. */
export const readerOrderSchema = z.discriminatedUnion('order', [
  z.strictObject({ order: z.literal('start'), reader: z.int(), memoryMb: z.int().positive() }),
  z.strictObject({ order: z.literal('end'), reader: z.int() }),
])
export type ReaderOrder = z.infer<typeof readerOrderSchema>

/** What it hears of a reader: that it started, with a port beside the message, or that it ended. */
export const readerNewsSchema = z.discriminatedUnion('news', [
  z.strictObject({ news: z.literal('started'), reader: z.int() }),
  z.strictObject({
    news: z.literal('ended'),
    reader: z.int(),
    code: z.int().nullable(),
    signal: z.string().nullable(),
  }),
])
export type ReaderNews = z.infer<typeof readerNewsSchema>

/** What a lane and its host say on the line of one reader. */
export const readerLineSchema = z.union([
  z.strictObject({ message: z.unknown() }),
  z.strictObject({ kill: z.literal(true) }),
  z.strictObject({
    exit: z.strictObject({ code: z.int().nullable(), signal: z.string().nullable() }),
  }),
])
export type ReaderLine = z.infer<typeof readerLineSchema>
