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
        ...{ incident: true, shipBy: '2026-03-04T22:59:59Z' },
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
    for (const shown of ['zgłosił w EmpikPlace incydent', 'Wyślij do 4 mar 2026, 23:59']) t.match(text, shown)
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

  await t.test('shows every order of the conversation, with its state, its link and its products', async (t) => {
    const several = { ...ref, threadId: 'several' }
    await projectConversation(api, { ...several, ticketId: 11 })
    const [received, order] = events
    if (received?.type !== 'MessageReceived' || order?.type !== 'OrderRecorded') throw new Error('other events')
    const entities = ['A-1', 'A-2', 'A-3'].map((id) => ({ type: 'MMP_ORDER', id, label: '' }))
    const asked: ConversationEvent = {
      ...received,
      data: { ...received.data, thread: { ...received.data.thread, entities } },
    }
    const recorded = (orderId: string, state: string, title: string): ConversationEvent => ({
      ...order,
      data: {
        ...order.data,
        orderId,
        state,
        lines: order.data.lines.map((line) => ({ ...line, title })),
        total: 139.9,
      },
    })
    await api.repository.changeConversation(several, 'test', () => [
      asked,
      recorded('A-1', 'SHIPPING', 'Kubek'),
      recorded('A-2', 'REFUNDED', 'Puzzle'),
    ])
    const said = await api.call('GET', link('panel', several), undefined, { 'accept-language': 'pl' })
    const shown = said.text.replace(/\s+/g, ' ')
    t.match(shown, '<h2>Zamówienia</h2>')
    t.match(shown, /order\/A-1"><strong>A-1<\/strong><\/a> · Oczekuje na wysyłkę.*1 × Kubek.*Razem z dostawą: 139,90/)
    t.match(shown, /order\/A-2"><strong>A-2<\/strong><\/a> · Zwrócono.*1 × Puzzle/)
    t.match(
      shown,
      /href="https:\/\/panel.example\/mmp\/shop\/order\/A-3"><strong>A-3<\/strong><\/a> · danych jeszcze nie ma/,
    )
  })

  await t.test('stays small, and counts what it does not show', async (t) => {
    const large = { ...ref, threadId: 'large' }
    await projectConversation(api, { ...large, ticketId: 12 })
    const [received, order] = events
    if (received?.type !== 'MessageReceived' || order?.type !== 'OrderRecorded') throw new Error('other events')
    const ids = Array.from({ length: 100 }, (_, n) => `81002233445-${n}`)
    const long = '&'.repeat(250)
    const lines = order.data.lines.flatMap((line) =>
      Array.from({ length: 50 }, () => ({ ...line, title: long, sku: long })),
    )
    const attachments = Array.from({ length: 100 }, (_, n) => ({ id: `f${n}`, name: `${n}${long}`, size: 1 }))
    const thread = { ...received.data.thread, entities: ids.map((id) => ({ type: 'MMP_ORDER', id, label: '' })) }
    await api.repository.changeConversation(large, 'test', () => [
      { ...received, data: { ...received.data, attachments, thread } },
      ...ids.map((orderId): ConversationEvent => ({ ...order, data: { ...order.data, orderId, lines } })),
    ])
    const { text } = await api.call('GET', link('panel', large), undefined, { 'accept-language': 'pl' })
    t.ok(Buffer.byteLength(text) < 40_000, `${Buffer.byteLength(text)} bytes`)
    t.match(text, '… i 30 kolejnych', 'products of the first')
    t.match(text, '… i 72 kolejne', 'orders')
    t.match(text, '… i 80 kolejnych', 'files')
  })

  await t.test('bears an order without a currency', async (t) => {
    const bare = { ...ref, threadId: 'bare' }
    await projectConversation(api, { ...bare, ticketId: 9 })
    const [received, order] = events
    if (received?.type !== 'MessageReceived' || order?.type !== 'OrderRecorded') throw new Error('other events')
    const odd: ConversationEvent = { ...order, data: { ...order.data, currency: '' } }
    await api.repository.changeConversation(bare, 'test', () => [received, odd])
    const { status, text } = await api.call('GET', link('panel', bare), undefined, { 'accept-language': 'pl' })
    t.equal(status, 200)
    t.match(text, 'Lampka &lt;i&gt; (129,90)')
  })

  await t.test('shows what cannot be read of an order as unknown', async (t) => {
    const unread = { ...ref, threadId: 'unread' }
    await projectConversation(api, { ...unread, ticketId: 13 })
    const [received, order] = events
    if (received?.type !== 'MessageReceived' || order?.type !== 'OrderRecorded') throw new Error('other events')
    const lines = order.data.lines.map((line) => ({ ...line, unknown: ['quantity' as const, 'total' as const] }))
    const odd: ConversationEvent = { ...order, data: { ...order.data, totalUnknown: true, lines } }
    await api.repository.changeConversation(unread, 'test', () => [received, odd])
    const { text } = await api.call('GET', link('panel', unread), undefined, { 'accept-language': 'pl' })
    t.match(text, '? × Lampka &lt;i&gt; (kwota nieznana)')
    t.match(text, /Razem:\s+kwota nieznana/)
  })

  await t.test('shows both clocks, each late by its own date', async (t) => {
    const shown = async (threadId: string, since: object): Promise<string> => {
      await projectConversation(api, { ...ref, threadId, ticketId: 10, ...since })
      const said = await api.call('GET', link('panel', { ...ref, threadId }), undefined, { 'accept-language': 'pl' })
      return said.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    }
    const long = new Date(Date.now() - 90 * 86_400_000)
    const both = await shown('both', { replyNeededSince: new Date(), unansweredSince: long })
    t.match(both, /EmpikPlace czeka od \d+ \S+ \d{4}, \d\d:\d\d\. Odpowiedz do/)
    t.match(both, /Bez odpowiedzi człowieka od \d+ \S+ \d{4}, \d\d:\d\d\. Termin minął/)
    const people = await shown('people', { unansweredSince: long })
    t.notMatch(people, 'EmpikPlace czeka od')
    t.match(people, /Bez odpowiedzi człowieka od \d+ \S+ \d{4}, \d\d:\d\d\. Termin minął/)
    const alike = await shown('alike', { replyNeededSince: long, unansweredSince: long })
    t.match(alike, /Klient i EmpikPlace czekają od \d+ \S+ \d{4}, \d\d:\d\d\. Termin minął/)
    t.equal(alike.split('Termin minął').length, 2, 'what is the same of both is said once')
    t.match(await shown('calm', {}), 'Nikt nie czeka na odpowiedź.')
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
