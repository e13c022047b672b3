import t from 'tap'
import { emptyConversation, evolveConversation, type ConversationState } from '../src/conversation/index.ts'
import { emptyPlanning, planEffects, replyKey } from '../src/effects/index.ts'
import type { ConversationEvent } from '../src/events/index.ts'
import { requestAnswer, undoMs, warningsOf, withdrawAnswer, type Answer } from '../src/replies/index.ts'
import { integrationSettings } from '../src/settings/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { isFromConsole, type Author } from '../src/words/index.ts'

const ref = { tenantId: 'demo', integrationId: 'shop', threadId: 't1' }
const settings = integrationSettings.parse({
  name: 'Sklep',
  shopId: '1',
  customerField: 'Empik ID',
  queueId: 7,
  categoryId: 12,
  replies: { footer: 'Sklep Demo' },
})

const said = (messageId: string, author: Author, body = 'Treść', to: string[] = ['SHOP']): ConversationEvent => ({
  type: 'MessageReceived',
  data: {
    ...{ messageId, author, authorType: author, authorName: 'Jan', body, attachments: [], opensTicket: true },
    to: to.map((type) => ({ type })),
    sentAt: `2026-03-02T10:0${messageId.length}:00.000Z`,
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Temat' },
      entities: [{ type: 'MMP_ORDER', id: '81002233445-A', label: '' }],
      ...(author === 'customer' ? { customerId: 'c-1' } : {}),
      updatedAt: '2026-03-02T10:00:00.000Z',
      shopReplyNeededSince: null,
    },
  },
})
const ticket: ConversationEvent = {
  type: 'TicketCreated',
  data: { effectKey: 'ticket:create:shop:t1', ticketId: 7, messageId: 'm', how: 'done', orders: 0 },
}
const fold = (...events: ConversationEvent[]): ConversationState => events.reduce(evolveConversation, emptyConversation)
const asked = fold(said('m', 'customer'), ticket)
const writtenAt = new Date('2026-03-02T11:00:00.000Z')
const answer: Answer = {
  answerId: '0b9d3f3e-6f0f-4a55-8d2c-5a1f0c7e9b42',
  to: 'customer',
  text: 'Wysyłamy jutro.',
  files: [],
  writtenBy: 'Panel sklepu',
  writtenAt,
  leavesBuyerOut: false,
}
const ask = (state: ConversationState, changes: Partial<Answer> = {}): ConversationEvent[] =>
  requestAnswer(ref, state, { ...answer, ...changes }, settings)

t.test('an answer goes to those it names, with the footer, and can be taken back until it is due', (t) => {
  const events = ask(asked)
  t.match(events, [
    {
      type: 'ReplyRequested',
      data: {
        ticketId: 7,
        text: 'Wysyłamy jutro.\n\nSklep Demo',
        to: [{ type: 'CUSTOMER', id: 'c-1' }],
        writtenIn: 'console',
        sendAt: new Date(writtenAt.getTime() + undoMs).toISOString(),
      },
    },
  ])
  const state = fold(said('m', 'customer'), ticket, ...events)
  t.strictSame(ask(state), [], 'asked for once, however often it is sent')
  const [reply] = state.replies
  t.ok(reply && isFromConsole(reply) && Number.isSafeInteger(reply.thuliumMessageId))
  const [event] = events
  const { effects } = event ? planEffects(ref, emptyPlanning, event, 3) : { effects: [] }
  t.match(effects, [{ kind: 'reply:send', notBefore: new Date(writtenAt.getTime() + undoMs).toISOString() }])

  const undo = (ms: number) =>
    withdrawAnswer(ref, state, { ...answer, withdrawnBy: 'k', now: new Date(writtenAt.getTime() + ms) })
  t.throws(() => undo(undoMs), { code: 'answer.under_way' })
  const withdrawn = undo(5_000)
  t.match(withdrawn, [{ type: 'ReplyWithdrawn', data: { effectKey: replyKey(ref, reply?.thuliumMessageId ?? 0) } }])
  const after = withdrawn.reduce(evolveConversation, state)
  t.ok(after.settled.has(replyKey(ref, reply?.thuliumMessageId ?? 0)), 'nobody sends it any more')
  t.strictSame(after.personClock.underWay, {}, 'and the buyer still waits')
  t.end()
})

t.test('what EmpikPlace would refuse is refused at once', (t) => {
  t.throws(() => ask(fold(said('m', 'customer'))), { code: 'answer.no_ticket' })
  t.throws(() => ask(asked, { text: '', to: 'operator' }), { code: 'answer.buyer_waits' })
  t.throws(() => ask(asked, { text: 'ok', to: 'operator', leavesBuyerOut: true }), { code: 'answer.length' })
  t.throws(() => ask(asked, { text: '  ' }), { code: 'answer.length' })
  t.throws(() => ask(asked, { files: [{ fileId: 'f', name: 'a.exe', bytes: 1 }] }), { code: 'answer.files' })
  t.throws(() => ask(asked, { files: [{ fileId: 'f', name: 'a.pdf', bytes: 10_485_761 }] }), { code: 'answer.files' })
  const withOperator = fold(said('m', 'operator', 'Dzień dobry'), ticket)
  t.throws(() => ask(withOperator), { code: 'answer.no_reader' }, 'no buyer takes part')
  t.match(ask(withOperator, { to: 'operator' }), [{ data: { to: [{ type: 'OPERATOR' }], text: 'Wysyłamy jutro.' } }])
  t.match(ask(asked, { to: 'operator', leavesBuyerOut: true }), [{ type: 'ReplyRequested' }], 'unless one knows')
  t.end()
})

t.test('the ticket shows what was sent and what was written for the shop alone', (t) => {
  const events = ask(asked)
  const id = (events[0]?.data as { thuliumMessageId: number }).thuliumMessageId
  const sent: ConversationEvent = {
    type: 'ReplySent',
    data: { effectKey: replyKey(ref, id), thuliumMessageId: id, messageId: 'e1', how: 'done' },
  }
  const written: ConversationEvent = {
    type: 'CommentWritten',
    data: { commentId: 'c1', text: 'Zapytać magazyn', writtenBy: 'Anna', writtenAt: writtenAt.toISOString() },
  }
  const state = fold(said('m', 'customer'), ticket, ...events, sent, written)
  const planned = [sent, written].flatMap((event, at) => planEffects(ref, emptyPlanning, event, at).effects)
  t.strictSame(
    planned.map(({ kind, subject }) => [kind, commentText(ref, state, subject)]),
    [
      ['comment:add', '[Odpowiedź z konsoli] Panel sklepu, wysłana do klienta:\n\nWysyłamy jutro.\n\nSklep Demo'],
      ['comment:add', '[Komentarz z konsoli] Anna:\n\nZapytać magazyn'],
    ],
  )
  const agents: ConversationEvent = { ...sent, data: { ...sent.data, thuliumMessageId: 5 } }
  t.strictSame(planEffects(ref, emptyPlanning, agents, 1).effects, [], "an agent's own stands there already")
  t.end()
})

t.test('warnings name what a person may have overlooked', (t) => {
  const warned = (text: string, read?: string): string[] => warningsOf(text, asked, read)
  t.strictSame(warned('Dzień dobry, paczka jest w drodze, zamówienie 81002233445-A.'), [])
  t.strictSame(warned('Dzień dobry, zamówienie 81002233445 wysłano.'), [])
  t.strictSame(warned('Proszę o telefon: 600 700 800'), ['phone'])
  t.strictSame(warned('Proszę o telefon: +48600700800'), ['phone'])
  t.strictSame(warned('Proszę pisać na sklep@example.com'), ['email'])
  t.strictSame(warned('Proszę wejść na sklep-demo.pl'), ['link'])
  t.strictSame(warned('Śledzenie: https://kurier.example/1'), ['link'])
  t.strictSame(warned('Zamówienie 81009999999-A jest gotowe.'), ['foreign-order'])
  t.strictSame(warned('Dzień dobry {{imie}}, już wysłane.'), ['empty-variable'])
  t.strictSame(warned('Dzień dobry {name}, już wysłane.'), ['empty-variable'])
  t.strictSame(warned('Thank you for your order, we will send it tomorrow.'), ['not-polish'])
  t.strictSame(warned('Дякуємо за замовлення'), ['not-polish'])
  t.strictSame(warned('Dziekujemy za zamowienie, paczka jest w drodze.'), [], 'without its letters it is Polish too')
  t.strictSame(warned('Już wysłane.', 'm'), [])
  const more = fold(said('m', 'customer'), ticket, said('mm', 'customer'))
  t.strictSame(warningsOf('Już wysłane.', more, 'm'), ['wrote-meanwhile'])
  t.end()
})
