import { textsCounted } from './ar-counted.ts'
import type { frDesk } from './fr-desk.ts'

/** Arabic for what surrounds the list and the text: time, novelty, tabs, the guided tour. */
export const arDesk: typeof frDesk = {
  timeline: {
    label: 'الخط الزمني',
    show: 'إظهار الخط الزمني',
    hide: 'إخفاء الخط الزمني',
    keys: 'الأسهم للتنقل، Shift للتوسيع، Enter للتصفية، Esc للعودة إلى البداية.',
    bar: (period, count) => `${period}: ${textsCounted(count)}`,
    undated: (count) => `دون تاريخ: ${textsCounted(count)}`,
    monthless: (count) => `دون شهر: ${textsCounted(count)}`,
    all: 'كل التواريخ',
    table: 'الخط الزمني في جدول',
    period: 'الفترة',
    texts: 'النصوص',
    choose: (period) => `الاكتفاء بـ${period}`,
    none: 'لا نص مؤرخا.',
  },
  visit: {
    entry: 'الجديد',
    count: (count) => `جديد أو معدل: ${textsCounted(count)}`,
    since: (day) => `منذ ${day}`,
    markSeen: 'تعليم كمقروء',
    chip: (day) => `الجديد منذ ${day}`,
  },
  tabs: {
    label: 'النصوص المفتوحة',
    empty: 'لا نص',
    close: 'إغلاق علامة التبويب',
    opened: (title) => `فُتح في علامة تبويب: ${title}`,
  },
  tour: {
    help: 'مساعدة',
    label: 'جولة تعريفية',
    offer: 'هذه النصوص متخيلة للتجربة. هل تأخذ جولة من دقيقة واحدة؟',
    start: 'بدء الجولة',
    later: 'لاحقا',
    step: (at, of) => `${at} من ${of}`,
    leave: 'مغادرة الجولة',
    previous: 'السابق',
    next: 'التالي',
    done: 'إنهاء',
    steps: {
      list: {
        title: 'النصوص حسب التاريخ',
        text: 'الأسهم تتنقل في القائمة، وEnter يفتح نصا، وCtrl مع Enter يفتحه في علامة تبويب. مفتاح المسافة يختار عدة نصوص.',
      },
      search: {
        title: 'العثور على كل شيء',
        text: 'تكفي كلمة واحدة، بالعربية أو الفرنسية أو الإنجليزية، بحركات أو دونها. وبين علامتي اقتباس عبارة بلفظها. وملاحظاتك تجيب أيضا.',
      },
      timeline: {
        title: 'عبر الزمن',
        text: 'كل عمود يعد نصوص شهر أو سنة. اسحب فوق بعضها للاكتفاء بتلك التواريخ.',
      },
      reader: {
        title: 'القراءة والتحشية',
        text: 'حدد مقطعا: ظلله أو علق عليه أو علم التزاما أو انسخه مع مصدره الدقيق.',
      },
      review: {
        title: 'لا شيء يدخل دونك',
        text: 'يقترح Fonds تواريخ وجهات وأسماء مع الكلمات التي جاءت منها. أنت تؤكد أو تصحح أو ترفض.',
      },
      dossiers: {
        title: 'تسليم ملف',
        text: 'اجمع النصوص والمقاطع والملاحظات بالترتيب الذي تريد، ثم صدرها بصيغة PDF أو Word. ملاحظاتك الخاصة تبقى هنا.',
      },
      commands: {
        title: 'كل الأوامر',
        text: 'لوحة الأوامر تجد كل أمر باسمه. والمساعدة تحفظ هذه الجولة وصياغة البحث وكل الاختصارات.',
      },
    },
  },
}
