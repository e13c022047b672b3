import { randomUUID } from 'node:crypto'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect, shopBody, startApi } from './support/api.ts'
import { projectConversation, projectIntegration } from './support/read-models.ts'

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

await t.test('What a newer version recorded beside conversations', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const laterVersionRecords = async (streamId: string, data: Record<string, string> = {}, type = 'OfALaterVersion') => {
    const expectedRevision = (await api.log.readStream(streamId)).length - 1
    const metadata = { tenantId: streamId.split('-')[1] ?? '', correlationId: randomUUID() }
    const events = [{ id: randomUUID(), type, schemaVersion: 99, data, metadata }]
    await api.log.append([{ streamId, expectedRevision, events }])
  }
  const unreadable = { status: 503, body: { type: /log.unreadable/ } }
  const created = z.object({ integrationId: z.uuid() })

  await t.test('of an integration: it stands still and is shown, and the others go on', async (t) => {
    const { tenant, integration, integrationId } = await connect(api, 'a')
    await projectIntegration(api, 'a', integrationId)
    await laterVersionRecords(`integration-a-${integrationId}`)
    t.match(await api.call('POST', `${integration}/start`), unreadable)
    t.match(await api.call('PUT', integration, shopBody), unreadable)
    t.match(await api.call('GET', `${integration}/status`), { status: 200, body: { status: 'configured' } })

    const add = (shopId: string) => api.call('POST', `${tenant}/integrations`, { ...shopBody, shopId, apiKey: 'k' })
    t.match(await add('037001'), { status: 409, body: { code: 'integration.shop_connected' } }, 'it has its shop')
    const second = await add('37002')
    t.equal(second.status, 201)
    await projectIntegration(api, 'a', created.parse(second.body).integrationId)
    t.match(await api.call('GET', `${tenant}/status`), { status: 200, body: { integrations: [{}, {}] } })

    await laterVersionRecords(`integration-a-${integrationId}`, { shopId: '37003' }, 'IntegrationConfigured')
    t.match(await add('37003'), { status: 409 }, 'and the one that the newer version gave it')
    await laterVersionRecords(`integration-a-${integrationId}`, {}, 'IntegrationDeleted')
    t.match(await add('37003'), { status: 201 }, 'until that has deleted it')
  })

  await t.test('of an account: whoever asks is told what is set aside', async (t) => {
    const { tenant, integration, integrationId } = await connect(api, 'b')
    await projectIntegration(api, 'b', integrationId)
    await laterVersionRecords('tenant-b')
    for (const path of [tenant, `${tenant}/status`, `${integration}/status`, `${tenant}/quarantine`])
      t.match(await api.call('GET', path), { status: 200 }, path)
    t.match(await api.call('POST', `${tenant}/quarantine/retry`, {}), { status: 202 })
    t.match(await api.call('POST', `${tenant}/pause`, { reason: 'x' }), unreadable, 'and nothing is changed')
  })

  await t.test('of operations: those of one account, or of all, wait, and nobody else’s', async (t) => {
    const { tenant } = await connect(api, 'c')
    const other = await connect(api, 'd')
    const ask = (path: string) => api.call('POST', `${path}/operations`, { kind: 'verify' })
    const before = z.object({ operationId: z.string() }).parse((await ask(tenant)).body)
    await laterVersionRecords('operations-c')
    t.match(await ask(tenant), unreadable)
    t.match(await api.call('GET', `${tenant}/operations/${before.operationId}`), { status: 200 })
    t.match(await ask(other.tenant), { status: 202 })
    await laterVersionRecords('operations-*')
    t.match(await ask('/api'), unreadable)
    t.match(await ask((await connect(api, 'e')).tenant), { status: 202 })
  })

  await t.test('what nothing is known of but that is no fault of the caller', async (t) => {
    await laterVersionRecords('tenant-f', {}, 'ThuliumConnected')
    t.match(await api.call('GET', '/api/tenants/f'), unreadable)
    const { tenant } = await connect(api, 'g')
    const integrationId = randomUUID()
    await laterVersionRecords(`integration-g-${integrationId}`, {}, 'IntegrationConfigured')
    t.match(await api.call('GET', `${tenant}/integrations/${integrationId}`), unreadable)
  })
})
