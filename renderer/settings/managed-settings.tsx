import { ShieldCheck } from 'lucide-react'
import { useEffect } from 'react'
import { policyRules, type PolicyRule } from './policy-rules.ts'
import { usePolicy, type ShownPolicy } from '../client/use-policy.ts'
import { useSpeech, type Speech } from '../i18n/words.tsx'
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
  const speech = useSpeech()
  const { words } = speech
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
          <li key={rule}>{lineOf(rule, policy, speech)}</li>
        ))}
      </ul>
      {policy.faults.length > 0 && <p className="field-advice">{words.policy.faults}</p>}
    </section>
  )
}

function lineOf(rule: PolicyRule, { policy }: ShownPolicy, { words, formats }: Speech): string {
  const { value, rules, noFormat } = words.policy
  const label = rules[rule]
  if (rule === 'exportFormats') {
    const names = (policy.exportFormats ?? []).map((format) => nameOf(format, words))
    return value(label, names.length === 0 ? noFormat : formats.list(names))
  }
  if (rule === 'exportFooter') return value(label, policy.exportFooter ?? '')
  if (rule === 'exportMarking') return value(label, policy.exportMarking ?? '')
  if (rule === 'lockDelayMinutes') return value(label, String(policy.lockDelayMinutes))
  return label
}

type SettledFormat = NonNullable<ShownPolicy['policy']['exportFormats']>[number]

/** A format as the windows of exporting name it. */
function nameOf(format: SettledFormat, { export: own, exchange }: Speech['words']): string {
  if (format === 'annotation-bundle') return exchange.formats.bundle
  if (format === 'web-annotations') return exchange.formats.web
  return own.formats[format][0] ?? format
}
