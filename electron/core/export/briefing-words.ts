import type { LabelLanguage } from './page-model.ts'

/** The fixed words of a briefing note in one language. */
interface BriefingWords {
  readonly context: string
  readonly meetings: string
  readonly positions: string
  readonly commitments: string
  readonly people: string
  readonly namedPeople: string
  readonly unknownIssuer: string
  readonly noMeetings: string
  readonly noPositions: string
  readonly noCommitments: string
  readonly noPeople: string
}

/** The words of briefing notes, by language. */
export const BRIEFING_WORDS: Readonly<Record<LabelLanguage, BriefingWords>> = {
  fr: {
    context: 'Contexte',
    meetings: 'Dernières rencontres',
    positions: 'Positions, dans leurs termes',
    commitments: 'Engagements',
    people: 'Personnes',
    namedPeople: 'Personnes citées',
    unknownIssuer: 'Émetteur non établi',
    noMeetings: 'Aucun de ces textes ne porte la date d’un événement.',
    noPositions: 'Aucun passage de ces textes n’est marqué comme citation.',
    noCommitments: 'Aucun passage de ces textes n’est marqué comme engagement.',
    noPeople: 'Aucune personne n’est relevée dans ces textes.',
  },
  ar: {
    context: 'السياق',
    meetings: 'آخر اللقاءات',
    positions: 'المواقف بنصها',
    commitments: 'الالتزامات',
    people: 'الأشخاص',
    namedPeople: 'الأشخاص المذكورون',
    unknownIssuer: 'جهة الإصدار غير محددة',
    noMeetings: 'لا يحمل أي من هذه النصوص تاريخ حدث.',
    noPositions: 'لم يُعلَّم أي مقطع من هذه النصوص بوصفه اقتباسا.',
    noCommitments: 'لم يُعلَّم أي مقطع من هذه النصوص بوصفه التزاما.',
    noPeople: 'لم يُرصد أي شخص في هذه النصوص.',
  },
  en: {
    context: 'Context',
    meetings: 'Last meetings',
    positions: 'Positions, in their words',
    commitments: 'Commitments',
    people: 'People',
    namedPeople: 'People named',
    unknownIssuer: 'Issuer not established',
    noMeetings: 'None of these texts carries the date of an event.',
    noPositions: 'No passage of these texts is marked as a quotation.',
    noCommitments: 'No passage of these texts is marked as a commitment.',
    noPeople: 'No person was found in these texts.',
  },
}
