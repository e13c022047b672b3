import type { ConversationEvent } from '@connector/domain/events'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectConversation } from './support/read-models.ts'

await t.test('The page beside a ticket', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integrationId } = await connect(api, 'sklep-a')
  const ref = { tenantId: 'sklep-a', integrationId, threadId: 't' }
  await projectConversation(api, { ...ref, subject: 'Paczka <b>', ticketId: 7, replyNeededSince: new Date() })
  await projectConversation(api, { ...ref, threadId: 'other', subject: 'Inna sprawa', ticketId: 8 })
  const events: ConversationEvent[] = [
    {
      type: 'MessageReceived',
      data: {
        ...{ messageId: 'm1', author: 'customer', authorType: 'CUSTOMER_USER', authorName: 'Anna K.' },
        ...{ to: [], body: 'Treść, której tu nie widać', sentAt: '2026-03-02T10:00:00.000Z', opensTicket: true },
        attachments: [{ id: 'f1', name: 'zdjecie.jpg', size: 1_048_576 }],
        thread: {
          topic: { type: 'FREE_TEXT', value: 'Paczka' },
          entities: [{ type: 'MMP_ORDER', id: '81002233445-A', label: '' }],
          updatedAt: '2026-03-02T10:00:00.000Z',
          shopReplyNeededSince: null,
        },
      },
    },
    {
      type: 'OrderRecorded',
      data: {
        ...{ orderId: '81002233445-A', commercialId: '81002233445', state: 'SHIPPED', currency: 'PLN', total: 129.9 },
        customer: { id: 'c-1', firstName: 'Anna', lastName: 'Kowalczyk' },
        lines: [{ title: 'Lampka <i>', sku: 'L1', quantity: 1, unitPrice: 129.9, total: 129.9 }],
        delivery: { label: 'Kurier', company: 'Kurier', tracking: '6200', trackingUrl: '' },
      },
    },
  ]
  await api.repository.changeConversation(ref, 'test', () => events)
  const inAnHour = new Date(Date.now() + 3_600_000)
  const link = (purpose: 'panel' | 'add-to-crm', to: object, until = inAnHour): string =>
    new URL(api.links.make(purpose, { ...to }, until)).pathname

  await t.test('shows clock, order, customer, files and delivery, and no text that anybody wrote', async (t) => {
    const { status, text, headers } = await api.call('GET', link('panel', ref), undefined, { 'accept-language': 'pl' })
    t.equal(status, 200)
    for (const shown of ['Paczka &lt;b&gt;', '81002233445-A', 'Wysłano', 'Lampka &lt;i&gt;', '6200', 'Anna K.'])
      t.match(text, shown)
    for (const shown of ['Odpowiedz do', 'zdjecie.jpg', '1 z 10 MB', 'w drodze do zgłoszenia', 'Inna sprawa · #8'])
      t.match(text, shown)
    t.notMatch(text, /Treść, której tu nie widać/)
    t.notMatch(text, /<script/)
    t.match(headers.get('content-security-policy'), /default-src 'none'/)
    t.notMatch(headers.get('content-security-policy'), /unsafe/)
    t.ok(Buffer.byteLength(text) < 40_000)
    const audit = await api.call('GET', '/api/tenants/sklep-a/audit')
    t.match(audit.body, { items: [{ kind: 'conversation-read', credential: 'link', threadId: 't' }] })
  })

  await t.test('opens by its own link alone, and says when that is over', async (t) => {
    const over = new Date(Date.now() - 1_000)
    t.equal((await api.call('GET', link('panel', ref, over))).status, 410)
    t.equal((await api.call('GET', `${link('panel', ref)}x`)).status, 404)
    t.equal((await api.call('GET', link('add-to-crm', ref).replace('add-to-crm', 'panel'))).status, 404)
    t.equal((await api.call('GET', link('panel', { ...ref, threadId: 'none' }))).status, 410)
    t.equal((await api.call('GET', link('panel', { ...ref, tenantId: 'sklep-b' }))).status, 410)
  })
})
