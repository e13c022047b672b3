import type { SeenMessage } from '@connector/domain/events'
import { observeThread } from '@connector/domain/looks'
import { integrationSettingsInput } from '@connector/domain/settings'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, shopBody, startApi } from './support/api.ts'
import { projectConversation } from './support/read-models.ts'

const autoReplies = [
  { id: 'off', name: 'Wyłączona', enabled: false, occasion: 'first-message', template: 'Dziękujemy.' },
  { id: 'returns', name: 'Zwroty', occasion: 'category', categoryIds: [14], template: 'Zwroty przyjmujemy.' },
  { id: 'closed', name: 'Zamknięte', occasion: 'outside-hours', delayMinutes: 5, template: 'Odpowiemy rano, {imie}.' },
  { id: 'first', name: 'Pierwsza', occasion: 'first-message', template: 'Witamy w {sklep}. {numer_zamowienia}' },
] as const

/** Monday in Warsaw: 10:00 and 20:00. */
const morning = '2026-11-02T09:00:00.000Z'
const evening = '2026-11-02T20:00:00+01:00'

const message = (messageId: string): SeenMessage => ({
  messageId,
  author: 'customer',
  authorType: 'CUSTOMER_USER',
  authorName: 'Anna K.',
  to: [],
  body: 'Kiedy paczka?',
  sentAt: morning,
  attachments: [],
  thread: {
    topic: { type: 'FREE_TEXT', value: 'Pytanie' },
    entities: [{ type: 'MMP_ORDER', id: '81002233445-A', label: '81002233445' }],
    customerId: 'c-1',
    updatedAt: morning,
    shopReplyNeededSince: null,
  },
})

await t.test('Preview of automatic answers', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration, integrationId } = await connect(api, 'sklep-a', { shop: { autoReplies } })
  const other = await connect(api, 'sklep-b')
  const preview = (body: unknown, of = integration) => api.call('POST', `${of}/auto-replies/preview`, body)

  await t.test('of a made-up conversation: what is sent, when, and why not the others', async (t) => {
    const { status, body } = await preview({ writtenAt: evening, conversation: { firstName: 'Anna' } })
    t.equal(status, 200)
    t.strictSame(body.calendar, { warsaw: '2026-11-02 20:00', open: false, holiday: null })
    t.strictSame(body.reply, {
      autoReplyId: 'closed',
      name: 'Zamknięte',
      text: 'Odpowiemy rano, Anna.',
      sendAt: '2026-11-02T19:05:00.000Z',
      notAfter: '2026-11-03T07:00:00.000Z',
      mirrorAs: 'comment',
    })
    t.match(body.autoReplies, [
      { id: 'off', verdict: 'disabled', why: { pl: 'Jest wyłączona.' } },
      { id: 'returns', verdict: 'other-category' },
      { id: 'closed', verdict: 'fits' },
      { id: 'first', verdict: 'an-earlier-one-fits' },
    ])
  })

  await t.test('settings that are not saved yet are tried, the rest is as saved', async (t) => {
    const businessHours = { monday: [{ from: '00:00', to: '24:00' }] }
    const open = await preview({ writtenAt: evening, conversation: { orderId: '81-A' }, businessHours })
    t.match(open.body, { calendar: { open: true }, reply: { text: 'Witamy w Sklep Pokazowy. 81-A' } })
    const holidays = { extraDays: ['2026-11-02'] }
    t.match((await preview({ writtenAt: morning, conversation: {}, holidays })).body, {
      calendar: { holiday: 'dzień wolny' },
      reply: { autoReplyId: 'closed' },
    })
    const refused = await preview({
      conversation: {},
      autoReplies: [{ ...autoReplies[3], template: 'Witamy, {imię}.' }],
    })
    t.match(refused, {
      status: 400,
      body: { errors: [{ field: 'body.autoReplies.0.template', message: /Unknown variable \{imię\}/ }] },
    })
  })

  await t.test('what is seen late may be too late', async (t) => {
    const late = { writtenAt: morning, seenAt: '2026-11-02T21:00:00.000Z', conversation: {} }
    t.match((await preview(late)).body, { reply: null, silence: null })
  })

  await t.test('of a conversation that is known: its past counts', async (t) => {
    const ref = { tenantId: 'sklep-a', integrationId, threadId: 'thread-1' }
    const settings = integrationSettingsInput.parse({ ...shopBody, autoReplies })
    const seen = { messages: [message('m1')], firstContact: true, now: new Date(morning) }
    const events = await api.repository.changeConversation(ref, 'test', (state) =>
      observeThread(ref, state, seen, settings),
    )
    t.equal(events.at(-1)?.type, 'AutoReplyRequested')
    await projectConversation(api, ref)
    t.match((await preview({ writtenAt: evening, threadId: 'thread-1' })).body, {
      reply: null,
      silence: { reason: 'one-on-its-way', why: { pl: /zmierza już inna/ } },
      autoReplies: [],
    })
  })

  await t.test('another tenant’s conversation is not known, and one of the two must be given', async (t) => {
    t.match(await preview({ threadId: 'thread-1' }, other.integration), {
      status: 404,
      body: { code: 'conversation.unknown' },
    })
    t.match(await preview({}), { status: 400, body: { code: 'request.invalid' } })
  })
})
