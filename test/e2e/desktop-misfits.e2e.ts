import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Contract } from '../../shared/channels/channel.ts'
import { hostContract } from '../../shared/channels/contract.ts'
import { shellContract } from '../../shared/channels/shell.ts'
import { aFolder } from '../support/archive.ts'
import { channelInputs } from '../support/channel-inputs.ts'
import { launchDesktop, pageOf, type Desktop } from '../support/electron-double/launch.ts'
import { fillArchive } from '../support/filled-archive.ts'
import { misfitsOf } from '../support/misfits.ts'
import { callArchive, installBackend } from '../support/page-backend.ts'
import { digestsIn, faultsIn, type Asked } from '../support/refusals.ts'
import { runInPage } from '../support/run-in-page.ts'
import { SHELL_INPUTS, VAULT_INPUTS } from '../support/shell-inputs.ts'

/** They are made inside the page: what carries values there would lose keys of prototypes. */
const ASKING = `
  import { misfitsOf } from ${JSON.stringify(path.resolve('test/support/misfits.ts'))}
  import { answerOf } from ${JSON.stringify(path.resolve('test/support/loose-client.ts'))}
  window.askMisfits = async (side, channel, fitting) => {
    const answers = []
    for (const misfit of misfitsOf(fitting)) {
      answers.push(JSON.stringify(await answerOf(window.backend[side], channel, misfit)))
    }
    return answers
  }`

const { folder, remove } = aFolder()
const userData = path.join(folder, 'profile')
const archivePath = path.join(folder, 'archive.fonds')
let desktop: Desktop
let page: Page
let inputs: Readonly<Record<string, object>>

beforeAll(async () => {
  const known = await fillArchive(archivePath)
  inputs = { ...channelInputs({ ...known, folder }), ...VAULT_INPUTS, ...SHELL_INPUTS }
  desktop = await launchDesktop({ archivePath, userData })
  page = await pageOf(desktop)
  await installBackend(page)
  await runInPage(page, ASKING)
  // What opening does to the file is done.
  await callArchive(page, 'archive.describe', {})
  await vi.waitUntil(isAtRest, { timeout: 20_000 })
})

/** Whether what a window keeps of its own accord once it stands, such as this visit, is kept. */
async function isAtRest(): Promise<boolean> {
  const before = JSON.stringify(digestsIn(folder))
  await setTimeout(1000)
  return JSON.stringify(digestsIn(folder)) === before
}

afterAll(async () => {
  await desktop.close()
  remove()
})

/** What a channel does for the officer that leaves no file: how many dialogs and drags, the caret. */
const shown = (): object => ({
  dialogs: noted(/^(?:folder|save)-dialog$/u),
  drags: noted(/^drag$/u),
  hasCaret: desktop.windows[0]?.webContents.isCaretBrowsingEnabled(),
})

const noted = (what: RegExp): number =>
  desktop.stage.journal.filter((entry) => what.test(entry.what)).length

const callShell = (name: keyof typeof shellContract): Promise<unknown> =>
  page.evaluate(([channel, value]) => Reflect.get(window, 'backend').shell.call(channel, value), [
    name,
    SHELL_INPUTS[name],
  ] as const)

const CHANNELS = Object.entries<Contract>({ shell: shellContract, archive: hostContract }).flatMap(
  ([side, contract]) => Object.entries(contract).map(([name, { item }]) => ({ side, name, item })),
)

describe('a page that asks the desktop wrongly', () => {
  test.each(CHANNELS)('is refused by $name, which does nothing', async ({ side, name, item }) => {
    const fitting = inputs[name] ?? {}
    const before = { files: digestsIn(folder), shown: shown() }
    const answers = await page.evaluate(
      ([to, channel, value]) => Reflect.get(window, 'askMisfits')(to, channel, value),
      [side, { name, isStream: item !== undefined }, fitting] as const,
    )
    const asked: Asked[] = misfitsOf(fitting).map((input, at) => ({
      input,
      answer: JSON.parse(answers[at]),
    }))
    expect(answers).toHaveLength(asked.length)
    expect(faultsIn(asked, folder)).toEqual([])
    expect({ files: digestsIn(folder), shown: shown() }).toEqual(before)
  })

  test('would be seen to keep something, to drag and to ask the officer', async () => {
    const before = digestsIn(folder)
    expect(await callShell('preference.keep')).toMatchObject({ ok: true })
    const kept = digestsIn(folder)
    expect(kept).not.toEqual(before)
    const [drags, dialogs] = [noted(/^drag$/u), noted(/^save-dialog$/u)]
    expect(await callShell('file.drag')).toMatchObject({ ok: true })
    expect(digestsIn(folder)).not.toEqual(kept)
    desktop.stage.saveAnswers.push({ canceled: true, filePath: '' })
    expect(await callShell('file.save')).toMatchObject({ ok: true })
    expect(await callShell('caret.show')).toMatchObject({ ok: true })
    expect(shown()).toMatchObject({ drags: drags + 1, dialogs: dialogs + 1, hasCaret: true })
  })

  test('leaves the archive open and the shell at work', async () => {
    expect(await callArchive(page, 'archive.describe', {})).toMatchObject({ ok: true })
    const errors = /^(?:page-error|preload-error|not-delivered|utility-error)$/u
    expect(desktop.stage.journal.filter(({ what }) => errors.test(what))).toEqual([])
    expect(desktop.hosts()).toHaveLength(1)
  })
})
