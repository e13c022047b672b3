import t from 'tap'
import { withoutKnownQuote } from '../src/replies/known-quote.ts'

const known = ['<p>I co dalej?</p>', 'Dzień dobry,\ngdzie paczka?']

t.test('what repeats an earlier message below the answer is a quotation', (t) => {
  t.equal(withoutKnownQuote('Paczka wyjdzie jutro.\n\n> I co dalej?', known), 'Paczka wyjdzie jutro.')
  t.equal(withoutKnownQuote('Jutro.\n> Dzień dobry,\n> gdzie paczka?', known), 'Jutro.')
  t.end()
})

t.test('the line that led it in goes with it, and what a colon points at stays', (t) => {
  const lead = 'W dniu pon., 2 lis 2026 o 10:15 Jan <jan@example.com> napisał(a):'
  t.equal(withoutKnownQuote(`Jutro.\n\n${lead}\n\n> I co dalej?`, known), 'Jutro.')
  for (const text of [`${lead}\n> I co dalej?`, 'Pytali Państwo:\n> I co dalej?'])
    t.equal(withoutKnownQuote(text, known), text)
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
