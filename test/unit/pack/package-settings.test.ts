import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { shippedPackages } from '../../../.ci/pack/legal.ts'
import { fusesFor, sealTree } from '../../../.ci/pack/seal.ts'
import { writeStandIn } from '../../../.ci/pack/stand-in.ts'
import { TARGETS } from '../../../.ci/pack/targets.ts'

const projectFolder = path.resolve(import.meta.dirname, '../../..')
const textAt = (name: string): string => readFileSync(path.join(projectFolder, name), 'utf8')
const settings = textAt('electron-builder.yml').replaceAll(/^\s*#.*\n/gmu, '')
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(textAt('package.json')))

describe('what goes into an installer', () => {
  test('is made for the Electron that the project names, by a builder pinned exactly', () => {
    const { electron, 'electron-builder': builder } = manifest.devDependencies
    expect(settings).toContain(`electronVersion: ${electron}\n`)
    expect(
      [electron, builder].filter((version) => !/^\d+\.\d+\.\d+$/u.test(version ?? '')),
    ).toEqual([])
  })

  test.each(['asar: true', 'npmRebuild: false', 'publish: null', "- '!node_modules'"])(
    'is sealed, bundled whole and fetches nothing: %s',
    (line) => {
      expect(settings).toContain(line)
    },
  )

  test('has the native file of each platform, and never that of the building machine', () => {
    expect(settings).not.toContain('${platform}')
    for (const { platform } of TARGETS) {
      expect(settings).toContain(`prebuilds/${platform}-\${arch}.node`)
    }
    const files = TARGETS.map(({ platform, arch }) => `${platform}-${arch}.node`)
    const missing = files.filter(
      (name) =>
        !existsSync(path.join(projectFolder, 'node_modules/better-sqlite3/prebuilds', name)),
    )
    expect(missing).toEqual([])
  })

  test('ships the languages of the interface and no other', () => {
    expect(settings).toContain('electronLanguages: [fr, ar, en-US, en-GB]')
  })

  test('registers the file type, once for every system', () => {
    expect([...settings.matchAll(/^\s*- ext: (\w+)$/gmu)].map(([, name]) => name)).toEqual([
      'fonds',
    ])
    expect(settings).toContain('mimeType: application/vnd.fonds.archive')
    expect(textAt('.ci/pack/msi.ts')).toContain('Software\\\\Classes\\\\.fonds')
  })

  test('lets macOS load nothing over plain HTTP', () => {
    expect(settings).toContain('NSAllowsArbitraryLoads: false')
  })

  test('names the licence of every package in it', () => {
    const packages = shippedPackages(projectFolder)
    const names = new Set(packages.map(({ name }) => name))
    const left = Object.keys(manifest.dependencies).filter((name) => !names.has(name))
    expect(left).toEqual([])
    expect(packages.filter(({ license }) => license === '').map(({ name }) => name)).toEqual([])
    const copyleft = packages.filter(({ license }) => /^A?L?GPL/u.test(license))
    expect(copyleft.map(({ name }) => name)).toEqual([])
  })
})

describe('the fuses', () => {
  test.each(TARGETS.map((target) => [target.os, target] as const))(
    'leave no way to run other code as Fonds: %s',
    (_os, target) => {
      const fuses = fusesFor(target)
      expect([
        fuses[FuseV1Options.RunAsNode],
        fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
        fuses[FuseV1Options.EnableNodeCliInspectArguments],
        fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
      ]).toEqual([false, false, false, false])
      expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(true)
    },
  )

  test('are burnt into the executable, all of them', async () => {
    const [target] = TARGETS.filter(({ platform }) => platform === 'linux').map((linux) => ({
      ...linux,
      fuses: 'electron',
    }))
    if (!target) throw new Error('no target')
    const folder = mkdtempSync(path.join(tmpdir(), 'fonds-fuses-'))
    const tree = writeStandIn(folder, target, '45.4.1')
    const executable = path.join(tree, 'electron')
    const before = await getCurrentFuseWire(executable)
    await sealTree(tree, target)
    const { version: _version, ...after } = await getCurrentFuseWire(executable)
    expect(after).not.toEqual(before)
    const states = Object.entries(after).map(([fuse, state]) => [
      fuse,
      String.fromCharCode(Number(state)) === '1',
    ])
    expect(Object.fromEntries(states)).toEqual({ ...fusesFor(target) })
    expect(existsSync(path.join(tree, 'version'))).toBe(false)
  })
})
