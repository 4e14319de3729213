import { readDates } from '../describe/dates/read-dates.ts'
import { readingCopyFromText, spanInSource } from './reading-copy.ts'

const KIND = String.raw`(?:(?:communiqué|communique|note|circulaire|déclaration|press release|news release|statement|release|بلاغ|بيان|مذكرة|منشور|تصريح)(?: (?:de presse|conjointe?|commune?|officiel(?:le)?|صحفي|مشترك|رسمي))? )?`
const NUMBER = String.raw`(?:n[°º]|no(?:\.|(?= \d))|num(?:éro|ber)|réf(?:érence)?\.?|ref(?:erence)?\.?|رقم|المرجع|عدد)`
/** What may follow the number: "(version rectifiée)", "(corrected)". */
const REMARK = String.raw`(?:\([^()\d]{2,40}\))?`
const CODE = String.raw`^[#* ]{0,6}${KIND}${NUMBER} ?:? ?(?:${NUMBER} ?:? ?)?(?<code>(?=[^ ]*\d)[\p{L}\d][\p{L}\d/._-]{0,60})`
const REFERENCE = new RegExp(String.raw`${CODE} ?${REMARK}[ .*]*$`, 'diu')
const MAX_LINE = 120
const NUMBERED = new RegExp(
  String.raw`${CODE},? (?:du|en date du|of|dated|on|بتاريخ|الصادر في|المؤرخ في|ليوم|في) (?<day>[^\n]{6,40}?)[ .*]*$`,
  'diu',
)

/**
 * Offsets in the line of the number and of the day an issuer gave the text, where its title is
 * nothing else: "Communiqué n° 117 du 6 mai 2025", "بلاغ رقم 12 بتاريخ 3 مارس 2025"; else null.
 */
export function readNumberedTitle(
  line: string,
): { readonly code: Span; readonly day: Span } | null {
  if (line.length > MAX_LINE) return null
  const copy = readingCopyFromText(line)
  const { code, day } = NUMBERED.exec(copy.text)?.indices?.groups ?? {}
  if (code === undefined || day === undefined) return null
  const context = { reference: null, monthMayComeFirst: false }
  const [date] = readDates(readingCopyFromText(copy.text.slice(...day)), context)
  const isWhole = date?.start === 0 && date.end === day[1] - day[0] && date.form === 'full'
  return isWhole ? { code: spanInSource(copy, ...code), day: spanInSource(copy, ...day) } : null
}

type Span = { readonly start: number; readonly end: number }

/**
 * Offsets in the line of the number an issuer gave the text, where the line states it and
 * nothing else: "Communiqué n° 2025/117", "Réf. : DGI-45/2024", "رقم 12/2025"; else null.
 */
export function readReferenceLine(
  line: string,
): { readonly start: number; readonly end: number } | null {
  if (line.length > MAX_LINE) return null
  const copy = readingCopyFromText(line)
  const code = REFERENCE.exec(copy.text)?.indices?.groups?.['code']
  return code === undefined ? null : spanInSource(copy, code[0], code[1])
}
