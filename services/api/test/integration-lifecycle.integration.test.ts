import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { accountBody, connect, password, shopBody, startApi, startOutside } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'
import { projectConversation, projectIntegration } from './support/read-models.ts'

await t.test('Saving with a start, and deleting', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls)

  await t.test('“Save and start” does both, or neither', async (t) => {
    outside.addAccount('sklep-a')
    const { integration, integrationId } = await connect(api, 'sklep-a')
    const ref = { tenantId: 'sklep-a', integrationId }
    const changed = { ...shopBody, name: 'Sklep po zmianie' }

    t.match(await api.call('PUT', `${integration}?start=true`, changed), {
      status: 409,
      body: { code: 'integration.not_authenticated' },
    })
    t.equal((await api.repository.integration(ref)).state.settings?.name, shopBody.name, 'nothing was saved')

    t.match(await api.call('POST', `${integration}/authenticate`), { body: { ok: true } })
    t.match(await api.call('PUT', `${integration}?start=true`, changed), {
      status: 200,
      body: { integrationId, status: 'running' },
    })
    const { state, revision } = await api.repository.integration(ref)
    t.match(state, { settings: { name: 'Sklep po zmianie' }, status: 'running' })

    t.match(await api.call('PUT', `${integration}?start=true`, changed), { status: 200, body: { status: 'running' } })
    t.equal((await api.repository.integration(ref)).revision, revision, 'repeating it records nothing')
    t.match(await api.call('PUT', integration, shopBody), { status: 200, body: { status: 'running' } })
    t.match(await api.call('PUT', `${integration}?start=maybe`, shopBody), { status: 400 })
  })

  await t.test('A deleted integration is stopped, hidden and without its key; what happened stays', async (t) => {
    outside.addAccount('sklep-b')
    const { tenant, integration, integrationId } = await connect(api, 'sklep-b')
    const ref = { tenantId: 'sklep-b', integrationId }
    const purpose = `empikplace:${integrationId}` as const
    const key = () => api.store.inTenant('sklep-b', (db) => api.vault.read(db, 'sklep-b', purpose))
    await api.call('POST', `${integration}/authenticate`)
    await api.call('POST', `${integration}/start`)
    await projectIntegration(api, 'sklep-b', integrationId)
    await projectConversation(api, { ...ref, threadId: 'watek-1' })
    t.ok(await key())

    t.equal((await api.call('DELETE', integration)).status, 204)
    t.equal(await key(), undefined, 'the key is forgotten')
    t.match((await api.repository.integration(ref)).state, { status: 'stopped', deletedAt: Date })
    for (const [method, path] of [
      ['POST', `${integration}/start`],
      ['POST', `${integration}/authenticate`],
      ['GET', `${integration}/status`],
    ] as const)
      t.match(await api.call(method, path), { status: 404, body: { code: 'integration.unknown' } }, path)
    t.match(await api.call('PUT', integration, shopBody), { status: 404 })

    const { revision } = await api.repository.integration(ref)
    t.equal((await api.call('DELETE', integration)).status, 204, 'repeating it is fine')
    t.equal((await api.repository.integration(ref)).revision, revision, 'and records nothing')

    await projectIntegration(api, 'sklep-b', integrationId)
    t.match(await api.call('GET', `${tenant}/integrations`), { status: 200, body: { items: [] } })
    t.match(await api.call('GET', `${tenant}/conversations`), { body: { items: [{ threadId: 'watek-1' }] } })
  })

  await t.test('Nobody deletes what is not there, or somebody else’s', async (t) => {
    outside.addAccount('sklep-c')
    outside.addAccount('sklep-d')
    const { tenant } = await connect(api, 'sklep-c')
    const { integration, integrationId } = await connect(api, 'sklep-d')
    for (const id of [integrationId, '7a0f0f0e-3f7e-4f60-9d0c-111111111111'])
      t.match(await api.call('DELETE', `${tenant}/integrations/${id}`), {
        status: 404,
        body: { code: 'integration.unknown' },
      })
    t.match(await api.call('POST', `${integration}/authenticate`), { status: 200, body: { ok: true } })
  })

  await t.test('Saving with a start needs both scopes', async (t) => {
    const guarded = await startGuardedApi(t)
    const operator = guarded.as(guarded.operator)
    await operator.call('POST', '/api/tenants', { system: 'sklep-e', ...accountBody, apiPassword: password })
    const created = await operator.call('POST', '/api/tenants/sklep-e/integrations', { ...shopBody, apiKey: 'klucz' })
    const integration = `/api/tenants/sklep-e/integrations/${String(created.body['integrationId'])}`
    const ofConfig = guarded.as((await guarded.newKey('sklep-e', ['config'])).secret)
    const ofBoth = guarded.as((await guarded.newKey('sklep-e', ['config', 'operate'])).secret)
    t.match(await ofConfig.call('PUT', integration, shopBody), { status: 200 })
    t.match(await ofConfig.call('PUT', `${integration}?start=true`, shopBody), {
      status: 403,
      body: { code: 'authentication.scope' },
    })
    t.match(await ofBoth.call('PUT', `${integration}?start=true`, shopBody), {
      status: 409,
      body: { code: 'integration.not_authenticated' },
    })
  })
})
