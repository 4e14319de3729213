import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv-draft-04'
import { describe, expect, test } from 'vitest'
import { readWebAnnotation } from '../../../../electron/core/annotations/read-web-annotation.ts'
import { webAnnotationFromAnnotation } from '../../../../electron/core/annotations/web-annotation.ts'
import type {
  AnnotatedVersion,
  PortableAnnotation,
} from '../../../../electron/core/annotations/web-annotation.ts'
import {
  annotationKindSchema,
  type AnnotationKind,
  type AnnotationLink,
  type Selector,
} from '../../../../shared/model/annotation.ts'
import { selectorFromSpan } from '../../../../shared/text/anchor.ts'
import { digestText } from '../../../support/revision-model.ts'

const FRENCH =
  'Les deux ministres 😀 ont réaffirmé 𝒜 leur engagement.\n\nUne feuille de route commune sera adoptée au printemps.'
const ARABIC = 'أكد الوزيران على ضرورة تعزيز التعاون في مجال الوقاية المدنية.'

const aVersion = (text: string): AnnotatedVersion => ({
  communiqueId: '0196a3f0-0000-7000-8000-000000000001',
  text,
  digest: digestText(text),
  createdAt: '2025-04-17T08:00:00.000Z',
})

function anAnnotation(
  text: string,
  words: string,
  fields: Partial<PortableAnnotation> = {},
): PortableAnnotation {
  const start = text.indexOf(words)
  const target = selectorFromSpan(text, start, start + words.length)
  if (target === null) throw new Error('the words are not in the text')
  return {
    id: '0196a3f0-0000-7000-8000-000000000002',
    kind: 'comment',
    link: linkOfKind(fields.kind ?? 'comment', target),
    body: 'À suivre.',
    bodyLanguage: 'fr',
    tags: ['sécurité', 'à vérifier'],
    inReplyTo: null,
    createdBy: 'Agent A',
    createdAt: '2025-04-18T09:00:00.000Z',
    modifiedAt: '2025-04-19T09:00:00.000Z',
    target,
    ...fields,
  }
}

/** A link to a passage of the very text, so that the reader holds it; a mention of a body. */
function linkOfKind(
  kind: AnnotationKind,
  passage: Omit<Selector, 'versionId'>,
): AnnotationLink | null {
  const { communiqueId, digest: textDigest } = aVersion(FRENCH)
  if (kind === 'mention') {
    const authorityId = '0196a3f0-0000-7000-8000-000000000009'
    return { to: 'authority', authorityId, authorityKind: 'corporate-body', name: 'وزارة 🕊' }
  }
  if (kind !== 'link') return null
  const isHeld = FRENCH.includes(passage.exact)
  return {
    to: 'communique',
    communiqueId,
    textDigest,
    title: 'Communiqué conjoint',
    passage: isHeld ? passage : null,
  }
}

/** Every kind, with and without note and tags, both directions, astral characters, replies. */
const SAMPLES = annotationKindSchema.options.flatMap((kind) => [
  {
    kind,
    version: aVersion(FRENCH),
    annotation: anAnnotation(FRENCH, 'feuille de route', { kind }),
  },
  {
    kind,
    version: aVersion(FRENCH),
    annotation: anAnnotation(FRENCH, '𝒜 leur', { kind, body: '', bodyLanguage: 'und', tags: [] }),
  },
  {
    kind,
    version: aVersion(ARABIC),
    annotation: anAnnotation(ARABIC, 'ضرورة تعزيز', {
      kind,
      body: 'يتابع',
      bodyLanguage: 'ar',
      inReplyTo: '0196a3f0-0000-7000-8000-000000000003',
    }),
  },
])

describe('an annotation written for other programs', () => {
  test.each(SAMPLES)('comes back the same and is written again byte for byte: $kind', (sample) => {
    const written = JSON.stringify(webAnnotationFromAnnotation(sample.annotation, sample.version))
    const read = readWebAnnotation(JSON.parse(written), () => sample.version)
    expect(read).toMatchObject({ ok: true, value: { annotation: sample.annotation } })
    if (!read.ok) return
    const again = webAnnotationFromAnnotation(read.value.annotation, read.value.version)
    expect(JSON.stringify(again)).toBe(written)
  })

  test('counts code points, not code units', () => {
    const annotation = anAnnotation(FRENCH, 'engagement')
    expect(annotation.target.start).toBe(44)
    expect(webAnnotationFromAnnotation(annotation, aVersion(FRENCH))).toMatchObject({
      target: {
        selector: [
          { type: 'TextQuoteSelector', exact: 'engagement' },
          { type: 'TextPositionSelector', start: 42, end: 52 },
        ],
      },
    })
  })

  test('names the wording by its capture and its digest', () => {
    expect(
      webAnnotationFromAnnotation(anAnnotation(FRENCH, 'commune'), aVersion(FRENCH)),
    ).toMatchObject({
      target: {
        source: 'urn:uuid:0196a3f0-0000-7000-8000-000000000001',
        state: {
          type: 'TimeState',
          sourceDate: '2025-04-17T08:00:00.000Z',
          cached: `urn:sha256:${digestText(FRENCH)}`,
        },
      },
    })
  })
})

describe('an annotation from another program', () => {
  const version = aVersion(FRENCH)
  const foreign = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'http://example.org/anno1',
    type: ['Annotation'],
    creator: 'http://example.org/people/a',
    created: '2025-04-18T11:00:00+02:00',
    bodyValue: 'Une note',
    target: {
      source: 'http://example.org/page',
      selector: { type: 'TextQuoteSelector', exact: 'feuille de route' },
    },
  }

  test('is placed by its quotation, and the place is only proposed', () => {
    expect(readWebAnnotation(foreign, () => version)).toMatchObject({
      ok: true,
      value: {
        annotation: {
          id: 'http://example.org/anno1',
          kind: 'comment',
          body: 'Une note',
          createdBy: 'http://example.org/people/a',
          createdAt: '2025-04-18T09:00:00.000Z',
          target: { exact: 'feuille de route', isProposed: true, textDigest: version.digest },
        },
      },
    })
  })

  test('asks for the text it names', () => {
    const state = { type: 'TimeState', cached: `urn:sha256:${version.digest}` }
    const asked: unknown[] = []
    readWebAnnotation({ ...foreign, target: { ...foreign.target, state } }, (named) => {
      asked.push(named)
      return null
    })
    expect(asked).toEqual([{ source: 'http://example.org/page', digest: version.digest }])
  })

  test.each([
    ['no object', 'text', { kind: 'input-refused', at: '' }],
    ['another type', { ...foreign, type: 'Note' }, { kind: 'input-refused', at: 'type' }],
    [
      'a picture',
      { ...foreign, body: { type: 'Image', id: 'x' } },
      { kind: 'input-refused', at: 'body' },
    ],
    [
      'a note in HTML',
      { ...foreign, body: { value: '<b>x</b>', format: 'text/html' } },
      { kind: 'input-refused', at: 'body' },
    ],
    [
      'a whole page',
      { ...foreign, target: 'http://x.org/' },
      { kind: 'input-refused', at: 'target' },
    ],
    [
      'words the text does not have',
      {
        ...foreign,
        target: { ...foreign.target, selector: { type: 'TextQuoteSelector', exact: 'tout autre' } },
      },
      { kind: 'not-found', what: 'passage', id: foreign.id },
    ],
  ])('is refused with %s', (_, json, failure) => {
    expect(readWebAnnotation(json, () => version)).toEqual({ ok: false, failure })
  })

  test('is refused where the archive has no such text', () => {
    expect(readWebAnnotation(foreign, () => null)).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'text', id: 'http://example.org/page' },
    })
  })
})

const W3C_TESTS = path.resolve(import.meta.dirname, '../../../../../shared/w3c-annotation-tests')
const hasW3cTests = existsSync(W3C_TESTS)
if (!hasW3cTests) process.stdout.write('W3C annotation tests absent: assertions skipped\n')

describe.skipIf(!hasW3cTests)('the assertions of the W3C that an annotation must meet', () => {
  const list = hasW3cTests ? readJson('annotations/annotationMusts.test')['assertions'] : []
  const assertions = Array.isArray(list) ? list.map(String) : []

  const ajv = new Ajv.default({ strict: false, validateFormats: false })
  const definitions = hasW3cTests ? readdirSync(path.join(W3C_TESTS, 'definitions')) : []
  for (const name of definitions) ajv.addSchema(readJson(`definitions/${name}`))
  const isMet = (file: string, annotation: unknown): boolean => {
    const id = file.replaceAll('/', '-')
    const schema = { ...readJson(file), id }
    const validate = ajv.getSchema(id) ?? ajv.compile(schema)
    return validate(annotation) === (readJson(file)['expectedResult'] !== 'invalid')
  }

  test('are fifty-four', () => {
    expect(assertions).toHaveLength(54)
  })

  const written = SAMPLES.map(({ annotation, version }) =>
    webAnnotationFromAnnotation(annotation, version),
  )

  test.each(assertions)('%s', (file) => {
    expect(written.filter((annotation) => !isMet(file, annotation))).toEqual([])
  })

  test.each([
    ['no context', '"@context":', '"context":'],
    ['a quotation without words', '"exact":', '"words":'],
    ['a negative position', '"start":', '"start":-'],
    ['a state without a date or copy', /"sourceDate":"[^"]*","cached":"[^"]*"/u, '"x":1'],
    ['a direction that is none', '"textDirection":"ltr"', '"textDirection":"up"'],
  ])('are not met by %s', (_, from, to) => {
    const broken: unknown = JSON.parse(JSON.stringify(written[0]).replace(from, to))
    expect(assertions.filter((file) => !isMet(file, broken))).not.toEqual([])
  })
})

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(W3C_TESTS, file), 'utf8'))
}
