import type { ShownPolicy } from '../client/use-policy.ts'

/** The name of a rule that an administrator may settle. */
export type PolicyRule = keyof ShownPolicy['sourceByRule']

const ORDER: readonly PolicyRule[] = [
  'archivePath',
  'readOnly',
  'language',
  'requireEncryption',
  'requirePassphrase',
  'lockDelayMinutes',
  'exportFormats',
  'exportFooter',
  'exportMarking',
  'watchedFolder',
  'logLevel',
]

const YES_OR_NO = ['readOnly', 'requireEncryption', 'requirePassphrase'] as const
const isYesOrNo = (rule: PolicyRule): rule is (typeof YES_OR_NO)[number] =>
  YES_OR_NO.some((each) => each === rule)

/** The rules that hold, in the order of their weight. One that says no is not worth a line. */
export function policyRules({ policy, sourceByRule }: ShownPolicy): readonly PolicyRule[] {
  return ORDER.filter((rule) => {
    if (sourceByRule[rule] === undefined) return false
    return !isYesOrNo(rule) || policy[rule] === true
  })
}
