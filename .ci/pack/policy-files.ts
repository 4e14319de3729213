/** The files that administrators settle a policy with, all made from one schema. */
import { z } from 'zod'
import { policyRuleSchema, policySchema, type PolicyRule } from '../../shared/model/policy.ts'
import {
  CATEGORY,
  CHOICES,
  POLICY_LANGUAGES,
  RULE_WORDS,
  SUPPORTED,
  type PolicyLanguage,
} from './policy-words.ts'

const shapeSchema = z.looseObject({
  type: z.enum(['string', 'boolean', 'integer', 'array']),
  enum: z.array(z.string()).optional(),
  minimum: z.int().optional(),
  maximum: z.int().optional(),
  maxLength: z.int().optional(),
  items: z.object({ enum: z.array(z.string()) }).optional(),
})
type Shape = z.infer<typeof shapeSchema>

/** The text of each generated file by its path within the project. */
export function policyFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['resources/policy/fonds.admx', admx()],
    ...POLICY_LANGUAGES.map(
      (language) => [`resources/policy/${language}/fonds.adml`, adml(language)] as const,
    ),
    ['resources/policy/policies.schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`],
  ])
}

/** The table of rules as it stands in the administrator's guide. */
export function policyTable(): string {
  const rows = [
    ['Rule', 'Value', 'What it does'],
    ...shapes().map(([rule, shape]) => [`\`${rule}\``, valueIn(shape), helpOf(rule, 'en-US')]),
  ]
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  )
  const lines = rows.map(
    (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** Every rule with the form of its value, in the order of the schema. */
function shapes(): readonly (readonly [PolicyRule, Shape])[] {
  const { properties = {} } = z.toJSONSchema(policySchema)
  return policyRuleSchema.options.map((rule) => [rule, shapeSchema.parse(properties[rule])])
}

const helpOf = (rule: PolicyRule, language: PolicyLanguage): string =>
  RULE_WORDS[rule].help[language].replace('{values}', () =>
    (policySchema.shape.exportFormats.unwrap().element.options satisfies readonly string[]).join(
      ', ',
    ),
  )

function valueIn({ type, enum: choices, minimum, maximum, maxLength }: Shape): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ')
  if (type === 'integer') return `${minimum ?? 0} to ${maximum ?? 0}`
  if (type === 'boolean') return '`true`, `false`'
  return type === 'array' ? 'a list' : `up to ${maxLength ?? 0} characters`
}

function jsonSchema(): Readonly<Record<string, unknown>> {
  const { properties = {}, ...schema } = z.toJSONSchema(policySchema)
  const described = policyRuleSchema.options.map((rule) => [
    rule,
    {
      title: RULE_WORDS[rule].name['en-US'],
      description: helpOf(rule, 'en-US'),
      ...shapeSchema.parse(properties[rule]),
    },
  ])
  return {
    ...schema,
    title: 'Policy of Fonds',
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(described) },
  }
}

function admx(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="fonds" namespace="Fonds.Policies"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="Fonds" displayName="$(string.Category)"/>
  </categories>
  <policies>
${shapes()
  .map(([rule, shape]) => admxPolicy(rule, shape))
  .join('\n')}
  </policies>
</policyDefinitions>
`
}

function admxPolicy(rule: PolicyRule, shape: Shape): string {
  const isSwitch = shape.type === 'boolean'
  const more = isSwitch ? `valueName="${rule}"` : `presentation="$(presentation.${rule})"`
  const value = isSwitch
    ? '<enabledValue><decimal value="1"/></enabledValue><disabledValue><decimal value="0"/></disabledValue>'
    : `<elements>${admxElement(rule, shape)}</elements>`
  return `    <policy name="${rule}" class="Machine" displayName="$(string.${rule})" explainText="$(string.${rule}_help)" key="Software\\Policies\\Fonds" ${more}>
      <parentCategory ref="Fonds"/>
      <supportedOn ref="Supported"/>
      ${value}
    </policy>`
}

function admxElement(rule: PolicyRule, shape: Shape): string {
  const named = `id="${rule}" valueName="${rule}"`
  if (shape.enum) {
    const items = shape.enum.map(
      (choice) =>
        `<item displayName="$(string.choice_${choice})"><value><string>${choice}</string></value></item>`,
    )
    return `<enum ${named} required="true">${items.join('')}</enum>`
  }
  if (shape.type === 'array') return `<multiText ${named}/>`
  if (shape.type === 'integer') {
    return `<decimal ${named} minValue="${shape.minimum ?? 0}" maxValue="${shape.maximum ?? 0}" required="true"/>`
  }
  return `<text ${named} maxLength="${shape.maxLength ?? 0}" required="true"/>`
}

function adml(language: PolicyLanguage): string {
  const strings: (readonly [string, string])[] = [
    ['Category', CATEGORY[language]],
    ['Supported', SUPPORTED[language]],
    ...Object.entries(CHOICES).map(
      ([choice, said]) => [`choice_${choice}`, said[language]] as const,
    ),
    ...policyRuleSchema.options.flatMap((rule) => [
      [rule, RULE_WORDS[rule].name[language]] as const,
      [`${rule}_help`, helpOf(rule, language)] as const,
    ]),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>${CATEGORY[language]}</displayName>
  <description>${CATEGORY[language]}</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${id}">${escaped(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${shapes()
  .filter(([, { type }]) => type !== 'boolean')
  .map(([rule, shape]) => presentation(rule, shape, RULE_WORDS[rule].name[language]))
  .join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`
}

function presentation(rule: PolicyRule, shape: Shape, name: string): string {
  const label = escaped(name)
  const control = (): string => {
    if (shape.enum) return `<dropdownList refId="${rule}">${label}</dropdownList>`
    if (shape.type === 'array') return `<multiTextBox refId="${rule}">${label}</multiTextBox>`
    if (shape.type === 'integer') {
      return `<decimalTextBox refId="${rule}" defaultValue="15">${label}</decimalTextBox>`
    }
    return `<textBox refId="${rule}"><label>${label}</label></textBox>`
  }
  return `      <presentation id="${rule}">${control()}</presentation>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
