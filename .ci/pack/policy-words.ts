/** What the files for administrators say of a policy, by language of the file. */
import type { PolicyRule } from '../../shared/model/policy.ts'

/** Languages in which Windows shows policies, as it names them. */
export const POLICY_LANGUAGES = ['fr-FR', 'en-US', 'ar-SA'] as const
export type PolicyLanguage = (typeof POLICY_LANGUAGES)[number]

type Said = Readonly<Record<PolicyLanguage, string>>

/** The name of a rule and what it does. */
export interface RuleWords {
  readonly name: Said
  readonly help: Said
}

const said = (fr: string, en: string, ar: string): Said => ({
  'fr-FR': fr,
  'en-US': en,
  'ar-SA': ar,
})

/** The folder in which policies are shown, and the line that tells from which version they hold. */
export const CATEGORY = said('Fonds', 'Fonds', 'فوندز')
export const SUPPORTED = said('Fonds 0.1 ou plus', 'Fonds 0.1 or later', 'فوندز 0.1 أو أحدث')

/** The values of rules with a choice, by value. */
export const CHOICES: Readonly<Record<string, Said>> = {
  fr: said('Français', 'French', 'الفرنسية'),
  ar: said('Arabe', 'Arabic', 'العربية'),
  en: said('Anglais', 'English', 'الإنجليزية'),
  off: said('Aucun', 'None', 'لا شيء'),
  errors: said('Erreurs', 'Errors', 'الأخطاء'),
}

export const RULE_WORDS: Readonly<Record<PolicyRule, RuleWords>> = {
  archivePath: {
    name: said('Emplacement de l’archive', 'Location of the archive', 'موضع الأرشيف'),
    help: said(
      'Fichier que Fonds ouvre, quoi que demande l’agent. {home} et {user} valent le dossier et le nom de l’agent. Disque local : Fonds refuse un dossier réseau ou synchronisé.',
      'The file that Fonds opens, whatever the officer asks for. {home} and {user} stand for the officer’s folder and name. A local disk: Fonds refuses network and synchronised folders.',
      'الملف الذي يفتحه فوندز مهما طلب الموظف. يقوم {home} و{user} مقام مجلد الموظف واسمه. على قرص محلي: يرفض فوندز مجلدات الشبكة والمجلدات المتزامنة.',
    ),
  },
  readOnly: {
    name: said('Archives en lecture seule', 'Read-only archives', 'أرشيف للقراءة فقط'),
    help: said(
      'Refuse toute modification : ajouts, annotations, corrections ; ce qui écrirait n’est pas proposé. L’archive doit déjà exister.',
      'Refuses every change: additions, annotations, corrections; what would write is not offered. The archive must exist already.',
      'يرفض كل تعديل: الإضافات والحواشي والتصويبات، ولا يُعرض ما من شأنه أن يكتب. يجب أن يكون الأرشيف موجودا.',
    ),
  },
  language: {
    name: said('Langue', 'Language', 'اللغة'),
    help: said(
      'Langue de l’interface, à la place de celle du poste.',
      'Language of the interface, in place of that of the workstation.',
      'لغة الواجهة بدلا من لغة محطة العمل.',
    ),
  },
  exportFormats: {
    name: said('Formats d’export autorisés', 'Allowed export formats', 'صيغ التصدير المسموح بها'),
    help: said(
      'Seuls ces formats sont exportés, un par ligne, textes comme annotations ; une liste vide interdit tout export. Valeurs : {values}.',
      'Only these formats are exported, one a line, texts and annotations alike; an empty list forbids every export. Values: {values}.',
      'لا تصدر إلا هذه الصيغ، واحدة في كل سطر، للنصوص والحواشي معا؛ والقائمة الفارغة تمنع كل تصدير. القيم: {values}.',
    ),
  },
  exportFooter: {
    name: said('Pied de page des exports', 'Footer of exports', 'تذييل الصادرات'),
    help: said(
      'Imprimé au bas de chaque page des exports PDF et Word, à la place de celui que choisit l’agent.',
      'Printed at the foot of every page of PDF and Word exports, instead of what the officer chooses.',
      'يطبع أسفل كل صفحة من صادرات PDF وWord، بدل ما يختاره الموظف.',
    ),
  },
  exportMarking: {
    name: said('Mention des exports', 'Marking of exports', 'علامة الصادرات'),
    help: said(
      'Mention imprimée en tête et au bas de chaque page des exports PDF et Word, par exemple « Diffusion restreinte », à la place de celle du dossier ou de l’agent.',
      'Marking printed at the head and the foot of every page of PDF and Word exports, for example “Restricted”, instead of that of the dossier or the officer.',
      'علامة تطبع أعلى كل صفحة وأسفلها في صادرات PDF وWord، مثل «توزيع مقيد»، بدل علامة الملف أو الموظف.',
    ),
  },
  lockDelayMinutes: {
    name: said('Délai de verrouillage (minutes)', 'Lock delay (minutes)', 'مهلة القفل (بالدقائق)'),
    help: said(
      'Une archive chiffrée se verrouille après ce temps sans activité ; 15 sans cette règle.',
      'An encrypted archive locks after this time without activity; 15 without this rule.',
      'يقفل الأرشيف المشفر بعد هذه المدة دون نشاط؛ 15 دون هذه القاعدة.',
    ),
  },
  requireEncryption: {
    name: said('Chiffrement exigé', 'Encryption required', 'التشفير مطلوب'),
    help: said(
      'N’ouvre que des archives chiffrées : une archive en clair est d’abord chiffrée, et le reste.',
      'Opens encrypted archives only: a plain one is encrypted first, and stays so.',
      'لا يفتح إلا أرشيفا مشفرا: يُشفَّر غيره أولا ويبقى كذلك.',
    ),
  },
  requirePassphrase: {
    name: said('Phrase de passe exigée', 'Passphrase required', 'عبارة المرور مطلوبة'),
    help: said(
      'Demande la phrase de passe à chaque ouverture : le trousseau du poste n’ouvre aucune archive.',
      'Asks for the passphrase at every opening: the workstation’s keychain opens no archive.',
      'تُطلب عبارة المرور عند كل فتح: لا يفتح مخزن مفاتيح الجهاز أي أرشيف.',
    ),
  },
  watchedFolder: {
    name: said('Dossier surveillé', 'Watched folder', 'المجلد المراقب'),
    help: said(
      'Dossier dont Fonds ajoute les nouveaux fichiers à l’archive de l’agent, au lieu de celui qu’il choisit ; aussi celui que « fonds watch » surveille quand aucun n’est donné.',
      'The folder whose new files Fonds adds to the officer’s archive, instead of one the officer chooses; also that which “fonds watch” watches when none is given.',
      'المجلد الذي يضيف فوندز ملفاته الجديدة إلى أرشيف الموظف بدل مجلد يختاره، وهو أيضا ما يراقبه الأمر fonds watch إن لم يذكر مجلد.',
    ),
  },
  logLevel: {
    name: said('Journal technique', 'Technical log', 'السجل التقني'),
    help: said(
      'Ce qui est écrit sur la sortie d’erreur, sans texte ni chemin. Les fautes d’une politique y sont toujours.',
      'What is written to the standard error, without texts or paths. Faults of a policy always are.',
      'ما يكتب على مخرج الأخطاء، بلا نصوص ولا مسارات. أخطاء السياسة تكتب دائما.',
    ),
  },
}
