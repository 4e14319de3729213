/** Arabic for what an administrator settled. */
export const arPolicy = {
  policy: {
    title: 'إعدادات يحددها المسؤول',
    faults: 'تعذّرت قراءة جزء من السياسة، ويسري الأشد تقييدًا.',
    value: (label: string, value: string) => `${label}: ${value}`,
    rules: {
      archivePath: 'موضع الأرشيف',
      readOnly: 'المحفوظات للقراءة فقط',
      language: 'اللغة',
      requireEncryption: 'التشفير إلزامي',
      lockDelayMinutes: 'القفل بعد (دقائق)',
      exportFormats: 'صيغ التصدير المسموحة',
      exportFooter: 'تذييل الصادرات',
      exportMarking: 'وسم الصادرات',
      watchedFolder: 'المجلد المراقَب',
      logLevel: 'السجل التقني',
    },
  },
}
