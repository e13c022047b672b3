import type { ConversationEvent } from '@connector/domain/events'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectEffect } from './support/read-models.ts'

await t.test('Proof of a conversation', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integrationId, tenant } = await connect(api, 'sklep-a')
  await connect(api, 'sklep-b')
  const ref = { tenantId: 'sklep-a', integrationId, threadId: 't' }
  const replyKey = `reply:send:${integrationId}:t:90501`
  const entities = ['A-1', 'A-2'].map((id) => ({ type: 'MMP_ORDER', id, label: '' }))
  const events: ConversationEvent[] = [
    {
      type: 'MessageReceived',
      data: {
        ...{ messageId: 'm1', author: 'customer', authorType: 'CUSTOMER_USER', authorName: 'Jan', to: [] },
        ...{ body: 'Gdzie <b>paczka</b>?', sentAt: '2026-03-02T10:00:00.000Z', attachments: [], opensTicket: true },
        thread: {
          ...{ topic: { type: 'FREE_TEXT', value: 'Dostawa' }, entities, updatedAt: '2026-03-02T10:00:00.000Z' },
          shopReplyNeededSince: null,
        },
      },
    },
    {
      type: 'TicketCreated',
      data: { effectKey: `ticket:create:${integrationId}:t`, ticketId: 4711, messageId: 'm1', how: 'done', orders: 0 },
    },
    {
      type: 'ReplyRequested',
      data: {
        ...{ thuliumMessageId: 90501, ticketId: 4711, agentLogin: 'a.nowak', body: 'W drodze', text: 'W drodze' },
        ...{ writtenAt: '2026-03-02T10:05:00.000Z', attachmentNames: [] },
      },
    },
    {
      type: 'EffectParked',
      data: { effectKey: replyKey, kind: 'reply:send', code: 'effect.refused', message: 'Nie teraz', attempts: 1 },
    },
    { type: 'EffectResolved', data: { effectKey: replyKey, resolution: 'retry' } },
    { type: 'ReplySent', data: { effectKey: replyKey, thuliumMessageId: 90501, messageId: 'm2', how: 'adopted' } },
  ]
  await api.repository.changeConversation(ref, 'test', () => events)
  await projectEffect(api, { ...ref, key: replyKey, state: 'confirmed', plannedAt: new Date() })
  await api.worker.db.updateTable('effects').set({ attempts: 3 }).execute()
  const path = `${tenant}/conversations/${integrationId}/t/proof`

  await t.test('tells of every message and reply when it was where, and under which ids', async (t) => {
    const { status, body } = await api.call('GET', path)
    t.equal(status, 200)
    t.match(body, {
      threadId: 't',
      revision: 5,
      topic: 'Dostawa',
      orderId: 'A-1',
      orderIds: ['A-1', 'A-2'],
      tickets: [4711],
      messages: [
        { messageId: 'm1', writtenAt: '2026-03-02T10:00:00.000Z', ticketId: 4711, inTicketAt: String, how: 'done' },
      ],
      replies: [
        {
          ...{ thuliumMessageId: 90501, ticketId: 4711, agentLogin: 'a.nowak', text: 'W drodze', status: 'sent' },
          ...{ messageId: 'm2', confirmedAt: String, how: 'adopted', attempts: 3 },
          parked: [{ code: 'effect.refused', message: 'Nie teraz' }],
        },
      ],
    })
  })

  await t.test('can be printed in Polish and in English', async (t) => {
    const page = async (language: string) =>
      (await api.call('GET', path, undefined, { accept: 'text/html', 'accept-language': language })).text
    t.match(await page('pl'), /Odpowiedzi obsługi[\s\S]*W drodze[\s\S]*#4711\/90501, EmpikPlace m2/)
    t.match(await page('en'), /Replies of the shop[\s\S]*Held up[\s\S]*Nie teraz/)
    t.match(await page('pl'), /Zamówienia[\s\S]*A-1, A-2/)
    t.match(await page('pl'), 'Gdzie &lt;b&gt;paczka&lt;/b&gt;?', 'a buyer’s text is text')
  })

  await t.test('is of its own tenant, and of a conversation that there is', async (t) => {
    const foreign = `/api/tenants/sklep-b/conversations/${integrationId}/t/proof`
    t.match(await api.call('GET', foreign), { status: 404, body: { code: 'conversation.unknown' } })
    t.match(await api.call('GET', `${tenant}/conversations/${integrationId}/x/proof`), { status: 404 })
  })
})
