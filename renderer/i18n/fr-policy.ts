/** French for what an administrator settled. */
export const frPolicy = {
  policy: {
    title: 'Réglé par votre administrateur',
    faults: 'Une partie de la politique est illisible ; le plus strict s’applique.',
    value: (label: string, value: string) => `${label} : ${value}`,
    rules: {
      archivePath: 'Emplacement de l’archive',
      readOnly: 'Archives en lecture seule',
      language: 'Langue',
      requireEncryption: 'Archives chiffrées exigées',
      lockDelayMinutes: 'Verrouillage après (minutes)',
      exportFormats: 'Formats d’export permis',
      exportFooter: 'Pied de page des exports',
      exportMarking: 'Mention des exports',
      watchedFolder: 'Dossier surveillé',
      logLevel: 'Journal technique',
    },
  },
}
