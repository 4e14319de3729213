/** Arabic for what an administrator settled, and for what the program is. */
export const arPolicy = {
  policy: {
    title: 'إعدادات يحددها المسؤول عن الأنظمة',
    faults: 'تعذّرت قراءة جزء من السياسة، ويسري الأشد تقييدًا.',
    value: (label: string, value: string) => `${label}: ${value}`,
    noFormat: 'لا شيء',
    rules: {
      archivePath: 'موضع الأرشيف',
      readOnly: 'الأرشيفات للقراءة فقط',
      language: 'اللغة',
      requireEncryption: 'التشفير إلزامي',
      requirePassphrase: 'عبارة المرور عند كل فتح',
      lockDelayMinutes: 'القفل بعد (دقائق)',
      exportFormats: 'صيغ التصدير المسموحة',
      exportFooter: 'تذييل الصادرات',
      exportMarking: 'وسم الصادرات',
      watchedFolder: 'المجلد المراقَب',
      logLevel: 'السجل التقني',
    },
  },
  about: {
    title: 'حول Fonds',
    license: 'يوزَّع Fonds بموجب رخصة Apache 2.0.',
    network:
      'لا يستخدم Fonds الشبكة: فهو لا يفتح أي اتصال بالخارج ولا يبحث عن تحديثات ولا يرسل شيئًا. ولا تغادر نصوصك هذا الجهاز إلا إذا صدّرتها.',
    runsOn: 'يعمل بواسطة',
    parts: 'يتضمن الأعمال التالية',
    partsAdvice: 'يوجد نص كل رخصة والجرد الكامل (SBOM) في المجلد legal ضمن مجلد التثبيت.',
    name: 'الاسم',
    version: 'الإصدار',
    terms: 'الرخصة',
  },
}
