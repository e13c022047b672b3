import t from 'tap'
import { unansweredSince } from '../src/conversation/index.ts'
import type { ConversationEvent } from '../src/events/index.ts'
import { message, received, replySent, requested, reply } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const at = (minute: number): string => `2026-11-02T09:${String(minute).padStart(2, '0')}:00Z`
const buyer = (minute: number): ConversationEvent => received(message(`b${minute}`, 'customer', { sentAt: at(minute) }))
const panel = (minute: number, to = ['CUSTOMER']): ConversationEvent =>
  received(message(`s${minute}`, 'seller', { sentAt: at(minute), to: to.map((type) => ({ type })) }))
const operator = (minute: number, to: string): ConversationEvent =>
  received(message(`o${minute}`, 'operator', { sentAt: at(minute), to: [{ type: to }] }))
const asked = (id: number, ...to: ('CUSTOMER' | 'OPERATOR')[]): ConversationEvent => {
  const event = requested(reply(id))
  return { ...event, data: { ...event.data, to: to.map((type) => ({ type })) } }
}
const automatic: ConversationEvent = {
  type: 'AutoReplyRequested',
  data: {
    autoReplyId: 'a-1',
    name: 'Pierwsza',
    messageId: 'b1',
    text: 'Dziękujemy.',
    sendAt: at(1),
    notAfter: at(59),
    mirrorAs: 'comment',
  },
}
const automaticSent: ConversationEvent = {
  type: 'AutoReplySent',
  data: { effectKey: 'k', autoReplyId: 'a-1', answers: 'b1', messageId: 'm9', sentAt: at(2), how: 'done' },
}
const stopped: ConversationEvent = {
  type: 'ReplyClockChanged',
  data: { shopReplyNeededSince: null, updatedAt: at(3) },
}

for (const [what, events, since] of [
  ['nobody wrote', [], undefined],
  ['the buyer wrote', [buyer(1), buyer(5)], at(1)],
  ['a person answered in the panel', [buyer(1), panel(5)], undefined],
  ['and the buyer wrote again', [buyer(1), panel(5), buyer(7)], at(7)],
  ['an answer is seen late, which the buyer has followed up', [buyer(1), buyer(7), panel(5)], at(7)],
  ['a question is seen late that was answered long ago', [panel(5), buyer(1)], undefined],
  ['an automatic answer stopped EmpikPlace’s clock', [buyer(1), automatic, automaticSent, stopped], at(1)],
  ['a person said that no answer is needed', [buyer(1), stopped], undefined],
  ['the shop wrote to the operator alone in the panel', [buyer(1), panel(5, ['OPERATOR']), stopped], at(1)],
  ['an agent’s reply is on its way', [buyer(1), asked(1, 'CUSTOMER')], at(1)],
  ['it has reached the buyer', [buyer(1), asked(1, 'CUSTOMER'), replySent(1, 'm2')], undefined],
  [
    'it has reached the buyer and the operator',
    [buyer(1), asked(1, 'CUSTOMER', 'OPERATOR'), replySent(1, 'm2')],
    undefined,
  ],
  ['it has reached the operator alone', [buyer(1), asked(1, 'OPERATOR'), replySent(1, 'm2'), stopped], at(1)],
  ['the buyer wrote while it was on its way', [buyer(1), asked(1, 'CUSTOMER'), buyer(3), replySent(1, 'm2')], at(3)],
  [
    'it was refused',
    [
      buyer(1),
      asked(1, 'CUSTOMER'),
      { type: 'ReplyRefused', data: { thuliumMessageId: 1, reason: 'too-short', length: 1 } },
    ],
    at(1),
  ],
  ['the operator wrote to the buyer', [buyer(1), operator(3, 'CUSTOMER')], at(1)],
  ['the operator wrote to the shop', [operator(3, 'SHOP')], undefined],
] satisfies [string, ConversationEvent[], string | undefined][])
  await t.test(`${what}: the buyer waits for a person ${since === undefined ? 'no more' : `since ${since}`}`, (t) => {
    t.equal(unansweredSince(givenConversation(...events).state.personClock), since)
    t.end()
  })
