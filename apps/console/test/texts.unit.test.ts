import t from 'tap'
import { createTranslator } from 'use-intl/core'
import { en } from '../src/texts/en.ts'
import { pl } from '../src/texts/pl.ts'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, path: string[] = []): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : leaves(value, [...path, key]),
  )

const polish = new Map(leaves(pl))
const english = new Map(leaves(en))

const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort()

t.test('both languages say the same things, with the same values in them', (t) => {
  t.strictSame([...english.keys()].sort(), [...polish.keys()].sort())
  for (const [key, text] of polish) {
    // Within a plural form the text is no value.
    if (text.includes('plural')) continue
    t.strictSame(namesIn(english.get(key) ?? ''), namesIn(text), key)
  }
  t.end()
})

t.test('Polish has every form of a number', (t) => {
  for (const [key, text] of polish)
    if (text.includes('plural')) for (const form of ['one', 'few', 'many', 'other']) t.match(text, `${form} {`, key)
  const say = createTranslator({ locale: 'pl', messages: pl })
  t.strictSame(
    [1, 2, 5, 12, 22, 25].map((n) => say('conversations.count', { n })),
    ['1 konwersacja', '2 konwersacje', '5 konwersacji', '12 konwersacji', '22 konwersacje', '25 konwersacji'],
  )
  t.strictSame(
    [1, 3, 14, 1.5].map((n) => say('problems.tries', { n })),
    ['1 próba', '3 próby', '14 prób', '1,5 próby'],
  )
  t.end()
})

t.test('the words are those of the brief, and no English is among the Polish', (t) => {
  const foreign = /\b(status ok|email|login failed|kupując|konsultant|rozmow|token|ticket|dashboard|setup|update)/i
  for (const [key, text] of polish) t.notMatch(text, foreign, key)
  t.equal(pl.integrations.auth.submit, 'Uwierzytelnij aplikację Thulium')
  t.equal(pl.integrations.rest.title, 'Pozostałe dane')
  t.equal(pl.integrations.saveAndStart, 'Zapisz i uruchom')
  t.end()
})
