import { expect, test } from 'vitest'
import { unsafePlaceOf } from '../../../../electron/core/system/place.ts'
import { aFolder } from '../../../support/archive.ts'

const mount = (at: string, system: string): string =>
  `36 35 98:0 / ${at} rw,noatime shared:1 - ${system} //serveur/partage rw`

test.each(['cifs', 'smb3', 'nfs4', '9p', 'fuse.sshfs', 'fuse.gvfsd-fuse', 'davfs'])(
  'a folder on %s is on another machine',
  (system) => {
    const { folder, remove } = aFolder()
    const mounts = [mount('/', 'ext4'), mount(folder, system)].join('\n')
    expect(unsafePlaceOf(`${folder}/ambassade/archive`, mounts)).toBe('network')
    // The control: the same folder on a disk of this machine.
    expect(unsafePlaceOf(`${folder}/ambassade/archive`, mount('/', 'ext4'))).toBeNull()
    remove()
  },
)

test('the deepest mount decides, and names with spaces are read', () => {
  const { folder, remove } = aFolder()
  const escaped = folder.replaceAll('-', String.raw`\055`)
  expect(unsafePlaceOf(folder, `${mount('/', 'nfs')}\n${mount(escaped, 'ext4')}`)).toBeNull()
  expect(unsafePlaceOf(folder, `${mount('/', 'ext4')}\n${mount(escaped, 'cifs')}`)).toBe('network')
  remove()
})

test.each([String.raw`\\serveur\archives`, String.raw`\\?\UNC\serveur\archives`])(
  '%s is on another machine',
  (folder) => {
    expect(unsafePlaceOf(folder, '')).toBe('network')
  },
)

test.each([
  '/home/officier/OneDrive - Ministère/archives',
  String.raw`C:\Users\officier\Dropbox\archives`,
  '/Users/officier/Library/Mobile Documents/archives',
  '/home/officier/Nextcloud/archives',
])('%s is copied by a cloud service', (folder) => {
  expect(unsafePlaceOf(folder, '')).toBe('cloud')
})

test.each([
  '/home/officier/Documents/boxeur',
  String.raw`\\?\C:\archives`,
  String.raw`C:\Users\officier\Documents`,
  '/home/officier/notes sur Dropbox et autres',
])('%s is a place for an archive', (folder) => {
  expect(unsafePlaceOf(folder, '')).toBeNull()
})
