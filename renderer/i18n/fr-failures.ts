import type { FailureWords } from './failure-words.ts'
import { createFormats } from './formats.ts'
import { frPolicy } from './fr-policy.ts'

const formats = createFormats('fr-FR')
const ruleNames: Readonly<Record<string, string>> = frPolicy.policy.rules

/** French for everything that is expected to go wrong. */
export const frFailures: FailureWords = {
  'input-refused': ({ at }) => ({
    title: 'Cette valeur n’est pas acceptée',
    kept: 'Rien n’a été changé.',
    next:
      at === ''
        ? 'Corrigez la saisie, puis réessayez.'
        : `Corrigez le champ « ${at} », puis réessayez.`,
  }),
  'unknown-channel': () => ({
    title: 'Cette action n’est pas disponible',
    kept: 'L’application et l’archive n’ont pas la même version ; l’archive n’a pas été touchée.',
    next: 'Redémarrez l’application.',
  }),
  cancelled: () => ({
    title: 'Action interrompue',
    kept: 'Ce qui était enregistré est intact.',
    next: 'Vous pouvez la relancer.',
  }),
  'connection-lost': () => ({
    title: 'Connexion à l’archive perdue',
    kept: 'Rien d’enregistré n’est perdu.',
    next: 'Attendez un instant : elle se rétablit d’elle-même. Sinon, redémarrez l’application.',
  }),
  unexpected: () => ({
    title: 'Une erreur imprévue s’est produite',
    kept: 'Ce qui était enregistré est intact.',
    next: 'Réessayez. Si elle persiste, redémarrez l’application, puis signalez-la avec la version que donnent les réglages.',
  }),
  'not-found': () => ({
    title: 'Introuvable dans l’archive',
    kept: 'L’élément a peut-être été retiré ; le reste est intact.',
    next: 'Revenez à la liste.',
  }),
  'archive-missing': () => ({
    title: 'L’archive est introuvable',
    kept: 'Rien n’a été créé ni remplacé à sa place.',
    next: 'Rebranchez le disque ou le support qui la contient, puis réessayez.',
  }),
  'archive-held': ({ by, on, since }) => ({
    title: 'L’archive est déjà ouverte',
    kept:
      by === ''
        ? 'Un autre programme l’utilise en ce moment ; rien n’a été modifié.'
        : `${by} l’utilise sur ${on} depuis le ${formats.instant(since)} ; rien n’a été modifié.`,
    next: 'Fermez-la là-bas, puis réessayez.',
  }),
  'archive-newer': ({ found, supported }) => ({
    title: 'L’archive vient d’une version plus récente',
    kept: `Elle est au format ${found} ; cette application lit jusqu’au format ${supported}. Elle n’a pas été touchée.`,
    next: 'Mettez l’application à jour.',
  }),
  'archive-outdated': () => ({
    title: 'L’archive attend d’être mise à jour',
    kept: 'Elle vient d’une version plus ancienne de Fonds, sur un support en lecture seule. Elle est intacte.',
    next: 'Copiez-la sur un disque où vous pouvez écrire, puis ouvrez la copie : elle sera mise à jour, une sauvegarde faite d’abord.',
  }),
  'archive-corrupt': () => ({
    title: 'L’archive est endommagée',
    kept: 'Vos sauvegardes vérifiées sont à part et n’ont pas été touchées.',
    next: 'N’y écrivez plus. Rétablissez la dernière sauvegarde : l’archive d’aujourd’hui sera gardée avec elles.',
  }),
  'archive-not-ours': () => ({
    title: 'Ce fichier n’est pas une archive Fonds',
    kept: 'Il n’a pas été touché.',
    next: 'Choisissez un autre fichier. S’il s’agit de votre archive, son fichier « .keys.json » manque ou son début est abîmé : remettez ce fichier, ou rétablissez une sauvegarde.',
  }),
  'archive-locked': ({ why }) => {
    switch (why) {
      case 'locked':
        return {
          title: 'L’archive est verrouillée',
          kept: 'Elle est intacte.',
          next: 'Donnez la phrase de passe, ou le code de secours imprimé.',
        }
      case 'wrong-passphrase':
        return {
          title: 'Cette phrase de passe n’ouvre pas l’archive',
          kept: 'L’archive est intacte.',
          next: 'Vérifiez les majuscules et la langue du clavier, ou donnez le code de secours.',
        }
      case 'keys-damaged':
        return {
          title: 'Le fichier des clés est endommagé ou d’une autre archive',
          kept: 'Votre phrase de passe n’est pas en cause, et l’archive n’a pas été touchée.',
          next: 'Remettez près de l’archive le fichier « .keys.json » d’une sauvegarde.',
        }
      case 'keys-missing':
        return {
          title: 'Le fichier des clés manque',
          kept: 'L’archive est chiffrée et n’a pas été touchée ; sans ce fichier, rien ne l’ouvre.',
          next: 'Remettez près de l’archive le fichier « .keys.json » d’une sauvegarde, ou rétablissez une sauvegarde.',
        }
      case 'unsupported':
        return {
          title: 'Cette installation ne sait pas ouvrir une archive chiffrée',
          kept: 'L’archive n’a pas été touchée.',
          next: 'Installez la version complète de Fonds.',
        }
    }
  },
  'code-mismatch': () => ({
    title: 'Ce n’est pas la fin du code de secours',
    kept: 'Rien n’a encore été chiffré.',
    next: 'Relisez le dernier groupe du code que vous gardez.',
  }),
  'keychain-refused': () => ({
    title: 'Le trousseau de ce poste n’a pas répondu',
    kept: 'L’archive est intacte et s’ouvre toujours par sa phrase de passe.',
    next: 'Déverrouillez le trousseau de votre session, puis réessayez.',
  }),
  'archive-read-only': () => ({
    title: 'L’archive est en lecture seule',
    kept: 'Elle est intacte : lire, chercher et exporter fonctionnent.',
    next: 'Pour y écrire, copiez-la sur un disque où vous pouvez écrire, ou vérifiez vos droits.',
  }),
  'archive-location-refused': () => ({
    title: 'Cet emplacement ne convient pas à une archive',
    kept: 'Les dossiers réseau et synchronisés peuvent l’endommager ; rien n’y a été écrit.',
    next: 'Placez-la sur un disque local, puis ouvrez-la de là.',
  }),
  'policy-refuses': ({ rule }) => ({
    title: 'La politique de votre service ne le permet pas',
    kept: `Rien n’a été changé (règle « ${ruleNames[rule] ?? rule} »).`,
    next: 'Adressez-vous à votre administrateur.',
  }),
  'disk-full': () => ({
    title: 'Le disque est plein',
    kept: 'Ce qui était enregistré est intact.',
    next: 'Libérez de la place, puis réessayez.',
  }),
  'disk-fails': () => ({
    title: 'Le disque ne répond pas',
    kept: 'Ce qui était enregistré n’a pas été touché. La dernière action a peut-être manqué.',
    next: 'Vérifiez que le disque est branché, puis rouvrez l’archive. Si cela se répète, copiez-la sur un autre disque, ou rétablissez une sauvegarde.',
  }),
  'no-permission': () => ({
    title: 'Accès refusé par le système',
    kept: 'Rien n’a été changé.',
    next: 'Vérifiez vos droits sur l’archive ou le fichier et sur son dossier, puis réessayez.',
  }),
  'name-refused': () => ({
    title: 'Ce nom de fichier n’est pas possible',
    kept: 'Rien n’a été créé ni changé.',
    next: 'Choisissez un autre nom, plus court et sans signes inhabituels.',
  }),
  'file-in-use': () => ({
    title: 'Le fichier est ouvert ailleurs',
    kept: 'Un autre programme l’a ouvert, ou il ne peut être remplacé. Rien n’a été changé.',
    next: 'Fermez-le puis réessayez, ou choisissez un autre nom.',
  }),
  'passage-invalid': () => ({
    title: 'Ce passage ne peut pas être annoté',
    kept: 'Le texte et ses annotations n’ont pas changé.',
    next: 'Sélectionnez des mots à l’intérieur du texte, puis réessayez.',
  }),
  'nothing-to-undo': () => ({
    title: 'Il n’y a rien à annuler',
    kept: 'Tout est enregistré tel qu’affiché.',
    next: 'Continuez : l’historique de l’annotation montre chaque étape.',
  }),
  'query-invalid': ({ at }) => ({
    title: 'La recherche est incomplète',
    kept: 'Rien n’a changé dans l’archive.',
    next: `Reprenez-la au caractère ${formats.number(at + 1)}.`,
  }),
  'batch-unknown': () => ({
    title: 'Cet ajout n’existe plus',
    kept: 'Il a été terminé ou abandonné ; les textes déjà pris sont dans l’archive.',
    next: 'Ajoutez de nouveau les fichiers : ceux qui y sont déjà seront reconnus.',
  }),
  'bundle-refused': ({ why }) => ({
    title: 'Ce fichier d’annotations est refusé',
    kept:
      why === 'not-a-bundle'
        ? 'Ce n’est pas un fichier d’annotations de Fonds. Rien n’a changé ici.'
        : 'Il a été abîmé ou modifié en route. Rien n’a changé ici.',
    next:
      why === 'not-a-bundle'
        ? 'Choisissez un autre fichier.'
        : 'Demandez-le de nouveau à qui l’a remis.',
  }),
  'bundle-newer': () => ({
    title: 'Ce fichier vient d’une version plus récente de Fonds',
    kept: 'Rien n’a changé ici.',
    next: 'Mettez l’application à jour, puis réessayez.',
  }),
  'export-font-missing': () => ({
    title: 'Une police nécessaire manque',
    kept: 'Une police fournie avec l’application a disparu ; l’archive est intacte et aucun fichier n’a été écrit.',
    next: 'Réinstallez l’application, puis exportez de nouveau.',
  }),
  'file-exists': ({ name }) => ({
    title: 'Un fichier porte déjà ce nom',
    kept: `« ${name} » n’a pas été remplacé.`,
    next: 'Choisissez un autre nom.',
  }),
}
