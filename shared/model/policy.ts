import { z } from 'zod'
import { LIST_FORMATS, TEXT_FORMATS } from './export-format.ts'

/** A place in the file system. `{home}` and `{user}` stand for the officer's folder and name. */
const placeSchema = z
  .string()
  .max(1024)
  .regex(/^(?:\/|\{home\}|[A-Za-z]:[\\/]|\\\\)/u)

/** What may be exported, by the names that the export knows. */
const formatSchema = z.enum([
  ...TEXT_FORMATS,
  ...LIST_FORMATS,
  'annotation-bundle',
  'web-annotations',
])

/**
 * What an administrator may settle for a workstation. A rule that is absent leaves the choice to
 * the officer. Every file for administrators is made from this schema.
 */
export const policySchema = z.strictObject({
  archivePath: placeSchema.optional(),
  readOnly: z.boolean().optional(),
  language: z.enum(['fr', 'ar', 'en']).optional(),
  exportFormats: z.array(formatSchema).optional(),
  exportFooter: z.string().max(200).optional(),
  exportMarking: z.string().max(120).optional(),
  lockDelayMinutes: z.int().min(1).max(480).optional(),
  requireEncryption: z.boolean().optional(),
  requirePassphrase: z.boolean().optional(),
  watchedFolder: placeSchema.optional(),
  logLevel: z.enum(['off', 'errors']).optional(),
})
export type Policy = z.infer<typeof policySchema>

/** The name of a rule, the same in the registry, in the file and in the code. */
export const policyRuleSchema = policySchema.keyof()
export type PolicyRule = z.infer<typeof policyRuleSchema>

const sourceSchema = z.enum(['registry', 'file'])
export type PolicySource = z.infer<typeof sourceSchema>

/** Something of a policy that could not be understood; `rule` is null where none could be read. */
const faultSchema = z.strictObject({
  source: sourceSchema,
  rule: z.string().nullable(),
  why: z.enum(['unreadable', 'unknown-rule', 'invalid-value']),
})
export type PolicyFault = z.infer<typeof faultSchema>

/** The policy in force, where each rule comes from, and what could not be understood. */
export const policyReadingSchema = z.strictObject({
  policy: policySchema,
  sourceByRule: z.partialRecord(policyRuleSchema, sourceSchema),
  faults: z.array(faultSchema),
})
export type PolicyReading = z.infer<typeof policyReadingSchema>
