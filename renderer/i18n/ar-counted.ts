import { createPlural } from './plural.ts'

const plural = createPlural('ar-MA')

/** How many texts, in Arabic. */
export const textsCounted = (count: number): string =>
  plural(count, {
    zero: 'لا نصوص',
    one: 'نص واحد',
    two: 'نصان',
    few: '# نصوص',
    many: '# نصا',
    other: '# نص',
  })
