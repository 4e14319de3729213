import type { CliLanguage } from './words.ts'

/** What to do about each reason for which a query cannot be read. */
const ADVICE: Readonly<Record<CliLanguage, Readonly<Record<string, string>>>> = {
  fr: {
    'quote-unclosed': 'fermez le guillemet ouvert ici',
    'parenthesis-unclosed': 'fermez la parenthèse ouverte ici',
    'parenthesis-unopened': 'ôtez cette parenthèse, ou ouvrez-en une avant',
    'operand-missing':
      'il manque un mot ici ; pour chercher ET, OU ou SAUF, écrivez-les en minuscules',
    'near-needs-two-words': 'donnez au moins deux mots différents : PRÈS(paix accord, 5)',
    'near-too-many-words': 'donnez huit mots au plus, ou une phrase entre guillemets',
    'date-unreadable': 'écrivez 2025, 2025-04, avril 2025, depuis 2023 ou 2024..2025',
    'no-word': 'écrivez au moins un mot',
    'too-long': 'raccourcissez la recherche à 2 000 caractères',
    'too-deep': 'ôtez des parenthèses',
  },
  en: {
    'quote-unclosed': 'close the quotation mark opened here',
    'parenthesis-unclosed': 'close the parenthesis opened here',
    'parenthesis-unopened': 'take this parenthesis out, or open one before it',
    'operand-missing':
      'a word is missing here; to look for AND, OR or NOT, write them in small letters',
    'near-needs-two-words': 'give at least two different words: NEAR(peace accord, 5)',
    'near-too-many-words': 'give eight words at most, or a phrase in quotation marks',
    'date-unreadable': 'write 2025, 2025-04, April 2025, since 2023 or 2024..2025',
    'no-word': 'write at least one word',
    'too-long': 'shorten the query to 2,000 characters',
    'too-deep': 'take some parentheses out',
  },
}

/** What would mend a query that cannot be read. */
export function adviceFromReason(language: CliLanguage, why: string): string {
  return ADVICE[language][why] ?? why
}
