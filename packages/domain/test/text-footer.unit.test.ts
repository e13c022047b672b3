import t from 'tap'
import { lengthFault, replyLimits, withFooter } from '../src/mail/index.ts'

await t.test('a footer stands under the reply, after an empty line', (t) => {
  t.equal(withFooter('Wysyłamy jutro.', 'Sklep Demo\nexample.com'), 'Wysyłamy jutro.\n\nSklep Demo\nexample.com')
  t.equal(
    withFooter('Wysyłamy jutro.', '\r\n Sklep Demo\r\nexample.com \r\n'),
    'Wysyłamy jutro.\n\nSklep Demo\nexample.com',
  )
  t.end()
})

await t.test('without a footer the reply stays as it is', (t) => {
  for (const footer of [undefined, '', ' \n ']) t.equal(withFooter('Wysyłamy jutro.', footer), 'Wysyłamy jutro.')
  t.end()
})

await t.test('a footer is not added twice', (t) => {
  const once = withFooter('Wysyłamy jutro.', 'Sklep Demo')
  t.equal(withFooter(once, 'Sklep Demo'), once)
  t.equal(withFooter('Pozdrawiam\nSklep Demo', 'Sklep Demo'), 'Pozdrawiam\nSklep Demo')
  t.equal(withFooter('To jest Sklep Demo', 'Sklep Demo'), 'To jest Sklep Demo\n\nSklep Demo')
  t.end()
})

await t.test('a footer alone is no reply', (t) => {
  t.equal(withFooter('', 'Sklep Demo'), '')
  t.equal(lengthFault(withFooter('', 'Sklep Demo')), 'too-short')
  t.end()
})

await t.test('the limits count the whole', (t) => {
  t.equal(lengthFault('ok'), 'too-short')
  t.equal(lengthFault(withFooter('ok', 'Sklep Demo')), undefined)
  t.equal(lengthFault('tak'), undefined)
  const room = replyLimits.max - '\n\nSklep Demo'.length
  t.equal(lengthFault(withFooter('a'.repeat(room), 'Sklep Demo')), undefined)
  t.equal(lengthFault(withFooter('a'.repeat(room + 1), 'Sklep Demo')), 'too-long')
  t.end()
})
