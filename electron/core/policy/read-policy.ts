import { homedir, userInfo } from 'node:os'
import path from 'node:path'
import {
  policyRuleSchema,
  policySchema,
  type Policy,
  type PolicyFault,
  type PolicyReading,
  type PolicyRule,
  type PolicySource,
} from '../../../shared/model/policy.ts'
import { readTextFile } from '../system/files.ts'
import { leadsNowhere } from '../system/place.ts'
import { isRecord, parseRegistryExport } from './registry-values.ts'
import { exportRegistryKey } from './registry.ts'

/** Where an administrator may leave a policy; each gives what stands there, or null for nothing. */
export interface PolicyPlaces {
  /** The text of an exported registry key. Null off Windows. */
  readonly registry: (() => string | null) | null
  /** Absolute path of a JSON file that only administrators can write. */
  readonly file: string
}

/** The places of this machine: the registry first on Windows, and one file on every system. */
export function policyPlaces(): PolicyPlaces {
  if (process.platform === 'win32') {
    const file = path.join(path.dirname(process.execPath), 'policies.json')
    return { registry: () => exportRegistryKey('HKLM\\SOFTWARE\\Policies\\Fonds'), file }
  }
  const file =
    process.platform === 'darwin'
      ? '/Library/Application Support/Fonds/policies.json'
      : '/etc/fonds/policies.json'
  return { registry: null, file }
}

/**
 * Reads the policy once. For each rule the registry wins over the file. What cannot be understood
 * is told in `faults`, and counts as the strictest: an invalid value of a restricting rule
 * restricts as far as that rule can, and where a source cannot be read, writing and exporting are
 * forbidden unless the other source settles them.
 */
export function readPolicy(places: PolicyPlaces): PolicyReading {
  const readings = [
    ...(places.registry ? [readSource('registry', registryReader(places.registry))] : []),
    readSource('file', () => readJsonFile(places.file)),
  ]
  const unreadable = readings
    .filter(({ isReadable }) => !isReadable)
    .map(({ source }) => ({ source, values: IN_DOUBT }))
  const policy: Policy = {}
  const sourceByRule: Partial<{ [R in PolicyRule]: PolicySource }> = {}
  for (const { source, values } of [...readings, ...unreadable]) {
    for (const rule of policyRuleSchema.options) {
      if (values[rule] === undefined || sourceByRule[rule]) continue
      Object.assign(policy, { [rule]: values[rule] })
      sourceByRule[rule] = source
    }
  }
  return { policy, sourceByRule, faults: readings.flatMap(({ faults }) => faults) }
}

/** The path that a rule names for this officer, or null where it names none. */
export function placeFromPolicy(
  place: string | undefined,
  officer: { readonly home: string; readonly user: string } = {
    home: homedir(),
    user: userInfo().username,
  },
): string | null {
  if (place === undefined) return null
  return path.resolve(
    place.replaceAll('{home}', () => officer.home).replaceAll('{user}', () => officer.user),
  )
}

interface SourceReading {
  readonly source: PolicySource
  readonly values: Policy
  readonly faults: readonly PolicyFault[]
  readonly isReadable: boolean
}

/** What a restricting rule says when its value cannot be understood. */
const STRICTEST: Policy = {
  readOnly: true,
  requireEncryption: true,
  requirePassphrase: true,
  exportFormats: [],
}

/** What holds where a source that may restrict cannot be read. */
const IN_DOUBT: Policy = { readOnly: true, exportFormats: [] }

function readSource(
  source: PolicySource,
  read: () => Readonly<Record<string, unknown>> | null,
): SourceReading {
  let given: Readonly<Record<string, unknown>> | null
  try {
    given = read()
  } catch {
    const faults = [{ source, rule: null, why: 'unreadable' }] as const
    return { source, values: {}, faults, isReadable: false }
  }
  const values: Policy = {}
  const faults: PolicyFault[] = []
  for (const [name, value] of Object.entries(given ?? {})) {
    const rule = policyRuleSchema.safeParse(name)
    if (!rule.success) {
      // Editors look for the schema of a file under this name.
      if (name !== '$schema') faults.push({ source, rule: name, why: 'unknown-rule' })
      continue
    }
    const parsed = policySchema.safeParse({ [rule.data]: value })
    if (!parsed.success) faults.push({ source, rule: name, why: 'invalid-value' })
    Object.assign(values, parsed.success ? parsed.data : { [rule.data]: STRICTEST[rule.data] })
  }
  return { source, values, faults, isReadable: true }
}

function registryReader(read: () => string | null): () => Readonly<Record<string, unknown>> | null {
  return () => {
    const text = read()
    return text === null ? null : typedValues(parseRegistryExport(text))
  }
}

/** The registry has no truth values: 0 and 1 stand for them. */
function typedValues(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const truths = new Map<unknown, boolean>([
    [0, false],
    [1, true],
  ])
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      TRUTHS.has(name) ? [name, truths.get(value) ?? value] : [name, value],
    ),
  )
}

const TRUTHS: ReadonlySet<string> = new Set(['readOnly', 'requireEncryption', 'requirePassphrase'])

function readJsonFile(file: string): Readonly<Record<string, unknown>> | null {
  let text: string | null
  try {
    text = readTextFile(file)
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    // A link that leads nowhere is a policy that cannot be read, not the lack of one.
    if (isAbsent && !leadsNowhere(file) && !leadsNowhere(path.dirname(file))) return null
    throw error
  }
  if (text === null) throw new Error('a policy is a file')
  // Editors of Windows begin a file with a byte order mark.
  const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''))
  if (!isRecord(parsed)) throw new Error('a policy is an object')
  return parsed
}
