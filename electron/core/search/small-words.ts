import { foldText } from '../../../shared/text/analyse.ts'

const SMALL = new Set(
  foldText(`
  a à au aux avec c ce ces cet cette d dans de des du elle elles en est et été être eu il ils j l la
  le les leur leurs lui m mais n ne nous on ont ou où par pas plus pour qu que qui s sa se ses si son
  sont sous sur t un une vers y ainsi entre lors afin dont cela ci comme dès jusqu sans tout tous
  toute toutes a an and are as at be been but by for from had has have he her his in into is it its
  of on or our she so that the their them they this those to was we were which who will with
  في من على إلى عن مع و أن إن التي الذي هذا هذه ذلك تلك كان كانت قد لا ما هو هي كما بين بعد قبل عند
  كل أو ثم حيث لدى ضد نحو وفي ومن وعلى
`).split(' '),
)

/** Whether a folded word only joins others (article, preposition, auxiliary) in our languages. */
export function isSmallWord(form: string): boolean {
  return SMALL.has(form)
}

const JOINING = new Set(
  foldText(`
  au aux ce ces cet cette d de des du en et l la le les leur leurs par pour qu que qui sa ses sur un
  une the of and to in for on at by with an في من على إلى عن أن إن التي الذي هذا هذه
`).split(' '),
)

/** Whether a folded word may be left out of what is asked where other words are asked with it. */
export function isJoiningWord(form: string): boolean {
  return JOINING.has(form)
}
