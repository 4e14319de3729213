/** The words of the menu bar, and of a window that is lost: all that the shell says by itself. */
export interface MenuLabels {
  readonly file: string
  readonly openArchive: string
  readonly recent: string
  readonly clearRecent: string
  readonly print: string
  readonly help: string
  readonly about: string
  readonly quit: string
  readonly edit: string
  readonly undo: string
  readonly redo: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly selectAll: string
  readonly view: string
  readonly actualSize: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fullScreen: string
  readonly window: string
  readonly minimize: string
  readonly close: string
  /** What is said where no page of a window stays. */
  readonly pageLost: string
  readonly pageLostAdvice: string
}

/** The labels in the language of the workstation, given as a BCP 47 tag; French when it has none. */
export function menuLabelsFor(locale: string): MenuLabels {
  return LABELS_BY_LANGUAGE.get(locale.split('-')[0] ?? '') ?? FRENCH
}

const FRENCH: MenuLabels = {
  file: 'Fichier',
  openArchive: 'Ouvrir une archive…',
  recent: 'Archives récentes',
  clearRecent: 'Effacer la liste',
  print: 'Imprimer…',
  help: 'Aide',
  about: 'À propos de Fonds',
  quit: 'Quitter',
  edit: 'Édition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: 'Affichage',
  actualSize: 'Taille réelle',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fullScreen: 'Plein écran',
  window: 'Fenêtre',
  minimize: 'Placer dans la barre des tâches',
  close: 'Fermer la fenêtre',
  pageLost: 'La fenêtre s’est arrêtée plusieurs fois de suite',
  pageLostAdvice:
    'Ce qui était enregistré est intact. Rouvrez Fonds ; si cela se répète, redémarrez l’ordinateur, puis réinstallez l’application.',
}

const ARABIC: MenuLabels = {
  file: 'ملف',
  openArchive: 'فتح أرشيف…',
  recent: 'الأرشيفات الأخيرة',
  clearRecent: 'مسح القائمة',
  print: 'طباعة…',
  help: 'مساعدة',
  about: 'حول Fonds',
  quit: 'إنهاء',
  edit: 'تحرير',
  undo: 'تراجع',
  redo: 'إعادة',
  cut: 'قص',
  copy: 'نسخ',
  paste: 'لصق',
  selectAll: 'تحديد الكل',
  view: 'عرض',
  actualSize: 'الحجم الفعلي',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  fullScreen: 'ملء الشاشة',
  window: 'نافذة',
  minimize: 'تصغير إلى شريط المهام',
  close: 'إغلاق النافذة',
  pageLost: 'توقفت النافذة مرات متتالية',
  pageLostAdvice:
    'كل ما حُفظ سليم. افتح Fonds من جديد؛ فإن تكرر ذلك فأعد تشغيل الحاسوب ثم أعد تثبيت التطبيق.',
}

const ENGLISH: MenuLabels = {
  file: 'File',
  openArchive: 'Open archive…',
  recent: 'Recent archives',
  clearRecent: 'Clear the list',
  print: 'Print…',
  help: 'Help',
  about: 'About Fonds',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  window: 'Window',
  minimize: 'Minimize',
  close: 'Close window',
  pageLost: 'The window stopped several times in a row',
  pageLostAdvice:
    'What was saved is intact. Open Fonds again; if it happens again, restart the computer, then install the application again.',
}

const LABELS_BY_LANGUAGE: ReadonlyMap<string, MenuLabels> = new Map([
  ['fr', FRENCH],
  ['ar', ARABIC],
  ['en', ENGLISH],
])
