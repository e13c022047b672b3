import { randomUUID } from 'node:crypto'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectConversation } from './support/read-models.ts'

await t.test('What is set aside because it cannot be read', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration, integrationId } = await connect(api, 'sklep-a')
  const other = await connect(api, 'sklep-b')
  const since = new Date('2026-03-02T12:00:00Z')
  const setAside = (tenantId: string, id: string, threadId: string): Promise<unknown> =>
    api.worker.db
      .insertInto('quarantined_streams')
      .values({
        tenant_id: tenantId,
        stream_id: `conversation-${tenantId}-${id}-${threadId}`,
        integration_id: id,
        thread_id: threadId,
        event_id: randomUUID(),
        event_type: 'ReplyWithdrawn',
        schema_version: 1,
        revision: 3,
        recorded_at: since,
        reason: 'Event type ReplyWithdrawn is unknown to this version.',
        since,
        tried_at: since,
      })
      .execute()
  const events = { id: randomUUID(), type: 'ReplyWithdrawn', schemaVersion: 1, data: {} }
  const ref = { tenantId: 'sklep-a', integrationId, threadId: 'ill' }
  await api.log.append([
    {
      streamId: `conversation-sklep-a-${integrationId}-ill`,
      expectedRevision: -1,
      events: [{ ...events, metadata: { ...ref, correlationId: randomUUID() } }],
    },
  ])
  await setAside('sklep-a', integrationId, 'ill')
  await setAside('sklep-b', other.integrationId, 'another')

  await t.test('the list tells where, at which event and why, of this tenant alone', async (t) => {
    const { status, body } = await api.call('GET', '/api/tenants/sklep-a/quarantine')
    t.equal(status, 200)
    t.match(body, {
      items: [
        {
          integrationId,
          threadId: 'ill',
          event: { type: 'ReplyWithdrawn', schemaVersion: 1 },
          reason: /unknown to this version/,
          since: since.toISOString(),
        },
      ],
    })
    t.equal((body['items'] as unknown[]).length, 1)
  })

  await t.test('status and metrics count it', async (t) => {
    const { body } = await api.call('GET', `${integration}/status`)
    t.match(body, { quarantined: { count: 1, since: since.toISOString() }, unreadableInputs: 0 })
    t.match((await api.call('GET', '/metrics')).text, /^connector_quarantined_streams 2$/m)
  })

  await t.test('its events can still be seen', async (t) => {
    await projectConversation(api, ref)
    const { status, body } = await api.call('GET', `/api/tenants/sklep-a/conversations/${integrationId}/ill`)
    t.equal(status, 200)
    t.match(body, { events: [{ type: 'ReplyWithdrawn', effects: [] }] })
  })

  await t.test('asking for another try makes it its turn, and nobody else’s', async (t) => {
    const { status, body } = await api.call('POST', '/api/tenants/sklep-a/quarantine/retry', {})
    t.equal(status, 202)
    t.same(body, { asked: 1 })
    const rows = await api.worker.db.selectFrom('quarantined_streams').select(['tenant_id', 'tried_at']).execute()
    t.same(rows.map((row) => [row.tenant_id, row.tried_at.getTime()]).sort(), [
      ['sklep-a', 0],
      ['sklep-b', since.getTime()],
    ])
  })
})

await t.test('What a newer version recorded of an account', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant, integration, integrationId } = await connect(api, 'sklep-a')
  const streamId = `integration-sklep-a-${integrationId}`
  await api.log.append([
    {
      streamId,
      expectedRevision: (await api.log.readStream(streamId)).length - 1,
      events: [
        {
          id: randomUUID(),
          type: 'SomethingOfALaterVersion',
          schemaVersion: 1,
          data: {},
          metadata: { tenantId: 'sklep-a', integrationId, correlationId: randomUUID() },
        },
      ],
    },
  ])
  await t.test('is named as the reason where it is needed, and no fault of the caller', async (t) => {
    const { status, body } = await api.call('POST', `${integration}/start`)
    t.match({ status, body }, { status: 503, body: { type: /log.unreadable/ } })
  })
  t.equal((await api.call('GET', tenant)).status, 200, 'what needs it not is answered')
})
