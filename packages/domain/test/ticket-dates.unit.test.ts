import t from 'tap'
import type { ConversationEvent } from '../src/events/index.ts'
import { isOld, mayBeDated, mirrorText, textsInTicket } from '../src/tickets/index.ts'
import { message, received } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const at = (time: string): string => `2026-11-02T${time}Z`
const written = (time: string) => message('m2', 'customer', { sentAt: at(time) })

const made = (createdAt?: string): ConversationEvent => ({
  type: 'TicketCreated',
  data: {
    effectKey: 'ticket:create',
    ticketId: 7,
    messageId: 'm1',
    how: 'done',
    orders: 0,
    ...(createdAt === undefined ? {} : { createdAt }),
  },
})

for (const [what, sentAt, offsetMs, old] of [
  ['just now', '11:59:00', 0, false],
  ['a few minutes ago', '11:55:00', 0, false],
  ['longer ago', '11:54:59', 0, true],
  ['just now, by a clock that is an hour behind', '10:59:00', -3_600_000, false],
  ['long ago, by a clock that is an hour ahead', '12:50:00', 3_600_000, true],
] as const)
  await t.test(`a message written ${what} is ${old ? 'old' : 'fresh'}`, (t) => {
    t.equal(isOld(written(sentAt), new Date(at('12:00:00')), offsetMs), old)
    t.end()
  })

for (const [what, createdAt, sentAt, dated] of [
  ['after the ticket was made', at('09:20:00'), '09:21:00', true],
  ['in the minute in which it was made', at('09:20:50'), '09:20:10', true],
  ['before that', at('09:20:00'), '09:19:59', false],
  ['before that, where nobody knows when it was', undefined, '09:19:59', true],
  ['before a message that is in the ticket', undefined, '09:10:00', false],
] as const)
  await t.test(`a message written ${what} ${dated ? 'has its own date' : 'stands below it all the same'}`, (t) => {
    const { state } = givenConversation(received(message('m1')), made(createdAt))
    t.equal(mayBeDated(state, written(sentAt), 0), dated)
    t.end()
  })

await t.test('one that Thulium cannot date begins with its author and its date', (t) => {
  const buyer = written('09:15:00')
  t.equal(mirrorText(buyer, true).text, '[Klient EmpikPlace] Jan Testowy, 2026-11-02 10:15\n\nTreść wiadomości m2')
  t.strictSame(textsInTicket(buyer), [mirrorText(buyer).text, mirrorText(buyer, true).text])
  const shop = message('m3', 'seller')
  t.strictSame(textsInTicket(shop), [mirrorText(shop).text], 'others always do')
  t.end()
})
