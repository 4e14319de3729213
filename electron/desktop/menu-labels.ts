/** The words of the menu bar. The page has its own; this is all the shell says by itself. */
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
}

const ARABIC: MenuLabels = {
  file: 'ملف',
  openArchive: 'فتح أرشيف…',
  recent: 'المحفوظات الأخيرة',
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
}

const LABELS_BY_LANGUAGE: ReadonlyMap<string, MenuLabels> = new Map([
  ['fr', FRENCH],
  ['ar', ARABIC],
  ['en', ENGLISH],
])
