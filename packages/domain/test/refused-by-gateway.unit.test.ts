import t from 'tap'
import { effectAdvice } from '../src/effects/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { message, parked, received, ref, reply, replyKey, requested } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

t.test('what a gateway refused is not laid at the door of the other side', (t) => {
  const key = replyKey(501)
  const told = (code: string, text: string): string | undefined => {
    const event = parked(key, 'reply:send')
    const refused = { ...event, data: { ...event.data, code, message: text } }
    const { state } = givenConversation(received(message('m1')), requested(reply(501)), refused)
    return commentText(ref, state, `parked:${key}:1`)
  }
  const page = 'Tried 5 times. Something between us and EmpikPlace answered: HTTP 403: an HTML page'
  const text = told('effect.gateway_refused', page)
  t.match(text, /odrzucał ją serwer po drodze \(zapora albo brama\), a nie EmpikPlace/)
  t.ok(text?.includes(page), 'with the words of the page')
  t.match(text, /najpewniej nie dotarła do klienta/)
  t.match(told('effect.refused', 'HTTP 400: za krótka'), /nie dotarła do klienta w EmpikPlace: HTTP 400: za krótka/)
  t.match(effectAdvice('reply:send', 'parked', 'effect.gateway_refused').pl, /^Nie odmówił EmpikPlace/)
  t.match(effectAdvice('reply:send', 'parked', 'effect.refused').pl, /^EmpikPlace odmawia/)
  t.end()
})
