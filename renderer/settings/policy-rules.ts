import type { ShownPolicy } from '../client/use-policy.ts'

/** The name of a rule that an administrator may settle. */
export type PolicyRule = keyof ShownPolicy['sourceByRule']

const ORDER: readonly PolicyRule[] = [
  'archivePath',
  'readOnly',
  'language',
  'requireEncryption',
  'lockDelayMinutes',
  'exportFormats',
  'exportFooter',
  'exportMarking',
  'watchedFolder',
  'logLevel',
]

/** The rules that hold, in the order of their weight. One that says no is not worth a line. */
export function policyRules({ policy, sourceByRule }: ShownPolicy): readonly PolicyRule[] {
  return ORDER.filter((rule) => {
    if (sourceByRule[rule] === undefined) return false
    return !(rule === 'readOnly' || rule === 'requireEncryption') || policy[rule] === true
  })
}
