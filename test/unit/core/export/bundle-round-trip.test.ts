import { afterAll, expect, test } from 'vitest'
import { reviseAnnotation } from '../../../../electron/core/annotations/annotate.ts'
import { unpackBundle } from '../../../../electron/core/annotations/bundle.ts'
import { arabicSample, frenchSample } from '../../../fixtures/export/samples.ts'
import { anOffice, bundleOf, mergeFile } from '../../../support/annotated.ts'
import { addSample } from '../../../support/exported.ts'
import { valueOf } from '../../../support/dossiers.ts'

const [first, second, third] = [
  anOffice('Officier'),
  anOffice('Collègue', 9),
  anOffice('Tiers', 10),
]
afterAll(() => {
  for (const office of [first, second, third]) office.close()
})

const named = (all: readonly unknown[]): readonly string[] =>
  all.map((one) => JSON.stringify(one)).toSorted()

/** What a bundle holds, without when and by whom it was written. */
async function manifestOf(bytes: Uint8Array): Promise<Manifest> {
  const { revisions, texts } = valueOf(await unpackBundle(bytes))
  const words = texts.map(({ digest, title, text }) => ({ digest, title, text }))
  return { revisions: named(revisions), texts: named(texts), words: named(words) }
}

interface Manifest {
  readonly revisions: readonly string[]
  readonly texts: readonly string[]
  /** The texts without the identifiers that each archive gives them. */
  readonly words: readonly string[]
}

test('a bundle taken into an empty archive and written again is the same', async () => {
  addSample(first, frenchSample())
  addSample(first, arabicSample())
  const annotation = first.db.prepare<{ id: string }>('SELECT id FROM annotation LIMIT 1').get()
  valueOf(reviseAnnotation(first.db, first.desk, annotation?.id ?? '', { body: 'Revu.' }))
  const bundle = bundleOf(first)
  const manifest = await manifestOf(bundle)
  expect(JSON.stringify(manifest)).toContain('Revu.')

  await mergeFile(second, bundle)
  expect(await manifestOf(bundleOf(second))).toEqual(manifest)

  // The texts come later: what waited for them is placed, and leaves as it came.
  await mergeFile(third, bundleOf(second))
  addSample(third, { ...frenchSample(), notes: [] })
  addSample(third, { ...arabicSample(), notes: [] })
  const { revisions, words } = await manifestOf(bundleOf(third))
  expect({ revisions, words }).toEqual({ revisions: manifest.revisions, words: manifest.words })
})
