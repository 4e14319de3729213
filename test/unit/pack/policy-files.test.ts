import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { policyFiles, policyTable } from '../../../.ci/pack/policy-files.ts'
import { policyRuleSchema } from '../../../shared/model/policy.ts'
import { shellContract } from '../../../shared/channels/shell.ts'

const projectFolder = path.resolve(import.meta.dirname, '../../..')
const textAt = (name: string): string => readFileSync(path.join(projectFolder, name), 'utf8')
const admx = textAt('resources/policy/fonds.admx')
const languages = ['fr-FR', 'en-US', 'ar-SA']
const adml = (language: string): string => textAt(`resources/policy/${language}/fonds.adml`)
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '')
// JSON is laid out by the formatter.
const plain = (name: string, text: string): unknown =>
  name.endsWith('.json') ? JSON.parse(text) : text

const helps = (language: string): readonly string[] =>
  all(adml(language), /<string id="\w+_help">(.*)<\/string>/gu)

describe('the files that administrators settle a policy with', () => {
  test('are as `npm run policy` makes them', () => {
    const made = [...policyFiles()].map(([name, text]) => [name, plain(name, text)])
    const kept = [...policyFiles().keys()].map((name) => [name, plain(name, textAt(name))])
    expect(kept).toEqual(made)
    expect(textAt('docs/administrator.md')).toContain(policyTable())
  })

  test('have every rule in the template of Windows', () => {
    expect(all(admx, /<policy name="(\w+)"/gu)).toEqual(policyRuleSchema.options)
    const values = new Set(all(admx, /valueName="(\w+)"/gu))
    expect([...values].toSorted()).toEqual([...policyRuleSchema.options].toSorted())
  })

  test.each(languages)('have every string and every control in %s', (language) => {
    const text = adml(language)
    const strings = new Set(all(text, /<string id="(\w+)">[^<]/gu))
    expect(all(admx, /\$\(string\.(\w+)\)/gu).filter((id) => !strings.has(id))).toEqual([])
    const controls = new Set(all(text, /refId="(\w+)"/gu))
    expect(all(admx, / id="(\w+)"/gu).filter((id) => !controls.has(id))).toEqual([])
    const presentations = new Set(all(text, /<presentation id="(\w+)"/gu))
    const asked = all(admx, /\$\(presentation\.(\w+)\)/gu)
    expect(asked.filter((id) => !presentations.has(id))).toEqual([])
  })

  test('say each rule in its language', () => {
    expect(helps('ar-SA').filter((help) => !/\p{Script=Arabic}/u.test(help))).toEqual([])
    for (const [index, help] of helps('fr-FR').entries()) {
      expect(help).not.toBe(helps('en-US')[index])
    }
  })

  test('let an editor accept what Fonds accepts, and refuse what it refuses', () => {
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(textAt('resources/policy/policies.schema.json')),
    )
    expect(validate({ $schema: 'policies.schema.json', readOnly: true, language: 'ar' })).toBe(true)
    expect(validate({ archivePath: 'fonds/archive.fonds' })).toBe(false)
    expect(validate({ exportFormats: ['exe'] })).toBe(false)
    expect(validate({ readonly: true })).toBe(false)
  })

  test.each(['fonds.admx', ...languages.map((language) => `${language}/fonds.adml`)])(
    'are well-formed: %s',
    (name) => {
      const opened: string[] = []
      const parser = new SaxesParser()
      parser.on('opentag', (tag) => opened.push(tag.name))
      // Without a listener the parser throws at the first fault.
      parser.write(textAt(`resources/policy/${name}`)).close()
      expect(opened.length).toBeGreaterThan(20)
    },
  )
})

describe('what the page is told of a policy', () => {
  test('has no path in it', () => {
    const { policy } = shellContract['policy.describe'].output.shape
    expect(Object.keys(policy.shape)).not.toContain('archivePath')
    expect(Object.keys(policy.shape)).not.toContain('watchedFolder')
  })
})
