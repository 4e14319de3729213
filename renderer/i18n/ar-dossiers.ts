import type { frDossiers } from './fr-dossiers.ts'
import { createPlural, type EveryForm } from './plural.ts'

const plural: (count: number, forms: EveryForm) => string = createPlural('ar-MA')

/** Arabic for dossiers and for comparing texts. */
export const arDossiers: typeof frDossiers = {
  dossiers: {
    title: 'الملفات',
    none: 'اجمع نصوصا ومقاطع وملاحظاتك لتسليمها.',
    create: 'ملف جديد…',
    describe: 'العنوان وعبارة التداول…',
    name: 'عنوان الملف',
    description: 'العنوان الفرعي',
    items: (count) => itemsTold(count),
    acts: (title) => `إجراءات على الملف «${title}»`,
    back: 'العودة إلى القائمة',
    undo: 'التراجع عن الخطوة الأخيرة',
    redo: 'إعادة الخطوة',
    export: 'تصدير الملف…',
    remove: 'حذف الملف',
    removeItem: (name) => `إخراج من الملف: ${name}`,
    up: (name) => `تقديم: ${name}`,
    down: (name) => `تأخير: ${name}`,
    outline: 'محتوى الملف',
    heading: 'عنوان فرعي',
    note: 'ملاحظة الملف',
    newer: '(توجد صيغة أحدث)',
    empty: 'هذا الملف فارغ',
    emptyAdvice: 'افتح نصا وأضفه بالمفتاحين Alt D؛ وإن حدّدت مقطعا أُضيف المقطع.',
    deleted: 'حُذف هذا الملف',
    deletedAdvice: 'تراجع عن الخطوة الأخيرة لاستعادته.',
    ownWords: 'كلماتك',
    addNote: 'إضافة ملاحظة',
    addHeading: 'إضافة عنوان فرعي',
    addTo: 'إضافة إلى ملف…',
    briefing: 'إعداد مذكرة…',
    briefingTitle: 'عنوان المذكرة',
    briefingAdvice: (count) =>
      plural(count, {
        zero: 'السياق واللقاءات والمواقف المقتبسة والالتزامات والأشخاص، مستخرجة من لا نص. تُفتح المذكرة ملفا يُكمل ثم يُصدَّر.',
        one: 'السياق واللقاءات والمواقف المقتبسة والالتزامات والأشخاص، مستخرجة من نص واحد. تُفتح المذكرة ملفا يُكمل ثم يُصدَّر.',
        two: 'السياق واللقاءات والمواقف المقتبسة والالتزامات والأشخاص، مستخرجة من نصين. تُفتح المذكرة ملفا يُكمل ثم يُصدَّر.',
        few: 'السياق واللقاءات والمواقف المقتبسة والالتزامات والأشخاص، مستخرجة من # نصوص. تُفتح المذكرة ملفا يُكمل ثم يُصدَّر.',
        many: 'السياق واللقاءات والمواقف المقتبسة والالتزامات والأشخاص، مستخرجة من # نصا. تُفتح المذكرة ملفا يُكمل ثم يُصدَّر.',
        other:
          'السياق واللقاءات والمواقف المقتبسة والالتزامات والأشخاص، مستخرجة من # نص. تُفتح المذكرة ملفا يُكمل ثم يُصدَّر.',
      }),
    briefingPrivate: 'لا تُدرج فيها ملاحظاتك الخاصة.',
    draft: 'إعداد',
    draftAnyway: 'إعداد رغم ذلك',
    briefingLeftOut: (count) =>
      plural(count, {
        zero: 'لم ينقص أي نص.',
        one: 'تعذرت قراءة نص واحد ولن يكون في المذكرة؛ النصوص الأخرى فيها. تحقق من الأرشيف في الإعدادات.',
        two: 'تعذرت قراءة نصين ولن يكونا في المذكرة؛ النصوص الأخرى فيها. تحقق من الأرشيف في الإعدادات.',
        few: 'تعذرت قراءة # نصوص ولن تكون في المذكرة؛ النصوص الأخرى فيها. تحقق من الأرشيف في الإعدادات.',
        many: 'تعذرت قراءة # نصا ولن تكون في المذكرة؛ النصوص الأخرى فيها. تحقق من الأرشيف في الإعدادات.',
        other:
          'تعذرت قراءة # نص ولن تكون في المذكرة؛ النصوص الأخرى فيها. تحقق من الأرشيف في الإعدادات.',
      }),
    add: 'إضافة',
    toAdd: (count) => `للإضافة: ${itemsTold(count)}`,
    created: (title) => `أُنشئ الملف: ${title}`,
    described: (title) => `حُفظ الملف: ${title}`,
    removed: (title) => `حُذف الملف: ${title}`,
    added: (title) => `أُضيف إلى الملف: ${title}`,
    itemRemoved: 'أُخرج العنصر من الملف',
    written: 'حُفظت كلمات الملف',
    moved: (place, total) => `نُقل إلى الموضع ${place} من ${total}`,
    undone: 'تُراجع عن الخطوة',
    redone: 'أُعيدت الخطوة',
    chosen: (count) =>
      plural(count, {
        zero: 'لا نص مختار',
        one: 'نص واحد مختار',
        two: 'نصان مختاران',
        few: '# نصوص مختارة',
        many: '# نصا مختارا',
        other: '# نص مختار',
      }),
    chooseNone: 'إلغاء الاختيار',
    choose: 'اختيار نصوص لإجراء مشترك',
  },
  compare: {
    act: 'مقارنة',
    withPrevious: 'المقارنة بالصيغة المعروضة',
    title: 'مقارنة نصين',
    old: 'قبل',
    fresh: 'بعد',
    changes: 'الفروق',
    count: (count) =>
      plural(count, {
        zero: 'لا فروق',
        one: 'فرق واحد',
        two: 'فرقان',
        few: '# فروق',
        many: '# فرقا',
        other: '# فرق',
      }),
    at: (place, total) => `الفرق ${place} من ${total}`,
    same: 'النصان متطابقان.',
    twoLanguages: 'لغتان: النصان جنبا إلى جنب، ولا شيء فيهما معلّم.',
    next: 'الفرق التالي',
    previous: 'الفرق السابق',
    export: 'تصدير PDF…',
    kinds: {
      inserted: 'مضاف:',
      deleted: 'محذوف:',
      moved: 'منقول:',
      typeset: 'مكتوب بشكل آخر:',
    },
  },
}

function itemsTold(count: number): string {
  return plural(count, {
    zero: 'لا عناصر',
    one: 'عنصر واحد',
    two: 'عنصران',
    few: '# عناصر',
    many: '# عنصرا',
    other: '# عنصر',
  })
}
