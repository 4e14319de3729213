import { eld } from 'eld/small'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { keepLanguages } from '../../../.ci/lighten.ts'
import { LATIN_LANGUAGES } from '../../../electron/core/ingest/text/language.ts'

const TEXTS = {
  fr: 'Le ministre des affaires étrangères a reçu ce matin son homologue.',
  en: 'The minister of foreign affairs received his counterpart this morning.',
  es: 'El ministro de asuntos exteriores recibió esta mañana a su homólogo.',
  de: 'Der Außenminister empfing heute Morgen seinen Amtskollegen.',
  it: 'Il ministro degli affari esteri ha ricevuto stamattina il suo omologo.',
  pt: 'O ministro dos negócios estrangeiros recebeu esta manhã o seu homólogo.',
}
const SOURCES = '../../../node_modules/eld/src'
const load = async (name: string): Promise<unknown> => import(`${SOURCES}/${name}.js`)

test('the languages told apart score as with the tables of all languages', async () => {
  const { ngramsData } = z.object({ ngramsData: z.unknown() }).parse(await load('ngrams/small'))
  const { createEld } = z
    .object({ createEld: z.function({ output: z.any() }) })
    .parse(await load('languageDetector'))
  const whole = eld.newInstance()
  const { instance: kept, loadData } = createEld()
  loadData(keepLanguages(ngramsData))
  for (const detector of [whole, kept]) detector.setLanguageSubset([...LATIN_LANGUAGES])
  for (const [language, text] of Object.entries(TEXTS)) {
    const found = kept.detect(text)
    expect(found.language).toBe(language)
    expect(found.getScores()).toEqual(whole.detect(text).getScores())
  }
  kept.setLanguageSubset(['nl'])
  expect(kept.detect('De minister van Buitenlandse Zaken ontving zijn ambtgenoot.').language).toBe(
    '',
  )
})
