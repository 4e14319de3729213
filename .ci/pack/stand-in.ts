/**
 * Stand-ins for the Electron runtimes: the same files by name, with executables that do nothing
 * but carry a fuse wire. Everything except the runtime itself can be built and checked on them.
 */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import type { Target } from './targets.ts'

/** Written into every executable of a stand-in, and into nothing else. */
export const STAND_IN_MARK = 'FONDS STAND-IN: NOT AN ELECTRON RUNTIME'

/** Makes the stand-in of a platform in a folder of its own and gives that folder. */
export function writeStandIn(folder: string, target: Target, version: string): string {
  const root = path.join(folder, `${target.platform}-${target.arch}`)
  rmSync(root, { recursive: true, force: true })
  const put: Put = (name, content, mode = 0o644) => {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content, { mode })
  }
  put('LICENSE', STAND_IN_MARK)
  put('LICENSES.chromium.html', STAND_IN_MARK)
  put('version', version)
  if (target.platform === 'linux') putLinux(put)
  else if (target.platform === 'win32') putWindows(put, version)
  else putMac(put, root)
  return root
}

type Put = (name: string, content: string | Buffer, mode?: number) => void

/** The sentinel, the layout version and the states of a fresh runtime (@electron/fuses). */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
  Buffer.from(`\n${STAND_IN_MARK}\n`),
])

const LOCALES =
  'am ar bg bn ca cs da de el en-GB en-US es es-419 et fa fi fil fr gu he hi hr hu id it ja kn ko ' +
  'lt lv ml mr ms nb nl pl pt-BR pt-PT ro ru sk sl sr sv sw ta te th tr uk ur vi zh-CN zh-TW'

const COMMON = [
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'icudtl.dat',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
  ...LOCALES.split(' ').map((name) => `locales/${name}.pak`),
]

const doesNothing = (): Buffer => readFileSync('/usr/bin/true')

function putLinux(put: Put): void {
  const libraries = 'libEGL.so libGLESv2.so libffmpeg.so libvk_swiftshader.so libvulkan.so.1'
  for (const name of [...COMMON, ...libraries.split(' ')]) put(name, `${STAND_IN_MARK} ${name}`)
  put('electron', Buffer.concat([doesNothing(), FUSE_WIRE]), 0o755)
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) put(name, doesNothing(), 0o755)
}

function putWindows(put: Put, version: string): void {
  const libraries =
    'd3dcompiler_47.dll dxcompiler.dll dxil.dll ffmpeg.dll libEGL.dll libGLESv2.dll ' +
    'vk_swiftshader.dll vulkan-1.dll'
  for (const name of [...COMMON, ...libraries.split(' ')]) put(name, `${STAND_IN_MARK} ${name}`)
  put('electron.exe', Buffer.concat([emptyExecutable(version), FUSE_WIRE]), 0o755)
}

const ENGLISH = 1033
const UNICODE = 1200
const MANIFEST_TYPE = 24

/** A Windows program without code; its version must be in exactly one language. */
function emptyExecutable(version: string): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const info = Resource.VersionInfo.createEmpty()
  info.lang = ENGLISH
  info.setStringValues(
    { lang: ENGLISH, codepage: UNICODE },
    { FileDescription: 'Electron', ProductName: 'Electron', OriginalFilename: 'electron.exe' },
  )
  info.setFileVersion(version, ENGLISH)
  info.setProductVersion(version, ENGLISH)
  info.outputToResourceEntries(resources.entries)
  const manifest = new TextEncoder().encode(
    '<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0"/>',
  )
  resources.entries.push({
    type: MANIFEST_TYPE,
    id: 1,
    lang: ENGLISH,
    codepage: UNICODE,
    bin: manifest.slice().buffer,
  })
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

function putMac(put: Put, root: string): void {
  const contents = 'Electron.app/Contents'
  put(`${contents}/Info.plist`, propertyList('com.github.Electron', 'Electron'))
  put(`${contents}/PkgInfo`, 'APPL????')
  put(`${contents}/MacOS/Electron`, doesNothing(), 0o755)
  put(`${contents}/Resources/electron.icns`, STAND_IN_MARK)
  const framework = `${contents}/Frameworks/Electron Framework.framework`
  const program = Buffer.concat([doesNothing(), FUSE_WIRE])
  put(`${framework}/Versions/A/Electron Framework`, program, 0o755)
  put(
    `${framework}/Versions/A/Resources/Info.plist`,
    propertyList('com.github.Electron.framework', 'Electron Framework'),
  )
  for (const name of ['ar', 'de', 'en', 'en_GB', 'es', 'fr']) {
    put(`${framework}/Versions/A/Resources/${name}.lproj/locale.pak`, STAND_IN_MARK)
    put(`${contents}/Resources/${name}.lproj/locale.txt`, '')
  }
  symlinkSync('A', path.join(root, framework, 'Versions/Current'))
  for (const name of ['Electron Framework', 'Resources']) {
    symlinkSync(`Versions/Current/${name}`, path.join(root, framework, name))
  }
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${kind}`
    const helper = `${contents}/Frameworks/${name}.app/Contents`
    put(`${helper}/Info.plist`, propertyList('com.github.Electron.helper', name))
    put(`${helper}/MacOS/${name}`, doesNothing(), 0o755)
  }
}

const propertyList = (id: string, name: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleIdentifier</key><string>${id}</string><key>CFBundleName</key><string>${name}</string><key>CFBundleExecutable</key><string>${name}</string><key>CFBundlePackageType</key><string>APPL</string></dict></plist>
`
