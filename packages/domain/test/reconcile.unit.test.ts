import t from 'tap'
import { linkComment } from '../src/attachments/index.ts'
import { fileSubject } from '../src/effects/index.ts'
import { withoutPersonal, type ConversationEvent } from '../src/events/index.ts'
import {
  reconcile,
  reconcileKinds,
  reconcileType,
  youngMs,
  type Facts,
  type ReconcileKind,
  type TicketEntry,
} from '../src/reconcile/index.ts'
import { mirrorText } from '../src/tickets/index.ts'
import {
  agentReply,
  bot,
  entry,
  facts,
  file,
  history,
  key,
  m1,
  m3,
  m4,
  relay,
  seen,
  thread,
  whole,
} from './support/reconcile.ts'
import { message, parked, received, replySent, requested } from './support/samples.ts'

const found = (...of: Parameters<typeof facts>): string[] =>
  reconcile(facts(...of)).map(({ what, subject }) => `${what} ${subject}`)

const withEntries = (change: (all: readonly TicketEntry[]) => TicketEntry[]): Partial<Facts> => ({
  ticket: { ...whole, entries: change(whole.entries) },
})
const without = (id: number) => withEntries((all) => all.filter((one) => one.id !== id))

await t.test('what is well is not named', (t) => {
  t.strictSame(found(), [])
  t.strictSame(found({ thread: undefined, ticket: undefined, customerField: undefined, ledger: undefined }), [])
  const open = history.slice(0, 6)
  t.strictSame(found({ thread: thread.slice(0, 3), ...without(903) }, open), [], 'writes that are on their way')
  t.strictSame(
    found(withEntries((all) => [...all, entry(910, 'COMMENT', 'Dzwonił klient', { userLogin: 'agent.demo' })])),
    [],
    'a comment of an agent',
  )
  t.strictSame(
    found(withEntries((all) => all.map((one) => (one.id === 901 ? { ...one, userLogin: 'earlier.bot' } : one)))),
    [],
    'what was written under a login of ours before',
  )
  t.strictSame(found({ ticket: { ...whole, mark: undefined } }), [], 'a mark that the answer did not show')
  t.end()
})

await t.test('of a buyer who was erased nothing is named that only texts would tell', (t) => {
  const erased: ConversationEvent[] = [
    ...history.map((event) => ({ ...event, data: withoutPersonal(event.type, event.data) }) as ConversationEvent),
    { type: 'BuyerErased', data: { operationId: 'o1', generation: 1, stopped: [] } },
  ]
  t.strictSame(found({}, erased), [])
  t.strictSame(
    found({ ticket: { ...whole, mark: 'foreign' } }, erased),
    ['marker-changed ticket 77'],
    'but what ids tell is',
  )
  const again = message('m9', 'customer', { body: 'Czy już usunięto?', sentAt: '2026-11-05T09:00:00Z' })
  const putIntoTicket: ConversationEvent = {
    type: 'MessageMirrored',
    data: { effectKey: key('message:mirror', 'm9'), messageId: 'm9', ticketId: 77, how: 'done' },
  }
  const later = [...erased, received(again), putIntoTicket]
  const withAgain = { thread: [...thread, seen(again)] }
  t.strictSame(found(withAgain, later), ['message-not-in-ticket m9'], 'and what was written since')
  t.strictSame(found({ ...withAgain, ...withEntries((all) => [...all, entry(911, 'MAIL', again.body)]) }, later), [])
  t.end()
})

await t.test('two messages with one text need two entries, and no more', (t) => {
  const again = message('m5', 'customer', { body: m3.body, sentAt: '2026-11-02T09:40:00Z' })
  const events: ConversationEvent[] = [
    ...history,
    received(again),
    {
      type: 'MessageMirrored',
      data: { effectKey: key('message:mirror', 'm5'), messageId: 'm5', ticketId: 77, how: 'done' },
    },
  ]
  const more = { thread: [...thread, seen(again)] }
  const second = entry(911, 'MAIL', again.body)
  t.strictSame(found({ ...more, ...withEntries((all) => [...all, second]) }, events), [])
  t.strictSame(found(more, events), ['message-not-in-ticket m5'])
  const third = entry(912, 'MAIL', again.body)
  t.strictSame(found({ ...more, ...withEntries((all) => [...all, second, third]) }, events), [
    'message-twice-in-ticket m3',
  ])
  t.end()
})

const late = message('m9', 'customer', { sentAt: '2026-11-02T11:00:00Z' })
const young = message('m9', 'customer', {
  sentAt: new Date(Date.parse('2026-11-02T12:00:00Z') - youngMs + 1).toISOString(),
})
const panelTwin = { ...seen(m4), messageId: 'm10', sentAt: '2026-11-02T10:05:00Z' }
const answered = entry(920, 'REPLY', '<p>Jeszcze jedno.</p>', {
  userLogin: 'agent.demo',
  createdAt: new Date('2026-11-02T11:00:00Z'),
})
const sendFile = key('attachment:send', fileSubject(903, 0))

const damages: { what: ReconcileKind; how: string; finds: string[]; of: Parameters<typeof facts> }[] = [
  {
    what: 'message-not-in-log',
    how: 'the marketplace shows one more',
    finds: ['m9'],
    of: [{ thread: [...thread, seen(late)] }],
  },
  {
    what: 'message-not-in-log',
    how: 'a conversation that nobody has looked at',
    finds: ['m1'],
    of: [{ thread: [seen(m1)], ticket: undefined, customerField: undefined }, []],
  },
  {
    what: 'message-not-in-log',
    how: 'a reply that went out and was parked, since its answer was lost',
    finds: ['m4'],
    of: [{}, [...history.slice(0, -1), parked(key('reply:send', '903'), 'reply:send')]],
  },
  {
    what: 'reply-not-in-log',
    how: 'an answer in the ticket that nobody has read',
    finds: ['920'],
    of: [withEntries((all) => [...all, answered])],
  },
  { what: 'message-not-in-ticket', how: 'an entry was deleted', finds: ['m3'], of: [without(902)] },
  { what: 'message-not-in-ticket', how: "a colleague's was deleted", finds: ['m2'], of: [without(901)] },
  {
    what: 'message-parked',
    how: 'adding it was refused',
    finds: [key('message:mirror', 'm3')],
    of: [
      without(902),
      [
        ...history.filter(({ type, data }) => type !== 'MessageMirrored' || data.messageId !== 'm3'),
        parked(key('message:mirror', 'm3'), 'message:mirror'),
      ],
    ],
  },
  {
    what: 'message-twice-in-ticket',
    how: 'an entry twice',
    finds: ['m3'],
    of: [withEntries((all) => [...all, entry(930, 'MAIL', m3.body)])],
  },
  {
    what: 'messages-out-of-order',
    how: 'a later one stands first',
    finds: ['m3'],
    of: [
      withEntries((all) =>
        all
          .map((one) => (one.id === 901 ? { ...one, id: 902 } : one.id === 902 ? { ...one, id: 901 } : one))
          .sort((one, other) => one.id - other.id),
      ),
    ],
  },
  {
    what: 'entry-without-source',
    how: "a customer's that no message explains",
    finds: ['entry 940'],
    of: [withEntries((all) => [...all, entry(940, 'MAIL', 'Coś innego')])],
  },
  {
    what: 'entry-without-source',
    how: 'one of ours that no message explains',
    finds: ['entry 941'],
    of: [withEntries((all) => [...all, entry(941, 'COMMENT', '[Operator EmpikPlace] Empik\n\nCo innego', bot)])],
  },
  { what: 'reply-not-at-empikplace', how: 'it is gone there', finds: ['m4'], of: [{ thread: thread.slice(0, 3) }] },
  {
    what: 'reply-parked',
    how: 'EmpikPlace refused it',
    finds: [key('reply:send', '903')],
    of: [{ thread: thread.slice(0, 3) }, [...history.slice(0, -1), parked(key('reply:send', '903'), 'reply:send')]],
  },
  {
    what: 'reply-twice-at-empikplace',
    how: 'the buyer got it twice',
    finds: ['m10'],
    of: [
      {
        thread: [...thread, panelTwin],
        ...withEntries((all) => [
          ...all,
          entry(950, 'REPLY', mirrorText(message('m10', 'seller', panelTwin)).text, bot),
        ]),
      },
      [
        ...history,
        received(message('m10', 'seller', panelTwin)),
        {
          type: 'MessageMirrored',
          data: { effectKey: key('message:mirror', 'm10'), messageId: 'm10', ticketId: 77, how: 'done' },
        },
      ],
    ],
  },
  { what: 'customer-field-changed', how: 'another id', finds: ['customer 5'], of: [{ customerField: 'customer-2' }] },
  { what: 'customer-field-changed', how: 'emptied', finds: ['customer 5'], of: [{ customerField: null }] },
  { what: 'marker-changed', how: 'emptied', finds: ['ticket 77'], of: [{ ticket: { ...whole, mark: null } }] },
  { what: 'ticket-gone', how: 'deleted', finds: ['ticket 77'], of: [{ ticket: { lost: 'deleted' } }] },
  {
    what: 'file-missing',
    how: 'the entry has lost its file',
    finds: ['m1'],
    of: [withEntries((all) => all.map((one) => ({ ...one, attachments: [] })))],
  },
  {
    what: 'file-missing',
    how: 'the comment with the link is gone',
    finds: ['m1'],
    of: [
      {},
      history.map((event) =>
        event.type === 'AttachmentRelayed' ? { ...event, data: { ...event.data, as: 'link' } } : event,
      ),
    ],
  },
  {
    what: 'file-missing',
    how: "the message that carries an agent's file is bare",
    finds: ['m11'],
    of: [
      { thread: [...thread, { ...seen(m4), messageId: 'm11', body: 'Załącznik: etykieta.pdf', attachments: [] }] },
      [
        ...history.slice(0, -2),
        requested({ ...agentReply, attachmentNames: ['etykieta.pdf'] }),
        replySent(903, 'm4'),
        {
          type: 'AttachmentRelayed',
          data: {
            ...{ effectKey: sendFile, direction: 'to-empikplace', name: 'etykieta.pdf', bytes: 9, as: 'file' },
            ...{ messageId: 'm11', how: 'done' },
          },
        },
      ],
    ],
  },
  {
    what: 'file-parked',
    how: 'Thulium refused it',
    finds: [relay],
    of: [
      withEntries((all) => all.map((one) => ({ ...one, attachments: [] }))),
      [...history.filter(({ type }) => type !== 'AttachmentRelayed'), parked(relay, 'attachment:relay')],
    ],
  },
  {
    what: 'ledger-contradicts-log',
    how: 'confirmed, and nothing recorded',
    finds: [relay],
    of: [{ ledger: facts().ledger }, history.filter(({ type }) => type !== 'AttachmentRelayed')],
  },
  {
    what: 'ledger-contradicts-log',
    how: 'no row, and one too many',
    finds: [key('reply:send', '903'), key('comment:add', 'customer-hits')],
    of: [
      {
        ledger: [
          ...(facts().ledger ?? []).filter((row) => row.key !== key('reply:send', '903')),
          { key: key('comment:add', 'customer-hits'), state: 'planned' },
        ],
      },
    ],
  },
]

await t.test('each damage is found, and nothing else is named', async (t) => {
  for (const { what, how, finds, of } of damages)
    t.strictSame(
      found(...of),
      finds.map((subject) => `${what} ${subject}`),
      `${what}: ${how}`,
    )
  t.strictSame(new Set(damages.map(({ what }) => what)), new Set(reconcileKinds), 'there is a damage of each kind')
  await Promise.resolve()
})

await t.test('no finding holds a text of a buyer, and every kind says what it is and what cures it', (t) => {
  const all = JSON.stringify(damages.flatMap(({ of }) => reconcile(facts(...of))))
  t.notMatch(all, /Treść|Coś innego|Paczka|zdjęcie|etykieta/)
  for (const kind of reconcileKinds) {
    const { title, cure } = reconcileType(kind)
    for (const text of [title.pl, title.en, cure.pl, cure.en]) t.not(text, '')
  }
  t.end()
})

await t.test('what may still be on its way is no finding', (t) => {
  t.strictSame(found({ thread: [...thread, seen(young)] }), [], 'a message of the last ten minutes')
  const now = new Date('2026-11-02T11:05:00Z')
  t.strictSame(found({ now, ...withEntries((all) => [...all, answered]) }), [], 'a reply of the last ten minutes')
  const elsewhere = { passedOn: new Set([920]), moved: new Set<number>() }
  t.strictSame(found({ elsewhere, ...withEntries((all) => [...all, answered]) }), [], 'a reply of another ticket')
  t.end()
})

await t.test('a file that is reached by a link is well while the comment stands', (t) => {
  const events = history.map((event): ConversationEvent =>
    event.type === 'AttachmentRelayed' ? { ...event, data: { ...event.data, as: 'link' } } : event,
  )
  const comment = linkComment(file.name, 2_000, 'https://connector.example/files/abc', new Date('2027-01-01T00:00:00Z'))
  t.strictSame(
    found(
      withEntries((all) => [...all, entry(960, 'COMMENT', comment, bot)]),
      events,
    ),
    [],
  )
  t.end()
})

await t.test('after a lost ticket nothing is missed in the next one but what was put there', (t) => {
  const events: ConversationEvent[] = [...history, { type: 'TicketLost', data: { ticketId: 77, reason: 'deleted' } }]
  t.strictSame(found({ ticket: undefined }, events), [])
  t.end()
})
