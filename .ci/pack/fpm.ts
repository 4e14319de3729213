#!/usr/bin/env node
/**
 * Stands in for `fpm`, which Debian does not have: makes a deb or an rpm of a folder from the
 * options that electron-builder gives. What it makes depends on its input and SOURCE_DATE_EPOCH.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

interface Order {
  readonly options: ReadonlyMap<string, string>
  readonly depends: readonly string[]
  /** Where each file or folder goes, by where it lies. */
  readonly contents: readonly (readonly [source: string, target: string])[]
}

function readOrder(given: readonly string[]): Order {
  const options = new Map<string, string>()
  const depends: string[] = []
  const contents: [string, string][] = []
  const rest = [...given]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--force' || word === '--debug') continue
    const [before, ...after] = word.split('=')
    if (!word.startsWith('-')) contents.push([before ?? '', after.join('=')])
    else if (word === '-d') depends.push(rest.shift() ?? '')
    else if (after.length > 0) options.set(before ?? '', after.join('='))
    else options.set(word, rest.shift() ?? '')
  }
  return { options, depends, contents }
}

function need({ options }: Order, name: string): string {
  const value = options.get(name)
  if (value === undefined) throw new Error(`electron-builder did not give ${name}`)
  return value
}

function layOut(root: string, { contents }: Order): void {
  mkdirSync(root, { recursive: true, mode: 0o755 })
  for (const [source, target] of contents) {
    const to = path.join(root, target)
    if (source.endsWith('/')) {
      mkdirSync(to, { recursive: true })
      cpSync(source, to, { recursive: true, verbatimSymlinks: true })
    } else {
      mkdirSync(path.dirname(to), { recursive: true })
      copyFileSync(source, to)
    }
  }
  for (const name of listAll(root)) {
    const file = path.join(root, name)
    const { mode } = lstatSync(file)
    const isRunnable = lstatSync(file).isDirectory() || (mode & 0o111) !== 0
    if (!lstatSync(file).isSymbolicLink()) chmodSync(file, isRunnable ? 0o755 : 0o644)
  }
}

const listAll = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()

const descriptionOf = (given: Order): readonly string[] =>
  need(given, '--description')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const SCRIPTS: readonly (readonly [option: string, script: string, section: string])[] = [
  ['--before-install', 'preinst', 'pre'],
  ['--after-install', 'postinst', 'post'],
  ['--before-remove', 'prerm', 'preun'],
  ['--after-remove', 'postrm', 'postun'],
]

function makeDeb(root: string, given: Order): void {
  const sizes = listAll(root).map((name) => lstatSync(path.join(root, name)).size)
  const [synopsis, ...more] = descriptionOf(given)
  const control = [
    `Package: ${need(given, '--name')}`,
    `Version: ${need(given, '--version')}`,
    `Architecture: ${need(given, '--architecture')}`,
    `Maintainer: ${need(given, '--maintainer')}`,
    `Installed-Size: ${Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024)}`,
    `Depends: ${given.depends.join(', ')}`,
    `Section: ${need(given, '--category')}`,
    `Priority: ${need(given, '--deb-priority')}`,
    `Homepage: ${need(given, '--url')}`,
    `Description: ${synopsis ?? ''}`,
    ...more.map((line) => ` ${line}`),
  ]
  const folder = path.join(root, 'DEBIAN')
  mkdirSync(folder, { mode: 0o755 })
  writeFileSync(path.join(folder, 'control'), `${control.join('\n')}\n`)
  for (const [option, script] of SCRIPTS) {
    const source = given.options.get(option)
    if (source === undefined) continue
    copyFileSync(source, path.join(folder, script))
    chmodSync(path.join(folder, script), 0o755)
  }
  run('dpkg-deb', [
    '--root-owner-group',
    '-Zzstd',
    '-z12',
    '--build',
    root,
    need(given, '--package'),
  ])
}

/** The spec names each file; scripts are ours, in which `%` means itself. */
function makeRpm(root: string, given: Order, top: string): void {
  const files = listAll(root).filter((name) => !lstatSync(path.join(root, name)).isDirectory())
  const scripts = SCRIPTS.flatMap(([option, , section]) => {
    const source = given.options.get(option)
    if (source === undefined) return []
    const text = readFileSync(source, 'utf8').replaceAll('%', '%%')
    // rpm runs what follows a removal after an upgrade too, when the new files are there.
    return section === 'postun'
      ? [`%${section}`, 'if [ "$1" -eq 0 ]; then', text, 'fi']
      : [`%${section}`, text]
  })
  const spec = [
    '%define __os_install_post %{nil}',
    '%define _build_id_links none',
    '%define debug_package %{nil}',
    '%define _binary_payload w12.zstdio',
    `Name: ${need(given, '--name')}`,
    `Version: ${need(given, '--version').replaceAll('-', '~')}`,
    'Release: 1',
    `Summary: ${given.options.get('--rpm-summary') ?? descriptionOf(given)[0] ?? ''}`,
    `License: ${need(given, '--license')}`,
    `URL: ${need(given, '--url')}`,
    `Vendor: ${need(given, '--vendor')}`,
    `Packager: ${need(given, '--maintainer')}`,
    'AutoReqProv: no',
    ...given.depends.map((name) => `Requires: ${name}`),
    '%description',
    ...descriptionOf(given),
    '%install',
    `cp -a '${root}/.' %{buildroot}/`,
    '%files',
    '%defattr(-,root,root,-)',
    ...files.map((name) => `"/${name}"`),
    ...scripts,
  ]
  mkdirSync(top)
  const file = path.join(top, 'fonds.spec')
  writeFileSync(file, `${spec.join('\n')}\n`)
  const defines = [
    `_topdir ${top}`,
    `_rpmdir ${top}`,
    'use_source_date_epoch_as_buildtime 1',
    'clamp_mtime_to_source_date_epoch 1',
    '_buildhost reproducible',
  ].flatMap((define) => ['--define', define])
  const arch = need(given, '--architecture').replace('amd64', 'x86_64')
  run('rpmbuild', ['-bb', '--quiet', '--target', arch, ...defines, file])
  const [made] = globSync('**/*.rpm', { cwd: top })
  copyFileSync(path.join(top, made ?? ''), need(given, '--package'))
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

const order = readOrder(process.argv.slice(2))
const work = mkdtempSync(path.join(tmpdir(), 'fonds-fpm-'))
try {
  const root = path.join(work, 'root')
  layOut(root, order)
  if (order.options.get('-t') === 'deb') makeDeb(root, order)
  else makeRpm(root, order, path.join(work, 'rpm'))
} finally {
  rmSync(work, { recursive: true, force: true })
}
