import { z } from 'zod'
import { policySchema } from '../../../shared/model/policy.ts'
import { resolveArchivePath } from '../system/place.ts'

/** What whoever starts an archive host tells it. */
export const hostSettingsSchema = z.strictObject({
  /** Where the archive file lies, or a link to it. */
  archivePath: z.string().min(1).transform(resolveArchivePath),
  /** Who is at work, for provenance and history. */
  actor: z.string().min(1),
  /** Absolute path of the folder with fonts, page templates and samples. */
  resourcesFolder: z.string().min(1),
  /** What the administrator settled. */
  policy: policySchema.optional(),
})
export type HostSettings = z.infer<typeof hostSettingsSchema>
