import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'
import {
  callArchive,
  countBackends,
  installBackend,
  streamArchive,
  valueOf,
} from '../support/page-backend.ts'

const FIRST_PAGE = {
  filter: { years: [], issuers: [], languages: [] },
  sort: 'newest' as const,
  offset: 0,
  limit: 50,
}

const { folder, remove } = aFolder()
let desktop: Desktop
let page: Page

beforeAll(async () => {
  desktop = await launchDesktop({ archivePath: path.join(folder, 'archive.fonds') })
  page = await pageOf(desktop)
  // It is also run under a trace of its system calls, which takes its time.
  page.setDefaultTimeout(120_000)
  await installBackend(page)
})

afterAll(async () => {
  await desktop.close()
  remove()
})

const noted = (what: string): unknown[] =>
  desktop.stage.journal.filter((entry) => entry.what === what).map(({ data }) => data)

test('opens one window on the page, shown once it has painted', () => {
  expect(desktop.windows).toHaveLength(1)
  expect(desktop.windows[0]?.webContents.mainFrame.url).toBe('app://fonds/')
  expect(noted('show')).toHaveLength(1)
  expect(desktop.windows[0]?.options.title).toBe('Fonds')
})

test('lets the page speak with the archive', async () => {
  const described = await callArchive(page, 'archive.describe', {})
  expect(described).toMatchObject({ ok: true, value: { name: 'archive.fonds', readOnly: false } })
})

test('takes in the samples, keeps a note on one, and saves a PDF of it', async () => {
  const { batchId, offered } = valueOf(await callArchive(page, 'ingest.offer-samples', {}))
  const { items, outcome } = await streamArchive(page, 'ingest.run-batch', { batchId })
  expect(valueOf(outcome)).toMatchObject({ batchId })
  expect(items.at(-1)).toMatchObject({ done: offered, total: offered })

  const { rows } = valueOf(await callArchive(page, 'communique.list', FIRST_PAGE))
  expect(rows.length).toBeGreaterThan(0)
  const id = rows[0]?.id ?? ''
  const { version } = valueOf(await callArchive(page, 'communique.get', { id, versionId: null }))
  const note = await callArchive(page, 'annotation.create', {
    versionId: version.id,
    start: 0,
    end: 20,
    kind: 'comment',
    body: 'À reprendre dans la note de synthèse',
    tags: [],
    visibility: 'shareable',
  })
  expect(valueOf(note)).toMatchObject({ body: 'À reprendre dans la note de synthèse' })

  const filePath = path.join(folder, 'note.pdf')
  desktop.stage.saveAnswers.push({ canceled: false, filePath })
  expect(await exportAndSave(id)).toEqual({ ok: true, value: { saved: true } })
  expect(readFileSync(filePath).subarray(0, 5).toString()).toBe('%PDF-')
})

test('reads foreign bytes in a process of its own, and in another once that one is lost', async () => {
  const [first] = desktop.readers()
  expect(first?.pid).toEqual(expect.any(Number))
  expect(first?.pid).not.toBe(desktop.hosts()[0]?.pid)
  const ended = new Promise((resolve) => first?.once('exit', resolve))
  process.kill(first?.pid ?? 0, 'SIGKILL')
  expect(await ended).toBe(9)

  const { batchId } = valueOf(await callArchive(page, 'ingest.open-batch', { origin: null }))
  expect(await offerText(batchId, 'Note.txt', 'Une note verbale est remise ce jour.')).toEqual({
    ok: true,
    value: { offered: 1 },
  })
  const { outcome } = await streamArchive(page, 'ingest.run-batch', { batchId })
  expect(valueOf(outcome)).toMatchObject({ total: 1, unreadable: 0 })
  expect(desktop.readers()).toHaveLength(2)
})

test('saves where the officer says, whole', async () => {
  const filePath = path.join(folder, 'saved.bin')
  desktop.stage.saveAnswers.push({ canceled: false, filePath })
  expect(await save('../../etc/saved.bin')).toEqual({ ok: true, value: { saved: true } })
  expect([...readFileSync(filePath)]).toEqual([1, 2, 3])
  expect(noted('save-dialog').at(-1)).toMatchObject({
    defaultPath: expect.stringMatching(/documents.saved\.bin$/u),
  })
})

test('saves nothing when the officer declines', async () => {
  desktop.stage.saveAnswers.push({ canceled: true, filePath: '' })
  expect(await save('declined.bin')).toEqual({ ok: true, value: { saved: false } })
})

test('says why it could not save, and leaves nothing half written', async () => {
  const filePath = path.join(folder, 'gone', 'saved.bin')
  desktop.stage.saveAnswers.push({ canceled: false, filePath })
  expect(await save('saved.bin')).toEqual({ ok: false, failure: { kind: 'no-permission' } })
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('asks once where several files go, and replaces none that is there', async () => {
  const place = path.join(folder, 'volumes')
  mkdirSync(place)
  writeFileSync(path.join(place, 'dossier.pdf'), 'before')
  const asked = noted('folder-dialog').length
  desktop.stage.folderAnswers.push(place, null)
  expect(await saveAll(['dossier.pdf', '../dossier-2.pdf'])).toEqual({
    ok: true,
    value: { saved: true },
  })
  expect(readdirSync(place).toSorted()).toEqual(['dossier-2-2.pdf', 'dossier-2.pdf', 'dossier.pdf'])
  expect(readFileSync(path.join(place, 'dossier.pdf'), 'utf8')).toBe('before')
  expect(noted('folder-dialog')).toHaveLength(asked + 1)
  expect(await saveAll(['declined.pdf'])).toEqual({ ok: true, value: { saved: false } })
})

test('takes back the files before one that cannot be written', async () => {
  const place = path.join(folder, 'half')
  mkdirSync(place)
  desktop.stage.folderAnswers.push(place)
  // Twice as many bytes as letters, which is more than a name may have.
  expect(await saveAll(['one.pdf', 'é'.repeat(200)])).toMatchObject({ ok: false })
  expect(readdirSync(place)).toEqual([])
})

test('fails calls under way when the archive host ends, and starts it again', async () => {
  const before = await countBackends(page)
  await page.evaluate(() => {
    const { archive } = Reflect.get(window, 'backend')
    const steps = archive.stream('archive.verify', {})
    // Taken slowly enough never to be answered.
    Reflect.set(
      window,
      'underWay',
      steps.next().then(() => archive.call('archive.describe', {})),
    )
    Reflect.set(window, 'steps', steps)
  })
  desktop.hosts()[0]?.kill()
  const pending = page.evaluate(() => Reflect.get(window, 'underWay'))
  expect(await pending).toEqual({ ok: false, failure: { kind: 'connection-lost' } })
  await vi.waitUntil(async () => (await countBackends(page)) > before, { timeout: 60_000 })
  expect(await callArchive(page, 'archive.describe', {})).toMatchObject({ ok: true })
  expect(desktop.hosts()).toHaveLength(2)
})

test('gives a page that loads again new ports', async () => {
  await installBackend(page)
  expect(await callArchive(page, 'archive.describe', {})).toMatchObject({ ok: true })
})

test('locks an encrypted archive when the workstation sleeps or is locked', async () => {
  const passphrase = 'quatre mots au hasard'
  const made = valueOf(await callArchive(page, 'vault.prepare-keys', { passphrase }))
  const lastGroup = made.recoveryCode.slice(-4)
  valueOf(await callArchive(page, 'vault.encrypt', { lastGroup }))
  for (const event of ['suspend', 'lock-screen']) {
    expect(await callArchive(page, 'archive.describe', {})).toMatchObject({ ok: true })
    desktop.powerMonitor.emit(event)
    await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor()
    expect(await callArchive(page, 'archive.describe', {})).toMatchObject({
      failure: { kind: 'archive-locked' },
    })
    expect(noted('title-taken-from-page')).toEqual([])
    valueOf(await callArchive(page, 'vault.unlock', { secret: passphrase }))
    await page.getByRole('heading', { name: 'Archive verrouillée' }).waitFor({ state: 'detached' })
  }
  valueOf(await callArchive(page, 'vault.decrypt', { secret: passphrase }))
})

test('brings the window forward when the application is started again', async () => {
  const [window] = desktop.windows
  if (!window) throw new Error('no window')
  window.minimized = true
  desktop.app.emit('second-instance', {}, ['electron', '.'], folder)
  expect(window.minimized).toBe(false)
  expect(noted('focus')).toHaveLength(1)
})

test('reports no error of the page, the preload or the host', () => {
  const errors = /^(?:page-error|preload-error|console-error|not-delivered|utility-error)$/u
  expect(desktop.stage.journal.filter(({ what }) => errors.test(what))).toEqual([])
})

function offerText(batchId: string, name: string, text: string): Promise<unknown> {
  return page.evaluate(
    (asked) =>
      Reflect.get(window, 'backend').archive.call('ingest.offer-files', {
        batchId: asked.batchId,
        files: [
          {
            name: asked.name,
            content: { kind: 'bytes', bytes: new TextEncoder().encode(asked.text) },
          },
        ],
      }),
    { batchId, name, text },
  )
}

/** The bytes of the PDF stay in the page, as they do when the officer exports. */
function exportAndSave(communiqueId: string): Promise<unknown> {
  return page.evaluate(async (id) => {
    const { archive, shell } = Reflect.get(window, 'backend')
    const steps = archive.stream('export.render-pdf', {
      communiqueId: id,
      versionId: null,
      notes: 'margin',
      includePrivate: false,
      labels: 'fr',
    })
    let step = await steps.next()
    while (!step.done) step = await steps.next()
    if (!step.value.ok) return step.value
    const { fileName, bytes } = step.value.value
    return shell.call('file.save', { name: fileName, bytes })
  }, communiqueId)
}

function saveAll(names: readonly string[]): Promise<unknown> {
  return page.evaluate(
    (asked) =>
      Reflect.get(window, 'backend').shell.call('file.save-all', {
        files: asked.map((name) => ({ name, bytes: new Uint8Array([1, 2, 3]) })),
      }),
    names,
  )
}

function save(name: string): Promise<unknown> {
  return page.evaluate(
    (asked) =>
      Reflect.get(window, 'backend').shell.call('file.save', {
        name: asked,
        bytes: new Uint8Array([1, 2, 3]),
      }),
    name,
  )
}
