import type { ConversationEvent } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import t from 'tap'
import { noChanges } from '../src/projection/changes.ts'
import { emptyRow, foldRow } from '../src/projection/conversation-row.ts'
import { countEvent } from '../src/projection/hourly-counts.ts'

const ref: ConversationRef = { tenantId: 'demo', integrationId: 'shop-1', threadId: 'thread-1' }
const hour = 3_600_000
const start = Date.parse('2026-11-02T09:00:00Z')
const at = (hours: number): string => new Date(start + hours * hour).toISOString()

const message = (author: 'customer' | 'seller', sentAt: string): ConversationEvent => ({
  type: 'MessageReceived',
  data: {
    messageId: `${author}-${sentAt}`,
    author,
    authorType: author === 'customer' ? 'CUSTOMER_USER' : 'SHOP_USER',
    authorName: 'Jan',
    to: [{ type: author === 'customer' ? 'SHOP' : 'CUSTOMER' }],
    body: 'Kiedy?',
    sentAt,
    attachments: [],
    opensTicket: false,
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Dostawa' },
      entities: [],
      updatedAt: sentAt,
      shopReplyNeededSince: null,
    },
  },
})
const automatic: ConversationEvent = {
  type: 'AutoReplyRequested',
  data: {
    ...{ autoReplyId: 'a-1', name: 'Poza godzinami', messageId: 'm-1', text: 'Odpiszemy jutro.' },
    ...{ sendAt: at(0.1), notAfter: at(12), mirrorAs: 'comment' },
  },
}

/** What is counted of a conversation, each event recorded so many hours after the first. */
function counted(...events: readonly (readonly [recordedAfter: number, event: ConversationEvent])[]) {
  const { hours } = noChanges()
  let row = emptyRow(ref)
  events.forEach(([after, event], revision) => {
    const recordedAt = new Date(start + after * hour)
    const before = row
    ;({ row } = foldRow(ref, before, event, revision, recordedAt))
    countEvent(hours, ref, event, recordedAt, before, row)
  })
  return [...hours.values()].filter(({ answered }) => answered > 0)
}

t.test('a wait counts where it ends, once, and is as long as the customer waited', (t) => {
  t.strictSame(counted([0, message('customer', at(0))]), [], 'one that goes on is none yet')
  t.match(
    counted([0, message('customer', at(0))], [1, message('customer', at(1))], [24.5, message('seller', at(24))]),
    [{ hour: new Date(at(24)), answered: 1, answered_in_day: 1 }],
    'by the date of an answer of the panel, which is seen later',
  )
  t.match(counted([0, message('customer', at(0))], [25, message('seller', at(24.5))]), [
    { answered: 1, answered_in_day: 0 },
  ])
  t.match(
    counted(
      [0, message('customer', at(0))],
      [2, message('seller', at(2))],
      [3, message('customer', at(3))],
      [4, message('seller', at(4))],
      [5, message('seller', at(5))],
    ).map(({ answered }) => answered),
    [1, 1],
    'and each one for itself',
  )
  t.end()
})

t.test('an automatic answer ends no wait', (t) => {
  t.strictSame(counted([0, message('customer', at(0))], [0.1, automatic]), [])
  t.end()
})
