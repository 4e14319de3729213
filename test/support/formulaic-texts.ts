import type { Random } from './random.ts'

/**
 * An invented communiqué of about `length` code units whose formulas recur on purpose: the hard case
 * for finding a passage again. No sentence of it was ever issued.
 */
export function formulaicText(language: 'fr' | 'ar', random: Random, length: number): string {
  const parts = PARTS[language]
  const blocks: string[] = []
  let written = 0
  while (written < length) {
    const sentences = Array.from({ length: 1 + random.below(5) }, () => {
      const clauses = Array.from({ length: 1 + random.below(3) }, () => {
        const clause = [random.pick(parts.doers), random.pick(parts.verbs), random.pick(parts.aims)]
        if (random.chance(0.6)) clause.push(random.pick(parts.frames))
        if (random.chance(0.2)) clause.push(String(1 + random.below(30)), random.pick(parts.months))
        return clause.join(' ')
      })
      return `${clauses.join(parts.comma)}.`
    })
    const block = sentences.join(' ')
    blocks.push(block)
    written += block.length + 2
  }
  return blocks.join('\n\n')
}

interface Parts {
  readonly doers: readonly string[]
  readonly verbs: readonly string[]
  readonly aims: readonly string[]
  readonly frames: readonly string[]
  readonly months: readonly string[]
  readonly comma: string
}

const PARTS: Readonly<Record<'fr' | 'ar', Parts>> = {
  fr: {
    doers: [
      'les deux ministres',
      'la délégation',
      'le ministère',
      'les deux parties',
      'le groupe de travail',
      'le gouvernement',
      'la commission mixte',
      'les experts réunis à cette occasion',
    ],
    verbs: [
      'se sont félicités de',
      'ont réaffirmé',
      'a rappelé',
      'ont salué',
      'a souligné avec force',
      'sont convenus de renforcer',
      'a proposé d’examiner',
      'entend consolider',
    ],
    aims: [
      'la qualité des relations d’amitié',
      'la coopération en matière de sécurité civile',
      'le partenariat d’exception renforcé',
      'une feuille de route commune',
      'la lutte contre les réseaux de trafic',
      'l’échange régulier d’informations',
      'la préparation des grands événements sportifs',
      'un cadre global et rénové',
      'les engagements pris de part et d’autre',
    ],
    frames: [
      'conformément aux hautes orientations',
      'dans le cadre de la dynamique d’excellence',
      'dans le respect des accords liant les deux ministères',
      '« dans un esprit de confiance »',
      'à l’occasion de la visite de travail',
      'en vue de la prochaine session',
    ],
    months: ['janvier', 'mars', 'avril', 'juin', 'septembre', 'octobre'],
    comma: ', et ',
  },
  ar: {
    doers: [
      'أكد الوزيران',
      'أعربت اللجنة المشتركة',
      'جدد الجانبان',
      'أشادت الوزارة',
      'ذكّر الوفد',
      'اتفق الطرفان',
      'شدد فريق العمل',
    ],
    verbs: [
      'على ضرورة تعزيز',
      'عن ارتياحهما بشأن',
      'التزامهما بمواصلة',
      'على أهمية تطوير',
      'بالنتائج المحققة في',
      'على مراجعة',
    ],
    aims: [
      'علاقات الصداقة والتعاون',
      'التعاون في مجال الوقاية المدنية',
      'الشراكة الاستثنائية الراسخة',
      'خارطة طريق مشتركة',
      'مكافحة شبكات الاتجار',
      'تبادل المعلومات بصفة منتظمة',
      'تنظيم التظاهرات الرياضية الكبرى',
      'الإطار المرجعي الشامل',
    ],
    frames: [
      'وفقاً للتوجيهات السامية',
      'في إطار دينامية التميز',
      'طبقاً للاتفاقيات المبرمة بين الوزارتين',
      'بمناسبة زيارة العمل',
      'في أفق الدورة المقبلة',
    ],
    months: ['يناير', 'مارس', 'أبريل', 'يونيو', 'شتنبر', 'أكتوبر'],
    comma: '، و',
  },
}
