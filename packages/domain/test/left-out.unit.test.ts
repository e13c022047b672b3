import t from 'tap'
import { commentSubject, planEffects, emptyPlanning } from '../src/effects/index.ts'
import { messageText, readReply } from '../src/mail/index.ts'
import { requestReply } from '../src/replies/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, received, ref, reply, settings } from './support/samples.ts'

const before = [received(message('m1'))]
const request = (body: string) => {
  const events = requestReply(givenConversation(...before).state, reply(501, body), settings)
  const { state } = givenConversation(...before, ...events)
  const subject = commentSubject({ about: 'left-out', thuliumMessageId: 501 })
  const plans = events.flatMap((event) => planEffects(ref, emptyPlanning, event, 1).effects)
  return {
    planned: plans.some((effect) => effect.kind === 'comment:add' && effect.subject === subject),
    comment: commentText(ref, state, subject),
  }
}

const quoted =
  '<p>Wyślemy jutro.</p><div class="gmail_quote"><div>W dniu pon., 2 lis 2026 o 10:15 Jan Testowy ' +
  '&lt;jan@example.com&gt; napisał(a):</div><blockquote>Kiedy będzie <b>moja</b> paczka?</blockquote></div>'

await t.test('an agent is told what of his reply the buyer does not get', (t) => {
  const { planned, comment } = request(quoted)
  t.ok(planned)
  t.match(
    comment,
    /^Odpowiedź „Wyślemy jutro\.” idzie do klienta bez: cytowanej korespondencji \(„W dniu pon.*moja paczka\?”\)\./,
  )
  t.match(request('<p>Tak wygląda:</p><img src="cid:1">').comment, /idzie do klienta bez: obrazków/)
  t.end()
})

await t.test('nobody is told where nothing is missing, or no more than a signature', (t) => {
  for (const body of ['<p>Wyślemy jutro.</p>', 'Wyślemy jutro.\n\n-- \nAnna Nowak\nSklep Demo']) {
    const { planned, comment } = request(body)
    t.notOk(planned, body)
    t.equal(comment, undefined)
  }
  t.end()
})

await t.test('a reply that is refused is not said to be sent', (t) => {
  const { planned, comment } = request(quoted.replace('Wyślemy jutro.', 'OK'))
  t.notOk(planned)
  t.equal(comment, undefined)
  t.end()
})

await t.test('of a mail that is nothing but elements all words stay, in lines, and the agent is told', (t) => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, place) => `<p>${place} &amp; <b>x</b></p>`).join('')
  const many = readReply(rows(9_000))
  t.match(many.leftOut, [{ kind: 'too-deep' }])
  t.ok(many.text.startsWith('0 & x\n\n1 & x\n'))
  t.match(many.text.slice(-40), /\n8998 & x\n+8999 & x$/)
  t.match(
    readReply(`<blockquote><ul><li>${rows(9_000)}</li></ul></blockquote>`).text.slice(-40),
    /\n> 8998 & x\n>\n> 8999 & x$/,
    'no longer set in as the list is, and still in the quote',
  )
  t.same(readReply(rows(7_000)).leftOut, [])
  t.end()
})

await t.test('more than anybody wrote is cut where it is too much, and the agent is told', (t) => {
  const elements = '<p>x</p>'.repeat(60_000)
  const lines = 'x\n'.repeat(60_000)
  for (const body of [elements, lines, `<pre>${lines}</pre>`]) {
    const { text, leftOut } = readReply(body)
    t.ok(leftOut.some(({ kind }) => kind === 'too-long'))
    t.ok(text.length > 50_000, 'no less than EmpikPlace takes, so half an answer never goes')
    t.match(messageText(body), /\(Dalszej części tu nie ma: treść jest zbyt długa/)
  }
  t.end()
})
