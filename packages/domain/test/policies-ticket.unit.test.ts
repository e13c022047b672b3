import t from 'tap'
import type { ConversationState } from '../src/conversation/index.ts'
import type { ConversationEvent, MessageReceived } from '../src/events/index.ts'
import { defaultPanelLinks } from '../src/settings/index.ts'
import {
  commentText,
  mirrorText,
  sinkAddress,
  ticketComment,
  ticketSubject,
  type TicketFacts,
} from '../src/tickets/index.ts'
import { givenConversation, throughLog } from './support/scenario.ts'
import {
  message,
  order,
  ordered,
  parked,
  received,
  reply,
  ref,
  replyKey,
  requested,
  thread,
} from './support/samples.ts'

const halfCharacter = /\p{Surrogate}/u
const links = { base: 'https://panel.example.com', ...defaultPanelLinks }
const facts = (state: ConversationState): TicketFacts => ({ threadId: 'thread-1', shopId: '2001', state, links })
const about = (topic: MessageReceived['thread']['topic'], entities = thread.entities) =>
  givenConversation(received(message('m1', 'customer', { thread: { ...thread, topic, entities } }))).state

await t.test('a customer’s message enters the ticket as it was written', (t) => {
  t.strictSame(mirrorText(message('m1', 'customer', { body: 'Cena &lt; 50 zł<br />Dziękuję' })), {
    entry: 'customer',
    text: 'Cena < 50 zł\nDziękuję',
  })
  t.end()
})

for (const { author, entry, heading } of [
  { author: 'seller', entry: 'agent', heading: '[Obsługa EmpikPlace] Sklep Demo, 2026-11-02 10:15' },
  {
    author: 'operator',
    entry: 'customer',
    heading: '[Operator EmpikPlace] Empik, 2026-11-02 10:15\n(wiadomość niewidoczna dla klienta)',
  },
  {
    author: 'unknown',
    entry: 'customer',
    heading: '[Nieznany nadawca: ROBOT] Automat, 2026-11-02 10:15\n(wiadomość niewidoczna dla klienta)',
  },
] as const)
  await t.test(`a message of the ${author} says in the ticket who wrote it and when`, (t) => {
    t.strictSame(mirrorText(message('m1', author, { body: 'Dzień dobry' })), {
      entry,
      text: `${heading}\n\nDzień dobry`,
    })
    t.end()
  })

await t.test('an operator’s message that the customer got too is not called hidden', (t) => {
  const { text } = mirrorText(message('m1', 'operator', { to: [{ type: 'CUSTOMER', id: 'customer-1' }] }))
  t.notMatch(text, /niewidoczna/)
  t.end()
})

await t.test('the hour is that of Warsaw, in summer and in winter', (t) => {
  const text = (sentAt: string): string => mirrorText(message('m1', 'seller', { sentAt })).text
  t.match(text('2026-07-01T22:30:00Z'), /, 2026-07-02 00:30\n/)
  t.match(text('2026-12-01T22:30:00.479Z'), /, 2026-12-01 23:30\n/)
  t.end()
})

await t.test('attachments are listed under the text, or alone, and a message is never empty', (t) => {
  const attachments = [
    { id: 'a1', name: 'zdjęcie.jpg', size: 2_621_440 },
    { id: 'a2', name: 'skan.pdf', size: 20_480 },
    { id: 'a3', name: 'nic.txt', size: 0 },
  ]
  const list = '[Załącznik: zdjęcie.jpg, 2,5 MB]\n[Załącznik: skan.pdf, 20 kB]\n[Załącznik: nic.txt, 0 B]'
  t.equal(mirrorText(message('m1', 'customer', { body: 'Patrz', attachments })).text, `Patrz\n${list}`)
  t.equal(mirrorText(message('m1', 'customer', { body: '<p> </p>', attachments })).text, list)
  t.equal(mirrorText(message('m1', 'customer', { body: ' \n ' })).text, '(wiadomość bez treści)')
  t.end()
})

await t.test('the same message always gives the same text, also after the log gave it back', (t) => {
  const seen = message('m1', 'operator', { body: '<p>Ala &amp; kot</p>' })
  t.strictSame(mirrorText(throughLog(seen)), mirrorText(seen))
  t.end()
})

await t.test('the subject of a ticket tells the topic and the order', (t) => {
  t.equal(
    ticketSubject(about({ type: 'FREE_TEXT', value: ' Pytanie &amp;\n prośba ' })),
    'EmpikPlace: Pytanie & prośba – zamówienie ORDER-1-A',
  )
  t.equal(ticketSubject(about({ type: 'REASON_CODE', value: '14' }, [])), 'EmpikPlace: wiadomość')
  t.equal(ticketSubject(about({ type: 'FREE_TEXT', value: '' })), 'EmpikPlace: wiadomość – zamówienie ORDER-1-A')
  t.end()
})

await t.test('a long subject is cut to 150 characters, never in the middle of one', (t) => {
  const subjectOf = (value: string): string => ticketSubject(about({ type: 'FREE_TEXT', value }, []))
  t.equal(subjectOf('x'.repeat(300)).length, 150)
  for (const pad of ['', 'x']) {
    const subject = subjectOf(pad + '📦'.repeat(150))
    t.notMatch(subject, halfCharacter)
    t.ok(subject.endsWith('📦…'))
    t.ok(subject.length <= 150)
  }
  t.end()
})

await t.test('the first comment of a ticket has the order, its lines and the ways to the panel', (t) => {
  const { state } = givenConversation(ordered(order()), received(message('m1')))
  t.equal(
    ticketComment(facts(state)),
    [
      'Zamówienie: ORDER-1-A (zakup ORDER-1)',
      'Stan: Oczekuje na wysyłkę (SHIPPING), złożone 2026-11-01 09:00',
      'Produkty:',
      '• 2 × Kubek Demo – 59,95 zł za sztukę, razem 119,90 zł (SKU KUBEK-1)',
      'Razem z dostawą: 129,90 zł',
      'Dostawa: Kurier, DemoKurier, przesyłka TRACK-1',
      'Zamówienie i konwersacja w EmpikPlace: https://panel.example.com/mmp/shop/order/ORDER-1-A',
      'ID klienta EmpikPlace: customer-1',
      'Pierwsza wiadomość: 2026-11-02 10:15',
    ].join('\n'),
  )
  t.end()
})

await t.test('an order not read yet is still named, and without any order the panel’s home is', (t) => {
  const unread = ticketComment(facts(about(thread.topic)))
  t.match(unread, /^Zamówienie: ORDER-1-A \(danych jeszcze nie udało się pobrać/)
  const none = ticketComment(facts(about(thread.topic, [])))
  t.match(none, /^Konwersacja w EmpikPlace: https:\/\/panel\.example\.com\/mmp\/shop\/home\n/)
  t.notMatch(none, /Zamówienie/)
  t.end()
})

await t.test('what an id holds cannot leave its place in a link', (t) => {
  const state = about(thread.topic, [{ type: 'MMP_ORDER', id: '../../a?b=c {base}', label: '' }])
  const conversation = '{base}/inbox/{thread_id}?shop={shop_id}'
  const comment = ticketComment({ threadId: 'th/1', shopId: '20&01', state, links: { ...links, conversation } })
  t.match(comment, 'order/..%2F..%2Fa%3Fb%3Dc%20%7Bbase%7D\n')
  t.match(comment, 'https://panel.example.com/inbox/th%2F1?shop=20%2601\n')
  t.end()
})

await t.test('each conversation has its own sender address, within the limits of e-mail', (t) => {
  t.equal(
    sinkAddress('3FA85F64-5717-4562-b3fc-2c963f66afa6', 'sink.example.com'),
    'empik-3fa85f64-5717-4562-b3fc-2c963f66afa6@sink.example.com',
  )
  t.match(sinkAddress(`ą@\r\n${'x'.repeat(200)}`, 'sink.example.com'), /^empik-x{48}@sink\.example\.com$/)
  t.end()
})

const refusal = (reason: 'too-short' | 'too-long', length: number): ConversationEvent => ({
  type: 'ReplyRefused',
  data: { thuliumMessageId: 501, reason, length },
})
const resolved = (resolution: 'retry' | 'dismiss'): ConversationEvent => ({
  type: 'EffectResolved',
  data: { effectKey: replyKey(501), resolution },
})

await t.test('the comment on a refused reply names the limit and what was written', (t) => {
  const short = givenConversation(requested(reply(501, 'ok')), refusal('too-short', 2)).state
  t.match(commentText(ref, short, 'refused:501'), /co najmniej 3 znaków, odpowiedź ma ich 2\. Popraw/)
  const long = givenConversation(requested(reply(501)), refusal('too-long', 50_001)).state
  t.match(commentText(ref, long, 'refused:501'), /najwyżej 50000 znaków, odpowiedź ma ich 50001\./)
  t.equal(commentText(ref, long, 'refused:502'), undefined)
  t.end()
})

await t.test('the comment on a refused reply says that its files stay too', (t) => {
  const files = requested({ ...reply(501, 'ok'), attachmentNames: ['etykieta.pdf', ''] })
  const { state } = givenConversation(files, refusal('too-short', 2))
  t.match(commentText(ref, state, 'refused:501'), /nie wysłano załączników: etykieta\.pdf, plik bez nazwy\.$/)
  t.end()
})

await t.test('the comment on a parked reply quotes it and says why', (t) => {
  const body = `<p>Paczka\nwyjdzie <b>jutro</b></p>${'📦'.repeat(200)}`
  const { state } = givenConversation(requested(reply(501, body)), parked(replyKey(501), 'reply:send', 2))
  const text = commentText(ref, state, `parked:${replyKey(501)}:2`) ?? ''
  t.match(text, /^Odpowiedź „Paczka wyjdzie jutro 📦+…” nie dotarła do klienta w EmpikPlace: Odmowa 400\. /u)
  t.notMatch(text, halfCharacter)
  t.equal(commentText(ref, state, `parked:${replyKey(501)}:3`), undefined)
  t.equal(commentText(ref, state, `parked:${replyKey(502)}:2`), undefined)
  t.end()
})

await t.test('the comment on a parked reply keeps its words after a person decided: it is looked up by them', (t) => {
  const events = [requested(reply(501)), parked(replyKey(501), 'reply:send', 1)]
  const subject = `parked:${replyKey(501)}:1`
  const before = commentText(ref, givenConversation(...events).state, subject)
  t.ok(before)
  for (const resolution of ['retry', 'dismiss'] as const)
    t.equal(commentText(ref, givenConversation(...events, resolved(resolution)).state, subject), before)
  const again = parked(replyKey(501), 'reply:send', 4)
  const twice = givenConversation(...events, resolved('retry'), {
    ...again,
    data: { ...again.data, message: 'Odmowa 403' },
  }).state
  t.equal(commentText(ref, twice, subject), before)
  t.match(commentText(ref, twice, `parked:${replyKey(501)}:4`), /Odmowa 403/)
  t.end()
})
