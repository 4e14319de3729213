/** A platform that installers are built for. */
export interface Target {
  readonly platform: 'linux' | 'win32' | 'darwin'
  readonly arch: 'x64' | 'arm64'
  /** As electron-builder names it in the names of files. */
  readonly os: 'linux' | 'win' | 'mac'
  /** The unpacked application, within the output folder. */
  readonly tree: string
  /** The folder of resources within that tree. */
  readonly resources: string
  /** The file that carries the fuses, within that tree. */
  readonly fuses: string
}

/** Every platform, in the order in which they are built. */
export const TARGETS: readonly Target[] = [
  {
    platform: 'linux',
    arch: 'x64',
    os: 'linux',
    tree: 'linux-unpacked',
    resources: 'resources',
    fuses: 'fonds',
  },
  {
    platform: 'win32',
    arch: 'x64',
    os: 'win',
    tree: 'win-unpacked',
    resources: 'resources',
    fuses: 'Fonds.exe',
  },
  {
    platform: 'darwin',
    arch: 'arm64',
    os: 'mac',
    tree: 'mac-arm64',
    resources: 'Fonds.app/Contents/Resources',
    fuses:
      'Fonds.app/Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
  },
]
