import { rmSync } from 'node:fs'
import path from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import type { Target } from './targets.ts'

/** The fuses of every package, by their place in the wire; integrity exists off Linux only. */
export function fusesFor(target: Target): Readonly<Record<FuseV1Options, boolean>> {
  return {
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: target.platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  }
}

/** Burns the fuses of an unpacked application and takes out what a runtime brings but needs not. */
export async function sealTree(tree: string, target: Target): Promise<void> {
  await flipFuses(path.join(tree, target.fuses), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...fusesFor(target),
  })
  for (const name of ['version', path.join(target.resources, 'default_app.asar')]) {
    rmSync(path.join(tree, name), { force: true })
  }
}
