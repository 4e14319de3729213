/** One wording per plural form; `#` stands for the number. `other` covers what is absent. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** Picks the plural form of a number in one language and writes the number into it. */
export function createPlural(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) => {
    const form = forms[rules.select(count)] ?? forms.other
    return form.replaceAll('#', numbers.format(count))
  }
}

/** All six forms: what a language with an Arabic plural has to give. */
export type EveryForm = Readonly<Record<Intl.LDMLPluralRule, string>>
