/** English for what an administrator settled. */
export const enPolicy = {
  policy: {
    title: 'Set by your administrator',
    faults: 'Part of the policy could not be read; the strictest applies.',
    value: (label: string, value: string) => `${label}: ${value}`,
    rules: {
      archivePath: 'Place of the archive',
      readOnly: 'Archives are read-only',
      language: 'Language',
      requireEncryption: 'Encrypted archives required',
      lockDelayMinutes: 'Locks after (minutes)',
      exportFormats: 'Export formats allowed',
      exportFooter: 'Footer of exports',
      exportMarking: 'Marking of exports',
      watchedFolder: 'Watched folder',
      logLevel: 'Technical log',
    },
  },
}
