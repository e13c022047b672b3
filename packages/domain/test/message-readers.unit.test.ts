import t from 'tap'
import type { MessageReceived } from '../src/events/index.ts'
import { observeThread } from '../src/looks/index.ts'
import { integrationSettings } from '../src/settings/index.ts'
import { mirrorText, textsInTicket } from '../src/tickets/index.ts'
import { lookedAt, message, ref, settings } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const [shop, buyer, empik, robot] = ['SHOP', 'CUSTOMER', 'OPERATOR', 'ROBOT'].map((type) => ({ type }))
const hidden = '(wiadomość niewidoczna dla klienta)'
const toEmpik = '(wiadomość do operatora, nie do sklepu)'

const withFirstAnswer = integrationSettings.parse({
  ...settings,
  autoReplies: [{ id: 'a-1', name: 'Pierwsza', occasion: 'first-message', template: 'Dziękujemy za wiadomość.' }],
})

/** Who writes to whom: what the ticket says of it, and whether it waits for the shop. */
const cases: { author: MessageReceived['author']; to: MessageReceived['to']; note: string; waits: boolean }[] = [
  { author: 'customer', to: [shop], note: '', waits: true },
  { author: 'customer', to: [], note: '', waits: true },
  { author: 'customer', to: [robot], note: '', waits: true },
  { author: 'customer', to: [shop, empik], note: '(wiadomość do sklepu i do operatora)', waits: true },
  { author: 'customer', to: [empik], note: toEmpik, waits: false },
  { author: 'customer', to: [buyer], note: '(wiadomość nie do sklepu)', waits: false },
  { author: 'operator', to: [shop], note: hidden, waits: false },
  { author: 'operator', to: [shop, buyer], note: '', waits: false },
  { author: 'operator', to: [buyer], note: '(wiadomość do klienta, nie do sklepu)', waits: false },
  { author: 'operator', to: [empik], note: toEmpik, waits: false },
  { author: 'seller', to: [buyer], note: '', waits: false },
  { author: 'seller', to: [empik], note: hidden, waits: false },
  { author: 'seller', to: [buyer, empik], note: '(wiadomość do klienta i do operatora)', waits: false },
  { author: 'unknown', to: [shop], note: hidden, waits: false },
].flatMap(({ to, ...one }) => {
  const known = to.filter((party) => party !== undefined)
  return [{ ...one, author: one.author as MessageReceived['author'], to: known }]
})

for (const { author, to, note, waits } of cases)
  await t.test(`${author} to ${to.map(({ type }) => type).join(' and ') || 'nobody'}`, (t) => {
    const { state, events } = givenConversation().when((before) =>
      observeThread(
        ref,
        before,
        { messages: [message('m1', author, { to })], firstContact: true, now: lookedAt },
        withFirstAnswer,
      ),
    )
    const [recorded] = state.messages
    const { text, entry } = mirrorText(recorded ?? message('none'))
    t.equal(/^\(.*\)$/m.exec(text)?.[0] ?? '', note, 'the ticket says whom it is for')
    t.equal(
      events.some(({ type }) => type === 'AutoReplyRequested'),
      waits,
      'only what is meant for the shop is answered by itself',
    )
    t.equal(state.personClock.asked.length > 0, waits, 'and waits for a person')
    const others =
      author !== 'seller' && to.length > 0 && to.every(({ type }) => type === 'CUSTOMER' || type === 'OPERATOR')
    t.equal(entry, others ? 'comment' : author === 'seller' ? 'agent' : 'customer', 'what is for others opens nothing')
    if (others) t.match(text, /^\[(Klient|Operator) EmpikPlace\] .*, 2026-11-02 10:15\n/, 'a comment names its author')
    t.end()
  })

await t.test('the first message to the shop is the first one, whatever the buyer wrote to Empik before', (t) => {
  const { events } = givenConversation().when((before) =>
    observeThread(
      ref,
      before,
      {
        messages: [message('m1', 'customer', { to: [{ type: 'OPERATOR' }] }), message('m2')],
        firstContact: true,
        now: lookedAt,
      },
      withFirstAnswer,
    ),
  )
  t.match(
    events.filter(({ type }) => type === 'AutoReplyRequested'),
    [{ data: { messageId: 'm2' } }],
  )
  t.end()
})

await t.test('a note that calls the operator by his earlier name is still known', (t) => {
  const noted = message('m1', 'customer', { to: [{ type: 'OPERATOR' }] })
  t.ok(textsInTicket(noted).includes('(wiadomość do Empiku, nie do sklepu)\n\nTreść wiadomości m1'))
  t.equal(textsInTicket(message('m1')).length, 2, 'without a note there is but one wording')
  t.end()
})

await t.test('what entered a ticket before notes were written keeps its text, since it is looked up by it', (t) => {
  const { readersNoted, ...earlier } = message('m1', 'customer', { to: [{ type: 'OPERATOR' }] })
  t.equal(readersNoted, true)
  t.equal(mirrorText(earlier).text, 'Treść wiadomości m1')
  t.end()
})
