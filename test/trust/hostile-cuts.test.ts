import { afterAll, expect, test } from 'vitest'
import { forkReader } from '../../electron/core/ingest/isolation/reader-channel.ts'
import { openReaderProcess } from '../../electron/core/ingest/isolation/reader-process.ts'
import type { Reading } from '../../electron/core/ingest/reading.ts'
import { unreadableReasonSchema } from '../../shared/model/ingest.ts'
import { msgFromText } from '../support/msg-builder.ts'
import {
  docxFromBody,
  odtFromBody,
  pdfFromPages,
  wordParagraph,
} from '../support/office-builder.ts'
import { zipFromParts } from '../support/zip-builder.ts'

const never = new AbortController().signal
const reader = openReaderProcess({ spawn: forkReader() })
afterAll(reader.close)

const REASONS: ReadonlySet<string> = new Set(unreadableReasonSchema.options)

/** Sentences that differ, so that no half of them is the other. */
const sentences = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `Le comité numéro ${at} s’est réuni à Azilane le matin.`)
const TEXT = sentences(300)

const mail = (): string =>
  [
    'From: a@example.org',
    'MIME-Version: 1.0',
    'Message-ID: <1@a>',
    'Subject: Envoi',
    'Content-Type: multipart/mixed; boundary="never"',
    '',
    '--never',
    'Content-Type: text/plain; charset=utf-8',
    '',
    TEXT.slice(0, 20).join('\r\n'),
    '--never',
    'Content-Type: text/plain; charset=utf-8; name="communique.txt"',
    'Content-Disposition: attachment; filename="communique.txt"',
    '',
    TEXT.join('\r\n'),
    '--never--',
    '',
  ].join('\r\n')

const rss = (): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Ports</title>${TEXT.map((text) => `<item><title>Réunion</title><description>${text}</description></item>`).join('')}</channel></rss>`

/** Whole files of every format that shows where it ends. */
const WHOLE: Readonly<Record<string, () => string | Uint8Array>> = {
  'message.msg': () => msgFromText('Réunion des ports', TEXT.join('\r\n')),
  'short.msg': () => msgFromText('Réunion des ports', TEXT.slice(0, 3).join('\r\n')),
  'text.docx': () => docxFromBody(TEXT.map((text) => wordParagraph(text)).join('')),
  'text.odt': () => odtFromBody(TEXT.map((text) => `<text:p>${text}</text:p>`).join('')),
  'texts.zip': () =>
    zipFromParts(Object.fromEntries(TEXT.slice(0, 20).map((text, at) => [`${at}.txt`, text]))),
  'text.rtf': () => `{\\rtf1\\ansi ${TEXT.map((text) => `${text}\\par `).join('')}}`,
  'text.pdf': () =>
    pdfFromPages(
      Array.from({ length: 20 }, (_, page) =>
        TEXT.slice(page * 15, page * 15 + 15).map((text, line) => ({
          text: text.replaceAll('’', ' '),
          x: 50,
          y: 700 - line * 14,
          size: 12,
        })),
      ),
    ),
  'message.eml': mail,
  'dump.json': () => JSON.stringify(TEXT.map((body) => ({ title: 'Réunion', body }))),
  'feed.rss': rss,
}

/** Nothing taken in, each refusal for a reason of the list. */
const isRefused = ({ items, refusals }: Reading): boolean =>
  items.length === 0 &&
  refusals.length > 0 &&
  refusals.every(({ reason }) => REASONS.has(reason) && reason !== 'no-text')

const isToldOf = ({ warnings, refusals }: Reading): boolean =>
  warnings.some(({ kind }) => kind === 'recovered') || refusals.length > 0

test.each(Object.entries(WHOLE))(
  '%s is taken in whole, and cut anywhere it is refused or told to be damaged',
  async (name, make) => {
    const bytes = Buffer.from(make())
    const whole = await reader.read({ name, bytes }, never)
    expect(whole.items.length).toBeGreaterThan(0)
    expect(isToldOf(whole)).toBe(false)
    const passed: number[] = []
    for (let share = 25; share <= 95; share += 10) {
      const cut = bytes.subarray(0, Math.floor((bytes.byteLength * share) / 100))
      const reading = await reader.read({ name, bytes: cut }, never)
      if (!isRefused(reading) && !isToldOf(reading)) passed.push(share)
    }
    expect(passed).toEqual([])
    const next = { name: 'next.txt', bytes: Buffer.from('Le comité s’est réuni.') }
    expect((await reader.read(next, never)).items).toHaveLength(1)
  },
  60_000,
)
