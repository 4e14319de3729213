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
}
