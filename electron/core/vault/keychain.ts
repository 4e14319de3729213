import { z } from 'zod'

/** The keychain of the workstation, as the process that owns an archive knows of it. */
export interface Keychain {
  /** Has it protect a secret for the archive with these keys; false where it does not. */
  readonly keep: (keysId: string, secret: string) => Promise<boolean>
  readonly forget: (keysId: string) => void
}

/** What the process with the keychain tells as a host starts. The secret comes once, at the first start. */
const newsSchema = z.strictObject({
  keychain: z.literal('news'),
  state: z.enum(['unsafe', 'forbidden', 'offered', 'kept']),
  secret: z.string().nullable(),
})
export type KeychainNews = Omit<z.infer<typeof newsSchema>, 'keychain'>

/** Whether a secret was taken. */
const answerSchema = z.strictObject({ keychain: z.literal('answer'), isKept: z.boolean() })

/** From the process with the keychain to the host of an archive. */
export const keychainWordSchema = z.discriminatedUnion('keychain', [newsSchema, answerSchema])
export type KeychainWord = z.infer<typeof keychainWordSchema>

/** From the host of an archive to the process with the keychain. */
export const keychainOrderSchema = z.discriminatedUnion('keychain', [
  z.strictObject({
    keychain: z.literal('keep'),
    keysId: z.string().regex(/^[\da-f]{1,64}$/u),
    secret: z.string().max(256),
  }),
  z.strictObject({
    keychain: z.literal('forget'),
    keysId: z.string().regex(/^[\da-f]{1,64}$/u),
  }),
])
export type KeychainOrder = z.infer<typeof keychainOrderSchema>

/** The host's end of the line to the keychain. */
export interface KeychainLine extends Keychain {
  /** Takes a message from above; false when it is about no keychain. */
  readonly hear: (message: unknown, onNews: (news: KeychainNews) => void) => boolean
}

/** Opens the line; `orderAbove` posts to the process with the keychain. */
export function openKeychainLine(orderAbove: (order: KeychainOrder) => void): KeychainLine {
  const waiting: ((isKept: boolean) => void)[] = []
  return {
    keep: (keysId, secret) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        orderAbove({ keychain: 'keep', keysId, secret })
      }),
    forget: (keysId) => orderAbove({ keychain: 'forget', keysId }),
    hear: (message, onNews) => {
      const { success, data: word } = keychainWordSchema.safeParse(message)
      if (!success) return false
      if (word.keychain === 'answer') waiting.shift()?.(word.isKept)
      else onNews({ state: word.state, secret: word.secret })
      return true
    },
  }
}
