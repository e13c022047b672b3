import type { MessageReceived } from '@connector/domain/events'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectConversation, projectEffect } from './support/read-models.ts'

const message = (messageId: string): MessageReceived => ({
  messageId,
  author: 'customer',
  authorType: 'CUSTOMER_USER',
  authorName: 'Anna K.',
  to: [],
  body: `Treść ${messageId}`,
  sentAt: '2026-03-02T10:00:00.000Z',
  attachments: [],
  thread: {
    topic: { type: 'FREE_TEXT', value: 'Faktura' },
    entities: [],
    updatedAt: '2026-03-02T10:00:00.000Z',
    shopReplyNeededSince: null,
  },
  opensTicket: true,
})

await t.test('Conversations of a tenant', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant, integrationId } = await connect(api, 'sklep-a')
  const ref = { tenantId: 'sklep-a', integrationId }
  const at = (second: number): Date => new Date(Date.UTC(2026, 2, 2, 10, 0, second))
  for (const [index, threadId] of ['old', 'middle', 'new'].entries())
    await projectConversation(api, {
      ...ref,
      threadId,
      changedAt: at(index),
      subject: `Temat ${threadId}`,
      ticketId: index,
    })
  for (const [key, state] of Object.entries({ a: 'planned', b: 'unknown', c: 'parked', d: 'confirmed' }))
    await projectEffect(api, { ...ref, threadId: 'middle', key, state, plannedAt: at(0) })

  await t.test('the list begins with the newest change and keeps to its limit', async (t) => {
    const threads = async (query: string): Promise<unknown> =>
      (await api.call('GET', `${tenant}/conversations${query}`)).body
    t.match(await threads(''), { items: [{ threadId: 'new' }, { threadId: 'middle' }, { threadId: 'old' }] })
    const two = await api.call('GET', `${tenant}/conversations?limit=2`)
    t.match(two.body, { items: [{ threadId: 'new' }, { threadId: 'middle' }] })
    t.notMatch(two.text, 'Temat old')
  })

  await t.test('an item says what is known of it and how many writes are open', async (t) => {
    const { body } = await api.call('GET', `${tenant}/conversations`)
    t.match(body, {
      items: [
        { threadId: 'new', waitingEffects: 0, parkedEffects: 0 },
        {
          integrationId,
          threadId: 'middle',
          subject: 'Temat middle',
          customerId: 'c-1',
          customerName: 'Anna K.',
          orderId: null,
          ticketId: 1,
          messageCount: 1,
          lastMessageAt: at(1).toISOString(),
          lastAuthor: 'customer',
          repliesPending: 1,
          repliesSent: 2,
          changedAt: at(1).toISOString(),
          waitingEffects: 2,
          parkedEffects: 1,
        },
      ],
    })
  })

  await t.test('an item says what is special about it, and those of one buyer can be asked for', async (t) => {
    const row = (threadId: string) =>
      api.worker.db.updateTable('conversations').where('tenant_id', '=', 'sklep-a').where('thread_id', '=', threadId)
    await row('old')
      .set({ last_words: 'Kubek pękł', has_files: true, incident_orders: ['81-A'], customer_id: 'c-2' })
      .execute()
    await api.worker.db
      .insertInto('ticket_reads')
      .values({ tenant_id: 'sklep-a', ticket_id: 2, read_at: at(3), closed: true })
      .execute()
    const plain = { lastWords: '', hasFiles: false, hasIncident: false }
    t.match((await api.call('GET', `${tenant}/conversations`)).body, {
      items: [
        { threadId: 'new', ticketClosed: true, ...plain },
        { threadId: 'middle', ticketClosed: false, ...plain },
        { threadId: 'old', ticketClosed: false, lastWords: 'Kubek pękł', hasFiles: true, hasIncident: true },
      ],
    })
    const { body } = await api.call('GET', `${tenant}/conversations?customerId=c-2`)
    t.strictSame(
      (body as { items: { threadId: string }[] }).items.map(({ threadId }) => threadId),
      ['old'],
    )
    await row('old').set({ customer_id: 'c-1' }).execute()
  })

  await t.test(
    'one conversation comes with everything that happened in it, in order, why, and what it led to',
    async (t) => {
      const ticket = `ticket:create:${integrationId}:new`
      await api.repository.changeConversation({ ...ref, threadId: 'new' }, 'test', () => [
        { type: 'MessageReceived', data: message('m1') },
        { type: 'MessageReceived', data: message('m2') },
        {
          type: 'EffectParked',
          data: { effectKey: ticket, kind: 'ticket:create', code: 'effect.refused', message: 'Nie', attempts: 1 },
        },
        { type: 'EffectResolved', data: { effectKey: ticket, resolution: 'retry' } },
        { type: 'EffectResolved', data: { effectKey: `fax:send:${integrationId}:new`, resolution: 'retry' } },
      ])
      await projectEffect(api, { ...ref, threadId: 'new', key: ticket, state: 'planned', plannedAt: at(0) })
      await api.worker.db
        .updateTable('effects')
        .set({ kind: 'ticket:create' })
        .where('effect_key', '=', ticket)
        .execute()
      const { status, body } = await api.call('GET', `${tenant}/conversations/${integrationId}/new`)
      t.equal(status, 200)
      t.match(body, {
        threadId: 'new',
        ticketId: 2,
        events: [
          {
            type: 'MessageReceived',
            recordedAt: /^20.*Z$/,
            actor: 'test',
            causedBy: 'test',
            data: { messageId: 'm1', body: 'Treść m1' },
            about: null,
            effects: [{ effectKey: ticket, kind: 'ticket:create', state: 'planned', next: { en: /Nothing to do/ } }],
          },
          { type: 'MessageReceived', data: { messageId: 'm2' }, effects: [] },
          { type: 'EffectParked', about: { pl: 'Utworzenie zgłoszenia', en: 'Creating the ticket' } },
          { type: 'EffectResolved', about: { pl: 'Utworzenie zgłoszenia', en: 'Creating the ticket' } },
          { type: 'EffectResolved', about: null },
        ],
      })
    },
  )

  await t.test('what is told of a reply names those whom it really reaches', async (t) => {
    const reply = { ticketId: 7, agentLogin: 'anna', body: 'Dzień dobry', text: 'Dzień dobry', attachmentNames: [] }
    const sending = (id: number): string => `reply:send:${integrationId}:readers:${id}`
    const to = { 1: ['CUSTOMER'], 2: ['OPERATOR'], 3: ['CUSTOMER', 'OPERATOR'] } as const
    await projectConversation(api, { ...ref, threadId: 'readers' })
    await api.repository.changeConversation({ ...ref, threadId: 'readers' }, 'test', () =>
      ([1, 2, 3] as const).flatMap((id) => [
        {
          type: 'ReplyRequested',
          data: { ...reply, thuliumMessageId: id, to: to[id].map((type) => ({ type })) },
        } as const,
        {
          type: 'ReplySent',
          data: { effectKey: sending(id), thuliumMessageId: id, messageId: `m-${id}`, how: 'done' },
        } as const,
      ]),
    )
    await projectEffect(api, { ...ref, threadId: 'readers', key: sending(2), state: 'planned', plannedAt: at(0) })
    await api.worker.db
      .updateTable('effects')
      .set({ kind: 'reply:send', readers: 'operator' })
      .where('effect_key', '=', sending(2))
      .execute()
    const { body } = await api.call('GET', `${tenant}/conversations/${integrationId}/readers`)
    const sent = (body.events as { type: string }[]).filter(({ type }) => type === 'ReplySent')
    t.match(sent, [
      { readers: 'customer', about: { pl: 'Wysłanie odpowiedzi do klienta' } },
      { readers: 'operator', about: { pl: 'Wysłanie odpowiedzi do operatora', en: 'Sending a reply to the operator' } },
      { readers: 'everyone', about: { pl: 'Wysłanie odpowiedzi do klienta i operatora' } },
    ])
    const listed = await api.call('GET', `${tenant}/integrations/${integrationId}/effects?state=open&limit=100`)
    t.match(
      (listed.body.items as { effectKey: string }[]).find(({ effectKey }) => effectKey === sending(2)),
      { what: { pl: 'Wysłanie odpowiedzi do operatora' } },
    )
  })
})
