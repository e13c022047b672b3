import t from 'tap'
import { fillTemplate, autoReplyEntry } from '../src/auto-replies/index.ts'
import { autoReply, parseTemplate } from '../src/settings/index.ts'

const everything = { numer_zamowienia: '81002233445-A', imie: 'Anna', sklep: 'Sklep Demo' }
const nothing = { numer_zamowienia: undefined, imie: undefined, sklep: undefined }

await t.test('variables are filled in', (t) => {
  t.equal(
    fillTemplate('Dzień dobry {imie}, w sprawie {numer_zamowienia} odpowiemy rano.\n\n{ sklep }', everything),
    'Dzień dobry Anna, w sprawie 81002233445-A odpowiemy rano.\n\nSklep Demo',
  )
  t.end()
})

const sentences: [template: string, without: string][] = [
  ['Dzień dobry {imie}, dziękujemy.', 'Dzień dobry, dziękujemy.'],
  ['Dzień dobry, {imie}! Dziękujemy.', 'Dzień dobry! Dziękujemy.'],
  ['Dzień dobry, {imie}, dziękujemy.', 'Dzień dobry, dziękujemy.'],
  ['{imie}, dziękujemy za wiadomość.', 'Dziękujemy za wiadomość.'],
  ['Witaj {imie}!', 'Witaj!'],
  ['Zamówienie {numer_zamowienia} jest w toku.', 'Zamówienie jest w toku.'],
  ['Odpowiemy wkrótce (zamówienie {numer_zamowienia}).', 'Odpowiemy wkrótce (zamówienie).'],
  ['Odpowiemy wkrótce ({numer_zamowienia}).', 'Odpowiemy wkrótce.'],
  ['Sprawa „{numer_zamowienia}” czeka.', 'Sprawa czeka.'],
  ['Dziękujemy,\n{imie}\n{sklep}', 'Dziękujemy,'],
  ['Dzień dobry {imie} {sklep}, witamy.', 'Dzień dobry, witamy.'],
  ['Bez zmiennych,  z  dwiema spacjami .', 'Bez zmiennych,  z  dwiema spacjami .'],
]
for (const [template, without] of sentences)
  await t.test(`without values "${template}" still reads well`, (t) => {
    t.equal(fillTemplate(template, nothing), without)
    t.end()
  })

await t.test('a value stays what it is, whatever it looks like', (t) => {
  t.equal(fillTemplate('Witaj {imie}!', { ...nothing, imie: ' {sklep}\n$& ' }), 'Witaj {sklep} $&!')
  t.equal(fillTemplate('{imie}', { ...nothing, imie: 'a'.repeat(1_000) }).length, 200)
  t.equal(fillTemplate('Witaj {imie}!', { ...nothing, imie: '   ' }), 'Witaj!')
  t.end()
})

const faultsIn = (template: string): string[] => parseTemplate(template).faults.map(({ en }) => en)

await t.test('a fault of a template is named, with the place of a lone brace', (t) => {
  t.strictSame(faultsIn('Witaj {imię}, {imie}'), [
    'Unknown variable {imię}; known are {numer_zamowienia}, {imie}, {sklep}',
  ])
  t.strictSame(faultsIn('Witaj {imie, zapraszamy'), ['A brace "{" without its pair near "Witaj {imie, zapr"'])
  t.strictSame(faultsIn('Witaj imie} i {{sklep}'), [
    'A brace "}" without its pair near "Witaj imie} i {{sklep"',
    'A brace "{" without its pair near "j imie} i {{sklep}"',
  ])
  t.strictSame(faultsIn('{}'), ['Unknown variable {}; known are {numer_zamowienia}, {imie}, {sklep}'])
  t.strictSame(faultsIn('Witaj {imie}'), [])
  t.end()
})

const draft = { id: 'a-1', name: 'Pierwsza', occasion: 'first-message', template: 'Dziękujemy, {imie}.' }

await t.test('a template with a fault is refused when it is saved', (t) => {
  t.ok(autoReply.safeParse(draft).success)
  const refused = autoReply.safeParse({ ...draft, template: 'Dziękujemy, {imię}.' })
  t.strictSame(
    refused.error?.issues.map(({ path, message }) => ({ path, message })),
    [{ path: ['template'], message: 'Unknown variable {imię}; known are {numer_zamowienia}, {imie}, {sklep}' }],
  )
  t.end()
})

await t.test('an answer by category names at least one', (t) => {
  const refused = autoReply.safeParse({ ...draft, occasion: 'category' })
  t.strictSame(
    refused.error?.issues.map(({ path }) => path),
    [['categoryIds']],
  )
  t.ok(autoReply.safeParse({ ...draft, occasion: 'category', categoryIds: [12] }).success)
  t.end()
})

await t.test('what stands in the ticket is never taken for an agent’s reply, whoever’s login it has', (t) => {
  const entry = autoReplyEntry(
    {
      autoReplyId: 'a-1',
      name: 'Poza godzinami',
      messageId: 'm1',
      text: 'Odpowiemy rano.',
      sendAt: '2026-11-02T20:00:00Z',
      notAfter: '2026-11-03T08:00:00Z',
      mirrorAs: 'reply',
    },
    '2026-11-02T20:00:03Z',
  )
  t.equal(entry, '[Automatyczna odpowiedź] Poza godzinami, 2026-11-02 21:00\n\nOdpowiemy rano.')
  t.end()
})
