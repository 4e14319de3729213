import { foldText } from './analyse.ts'
import { stemArabic } from './stem-arabic.ts'

/**
 * Broken plurals of communiqués and news, each group its singular and its plurals; and names that
 * change with their place in the sentence. No rule gives them.
 */
const GROUPS = `
وزير وزراء، رئيس رؤساء، سفير سفراء، خبير خبراء، أمير أمراء، مدير مدراء، زعيم زعماء، شريك شركاء،
عالم علماء، عضو أعضاء، نائب نواب، عامل عمال، طالب طلاب طلبة، طبيب أطباء، قاض قاضي قضاة، ضابط ضباط،
جندي جنود، مريض مرضى، جريح جرحى، قتيل قتلى، أسير أسرى، شهيد شهداء، لاجئ لاجئون، شاب شباب، طفل أطفال،
حاج حجاج، ملك ملوك، حاكم حكام، تاجر تجار، وفد وفود، حزب أحزاب، مجلس مجالس، لجنة لجان، مركز مراكز،
مكتب مكاتب، معهد معاهد، مدرسة مدارس، مصنع مصانع، مسجد مساجد، مصرف مصارف، بنك بنوك، سوق أسواق،
صندوق صناديق، غرفة غرف، فرع فروع، قسم أقسام، منطقة مناطق، مدينة مدن، قرية قرى، إقليم أقاليم،
دولة دول، شعب شعوب، بلد بلاد، أرض أراض أراضي، طريق طرق، جسر جسور، ميناء موانئ، سفينة سفن، مطار مطارات،
قانون قوانين، مشروع مشاريع، برنامج برامج، خطة خطط، هدف أهداف، مبدأ مبادئ، حق حقوق، حكم أحكام،
نص نصوص، بند بنود، فصل فصول، ملف ملفات، تقرير تقارير، وثيقة وثائق، رسالة رسائل، نتيجة نتائج،
قضية قضايا، جريمة جرائم، تهمة تهم، سجن سجون، حرب حروب، سلاح أسلحة، لغم ألغام، عنصر عناصر، خلية خلايا،
ضحية ضحايا، هجوم هجمات، حد حدود، خبر أخبار، صحيفة صحف، وسيلة وسائل، كتاب كتب، رأي آراء، موقف مواقف،
سبب أسباب، ظرف ظروف، شرط شروط، جهد جهود، سعر أسعار، مال أموال، ثمن أثمان، ضريبة ضرائب، رسم رسوم،
عقد عقود، سهم أسهم، مورد موارد، مادة مواد، ثروة ثروات، قطاع قطاعات، مصلحة مصالح، منصب مناصب،
عمل أعمال، مهمة مهام، درس دروس، علم علوم، مشكلة مشاكل، أزمة أزمات، حل حلول، سبيل سبل، طرف أطراف،
وضع أوضاع، مبلغ مبالغ، موقع مواقع، معرض معارض، يوم أيام، شهر أشهر شهور، أسبوع أسابيع، بحر بحار،
نهر أنهار، مطر أمطار، سيل سيول، سد سدود، بئر آبار، حريق حرائق، حادث حوادث، كارثة كوارث،
ابن بن، أبو أبي أبا`

const COUNTERPARTS = counterpartsFrom(GROUPS)

/** The stems (see `stemArabic`) of the other numbers of a word, given its own stem. */
export function arabicCounterparts(stem: string): readonly string[] {
  return COUNTERPARTS.get(stem) ?? []
}

function counterpartsFrom(groups: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const group of groups.split('،')) {
    const stems = [...new Set(foldText(group).split(' ').map(stemArabic))]
    for (const stem of stems) {
      const others = stems.filter((other) => other !== stem)
      found.set(stem, [...(found.get(stem) ?? []), ...others])
    }
  }
  return found
}
