import type { PageModel } from './page-model.ts'
import { WORDS } from './page-words.ts'
import { mainDate } from './pdf-data.ts'

/** What a bibliography says of one communiqué, before any format. */
export interface Reference {
  /** Same for the same wording, ASCII letters, digits and hyphens. */
  readonly key: string
  readonly title: string
  readonly issuer: string | null
  readonly publisher: string | null
  readonly place: string | null
  /** Year, month, day, as far as known. */
  readonly date: readonly number[]
  readonly genre: string
  readonly referenceCode: string | null
  readonly url: string | null
  readonly language: PageModel['language']
  readonly note: string
}

/** Draws the reference from a page; whatever is still a suggestion is said so in its note. */
export function referenceFromPage(page: PageModel): Reference {
  const words = WORDS[page.labelLanguage]
  const date = mainDate(page)
  const doubts = [
    ...(date !== null && !date.isConfirmed && !date.isStated ? [date.value] : []),
    ...[page.issuer, page.publisher].flatMap((name) =>
      name === null || name.isConfirmed ? [] : [name.name],
    ),
  ].map((doubt) => `${doubt} (${words.toConfirm})`)
  return {
    key: `communique-${date?.value ?? 'nd'}-${page.versionDigest.slice(0, 12)}`,
    title: oneLine(page.title),
    issuer: page.issuer === null ? null : oneLine(page.issuer.name),
    publisher: page.publisher === null ? null : oneLine(page.publisher.name),
    place: page.place === null ? null : oneLine(page.place),
    date: date === null ? [] : date.value.split('-').map(Number),
    genre: words.kickers[page.kind],
    referenceCode: page.referenceCode === null ? null : oneLine(page.referenceCode),
    url: page.provenance.url,
    language: page.language,
    note: [...doubts, `SHA-256 ${page.versionDigest}`].map(oneLine).join(' · '),
  }
}

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
