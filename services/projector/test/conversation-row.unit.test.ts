import type { PlannedEffect } from '@connector/domain/effects'
import type { ConversationEvent, MessageReceived } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import t from 'tap'
import { wordsOf } from '../src/projection/words.ts'
import { emptyRow, foldRow, type ConversationRow } from '../src/projection/conversation-row.ts'

const ref: ConversationRef = { tenantId: 'demo', integrationId: 'shop-1', threadId: 'thread-1' }
const recordedAt = new Date('2026-11-02T09:16:00Z')

const entities = ['A-1', 'A-2'].map((id) => ({ type: 'MMP_ORDER', id, label: id }))
const asked = (to = 'SHOP'): Extract<ConversationEvent, { type: 'MessageReceived' }> => ({
  type: 'MessageReceived',
  data: {
    messageId: `m-${to}`,
    author: 'customer',
    authorType: 'CUSTOMER_USER',
    authorName: 'Jan',
    to: [{ type: to }],
    body: 'Kiedy?',
    sentAt: '2026-11-02T09:15:00Z',
    attachments: [],
    opensTicket: true,
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Dostawa' },
      entities,
      customerId: 'c-1',
      updatedAt: '2026-11-02T09:15:00Z',
      shopReplyNeededSince: '2026-11-02T09:15:00Z',
    },
  } satisfies MessageReceived,
})
const ordered = (orderId: string): ConversationEvent => ({
  type: 'OrderRecorded',
  data: {
    orderId,
    commercialId: '',
    state: 'SHIPPING',
    customer: { id: 'c-1', firstName: 'Jan', lastName: 'Testowy' },
    currency: 'PLN',
    total: 5,
    lines: [],
    delivery: { label: '', company: '', tracking: '', trackingUrl: '' },
  },
})

function folded(...events: ConversationEvent[]): { row: ConversationRow; effects: PlannedEffect[] } {
  let row = emptyRow(ref)
  const effects = events.flatMap((event, revision) => {
    const next = foldRow(ref, row, event, revision, recordedAt)
    // As it comes back from the database.
    row = {
      ...next.row,
      ...(JSON.parse(JSON.stringify(next.row)) as Pick<ConversationRow, 'planning' | 'person_clock'>),
    }
    return next.effects
  })
  return { row, effects }
}

for (const [what, events, ids, missing] of [
  ['none is had', [asked()], ['A-1', 'A-2'], ['A-1', 'A-2']],
  ['the second one comes first', [ordered('A-2'), asked()], ['A-1', 'A-2'], ['A-1']],
  ['both are had', [ordered('A-1'), asked(), ordered('A-2')], ['A-1', 'A-2'], []],
  ['one changes', [ordered('A-1'), asked(), ordered('A-2'), ordered('A-1')], ['A-1', 'A-2'], []],
] satisfies [string, ConversationEvent[], string[], string[]][])
  await t.test(`of two orders ${what}`, (t) => {
    t.match(folded(...events).row, {
      order_id: ids[0],
      order_ids: ids,
      orders_missing: missing,
      order_recorded: missing.length === 0,
    })
    t.end()
  })

await t.test('a topic that is a code is called what EmpikPlace calls it, and nothing until that is known', (t) => {
  const coded = (text: string): ConversationEvent => {
    const { data } = asked()
    const topic = { type: 'REASON_CODE', value: '28' }
    return {
      type: 'MessageReceived',
      data: { ...data, messageId: text, body: text, thread: { ...data.thread, topic } },
    }
  }
  const routed: ConversationEvent = {
    type: 'ConversationRouted',
    data: { messageId: 'm-1', queueId: 7, categoryId: 12, tags: [], firstContact: true, topicLabel: 'Zwrot towaru' },
  }
  t.equal(folded(coded('Pękł')).row.subject, '')
  t.equal(folded(coded('Pękł'), routed, coded('I co?')).row.subject, 'Zwrot towaru')
  t.equal(folded(routed, coded('Pękł')).row.subject, 'Zwrot towaru')
  t.equal(folded(asked()).row.subject, 'Dostawa')
  t.strictSame(wordsOf(ref, routed, 1)?.words, ['zwrot', 'towaru'])
  t.end()
})

await t.test('an automatic answer stops EmpikPlace’s clock and not that of a person', (t) => {
  const request = {
    autoReplyId: 'a-1',
    name: 'Pierwsza',
    messageId: 'm-SHOP',
    text: 'Dziękujemy.',
    sendAt: '2026-11-02T09:16:00Z',
    notAfter: '2026-11-02T21:16:00Z',
    mirrorAs: 'comment',
  } as const
  const { row } = folded(
    asked(),
    { type: 'AutoReplyRequested', data: request },
    { type: 'ReplyClockChanged', data: { shopReplyNeededSince: null, updatedAt: '2026-11-02T09:17:00Z' } },
  )
  t.equal(row.reply_needed_since, null)
  t.equal(row.unanswered_since && new Date(row.unanswered_since).toISOString(), '2026-11-02T09:15:00.000Z')
  t.equal(folded(asked('OPERATOR')).row.unanswered_since, null, 'what is not for the shop does not wait for it')
  t.end()
})

await t.test('the row of a write keeps those it reaches', (t) => {
  const reply = {
    thuliumMessageId: 1,
    ticketId: 7,
    agentLogin: 'anna',
    body: 'x',
    text: 'xxx',
    attachmentNames: ['f.pdf'],
  }
  const { effects } = folded(
    asked(),
    {
      type: 'ReplyRequested',
      data: { ...reply, to: [{ type: 'CUSTOMER' }, { type: 'OPERATOR' }], filesTo: [{ type: 'CUSTOMER' }] },
    },
    { type: 'ReplySent', data: { effectKey: 'k', thuliumMessageId: 1, messageId: 'm-2', how: 'done' } },
  )
  const readersOf = (kind: string): unknown => effects.find((effect) => effect.kind === kind)?.readers
  t.equal(readersOf('reply:send'), 'everyone')
  t.equal(readersOf('attachment:send'), 'customer')
  t.equal(readersOf('ticket:create'), undefined)
  t.end()
})

const withBody = (body: string, attachments: MessageReceived['attachments'] = []): ConversationEvent => {
  const message = asked()
  return { ...message, data: { ...message.data, messageId: `m-${body.length}`, body, attachments } }
}

await t.test('the list says how the last message begins, in one line and in whole characters', (t) => {
  t.equal(
    folded(withBody('<p>Dzień dobry,<br />kiedy</p>\n<p>wyjdzie paczka?</p>')).row.last_words,
    'Dzień dobry, kiedy wyjdzie paczka?',
  )
  const long = folded(withBody(`${'a'.repeat(139)}😕😕`)).row.last_words
  t.equal(long, `${'a'.repeat(139)}😕`)
  const sent: ConversationEvent = {
    type: 'ReplySent',
    data: { effectKey: 'k', thuliumMessageId: 1, messageId: 'm-9', how: 'done' },
  }
  t.equal(folded(withBody('Pytanie'), sent).row.last_words, '', 'until the answer comes back as a message')
  const { row } = folded(withBody('Pytanie'), {
    type: 'BuyerErased',
    data: { operationId: 'o', generation: 0, stopped: [] },
  })
  t.equal(row.last_words, '')
  t.end()
})

await t.test('files are marked once there are some, of either side', (t) => {
  t.equal(folded(withBody('Pytanie')).row.has_files, false)
  const file = { id: 'f', name: 'paragon.pdf', size: 3 }
  t.equal(folded(withBody('Pytanie', [file]), withBody('I jeszcze to')).row.has_files, true)
  const reply = { thuliumMessageId: 1, ticketId: 7, agentLogin: 'anna', body: 'x', text: 'xxx' }
  const ofAgent = (attachmentNames: string[]): ConversationEvent => ({
    type: 'ReplyRequested',
    data: { ...reply, attachmentNames, to: [{ type: 'CUSTOMER' }] },
  })
  t.equal(folded(withBody('Pytanie'), ofAgent([])).row.has_files, false)
  t.equal(folded(withBody('Pytanie'), ofAgent(['faktura.pdf'])).row.has_files, true)
  t.end()
})

await t.test('an incident of any of its orders is marked until that order has none', (t) => {
  const recorded = (orderId: string, incident?: boolean): ConversationEvent => {
    const event = ordered(orderId)
    if (event.type !== 'OrderRecorded') throw new TypeError('It is the order')
    return { ...event, data: { ...event.data, ...(incident === undefined ? {} : { incident }) } }
  }
  t.strictSame(folded(asked(), recorded('A-1'), recorded('A-2', true)).row.incident_orders, ['A-2'])
  t.strictSame(folded(asked(), recorded('A-2', true), recorded('A-2', true)).row.incident_orders, ['A-2'])
  t.strictSame(folded(recorded('A-2', true), asked(), recorded('A-1'), recorded('A-2')).row.incident_orders, [])
  t.end()
})
