import t from 'tap'
import { customerIdentity, placeholderSurname } from '../src/buyers/index.ts'
import type { Participant } from '../src/events/index.ts'
import { replyRecipients } from '../src/replies/index.ts'
import { isTaken } from '../src/routing/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, order, ordered, received, thread } from './support/samples.ts'

const anonymous = {
  thread: { topic: thread.topic, entities: thread.entities, updatedAt: thread.updatedAt, shopReplyNeededSince: null },
}
const startedAt = new Date('2026-11-02T09:00:00Z')
const minute = (minutes: number): Date => new Date(startedAt.getTime() + minutes * 60_000)

await t.test('only a conversation with a message since the start is taken', (t) => {
  const taken = (...messageDates: Date[]): boolean => isTaken({ known: false, kindIsOn: true, startedAt, messageDates })
  t.notOk(taken())
  t.notOk(taken(minute(-60), minute(-1)))
  t.ok(taken(minute(-60), minute(1)))
  t.ok(taken(minute(0)), 'the very moment counts')
  t.end()
})

await t.test('a conversation once taken stays taken, whatever its dates say', (t) => {
  const inSecond = (ms: number): Date => new Date(Date.UTC(2026, 2, 2, 12, 0, 5, ms))
  const takenAt = (at: Date, date: Date): boolean =>
    isTaken({ known: false, kindIsOn: true, startedAt: at, messageDates: [date] })
  t.ok(takenAt(inSecond(700), inSecond(0)), 'a date in whole seconds may be of any moment in it')
  t.notOk(takenAt(inSecond(700), inSecond(400)), 'one with milliseconds is exact')
  t.notOk(takenAt(inSecond(1_000), inSecond(0)), 'and the second before is before')
  t.ok(isTaken({ known: true, kindIsOn: false, startedAt, messageDates: [minute(-60)] }))
  t.ok(isTaken({ known: true, kindIsOn: true, startedAt, messageDates: [] }))
  t.end()
})

await t.test('the customer is the thread’s participant, named by the order', (t) => {
  const { state } = givenConversation(ordered(order()), received(message('m1')))
  t.strictSame(customerIdentity('thread-1', state), {
    id: 'customer-1',
    name: 'Jan',
    surname: 'Testowy',
    isBuyer: true,
  })
  t.end()
})

await t.test('the participant’s id goes before the order’s', (t) => {
  const other = order({ customer: { id: 'customer-2', firstName: 'Jan', lastName: 'Testowy' } })
  const { state } = givenConversation(ordered(other), received(message('m1')))
  t.equal(customerIdentity('thread-1', state).id, 'customer-1')
  t.end()
})

await t.test('without a participant the order names the customer, and without either the thread does', (t) => {
  const withOrder = givenConversation(ordered(order()), received(message('m1', 'customer', anonymous)))
  t.equal(customerIdentity('thread-1', withOrder.state).id, 'customer-1')
  const emptyId = order({ customer: { id: '', firstName: 'Jan', lastName: 'Testowy' } })
  const withoutId = givenConversation(ordered(emptyId), received(message('m1', 'customer', anonymous)))
  t.strictSame(customerIdentity('thread-1', withoutId.state), {
    id: 'thread:thread-1',
    name: 'Jan',
    surname: 'Testowy',
    isBuyer: true,
  })
  const nothing = givenConversation(received(message('m1', 'customer', anonymous)))
  t.equal(customerIdentity('thread-1', nothing.state).id, 'thread:thread-1')
  t.end()
})

await t.test('a customer without a name gets the surname that CRM records need', (t) => {
  const nameless = order({ customer: { id: 'customer-1', firstName: '  ', lastName: '' } })
  for (const given of [
    givenConversation(received(message('m1'))),
    givenConversation(ordered(nameless), received(message('m1'))),
  ])
    t.strictSame(customerIdentity('thread-1', given.state), {
      id: 'customer-1',
      name: undefined,
      surname: placeholderSurname,
      isBuyer: true,
    })
  t.end()
})

await t.test('a thread of shop and operator belongs to the operator', (t) => {
  const { state } = givenConversation(received(message('m1', 'operator', anonymous)))
  t.strictSame(customerIdentity('thread-1', state), {
    id: 'operator',
    name: undefined,
    surname: 'Operator EmpikPlace',
    isBuyer: false,
  })
  t.end()
})

const customer = { type: 'CUSTOMER', id: 'customer-1' }
const operator = { type: 'OPERATOR' }
const shop: Participant = { type: 'SHOP', id: '2001' }
const both: Participant[] = [shop, { type: 'CUSTOMER', id: 'customer-1' }]

for (const { name, messages, to } of [
  { name: 'the customer wrote', messages: [message('m1')], to: [customer] },
  { name: 'the operator wrote to the shop only', messages: [message('m1', 'operator')], to: [operator] },
  {
    name: 'the operator wrote to shop and customer',
    messages: [message('m1', 'operator', { to: both })],
    to: [customer, operator],
  },
  {
    name: 'the customer wrote after the operator',
    messages: [message('m1', 'operator'), message('m2')],
    to: [customer],
  },
  {
    name: 'the operator wrote after the customer',
    messages: [message('m1'), message('m2', 'operator')],
    to: [operator],
  },
  {
    name: 'the shop itself wrote last, after the operator',
    messages: [message('m1', 'operator'), message('m2', 'seller')],
    to: [operator],
  },
  { name: 'only the shop wrote', messages: [message('m1', 'seller')], to: [customer] },
  { name: 'an unknown author wrote last', messages: [message('m1', 'unknown')], to: [customer] },
  {
    name: 'the customer has no participant id',
    messages: [message('m1', 'customer', anonymous)],
    to: [{ type: 'CUSTOMER' }],
  },
])
  await t.test(`a reply goes to ${to.map(({ type }) => type).join(' and ')} when ${name}`, (t) => {
    t.strictSame(replyRecipients(givenConversation(...messages.map(received)).state), to)
    t.end()
  })
