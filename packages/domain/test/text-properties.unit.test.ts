import { deepStrictEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { replyText } from '../src/mail/index.ts'
import { normaliseText, toPlainText } from '../src/text/index.ts'
import { storedBody } from './support/simulation.ts'

const { br, escaped } = storedBody

/** Words, and all that people and programs put between them which could be taken for markup. */
const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Dzień', 'dobry', 'paczka', 'zażółć', 'zażółć'.normalize('NFD'), '👍🏽') },
  { weight: 3, arbitrary: fc.constantFrom(' ', '  ', '\n', '\n\n', '\t', '\u00a0', '\u200b') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<',
      '>',
      '<3',
      'a<b',
      'x>y',
      '<<',
      '</',
      '<!',
      '&',
      '"',
      "'",
      ';',
      '#',
      '< 50',
      '<jan@example.com>',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('&lt;', '&amp;', '&amp;amp;', '&nbsp;', '&#60;', '&copy', '<b>', '</b>', '<br>', '<p>'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 4 }) },
)
const texts = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(''))
const runs = { numRuns: 300 }

await t.test('the compared form of a compared form is itself', (t) => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
      const once = normaliseText(text)
      equal(normaliseText(once), once)
    }),
    runs,
  )
  t.end()
})

await t.test('however EmpikPlace keeps a text, it is known again', (t) => {
  fc.assert(
    fc.property(texts, (text) => {
      const wanted = normaliseText(text)
      equal(normaliseText(escaped(text)), wanted, 'escaped')
      equal(normaliseText(br(text)), wanted, 'br')
      equal(normaliseText(br(escaped(text))), wanted, 'escaped and br')
    }),
    runs,
  )
  t.end()
})

await t.test('an agent’s HTML reply is known again by the text that was sent', (t) => {
  const bodies = fc.array(texts, { maxLength: 4 }).map((list) => list.map((text) => `<p>${escaped(text)}</p>`).join(''))
  fc.assert(
    fc.property(bodies, (body) => {
      const sent = replyText(body)
      for (const keep of Object.values(storedBody)) equal(normaliseText(keep(sent)), normaliseText(sent))
    }),
    runs,
  )
  t.end()
})

const words = fc.array(fc.constantFrom('kubek', 'talerz', '<3', '<', 'a<b', '5>4', 'zł'), {
  minLength: 1,
  maxLength: 20,
})
const tags = fc.constantFrom(
  '<b>',
  '</b>',
  '<div>',
  '</div>',
  '<br>',
  '<p class="x">',
  '</p>',
  '<span',
  '<!-- ',
  '<style>',
)

await t.test('no mix of words and loose tags loses a word', (t) => {
  const mixes = words.chain((list) =>
    fc.tuple(fc.constant(list), fc.array(tags, { minLength: list.length, maxLength: list.length })),
  )
  fc.assert(
    fc.property(mixes, ([list, loose]) => {
      const found = toPlainText(list.map((word, index) => `${word} ${loose[index] ?? ''} `).join('')).split(/\s+/)
      let from = 0
      for (const word of list) {
        const place = found.indexOf(word, from)
        ok(place >= 0, `${word} in ${found.join(' ')}`)
        from = place + 1
      }
    }),
    runs,
  )
  t.end()
})

await t.test('text without markup keeps its words and lines', (t) => {
  const lines = fc.array(
    words.map((list) => list.join(' ')),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(lines, (list) => deepStrictEqual(toPlainText(list.join('\n')).split('\n'), list)),
    runs,
  )
  t.end()
})
