import t from 'tap'
import { withoutKnownQuote } from '../src/replies/known-quote.ts'

const known = ['<p>I co dalej?</p>', 'Dzień dobry,\ngdzie paczka?']

t.test('what repeats an earlier message below the answer is a quotation', (t) => {
  t.equal(withoutKnownQuote('Paczka wyjdzie jutro.\n\n> I co dalej?', known), 'Paczka wyjdzie jutro.')
  t.equal(withoutKnownQuote('Jutro.\n> Dzień dobry,\n> gdzie paczka?', known), 'Jutro.')
  t.end()
})

t.test('what nobody wrote before, what is answered to, and a quotation alone stay', (t) => {
  for (const text of [
    'Instrukcja z metki:\n\n> Prać w 30 stopniach.',
    '> I co dalej?\n\nJutro.',
    '> I co dalej?',
    'I co dalej?',
    '',
  ])
    t.equal(withoutKnownQuote(text, known), text)
  t.end()
})
