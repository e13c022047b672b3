import { createPublicKey, verify } from 'node:crypto'
import type { ConversationEvent } from '@connector/domain/events'
import { signHeads } from '@connector/store'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'

const message: ConversationEvent = {
  type: 'MessageReceived',
  data: {
    ...{ messageId: 'm1', author: 'customer', authorType: 'CUSTOMER_USER', authorName: 'Zofia K.', to: [] },
    ...{ body: 'Gdzie paczka?', sentAt: '2026-03-02T10:00:00.000Z', attachments: [], opensTicket: true },
    thread: {
      ...{ topic: { type: 'FREE_TEXT', value: 'Dostawa' }, entities: [], updatedAt: '2026-03-02T10:00:00.000Z' },
      ...{ shopReplyNeededSince: null, customerId: 'buyer-1', customerName: 'Zofia K.' },
    },
  },
}

await t.test('What is held about buyers', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integrationId, tenant } = await connect(api, 'sklep-a')
  const stranger = await connect(api, 'sklep-b')
  const ref = { tenantId: 'sklep-a', integrationId, threadId: 't' }
  await api.repository.changeConversation(ref, 'test', () => [message])
  await api.repository.changeIntegration(ref, 'test', () => [
    {
      type: 'InputUnreadable',
      data: {
        ...{ side: 'empikplace', operation: 'M11', reason: 'no date', inputId: 'i1' },
        raw: '{"customer":"buyer-1","body":"Halo?"}',
      },
    },
  ])
  await api.worker.pool.query(
    `insert into conversations (tenant_id, integration_id, thread_id, subject, customer_id, customer_name, order_recorded,
       message_count, replies_pending, replies_sent, person_clock, planning, revision, changed_at)
     values ('sklep-a', $1, 't', 'Dostawa', 'buyer-1', 'Zofia K.', false, 1, 0, 0, '{}', '{}', 0, now())`,
    [integrationId],
  )

  await t.test('is exported as one document, texts in clear, which the log does not hold', async (t) => {
    const { status, body } = await api.call('GET', `${tenant}/buyers/buyer-1/export`)
    t.equal(status, 200)
    t.match(body, {
      customerId: 'buyer-1',
      conversations: [
        {
          threadId: 't',
          customerName: 'Zofia K.',
          erased: false,
          events: [{ type: 'MessageReceived', data: { body: 'Gdzie paczka?' } }],
        },
      ],
      unreadable: [{ raw: '{"customer":"buyer-1","body":"Halo?"}' }],
    })
    const { rows } = await api.worker.pool.query(`select from events where data::text ~ 'Gdzie paczka|Halo|Zofia'`)
    t.equal(rows.length, 0)
    const audit = await api.call('GET', `${tenant}/audit?kind=buyer-exported`)
    t.match(audit.body, { items: [{ subject: 'buyer-1' }] })
  })

  await t.test('is not there for others', async (t) => {
    t.match(await api.call('GET', `${tenant}/buyers/nobody/export`), { status: 404, body: { code: 'buyer.unknown' } })
    t.match(await api.call('GET', `${stranger.tenant}/buyers/buyer-1/export`), { status: 404 })
  })

  await t.test('heads of the log are listed, and anybody can check them', async (t) => {
    const { events } = await api.log.readAll(undefined, 1_000)
    await api.worker.db
      .insertInto('log_chains')
      .values({ tenant_id: 'sklep-a', position: events.at(-1)?.checkpoint ?? '', events: 3, digest: 'ab'.repeat(32) })
      .execute()
    for (const day of ['2026-03-01', '2026-03-02']) {
      await api.worker.db.transaction().execute((db) => signHeads(db, api.vault, day))
      await api.worker.db.updateTable('log_chains').set({ events: 5 }).execute()
    }
    const first = await api.call('GET', `${tenant}/log-heads?limit=1`)
    t.match(first.body, { items: [{ day: '2026-03-02', events: 5 }], nextCursor: /./ })
    const { body } = await api.call('GET', `${tenant}/log-heads?cursor=${String(first.body['nextCursor'])}`)
    const [head] = body['items'] as Record<string, string | number>[]
    t.match(head, { day: '2026-03-01', events: 3, digest: 'ab'.repeat(32) })
    const keys = await api.call('GET', '/.well-known/log-keys.json')
    const [key] = keys.body['keys'] as { kid: string; kty: string; crv: string; x: string }[]
    t.equal(key?.kid, head?.['keyId'])
    const text = JSON.stringify([
      ...['log-head/1', 'sklep-a', head?.['day'], head?.['position'], head?.['events'], head?.['digest']],
    ])
    const { kty, crv, x } = key ?? { kty: '', crv: '', x: '' }
    const publicKey = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
    const signature = Buffer.from(String(head?.['signature']), 'base64')
    t.ok(verify(null, Buffer.from(text), publicKey, signature))
    t.notOk(verify(null, Buffer.from(text.replace('2026-03-01', '2026-03-03')), publicKey, signature))
    t.match((await api.call('GET', `${stranger.tenant}/log-heads`)).body, { items: [] })
  })

  await t.test('how long they are kept is set for a tenant, off by default', async (t) => {
    const get = async () => (await api.call('GET', `${tenant}/retention`)).body
    t.strictSame(await get(), { months: null })
    t.match(await api.call('PUT', `${tenant}/retention`, { months: 24 }), { status: 200, body: { months: 24 } })
    t.strictSame(await get(), { months: 24 })
    t.match(await api.call('PUT', `${tenant}/retention`, { months: 0 }), { status: 400 })
    t.match(await api.call('PUT', `${tenant}/retention`, { months: null }), { status: 200 })
    t.strictSame(await get(), { months: null })
    t.strictSame((await api.call('GET', `${stranger.tenant}/retention`)).body, { months: null })
  })
})
