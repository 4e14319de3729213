import type { FailureWords } from './failure-words.ts'
import { createFormats } from './formats.ts'

const formats = createFormats('fr-FR')

/** French for everything that is expected to go wrong. */
export const frFailures: FailureWords = {
  'input-refused': ({ at }) => ({
    title: 'Cette valeur n’est pas acceptée',
    advice: at === '' ? 'Corrigez la saisie, puis réessayez.' : `Corrigez le champ « ${at} ».`,
  }),
  'unknown-channel': () => ({
    title: 'Cette action n’est pas disponible',
    advice: 'L’application et l’archive n’ont pas la même version. Redémarrez l’application.',
  }),
  cancelled: () => ({ title: 'Action interrompue', advice: 'Vous pouvez la relancer.' }),
  'connection-lost': () => ({
    title: 'Connexion à l’archive perdue',
    advice: 'La connexion est rétablie d’elle-même. Rien d’enregistré n’est perdu.',
  }),
  unexpected: () => ({
    title: 'Une erreur imprévue s’est produite',
    advice: 'Réessayez. Si elle persiste, redémarrez l’application ; l’archive est intacte.',
  }),
  'not-found': () => ({
    title: 'Introuvable dans l’archive',
    advice: 'L’élément a peut-être été retiré. Revenez à la liste.',
  }),
  'archive-missing': () => ({
    title: 'L’archive est introuvable',
    advice: 'Rebranchez le disque ou le support qui la contient, puis réessayez.',
  }),
  'archive-held': ({ by, on, since }) => ({
    title: 'L’archive est déjà ouverte',
    advice:
      by === ''
        ? 'Un autre programme l’utilise en ce moment. Fermez-le, puis réessayez ; rien n’a été modifié.'
        : `${by} l’utilise sur ${on} depuis le ${formats.instant(since)}. Fermez-la là-bas, puis réessayez.`,
  }),
  'archive-newer': ({ found, supported }) => ({
    title: 'L’archive vient d’une version plus récente',
    advice: `Elle est au format ${found} ; cette application lit jusqu’au format ${supported}. Mettez l’application à jour. L’archive n’a pas été touchée.`,
  }),
  'archive-corrupt': () => ({
    title: 'L’archive est endommagée',
    advice: 'N’y écrivez plus. Rétablissez la dernière sauvegarde vérifiée.',
  }),
  'archive-not-ours': () => ({
    title: 'Ce fichier n’est pas une archive Fonds',
    advice:
      'Choisissez un autre fichier, ou rétablissez une sauvegarde. Celui-ci n’a pas été touché.',
  }),
  'archive-locked': ({ why }) => {
    switch (why) {
      case 'locked':
        return {
          title: 'L’archive est verrouillée',
          advice: 'Donnez la phrase de passe, ou le code de secours imprimé.',
        }
      case 'wrong-passphrase':
        return {
          title: 'Cette phrase de passe n’ouvre pas l’archive',
          advice: 'Vérifiez les majuscules et la langue du clavier. L’archive est intacte.',
        }
      case 'keys-damaged':
        return {
          title: 'Le fichier des clés est endommagé',
          advice:
            'Votre phrase de passe n’est pas en cause. Remettez près de l’archive le fichier « .keys.json » d’une sauvegarde.',
        }
      case 'unsupported':
        return {
          title: 'Cette installation ne sait pas ouvrir une archive chiffrée',
          advice: 'Installez la version complète de Fonds. L’archive n’a pas été touchée.',
        }
    }
  },
  'code-mismatch': () => ({
    title: 'Ce n’est pas la fin du code de secours',
    advice: 'Relisez le dernier groupe du code que vous gardez. Rien n’a encore été chiffré.',
  }),
  'keychain-refused': () => ({
    title: 'Le trousseau de ce poste n’a pas répondu',
    advice:
      'L’archive est intacte et s’ouvre toujours par sa phrase de passe. Déverrouillez le trousseau de votre session, puis réessayez.',
  }),
  'archive-read-only': () => ({
    title: 'L’archive est en lecture seule',
    advice: 'Copiez-la sur un disque où vous pouvez écrire, ou vérifiez vos droits.',
  }),
  'archive-location-refused': () => ({
    title: 'Cet emplacement ne convient pas à une archive',
    advice:
      'Les dossiers réseau et synchronisés peuvent l’endommager. Placez-la sur un disque local.',
  }),
  'policy-refuses': ({ rule }) => ({
    title: 'La politique de votre service ne le permet pas',
    advice: `Règle « ${rule} ». Adressez-vous à votre administrateur.`,
  }),
  'disk-full': () => ({
    title: 'Le disque est plein',
    advice: 'Libérez de la place, puis réessayez. Ce qui était enregistré est intact.',
  }),
  'no-permission': () => ({
    title: 'Accès refusé par le système',
    advice: 'Vérifiez vos droits sur l’archive ou le fichier, puis réessayez.',
  }),
  'file-in-use': () => ({
    title: 'Le fichier est ouvert ailleurs',
    advice:
      'Un autre programme l’a ouvert, ou il ne peut être remplacé. Rien n’a été changé. Fermez-le puis réessayez, ou choisissez un autre nom.',
  }),
  'passage-invalid': () => ({
    title: 'Ce passage ne peut pas être annoté',
    advice: 'Sélectionnez des mots à l’intérieur du texte, puis réessayez.',
  }),
  'nothing-to-undo': () => ({
    title: 'Il n’y a rien à annuler',
    advice: 'Cette annotation est revenue à son premier état.',
  }),
  'query-invalid': ({ at }) => ({
    title: 'La recherche est incomplète',
    advice: `Reprenez-la au caractère ${formats.number(at + 1)}.`,
  }),
  'batch-unknown': () => ({
    title: 'Cet ajout n’existe plus',
    advice: 'Il a été terminé ou abandonné. Ajoutez de nouveau les fichiers.',
  }),
  'bundle-refused': ({ why }) => ({
    title: 'Ce fichier d’annotations est refusé',
    advice:
      why === 'not-a-bundle'
        ? 'Ce n’est pas un fichier d’annotations de Fonds. Rien n’a changé ici.'
        : 'Il a été abîmé ou modifié en route. Demandez-le de nouveau ; rien n’a changé ici.',
  }),
  'bundle-newer': () => ({
    title: 'Ce fichier vient d’une version plus récente de Fonds',
    advice: 'Mettez l’application à jour, puis réessayez. Rien n’a changé ici.',
  }),
  'export-font-missing': () => ({
    title: 'Une police nécessaire manque',
    advice: 'Réinstallez l’application : une police fournie avec elle a disparu.',
  }),
  'file-exists': ({ name }) => ({
    title: 'Un fichier porte déjà ce nom',
    advice: `« ${name} » existe déjà. Choisissez un autre nom.`,
  }),
}
