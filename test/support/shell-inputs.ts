import type { InputOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import type { VaultContract } from '../../shared/channels/vault.ts'

const FILE = { name: 'note.txt', bytes: new Uint8Array([0, 255, 10]) }

/** An input that fits each channel of the shell. A channel without one does not compile. */
export const SHELL_INPUTS: { readonly [M in keyof ShellContract]: InputOf<ShellContract[M]> } = {
  'shell.describe': {},
  'shell.list-parts': {},
  'policy.describe': {},
  'preference.list': {},
  'preference.keep': { name: 'settings.textCaret', text: 'true' },
  'draft.keep': { name: 'note', text: '{"body":"note"}' },
  'draft.list': {},
  'shell.watch': {},
  'watched-folder.follow': {},
  'watched-folder.choose': {},
  'watched-folder.read-again': {},
  'watched-folder.turn': { isOn: true },
  'caret.show': { isShown: true },
  'file.drag': FILE,
  'file.save': FILE,
  'file.save-all': { files: [FILE, { ...FILE, name: 'autre.txt' }] },
}

const PASSPHRASE = 'quatre mots au hasard'

/** An input that fits each channel of the vault. */
export const VAULT_INPUTS: { readonly [M in keyof VaultContract]: InputOf<VaultContract[M]> } = {
  'vault.describe': {},
  'vault.watch': {},
  'vault.unlock': { secret: PASSPHRASE },
  'vault.lock': {},
  'vault.stay-open': {},
  'vault.seal': { text: '{"body":"note"}' },
  'vault.unseal': { sealed: 'draft1.AAAA' },
  'vault.prepare-keys': { passphrase: PASSPHRASE },
  'vault.encrypt': { lastGroup: 'AB12' },
  'vault.decrypt': { secret: PASSPHRASE },
  'vault.change-passphrase': { secret: PASSPHRASE, passphrase: 'cinq autres mots au hasard' },
  'vault.trust-workstation': { secret: PASSPHRASE },
  'vault.forget-workstation': {},
  'backup.list': {},
  'backup.make': {},
  'backup.restore': { name: 'no-such-backup.fonds', secret: null },
}
