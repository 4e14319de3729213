import { expect, test, vi } from 'vitest'
import { describeError, openLog } from '../../electron/core/system/log.ts'
import { anOffice, addText } from '../support/annotated.ts'
import { openArchiveService } from '../../electron/core/service.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'
import { serve } from '../../electron/core/dispatch.ts'
import { connectClient } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { openLoopback } from '../../shared/channels/wire.ts'

const WORD = 'zibeline'

test('no word of a text, a query or a path reaches the log, though the errors hold them (control)', async () => {
  const office = anOffice('Officier')
  addText(office, `${WORD} : le ministre a reçu la délégation.`, WORD)
  office.shut()
  const errors: unknown[] = []
  const written: string[] = []
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    written.push(String(line))
    return true
  })
  const log = openLog()
  const service = openArchiveService({
    archivePath: office.path,
    actor: 'Officier',
    resourcesFolder: 'resources',
    lane: 'write',
    refusal: null,
    checked: false,
    clock: openSystemClock(),
    onBug: (channel, error) => {
      errors.push(error)
      log('bug', { channel, ...describeError(error) })
    },
  })
  const context = service.open()
  if (!context.ok) throw new Error(context.failure.kind)
  // A bug in the middle of the work, whose message quotes what it was working on.
  const broken = {
    ...service,
    context: () => {
      throw new Error(`no row for ${WORD} in ${office.path}`)
    },
  }
  const [served, spoken] = openLoopback()
  serve(broken, served)
  const archive = connectClient<ArchiveContract>(spoken)
  const filter = { years: [], issuers: [], languages: [] }
  const asked = { query: WORD, filter, offset: 0, limit: 9 }
  const answer = await archive.call('search.run', asked)
  spy.mockRestore()
  service.close()
  office.close()
  expect(answer).toEqual({ ok: false, failure: { kind: 'unexpected' } })
  expect(String(errors[0])).toContain(WORD)
  expect(written).toHaveLength(1)
  expect(written.join('')).toContain('"channel":"search.run"')
  expect(written.join('')).not.toContain(WORD)
  expect(written.join('')).not.toContain(office.path)
})
