import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { serve } from '../../../../electron/core/dispatch.ts'
import { openArchiveService } from '../../../../electron/core/service.ts'
import { openSystemClock } from '../../../../electron/core/system/clock.ts'
import { connectClient, type Client } from '../../../../shared/channels/client.ts'
import type { ArchiveContract } from '../../../../shared/channels/contract.ts'
import { exportFormatSchema } from '../../../../shared/channels/export.ts'
import { openLoopback } from '../../../../shared/channels/wire.ts'
import { policySchema, type Policy } from '../../../../shared/model/policy.ts'

const ONE_TEXT = { communiqueIds: ['x'], includePrivate: false }

async function under<T>(
  policy: Policy,
  ask: (archive: Client<ArchiveContract>) => Promise<T>,
): Promise<T> {
  const service = openArchiveService({
    archivePath: path.join(mkdtempSync(path.join(tmpdir(), 'fonds-policy-')), 'archive.fonds'),
    actor: 'Officier',
    resourcesFolder: path.resolve('resources'),
    lane: 'write',
    refusal: null,
    checked: false,
    clock: openSystemClock(),
    policy,
    onBug: (_channel, error) => {
      throw error
    },
  })
  const [served, spoken] = openLoopback()
  serve(service, served)
  try {
    return await ask(connectClient<ArchiveContract>(spoken))
  } finally {
    service.close()
  }
}

describe('an archive under a policy', () => {
  test('can be read but not written to where archives are read-only', async () => {
    await under({ readOnly: true }, async (archive) => {
      expect(await archive.call('archive.describe', {})).toMatchObject({ ok: true })
      expect(await archive.call('saved-search.delete', { id: 'x' })).toEqual({
        ok: false,
        failure: { kind: 'policy-refuses', rule: 'readOnly' },
      })
    })
  })

  test('is neither opened nor created in plain where encryption is required', async () => {
    await under({ requireEncryption: true }, async (archive) => {
      expect(await archive.call('archive.describe', {})).toEqual({
        ok: false,
        failure: { kind: 'policy-refuses', rule: 'requireEncryption' },
      })
    })
  })

  test('keeps annotations from leaving in a form that is not allowed', async () => {
    await under({ exportFormats: ['web-annotations'] }, async (archive) => {
      expect(await archive.call('annotation.export-bundle', ONE_TEXT)).toEqual({
        ok: false,
        failure: { kind: 'policy-refuses', rule: 'exportFormats' },
      })
      const allowed = await archive.call('annotation.export-web', ONE_TEXT)
      expect(allowed).not.toMatchObject({ failure: { kind: 'policy-refuses' } })
    })
  })

  test('can be told of every format that the export knows', () => {
    const formats: readonly string[] = policySchema.shape.exportFormats.unwrap().element.options
    expect(exportFormatSchema.options.filter((format) => !formats.includes(format))).toEqual([])
  })
})
