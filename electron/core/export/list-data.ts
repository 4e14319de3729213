import type { Direction, Language } from '../../../shared/model/language.ts'
import { headOfVolume, type Volume, type VolumeHead } from './dossier-data.ts'
import { DOSSIER_WORDS } from './dossier-words.ts'
import { WORDS } from './page-words.ts'
import { dataFromPage } from './pdf-data.ts'
import { cutAtWord } from './volume-index.ts'
import { pagesOfParts } from './volume-parts.ts'

/** A stretch of a shown passage; `isHit` where it holds words that were looked for. */
export interface ListPiece {
  readonly t: string
  readonly isHit: boolean
}

/** What a numbered list prints. */
export interface ListData extends VolumeHead {
  readonly countLine: string
  /** What narrowed a search, in words; empty otherwise. */
  readonly facts: readonly string[]
  readonly rows: readonly {
    readonly lang: Language
    readonly dir: Direction
    readonly title: readonly ListPiece[]
    readonly facts: string
    readonly passages: readonly {
      /** What it is cut from, where that is not the text; may be empty. */
      readonly label: string
      readonly dir: Direction
      readonly pieces: readonly ListPiece[]
    }[]
  }[]
}

const LONGEST_OPENING = 280

/** Words a list: for each text its title, its issuer and date, and its opening words. */
export function dataFromList(volume: Volume, clean: (text: string) => string): ListData {
  const words = DOSSIER_WORDS[volume.labels]
  const pages = pagesOfParts(volume.parts)
  return {
    ...headOfVolume(volume, clean),
    kicker: words.list,
    description: words.listDescription,
    countLine: `${words.texts}${WORDS[volume.labels].colon} ${pages.length}`,
    facts: [],
    rows: pages.map((page) => {
      const data = dataFromPage({ ...page, paragraphs: page.paragraphs.slice(0, 1) }, 'none', clean)
      const pieces = data.paragraphs[0]?.pieces.flat() ?? []
      const opening = pieces.map(({ t }) => t).join('')
      return {
        lang: data.lang,
        dir: data.dir,
        title: plainPiece(data.title),
        facts: [data.issuer, data.dateline, ...data.facts]
          .filter((fact) => fact !== '')
          .join(' · '),
        passages: [
          {
            label: '',
            dir: data.dir,
            pieces: plainPiece(cutAtWord(opening.replaceAll(/\s+/gu, ' '), LONGEST_OPENING)),
          },
        ],
      }
    }),
  }
}

const plainPiece = (t: string): readonly ListPiece[] => [{ t, isHit: false }]
