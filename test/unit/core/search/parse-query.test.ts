import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../../electron/core/search/parse-query.ts'
import type { QueryNode, TextNode } from '../../../../electron/core/search/query.ts'

/** A tree as one line, so that precedence can be read. */
function shown(node: QueryNode): string {
  switch (node.kind) {
    case 'words':
    case 'exact':
    case 'near':
      return shownText(node)
    case 'everything':
      return '*'
    case 'described':
      return `${node.by}=${node.forms.join('_')}`
    case 'dated':
      return `[${node.from}-${node.to}]`
    case 'and':
    case 'or':
      return `(${node.parts.map(shown).join(node.kind === 'and' ? ' & ' : ' | ')})`
    case 'not':
      return `!${shown(node.part)}`
  }
}

function shownText(node: TextNode): string {
  if (node.kind === 'exact') return `=${node.text}`
  if (node.kind === 'near') return `near${node.distance}(${node.forms.join(' ')})`
  const words = `${node.widened ? '~' : ''}${node.forms.join('_')}${node.prefix ? '*' : ''}`
  return node.scope === 'any' ? words : `${node.scope}:${words}`
}

function read(query: string): string {
  const parsed = parseQuery(query)
  return parsed.ok ? shown(parsed.value) : JSON.stringify(parsed.failure)
}

describe('a query is read as an officer means it', () => {
  test.for([
    ['', '*'],
    ['Négociation migratoire', '(~negociation & ~migratoire)'],
    ['"feuille de route"', 'feuille_de_route'],
    ['«feuille de route»', 'feuille_de_route'],
    ['="d’État"', '=d’État'],
    ['négo*', 'nego*'],
    ["l'intérieur", '~interieur'],
    ["aujourd'hui", '~aujourd_hui'],
    ['maroc-france', '~maroc_france'],
    ['a b OU c', '((~a & ~b) | ~c)'],
    ['a ET (b OR c)', '(~a & (~b | ~c))'],
    ['a SAUF b', '(~a & !~b)'],
    ['a OU b OU A', '(~a | ~b)'],
    ['a -b -"c d"', '(~a & !~b & !c_d)'],
    ['NOT (a b)', '!(~a & ~b)'],
    ['Maroc - France', '(~maroc & ~france)'],
    ['peace AND (visit OR summit) NOT war', '(~peace & (~visit | ~summit) & !~war)'],
    ['title:peace since 2023', '(title:~peace & [20230000-99999999])'],
    ['before May 2025', '[0-20250499]'],
    ['سلام و أمن', '(~سلام & ~امن)'],
    ['personne:Laftit', 'person=laftit'],
    ['شخص:لفتيت', 'person=لفتيت'],
    ['المصدر:الداخلية', 'issuer=الداخليه'],
    ['تاريخ:2024..2025', '[20240000-20259999]'],
    ['أبريل 2025', '([20250400-20250499] | ابريل_2025)'],
    ['قبل 2020 إلا حرب', '([0-20199999] & !~حرب)'],
    ['قرب(سلام أمن, 3)', 'near3(سلام امن)'],
    ['وزير أو سفير', '(~وزير | ~سفير)'],
    ['وزير إلا سفير', '(~وزير & !~سفير)'],
    ['et ou not', '(~ou & ~not)'],
    ['NEAR(paix sahara, 5)', 'near5(paix sahara)'],
    ['PRÈS(paix sahara)', 'near10(paix sahara)'],
    ['titre:paix', 'title:~paix'],
    ['titre:(paix OU "cessez le feu")', '(title:~paix | title:cessez_le_feu)'],
    ['عنوان:سلام', 'title:~سلام'],
    ['émetteur:intérieur', 'issuer=interieur'],
    ['issuer:"affaires étrangères"', 'issuer=affaires_etrangeres'],
    ['10:30', '~10_30'],
    ['2024..2025', '[20240000-20259999]'],
    ['2024-03..', '[20240300-99999999]'],
    ['..2020', '[0-20209999]'],
    ['depuis 2023', '[20230000-99999999]'],
    ['avant 2024', '[0-20239999]'],
    ['after 2023-05', '[20230600-99999999]'],
    ['avril 2025', '([20250400-20250499] | avril_2025)'],
    ['14 avril 2025', '([20250414-20250414] | 14_avril_2025)'],
    ['منذ 2023', '[20230000-99999999]'],
    ['date:2024', '[20240000-20249999]'],
    ['date:"avril 2025"', '[20250400-20250499]'],
    ['la paix du Sahara', '(~paix & ~sahara)'],
    ['la', '~la'],
    ['la 2024..2025', '(~la & [20240000-20259999])'],
    ['depuis longtemps', '(~depuis & ~longtemps)'],
    ['2024', '~2024'],
  ] as const)('%s', ([query, tree]) => {
    expect(read(query)).toBe(tree)
  })
})

describe('what cannot be read says where and why', () => {
  test.for([
    ['paix "feuille', 5, 'quote-unclosed'],
    ['(paix', 0, 'parenthesis-unclosed'],
    ['paix)', 4, 'parenthesis-unopened'],
    ['paix OU', 5, 'operand-missing'],
    ['OU paix', 0, 'operand-missing'],
    ['paix ET', 5, 'operand-missing'],
    ['paix SAUF', 5, 'operand-missing'],
    ['titre:', 0, 'operand-missing'],
    ['NEAR(paix)', 0, 'near-needs-two-words'],
    ['a NEAR(la la la)', 2, 'near-needs-two-words'],
    ['NEAR(a b c d e f g h i)', 0, 'near-too-many-words'],
    ['date:bientôt', 5, 'date-unreadable'],
    ['!!!', 0, 'no-word'],
    ['()', 0, 'no-word'],
    ['('.repeat(50) + 'a', 20, 'too-deep'],
    ['a'.repeat(3000), 2000, 'too-long'],
  ] as const)('%s', ([query, at, why]) => {
    expect(parseQuery(query)).toEqual({ ok: false, failure: { kind: 'query-invalid', at, why } })
  })
})

test('no query can make the parser throw', () => {
  const piece = oneof(
    constantFrom(
      '"',
      '="',
      '«',
      '»',
      '(',
      ')',
      '-',
      '*',
      ':',
      '..',
      ',',
      '|',
      'AND',
      'OU',
      'NOT',
      'و',
      'NEAR(',
      'titre:',
      'date:',
      'depuis',
      'avril',
      '2025',
      '2024..',
      "l'",
      'paix',
      ' ',
      ' ',
    ),
    string({ unit: 'binary', maxLength: 4 }),
  )
  const query = array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
  assert(
    property(query, (text) => {
      const parsed = parseQuery(text)
      expect(parsed.ok ? shown(parsed.value) : parsed.failure.kind).toMatch(/./su)
      expect(parsed.ok || parsed.failure.kind === 'query-invalid').toBe(true)
    }),
    { numRuns: 10_000 },
  )
})

test('the longest queries are read at once', () => {
  const before = performance.now()
  for (const piece of [
    '(',
    '-',
    'NOT ',
    'titre:',
    '"a" ',
    'a..',
    'NEAR(',
    "l'",
    '\u0301',
    'avril ',
  ]) {
    parseQuery(piece.repeat(2000 / piece.length))
  }
  expect(performance.now() - before).toBeLessThan(10_000)
})
