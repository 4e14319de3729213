/** English for what an administrator settled, and for what the program is. */
export const enPolicy = {
  policy: {
    title: 'Set by your administrator',
    faults: 'Part of the policy could not be read; the strictest applies.',
    value: (label: string, value: string) => `${label}: ${value}`,
    noFormat: 'none',
    rules: {
      archivePath: 'Place of the archive',
      readOnly: 'Archives are read-only',
      language: 'Language',
      requireEncryption: 'Encrypted archives required',
      requirePassphrase: 'Passphrase asked at every opening',
      lockDelayMinutes: 'Locks after (minutes)',
      exportFormats: 'Export formats allowed',
      exportFooter: 'Footer of exports',
      exportMarking: 'Marking of exports',
      watchedFolder: 'Watched folder',
      logLevel: 'Technical log',
    },
  },
  about: {
    title: 'About Fonds',
    license: 'Fonds is distributed under the Apache License 2.0.',
    network:
      'Fonds does not use the network: it opens no connection to the outside, looks for no update and sends nothing. Your texts leave this workstation only when you export them.',
    runsOn: 'Runs on',
    parts: 'Contains the following works',
    partsAdvice:
      'The text of every licence and the complete inventory (SBOM) are in the folder “legal” of the installation.',
    name: 'Name',
    version: 'Version',
    terms: 'Licence',
  },
}
