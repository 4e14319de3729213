import { readingCopyFromText, spanInSource } from './reading-copy.ts'

const KIND = String.raw`(?:(?:communiqué|communique|note|circulaire|déclaration|press release|news release|statement|release|بلاغ|بيان|مذكرة|منشور|تصريح)(?: (?:de presse|conjointe?|commune?|officiel(?:le)?|صحفي|مشترك|رسمي))? )?`
const NUMBER = String.raw`(?:n[°º]|no(?:\.|(?= \d))|num(?:éro|ber)|réf(?:érence)?\.?|ref(?:erence)?\.?|رقم|المرجع|عدد)`
/** What may follow the number: "(version rectifiée)", "(corrected)". */
const REMARK = String.raw`(?:\([^()\d]{2,40}\))?`
const REFERENCE = new RegExp(
  String.raw`^[#* ]*${KIND}${NUMBER} ?:? ?(?:${NUMBER} ?:? ?)?(?<code>(?=[^ ]*\d)[\p{L}\d][\p{L}\d/._-]{1,60}) ?${REMARK}[ .*]*$`,
  'diu',
)

/**
 * Offsets in the line of the number an issuer gave the text, where the line states it and
 * nothing else: "Communiqué n° 2025/117", "Réf. : DGI-45/2024", "رقم 12/2025"; else null.
 */
export function readReferenceLine(
  line: string,
): { readonly start: number; readonly end: number } | null {
  if (line.length > 120) return null
  const copy = readingCopyFromText(line)
  const code = REFERENCE.exec(copy.text)?.indices?.groups?.['code']
  return code === undefined ? null : spanInSource(copy, code[0], code[1])
}
