import { expect, test } from 'vitest'
import { readEml } from '../../../../../electron/core/ingest/formats/eml.ts'
import { readText } from '../../../../../electron/core/ingest/formats/text.ts'

const read = (mail: string) =>
  readEml({ name: 'mail.eml', bytes: Buffer.from(mail.replaceAll('\n', '\r\n')) }, async (part) =>
    readText(part),
  )

const HEAD = `From: Presse <presse@example.org>
To: bureau@example.org
Date: Wed, 16 Apr 2025 23:30:00 +0200
MIME-Version: 1.0
`

test('takes the day of the sender, the subject without its prefix and the text', async () => {
  const { items } = await read(
    `${HEAD}Subject: TR: CP : =?utf-8?q?R=C3=A9union?=\nContent-Type: text/plain; charset=utf-8\n\nTexte du communiqué.\n`,
  )
  expect(items).toMatchObject([
    {
      name: 'mail.eml',
      title: 'Réunion',
      blocks: [{ kind: 'body', text: 'Texte du communiqué.' }],
      structured: {
        published: { value: '2025-04-16', rule: 'eml-date' },
        subject: { value: 'TR: CP : Réunion' },
      },
    },
  ])
})

test('joins lines broken by a mail program and keeps the others', async () => {
  const wrapped = `Les deux ministres ont examiné la coopération entre leurs pays et
arrêté un calendrier commun pour la fin de cette année.`
  const { items } = await read(
    `${HEAD}Content-Type: text/plain; charset=utf-8\n\n${wrapped}\n\nLe service\nde presse\n`,
  )
  expect(items[0]?.blocks.map(({ text }) => text)).toEqual([
    wrapped.replace('\n', ' '),
    'Le service\nde presse',
  ])
})

test('dates a forwarded message by its own head and leaves the note out', async () => {
  const { items } = await read(`${HEAD}Subject: TR: Accord
Content-Type: text/plain; charset=utf-8

Pour information.

-------- Message transféré --------
Sujet : Accord de coopération
Date : lundi 14 avril 2025 10:00
De : Cabinet <cabinet@example.org>

Texte transmis.
`)
  expect(items).toMatchObject([
    {
      title: 'Accord de coopération',
      blocks: [{ text: 'Texte transmis.' }],
      structured: { published: { value: '2025-04-14', rule: 'eml-forwarded-date' } },
    },
  ])
})

const withAttachment = (name: string): string => `${HEAD}Subject: Envoi
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Veuillez trouver ci-joint notre texte.
--b
Content-Type: text/plain; charset=utf-8; name="${name}"
Content-Disposition: attachment; filename="${name}"

Texte joint.
--b--
`

test('reads an attached document from its own bytes and leaves the cover note', async () => {
  const { items } = await read(withAttachment('texte.txt'))
  expect(items.map(({ name }) => name)).toEqual(['mail.eml/texte.txt'])
  expect(
    Buffer.from(items[0]?.bytes ?? [])
      .toString()
      .trim(),
  ).toBe('Texte joint.')
})

test('shows the name of an attachment without its path', async () => {
  const { items } = await read(withAttachment('../../etc/evil.txt'))
  expect(items[0]?.name).toMatch(/^mail\.eml\/[^/\\]*evil\.txt$/u)
})

test('refuses too many parts and too long a head, and names the limit', async () => {
  const parts = '--b\nContent-Type: text/plain\n\nx\n'.repeat(2001)
  const many = await read(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`)
  expect(many.refusals).toEqual([{ name: 'mail.eml', reason: 'limits-exceeded', limit: 'entries' }])
  const long = await read(`${HEAD}X-Long: ${'a'.repeat(1_100_000)}\n\nx\n`)
  expect(long.refusals[0]).toMatchObject({ limit: 'header-size' })
})
