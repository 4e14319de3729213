import { ShieldCheck } from 'lucide-react'
import { useEffect } from 'react'
import { policyRules, type PolicyRule } from './policy-rules.ts'
import { usePolicy, type ShownPolicy } from '../client/use-policy.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useSettings } from './settings.tsx'

/** Speaks the language that the administrator settled, whatever was chosen before. */
export function ManagedLanguage() {
  const policy = usePolicy()
  const { settings, change } = useSettings()
  const settled = policy?.policy.language
  useEffect(() => {
    if (settled !== undefined && settings.language !== settled) change({ language: settled })
  }, [settled, settings.language, change])
  return null
}

/** What the administrator settled, and what of it could not be understood. */
export function ManagedSettings({ policy }: { readonly policy: ShownPolicy | null }) {
  const { words } = useSpeech()
  if (policy === null) return null
  const rules = policyRules(policy)
  if (rules.length === 0 && policy.faults.length === 0) return null
  return (
    <section className="managed" aria-label={words.policy.title}>
      <h3 className="field-label">
        <ShieldCheck aria-hidden />
        {words.policy.title}
      </h3>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{lineOf(rule, policy, words.policy)}</li>
        ))}
      </ul>
      {policy.faults.length > 0 && <p className="field-advice">{words.policy.faults}</p>}
    </section>
  )
}

function lineOf(
  rule: PolicyRule,
  { policy }: ShownPolicy,
  words: ReturnType<typeof useSpeech>['words']['policy'],
): string {
  const label = words.rules[rule]
  if (rule === 'exportFormats') return words.value(label, policy.exportFormats?.join(', ') || '—')
  if (rule === 'exportFooter') return words.value(label, policy.exportFooter ?? '')
  if (rule === 'exportMarking') return words.value(label, policy.exportMarking ?? '')
  if (rule === 'lockDelayMinutes') return words.value(label, String(policy.lockDelayMinutes))
  return label
}
