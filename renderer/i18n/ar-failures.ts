import type { FailureWords } from './failure-words.ts'
import { createFormats } from './formats.ts'

const formats = createFormats('ar-MA')

/** Arabic for everything that is expected to go wrong. */
export const arFailures: FailureWords = {
  'input-refused': ({ at }) => ({
    title: 'هذه القيمة غير مقبولة',
    advice: at === '' ? 'صحّح ما أدخلته ثم أعد المحاولة.' : `صحّح الحقل «${at}».`,
  }),
  'unknown-channel': () => ({
    title: 'هذا الإجراء غير متاح',
    advice: 'إصدار التطبيق لا يطابق إصدار الأرشيف. أعد تشغيل التطبيق.',
  }),
  cancelled: () => ({ title: 'أُوقف الإجراء', advice: 'يمكنك بدؤه من جديد.' }),
  'connection-lost': () => ({
    title: 'انقطع الاتصال بالأرشيف',
    advice: 'يعود الاتصال من تلقاء نفسه. لم يضع شيء مما حُفظ.',
  }),
  unexpected: () => ({
    title: 'حدث خطأ غير متوقع',
    advice: 'أعد المحاولة. إن تكرر الخطأ فأعد تشغيل التطبيق؛ الأرشيف سليم.',
  }),
  'not-found': () => ({
    title: 'غير موجود في الأرشيف',
    advice: 'ربما سُحب هذا العنصر. عد إلى القائمة.',
  }),
  'archive-missing': () => ({
    title: 'تعذّر العثور على الأرشيف',
    advice: 'صِل القرص الذي يحتويه ثم أعد المحاولة.',
  }),
  'archive-held': ({ by, on, since }) => ({
    title: 'الأرشيف مفتوح في مكان آخر',
    advice:
      by === ''
        ? 'يستعمله برنامج آخر في هذه اللحظة. أغلقه ثم أعد المحاولة؛ لم يتغيّر شيء.'
        : `يستعمله ${by} على ${on} منذ ${formats.instant(since)}. أغلقه هناك ثم أعد المحاولة.`,
  }),
  'archive-newer': ({ found, supported }) => ({
    title: 'الأرشيف من إصدار أحدث',
    advice: `صيغته ${found}، وهذا التطبيق يقرأ حتى الصيغة ${supported}. حدّث التطبيق. لم يُمسّ الأرشيف.`,
  }),
  'archive-corrupt': () => ({
    title: 'الأرشيف تالف',
    advice: 'لا تكتب فيه شيئا بعد الآن. استعد آخر نسخة احتياطية تم التحقق منها.',
  }),
  'archive-not-ours': () => ({
    title: 'هذا الملف ليس أرشيف Fonds',
    advice: 'اختر ملفا آخر. لم يُمسّ هذا الملف.',
  }),
  'archive-locked': ({ why }) => {
    switch (why) {
      case 'locked':
        return { title: 'الأرشيف مقفل', advice: 'أدخل عبارة المرور أو رمز الاسترداد المطبوع.' }
      case 'wrong-passphrase':
        return {
          title: 'عبارة المرور هذه لا تفتح الأرشيف',
          advice: 'تحقق من الأحرف الكبيرة ومن لغة لوحة المفاتيح. الأرشيف سليم.',
        }
      case 'keys-damaged':
        return {
          title: 'ملف المفاتيح تالف',
          advice: 'عبارة المرور ليست السبب. أعد ملف «.keys.json» من نسخة احتياطية إلى جانب الأرشيف.',
        }
      case 'unsupported':
        return {
          title: 'لا يستطيع هذا التثبيت فتح أرشيف مشفّر',
          advice: 'ثبّت نسخة Fonds الكاملة. لم يُمسّ الأرشيف.',
        }
    }
  },
  'code-mismatch': () => ({
    title: 'ليست هذه نهاية رمز الاسترداد',
    advice: 'أعد قراءة المجموعة الأخيرة من الرمز الذي تحتفظ به. لم يُشفَّر شيء بعد.',
  }),
  'archive-read-only': () => ({
    title: 'الأرشيف للقراءة فقط',
    advice: 'انسخه إلى قرص يمكنك الكتابة فيه، أو تحقق من صلاحياتك.',
  }),
  'archive-location-refused': () => ({
    title: 'لا يصلح هذا المكان لحفظ أرشيف',
    advice: 'قد تُتلفه مجلدات الشبكة والمجلدات المتزامنة. ضعه على قرص محلي.',
  }),
  'policy-refuses': ({ rule }) => ({
    title: 'سياسة إدارتك لا تسمح بذلك',
    advice: `القاعدة «${rule}». اتصل بالمسؤول عن الأنظمة.`,
  }),
  'disk-full': () => ({
    title: 'القرص ممتلئ',
    advice: 'أفسح مكانا ثم أعد المحاولة. كل ما حُفظ سليم.',
  }),
  'no-permission': () => ({
    title: 'رفض النظام الوصول',
    advice: 'تحقق من صلاحياتك على الأرشيف أو الملف ثم أعد المحاولة.',
  }),
  'passage-invalid': () => ({
    title: 'لا يمكن وضع حاشية على هذا المقطع',
    advice: 'حدّد كلمات داخل النص ثم أعد المحاولة.',
  }),
  'nothing-to-undo': () => ({
    title: 'لا شيء للتراجع عنه',
    advice: 'عادت هذه الحاشية إلى حالتها الأولى.',
  }),
  'query-invalid': ({ at }) => ({
    title: 'البحث غير مكتمل',
    advice: `راجعه عند الحرف ${formats.number(at + 1)}.`,
  }),
  'batch-unknown': () => ({
    title: 'لم تعد هذه الإضافة موجودة',
    advice: 'انتهت أو تُركت. أضف الملفات من جديد.',
  }),
  'bundle-refused': ({ why }) => ({
    title: 'رُفض ملف الحواشي هذا',
    advice:
      why === 'not-a-bundle'
        ? 'ليس ملف حواش من إنتاج التطبيق. لم يتغير شيء هنا.'
        : 'تلف الملف أو عُدّل في الطريق. اطلبه من جديد؛ لم يتغير شيء هنا.',
  }),
  'bundle-newer': () => ({
    title: 'هذا الملف من إصدار أحدث من التطبيق',
    advice: 'حدّث التطبيق ثم أعد المحاولة. لم يتغير شيء هنا.',
  }),
  'export-font-missing': () => ({
    title: 'ينقص خط لازم',
    advice: 'أعد تثبيت التطبيق: اختفى خط مرفق به.',
  }),
  'file-exists': ({ name }) => ({
    title: 'يوجد ملف بهذا الاسم',
    advice: `«${name}» موجود من قبل. اختر اسما آخر.`,
  }),
}
