/** French for what protects an archive: its passphrase, its recovery code and its lock. */
export const frSafety = {
  safety: {
    title: 'Protection de l’archive',
    unlockTitle: 'Archive verrouillée',
    unlockAdvice: (name: string) =>
      `« ${name} » est chiffrée. Donnez sa phrase de passe, ou le code de secours imprimé.`,
    unlocked: 'Archive déverrouillée',
    secret: 'Phrase de passe ou code de secours',
    current: 'Phrase de passe actuelle, ou code de secours',
    showSecret: 'Afficher ce que je tape',
    unlock: 'Déverrouiller',
    checking: 'Vérification…',
    lock: 'Verrouiller',
    encryptTitle: 'Chiffrer l’archive',
    encrypt: 'Chiffrer',
    encryptAction: 'Chiffrer l’archive…',
    isPlain: 'Cette archive n’est pas chiffrée : qui prend le disque peut la lire.',
    isEncrypted: (minutes: string) =>
      `Cette archive est chiffrée. Elle se verrouille après ${minutes} min sans activité.`,
    locksWithDesktop: 'Elle se verrouille aussi quand le poste se met en veille ou se verrouille.',
    covered:
      'Sont chiffrés : les textes, les originaux, les notes, l’index, le journal et les sauvegardes de l’application.',
    notCovered:
      'Ne le sont pas : les noms et tailles de fichiers, ce que vous exportez, le presse-papiers, la mémoire d’un poste allumé, et ce que le disque garde de l’archive d’avant. Chiffrez aussi le disque.',
    mustTitle: 'Votre service demande une archive chiffrée',
    mustAdvice:
      'Choisissez une phrase de passe pour continuer. Une archive déjà en place garde tout son contenu.',
    passphrase: 'Nouvelle phrase de passe',
    again: 'La même, une seconde fois',
    passphraseAdvice:
      'Au moins douze signes : quatre mots pris au hasard tiennent bien en mémoire.',
    mismatch: 'Les deux saisies diffèrent.',
    tooShort: 'Il faut au moins douze signes.',
    lossWarning:
      'Qui perd la phrase de passe et le code de secours perd l’archive : personne ne pourra la rouvrir.',
    next: 'Continuer',
    preparing: 'Préparation des clés…',
    codeTitle: 'Code de secours',
    codeAdvice:
      'Il ouvre l’archive si la phrase de passe se perd. Il n’est montré qu’une fois : imprimez-le, ou gardez-le hors de ce poste.',
    printCode: 'Imprimer',
    saveCode: 'Enregistrer…',
    codeFile: (name: string) => `${name} – code de secours.txt`,
    lastGroup: 'Tapez le dernier groupe du code, pour confirmer que vous l’avez gardé',
    encrypting: 'Chiffrement et vérification de l’archive…',
    encryptingAdvice: 'Si le poste s’arrête, l’archive reste entière, chiffrée ou non.',
    encrypted: 'Archive chiffrée et vérifiée',
    changeTitle: 'Changer la phrase de passe',
    change: 'Changer',
    changeAdvice: 'Le code de secours reste le même.',
    changed: 'Phrase de passe changée',
    decryptTitle: 'Retirer le chiffrement',
    decrypt: 'Retirer le chiffrement',
    decryptAdvice: 'L’archive redevient lisible par qui prend le disque. Rien n’en est perdu.',
    decrypting: 'Déchiffrement et vérification de l’archive…',
    decrypted: 'Archive déchiffrée et vérifiée',
    printed: (name: string) => `Code de secours de « ${name} »`,
  },
}
