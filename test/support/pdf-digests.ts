import { createHash } from 'node:crypto'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { arabicSample, englishSample, frenchSample } from '../fixtures/export/samples.ts'
import { inventedSample } from './invented-pages.ts'
import { openedEngine, samplePage } from './pdf-tools.ts'

/** The digests of twenty-four files, texts in every layout, as a process or a worker of its own makes them. */
async function pdfDigests(first: number, step: number): Promise<readonly string[]> {
  const engine = await openedEngine('native')
  const bytes = new TextEncoder().encode('Texte d’origine, inventé.\n')
  const attachments = [
    {
      name: 'origine.txt',
      mediaType: 'text/plain',
      relationship: 'source' as const,
      description: 'Fichier d’origine',
      bytes,
    },
  ]
  const samples = [frenchSample(), arabicSample(), englishSample()]
  const pages = [...samples, ...[1, 2, 3].map((n) => inventedSample(n, 4))].map(samplePage)
  const asked = pages.flatMap((page) =>
    (['none', 'end', 'margin', 'native'] as const).map((notes) => ({ page, notes })),
  )
  return asked
    .filter((_, i) => i % step === first)
    .map(({ page, notes }) => engine.render(page, { notes, attachments }).bytes)
    .map((pdf) => createHash('sha256').update(pdf).digest('hex'))
}

if (isMainThread) process.stdout.write(JSON.stringify(await pdfDigests(0, 1)))
else {
  const { first, step } = z.object({ first: z.int(), step: z.int() }).parse(workerData)
  parentPort?.postMessage(await pdfDigests(first, step))
}
