import type { frExport } from './fr-export.ts'
import { createPlural, type EveryForm } from './plural.ts'

const plural: (count: number, forms: EveryForm) => string = createPlural('ar-MA')

/** Arabic for what leaves the archive: files, pages, quotations. */
export const arExport: typeof frExport = {
  export: {
    title: 'تصدير',
    subject: 'ما تريد تصديره',
    subjects: {
      text: 'هذا النص',
      chosen: (count) => `المختار: ${textsTold(count)}`,
      listed: (count) => `القائمة: ${textsTold(count)}`,
      dossier: (title) => `الملف «${title}»`,
    },
    mostTexts: (count) => `لا يتجاوز التصدير ${textsTold(count)}: الأولى في القائمة.`,
    format: 'الصيغة',
    families: {
      read: 'للقراءة والتسليم',
      work: 'لمواصلة العمل',
      cite: 'للاستشهاد',
      data: 'لبرنامج آخر',
    },
    formats: {
      pdf: ['PDF', 'صفحات جاهزة للتسليم وصالحة للحفظ، والأصل مرفق.'],
      'dossier-pdf': ['ملف PDF', 'غلاف وفهرس وتسلسل زمني ونصوص وكشافات.'],
      'dossier-docx': ['ملف Word', 'الملف نفسه قابلا للتعديل.'],
      'briefing-pdf': ['مذكرة PDF', 'عناوين وملاحظات ومقاطع متتابعة دون غلاف.'],
      'briefing-docx': ['مذكرة Word', 'المذكرة نفسها قابلة للتعديل.'],
      'list-pdf': ['قائمة PDF', 'سطر لكل نص مع تاريخه ومصدره.'],
      docx: ['مستند Word', 'النص قابلا للتعديل، والحواشي تعليقات.'],
      html: ['صفحة ويب', 'ملف واحد يُقرأ دون اتصال.'],
      markdown: ['نص Markdown', 'نص بسيط بعناوين وملاحظات.'],
      ris: ['مراجع RIS', 'مراجع لبرامج Zotero وEndNote وMendeley.'],
      bibtex: ['مراجع BibTeX', 'مراجع لنظام LaTeX.'],
      'csl-json': ['مراجع CSL', 'مراجع لأي أسلوب استشهاد.'],
      csv: ['CSV', 'جدول لبرنامج الجداول، سطر لكل نص.'],
      json: ['معطيات JSON', 'كل معطيات النصوص.'],
      tei: ['TEI', 'نص مرمَّز للبحث.'],
      jsonld: ['حواشي W3C', 'الحواشي وحدها بصيغة W3C المفتوحة.'],
    },
    managed: 'حدّدته مصلحتك',
    notes: 'الحواشي',
    noteChoices: { none: 'بدونها', margin: 'في الهامش', end: 'في النهاية' },
    filter: 'اختيار الحواشي',
    kinds: 'الأنواع',
    tags: 'الوسوم',
    authors: 'الكاتبون',
    everything: 'إن لم تختر شيئا أُخذت كلها.',
    includePrivate: 'إدراج الملاحظات الخاصة',
    privateStay: 'تبقى ملاحظاتك الخاصة خارج الملف.',
    privateWarning: 'سيتضمن الملف ملاحظاتك الخاصة. انتبه لمن تسلّمه.',
    page: 'إعداد الصفحة',
    labels: 'لغة العناوين',
    marking: 'عبارة التداول',
    markingAdvice: 'تُطبع في رأس كل صفحة وأسفلها.',
    header: 'رأس الصفحة',
    footer: 'أسفل الصفحة',
    settled: 'تُستعاد هذه الاختيارات في المرة القادمة.',
    preview: 'معاينة الصفحات',
    previewTitle: 'معاينة',
    previewEmpty: 'تظهر الصفحات هنا كما ستُحفظ تماما.',
    noPages: 'لا صفحات لهذه الصيغة.',
    pages: (count) =>
      plural(count, {
        zero: 'لا صفحات',
        one: 'صفحة واحدة',
        two: 'صفحتان',
        few: '# صفحات',
        many: '# صفحة',
        other: '# صفحة',
      }),
    pageOf: (page, total) => `الصفحة ${page} من ${total}`,
    more: 'عرض البقية',
    print: 'طباعة…',
    printing: 'تحضير الطباعة',
    action: 'تصدير…',
    save: 'حفظ…',
    making: 'جار التنضيد',
    progress: (done, total) => `${done} من ${total}`,
    cancelled: 'أُوقف التصدير. لم يُكتب أي ملف.',
    done: (pages, notes) =>
      `${pages}، ${plural(notes, {
        zero: 'دون حواش',
        one: 'حاشية واحدة',
        two: 'حاشيتان',
        few: '# حواش',
        many: '# حاشية',
        other: '# حاشية',
      })}`,
    texts: (count) => textsTold(count),
    saved: (name) => `حُفظ: ${name}`,
    notSaved: 'لم يُحفظ الملف.',
    unchanged: 'لم يُكتب شيء. اختياراتك محفوظة.',
    substitutions: (count) =>
      plural(count, {
        zero: 'لم يُستبدل أي حرف:',
        one: 'استُبدل حرف واحد لا تتضمنه الخطوط:',
        two: 'استُبدل حرفان لا تتضمنهما الخطوط:',
        few: 'استُبدلت # أحرف لا تتضمنها الخطوط:',
        many: 'استُبدل # حرفا لا تتضمنها الخطوط:',
        other: 'استُبدل # حرف لا تتضمنها الخطوط:',
      }),
    leftOut: (count) =>
      plural(count, {
        zero: 'لم ينقص أي نص.',
        one: 'تعذرت قراءة نص واحد وهو غير موجود في الملف؛ النصوص الأخرى فيه. تحقق من الأرشيف في الإعدادات.',
        two: 'تعذرت قراءة نصين وهما غير موجودين في الملف؛ النصوص الأخرى فيه. تحقق من الأرشيف في الإعدادات.',
        few: 'تعذرت قراءة # نصوص وهي غير موجودة في الملف؛ النصوص الأخرى فيه. تحقق من الأرشيف في الإعدادات.',
        many: 'تعذرت قراءة # نصا وهي غير موجودة في الملف؛ النصوص الأخرى فيه. تحقق من الأرشيف في الإعدادات.',
        other:
          'تعذرت قراءة # نص وهي غير موجودة في الملف؛ النصوص الأخرى فيه. تحقق من الأرشيف في الإعدادات.',
      }),
    again: 'الحفظ من جديد…',
    tooMany: 'لا نص للتصدير.',
  },
  cite: {
    copyQuotation: 'نسخ الاقتباس مع مصدره',
    copyReference: 'نسخ المرجع',
    quotation: (words) => `نُسخ الاقتباس: ${words}`,
    reference: (words) => `نُسخ المرجع: ${words}`,
    nothingSelected: 'حدّد أولا المقطع المراد اقتباسه.',
    refused: 'رُفض النسخ. أعد المحاولة في نافذة Fonds.',
    style: 'مصدر الاقتباس المنسوخ',
    styles: { inline: 'بين قوسين', note: 'في سطر مستقل' },
  },
}

function textsTold(count: number): string {
  return plural(count, {
    zero: 'لا نصوص',
    one: 'نص واحد',
    two: 'نصان',
    few: '# نصوص',
    many: '# نصا',
    other: '# نص',
  })
}
