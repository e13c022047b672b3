import t from 'tap'
import { autoReplyEntry } from '../src/auto-replies/index.ts'
import type { ConversationEvent } from '../src/events/index.ts'
import { agentReplies, unsignedReplies, requestReply } from '../src/replies/index.ts'
import { commentText, mirrorText } from '../src/tickets/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, received, ref, reply, settings } from './support/samples.ts'

const ours = 'empik.bot'
const inPanel = message('m2', 'seller', { body: 'Wysłaliśmy 12.11.' })
const mirrored = mirrorText(inPanel).text
const answer = {
  autoReplyId: 'a-1',
  name: 'Poza godzinami',
  messageId: 'm1',
  text: 'Odpowiemy rano.',
  sendAt: '2026-11-02T20:00:00Z',
  notAfter: '2026-11-03T08:00:00Z',
  mirrorAs: 'reply',
} as const
const sentAt = '2026-11-02T20:00:03Z'
const answered: ConversationEvent[] = [
  { type: 'AutoReplyRequested', data: answer },
  {
    type: 'AutoReplySent',
    data: { effectKey: 'auto-reply:send:x', autoReplyId: 'a-1', answers: 'm1', messageId: 'm3', sentAt, how: 'done' },
  },
]
const { state } = givenConversation(received(message('m1')), received(inPanel), ...answered)

let nextId = 1
const entry = (changes: { type?: string; userLogin?: string; body?: string }) => ({
  id: nextId++,
  type: 'REPLY',
  userLogin: 'a.nowak',
  body: '<p>Dzień dobry</p>',
  ...changes,
})

/** Ids of those that go to the buyer. */
const sent = (...entries: ReturnType<typeof entry>[]): number[] =>
  agentReplies(state, entries, ours).map(({ id }) => id)

await t.test('only what an agent wrote as a reply goes to the buyer', (t) => {
  const written = entry({})
  t.strictSame(sent(written), [written.id])
  for (const other of [
    { type: 'COMMENT' },
    { type: 'MESSAGE' },
    { userLogin: '' },
    { userLogin: ours, body: mirrored },
    { userLogin: ours, body: `<p>${mirrored.replace('Obsługa', 'Obs&#322;uga').replace(/\n/g, '<br>')}</p>` },
    { userLogin: ours, body: autoReplyEntry(answer, sentAt) },
  ])
    t.strictSame(sent(entry(other)), [], JSON.stringify(other))
  t.strictSame(agentReplies(state, [{ id: 1, type: 'REPLY', body: 'Odpiszemy jutro.' }], ours), [], 'an autoresponder')
  t.end()
})

await t.test('a reply that names nobody who wrote it is told, but for our own', (t) => {
  const told = (...entries: ReturnType<typeof entry>[]): number[] => unsignedReplies(state, entries).map(({ id }) => id)
  const unsigned = entry({ userLogin: '' })
  t.strictSame(told(unsigned, entry({}), entry({ type: 'MAIL', userLogin: '' })), [unsigned.id])
  t.strictSame(unsignedReplies(state, [{ id: 1, type: 'REPLY', body: 'Odpiszemy jutro.' }]).length, 1)
  for (const body of [mirrored, autoReplyEntry(answer, sentAt)])
    t.strictSame(told(entry({ userLogin: '', body })), [], 'of ours, whose login Thulium does not show')
  t.end()
})

await t.test('a heading that an agent typed or copied is his own word', (t) => {
  const typed = entry({ body: '<p>[Obsługa EmpikPlace] Wysłaliśmy 12.11.</p><p>Numer listu to 00123.</p>' })
  t.strictSame(sent(typed), [typed.id])
  const own = entry({ userLogin: ours, body: mirrored })
  const copied = entry({ body: `<p>${mirrored.replace(/\n/g, '<br>')}</p><p>Uzupełniam: numer listu to 00123.</p>` })
  t.strictSame(sent(own, copied), [copied.id], 'below the message it was copied from')
  const automatic = entry({ body: '<p>[Automatyczna odpowiedź] to nie jest, piszę sam.</p>' })
  t.strictSame(sent(automatic), [automatic.id])
  t.end()
})

await t.test('what we wrote under the login of earlier settings is no answer of an agent', (t) => {
  for (const text of [mirrored, autoReplyEntry(answer, sentAt)]) {
    t.strictSame(sent(entry({ userLogin: 'old.bot', body: text })), [])
    t.strictSame(sent(entry({ userLogin: 'old.bot', body: `<p>${text.replace(/\n/g, '<br>')}</p>` })), [])
  }
  const own = entry({ userLogin: 'old.bot', body: mirrored })
  const copied = entry({ body: `${mirrored}\n\nUzupełniam: numer listu to 00123.` })
  t.strictSame(sent(own, copied), [copied.id], 'but a copy of it is')
  t.end()
})

await t.test('what a person wrote under our own login is a reply, and is refused with the reason', (t) => {
  const shared = entry({ userLogin: ours, body: '<p>Wysłane wczoraj.</p>' })
  t.strictSame(sent(shared), [shared.id])
  const quoting = entry({ userLogin: ours, body: `<p>Wysłane wczoraj.</p><p>${mirrored}</p>` })
  t.strictSame(sent(quoting), [quoting.id], 'even below which our text is quoted')
  const refused = givenConversation(received(message('m1'))).when((state) =>
    requestReply(state, reply(501), settings, 'own-login'),
  )
  t.match(refused.events, [{ type: 'ReplyRequested' }, { type: 'ReplyRefused', data: { reason: 'own-login' } }])
  t.match(commentText(ref, refused.state, 'refused:501'), /pod loginem, którego używa ta integracja/)
  t.end()
})

await t.test('under our own login, too, a heading that somebody typed or copied makes no entry ours', (t) => {
  const own = entry({ userLogin: ours, body: mirrored })
  const copied = `<p>${mirrored.replace(/\n/g, '<br>')}</p><p>Uzupełniam: numer listu to 00123.</p>`
  for (const body of [
    '<p>[Obsługa EmpikPlace] Wysłaliśmy 12.11.</p><p>Numer listu to 00123.</p>',
    '[Obsługa EmpikPlace]\nWysłaliśmy.',
    '[Automatyczna odpowiedź] to nie jest, piszę sam.',
    '[Obsługa EmpikPlace] Wysłaliśmy, 2026-11-02 rano.',
    copied,
  ]) {
    const written = entry({ userLogin: ours, body })
    t.strictSame(sent(own, written), [written.id], body)
    t.strictSame(sent(written, own), [written.id], `${body} (wherever the list has it)`)
  }
  t.end()
})

await t.test('what we wrote is ours where it stands twice, is of a ticket merged into this one, or forgotten', (t) => {
  const own = entry({ userLogin: ours, body: mirrored })
  const again = entry({ userLogin: ours, body: mirrored.replace(/\n/g, '<br>') })
  t.strictSame(sent(own, again), [])
  const elsewhere = mirrorText(message('m9', 'seller', { sentAt: '2026-10-01T07:00:00Z', body: 'Dziękujemy.' })).text
  t.strictSame(sent(own, entry({ userLogin: ours, body: elsewhere })), [])
  const automatic = entry({ userLogin: ours, body: autoReplyEntry({ ...answer, name: 'Święta' }, sentAt) })
  t.strictSame(sent(automatic), [])
  t.end()
})
