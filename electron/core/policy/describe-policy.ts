import type { PolicyReading } from '../../../shared/model/policy.ts'
import type { Log } from '../system/log.ts'

/** What the page may know of a policy: everything but the paths in it. */
export function describePolicy({ policy, sourceByRule, faults }: PolicyReading): PolicyReading {
  const { archivePath: _archive, watchedFolder: _watched, ...shown } = policy
  return { policy: shown, sourceByRule, faults }
}

/** Writes one line for each thing in a policy that could not be understood. */
export function logPolicyFaults({ faults }: PolicyReading, log: Log): void {
  for (const { source, rule, why } of faults) log('policy-fault', { source, rule: rule ?? '', why })
}
