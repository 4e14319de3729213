import type { frTransfers } from './fr-transfers.ts'
import { createPlural, type EveryForm } from './plural.ts'

const plural: (count: number, forms: EveryForm) => string = createPlural('ar-MA')

/** Arabic for what comes into the archive and what leaves it. */
export const arTransfers: typeof frTransfers = {
  ingest: {
    title: 'إضافة نصوص',
    action: 'إضافة',
    advice: 'أفلت ملفات أو مجلدا هنا، أو اخترها. تُحفظ الأصول كما هي.',
    formats: 'TXT, HTML, PDF, DOCX, DOC, ODT, RTF, EML, MSG, XML, JSON, CSV, ZIP',
    chooseFiles: 'اختيار ملفات…',
    chooseFolder: 'اختيار مجلد…',
    paste: 'لصق نص',
    pasteLabel: 'النص المراد إضافته',
    pasteName: 'نص-ملصق.txt',
    pasteAction: 'إضافة هذا النص',
    drop: 'أفلت للإضافة إلى الأرشيف',
    dropRefused: 'للقراءة فقط: لا يمكن إضافة شيء إلى هذا الأرشيف',
    reading: 'قراءة الملفات',
    readingCount: (done, total) =>
      plural(done, {
        zero: `لم يُسلَّم بعد أي ملف من ${total}`,
        one: `سُلِّم ملف واحد من ${total}`,
        two: `سُلِّم ملفان من ${total}`,
        few: `سُلِّمت # ملفات من ${total}`,
        many: `سُلِّم # ملفا من ${total}`,
        other: `سُلِّم # ملف من ${total}`,
      }),
    running: 'تحليل النصوص',
    runningCount: (done, total) => plural(done, sameForms(`# من ${total}`)),
    cancelled: 'أُوقفت الإضافة. ما دخل الأرشيف باقٍ فيه.',
    resumeLater: 'يمكنك استئنافها لاحقا.',
    report: 'التقرير',
    summary: {
      added: (count) =>
        plural(count, {
          zero: 'لا جديد',
          one: 'نص جديد واحد',
          two: 'نصان جديدان',
          few: '# نصوص جديدة',
          many: '# نصا جديدا',
          other: '# نص جديد',
        }),
      identical: (count) =>
        plural(count, {
          zero: 'لا مطابق',
          one: 'نص مطابق واحد',
          two: 'نصان مطابقان',
          few: '# نصوص مطابقة',
          many: '# نصا مطابقا',
          other: '# نص مطابق',
        }),
      related: (count) =>
        plural(count, {
          zero: 'لا شيء مرتبط بنص معروف',
          one: 'نص واحد مرتبط بنص معروف',
          two: 'نصان مرتبطان بنص معروف',
          few: '# نصوص مرتبطة بنص معروف',
          many: '# نصا مرتبطا بنص معروف',
          other: '# نص مرتبط بنص معروف',
        }),
      unreadable: (count) =>
        plural(count, {
          zero: 'لا ملف متعذر القراءة',
          one: 'ملف واحد تعذرت قراءته',
          two: 'ملفان تعذرت قراءتهما',
          few: '# ملفات تعذرت قراءتها',
          many: '# ملفا تعذرت قراءتها',
          other: '# ملف تعذرت قراءتها',
        }),
    },
    outcomes: {
      added: 'جديد',
      identical: 'موجود في الأرشيف',
      amends: 'صيغة معدلة محتملة من نص معروف',
      relays: 'ينقل على الأرجح نصا معروفا',
      'same-event': 'على الأرجح جزء آخر من برقية معروفة',
      unreadable: 'تعذرت قراءته',
    },
    suggestions: (count) =>
      plural(count, {
        zero: 'لا اقتراح للتأكيد',
        one: 'اقتراح واحد للتأكيد',
        two: 'اقتراحان للتأكيد',
        few: '# اقتراحات للتأكيد',
        many: '# اقتراحا للتأكيد',
        other: '# اقتراح للتأكيد',
      }),
    reasons: {
      empty: 'الملف فارغ. اطلب نسخة جديدة منه.',
      binary: 'ليس نصا (صورة أو برنامج أو بيانات). لم يُضف.',
      'too-large': 'حجم الملف يتجاوز 50 ميغابايت. أضف الجزء المفيد منه فقط.',
      'no-permission': 'يرفض النظام قراءة هذا الملف. تحقق من صلاحياتك ثم أعد المحاولة.',
      vanished: 'اختفى الملف أثناء قراءته. صِل القرص من جديد ثم أعد المحاولة.',
      'no-text':
        'لا نص يُقرأ فيه. إن كان صفحات ممسوحة ضوئيا فمرّرها على برنامج التعرف على الحروف؛ والأصل محفوظ.',
      'format-unsupported':
        'هذه الصيغة غير مدعومة. احفظه بصيغة PDF أو DOCX أو TXT ثم أعد المحاولة.',
      'encoding-unknown': 'تعذّر التعرف على ترميز الحروف. احفظ النص بترميز UTF-8.',
      'not-a-regular-file': 'ليس ملفا عاديا (اختصار أو جهاز).',
      'password-protected': 'الملف محمي بكلمة سر. أضف نسخة غير محمية.',
      damaged: 'الملف تالف. اطلب نسخة جديدة منه.',
      'limits-exceeded': 'تطلبت قراءته وقتا أو ذاكرة أكثر من اللازم فأُوقفت. قد يكون الملف مفخخا.',
    },
    warnings: {
      'encoding-guessed': 'خُمّن الترميز: راجع الحروف.',
      'double-encoding-repaired': 'أُصلح ترميز مزدوج: راجع الحروف.',
      'damaged-characters': 'في الأصل حروف تالفة.',
      'control-characters-removed': 'أُسقطت محارف تحكم.',
      'direction-controls': 'يحتوي النص على علامات اتجاه خفية.',
      'invisible-characters': 'يحتوي النص على محارف خفية.',
      'extension-differs': 'المحتوى ليس بالصيغة التي يعلنها الاسم.',
      'active-content-dropped': 'أُسقط محتوى نشط (وحدات ماكرو أو نصوص برمجية).',
      'external-reference-dropped': 'أُسقطت إحالات إلى الخارج.',
      recovered: 'الملف تالف؛ حُفظ ما أمكنت قراءته.',
      'cut-short': 'النص مبتور: بُلغ حد القراءة.',
      'copy-restricted': 'يطلب صاحب الملف عدم نسخ نصه.',
      'parts-without-text': 'بعض الصفحات صور فقط.',
      'publication-dates-disagree': 'تاريخا نشر متعارضان.',
      'date-impossible': 'تاريخ مكتوب لا وجود له.',
      'date-ambiguous': 'تاريخ يُقرأ على وجهين.',
      'year-two-digits': 'سنة مكتوبة برقمين.',
      'weekday-disagrees': 'يوم الأسبوع لا يوافق تاريخه.',
      'digits-glued': 'أرقام ملتصقة بكلمة.',
      'original-kept': 'لم يُعثر على نص؛ حُفظ الأصل.',
    },
    pause: 'إيقاف مؤقت',
    mapping: {
      title: 'أعمدة الملف',
      rows: (count) =>
        plural(count, {
          zero: 'لا سطور',
          one: 'سطر واحد',
          two: 'سطران',
          few: '# سطور',
          many: '# سطرا',
          other: '# سطر',
        }),
      columns: (count) =>
        plural(count, {
          zero: 'لا أعمدة',
          one: 'عمود واحد',
          two: 'عمودان',
          few: '# أعمدة',
          many: '# عمودا',
          other: '# عمود',
        }),
      remembered: 'سبق أن حفظت هذا الاختيار لهذه الأعمدة. غيّره إن لم يعد مناسبا.',
      proposed:
        'هذا ما توحي به أسماء الأعمدة وقيمها. تحقق منه: سيُحفظ اختيارك للملفات التي لها الأعمدة نفسها.',
      fields: {
        title: 'العنوان',
        body: 'النص',
        published: 'تاريخ النشر',
        modified: 'تاريخ التعديل',
        author: 'الكاتب',
        issuer: 'الجهة المصدرة',
        publisher: 'الجهة الناشرة',
        place: 'المكان',
        language: 'اللغة',
        reference: 'المرجع',
        url: 'عنوان الصفحة',
      },
      notRead: '— لا يُقرأ —',
      guessed: 'حسب القيم: للتحقق',
      allColumns: (count) => `كل الأعمدة (${count})`,
      needsBody: 'اختر عمود النص: من دونه لا يمكن إضافة شيء.',
      accept: 'حفظ وإضافة',
      skip: 'إضافة دون حفظ',
    },
    exportReport: 'حفظ التقرير…',
    reportName: 'تقرير.txt',
    openText: 'فتح',
    unfinished: (left) =>
      plural(left, {
        zero: 'إضافة غير مكتملة: قُرئت كل الملفات.',
        one: 'إضافة غير مكتملة: بقي ملف واحد.',
        two: 'إضافة غير مكتملة: بقي ملفان.',
        few: 'إضافة غير مكتملة: بقيت # ملفات.',
        many: 'إضافة غير مكتملة: بقي # ملفا.',
        other: 'إضافة غير مكتملة: بقي # ملف.',
      }),
    resume: 'استئناف',
    abandon: 'ترك',
  },
  firstRun: {
    title: 'الأرشيف فارغ',
    advice: 'أضف بلاغاتك الأولى، أو تعرّف على Fonds ببضعة بلاغات مُختلَقة.',
    addFirst: 'إضافة نصوص…',
    samples: 'التعرف بأمثلة',
    readOnlyTitle: 'الأرشيف فارغ، وللقراءة فقط',
    readOnly: {
      medium:
        'لا يمكن إضافة شيء إليه: لا يقبل وسيطه الكتابة. انسخه إلى قرص يمكنك الكتابة فيه وافتح النسخة، أو افتح أرشيفا آخر.',
      policy:
        'لا يمكن إضافة شيء إليه: جعلت مصلحتك الأرشيفات للقراءة فقط. اطلب من المسؤول عن الأنظمة أرشيف مصلحتك، أو الإذن بإضافة نصوص.',
    },
  },
}

/** A wording that no number changes. */
function sameForms(form: string): EveryForm {
  return { zero: form, one: form, two: form, few: form, many: form, other: form }
}
