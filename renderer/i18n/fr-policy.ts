/** French for what an administrator settled, and for what the program is. */
export const frPolicy = {
  policy: {
    title: 'Réglé par votre administrateur',
    faults: 'Une partie de la politique est illisible ; le plus strict s’applique.',
    value: (label: string, value: string) => `${label} : ${value}`,
    noFormat: 'aucun',
    rules: {
      archivePath: 'Emplacement de l’archive',
      readOnly: 'Archives en lecture seule',
      language: 'Langue',
      requireEncryption: 'Archives chiffrées exigées',
      requirePassphrase: 'Phrase de passe à chaque ouverture',
      lockDelayMinutes: 'Verrouillage après (minutes)',
      exportFormats: 'Formats d’export permis',
      exportFooter: 'Pied de page des exports',
      exportMarking: 'Mention des exports',
      watchedFolder: 'Dossier surveillé',
      logLevel: 'Journal technique',
    },
  },
  about: {
    title: 'À propos de Fonds',
    license: 'Fonds est distribué sous licence Apache 2.0.',
    network:
      'Fonds n’utilise pas le réseau : il n’ouvre aucune connexion vers l’extérieur, ne cherche aucune mise à jour et n’envoie rien. Vos textes ne quittent ce poste que si vous les exportez.',
    runsOn: 'Fonctionne avec',
    parts: 'Contient les œuvres suivantes',
    partsAdvice:
      'Le texte de chaque licence et l’inventaire complet (SBOM) se trouvent dans le dossier « legal » de l’installation.',
    name: 'Nom',
    version: 'Version',
    terms: 'Licence',
  },
}
