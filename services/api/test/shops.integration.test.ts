import { randomUUID } from 'node:crypto'
import { authenticated, configureIntegration, deleteIntegration, startIntegration } from '@connector/domain/integration'
import { createLog } from '@connector/service-kit'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect, shopBody, startApi, type Answer } from './support/api.ts'
import { projectIntegration } from './support/read-models.ts'

const made = z.object({ integrationId: z.uuid() })
const taken = { status: 409, body: { code: 'integration.shop_connected' } }

await t.test('A shop belongs to one integration of a tenant', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)

  const create = (tenant: string, shopId: string): Promise<Answer> =>
    api.call('POST', `${tenant}/integrations`, { ...shopBody, shopId, apiKey: 'klucz' })
  const idOf = ({ body }: Answer): string => made.parse(body).integrationId
  const accept = (tenantId: string, integrationId: string) =>
    api.repository.changeIntegration({ tenantId, integrationId }, 'test', (state) =>
      authenticated(
        state,
        (['empikplace', 'thulium'] as const).map((side) => ({ side, accountName: 'Sklep', clockOffsetMs: 0 })),
      ),
    )
  /** As versions did that asked nobody who has the shop. */
  const addUnasked = async (tenantId: string, shopId: string): Promise<string> => {
    const integrationId = randomUUID()
    await api.repository.changeIntegration({ tenantId, integrationId }, 'test', () =>
      configureIntegration({ ...shopBody, shopId, name: 'Drugi raz' }),
    )
    await accept(tenantId, integrationId)
    return integrationId
  }
  const startUnasked = (tenantId: string, integrationId: string) =>
    api.repository.changeIntegration({ tenantId, integrationId }, 'test', startIntegration)
  const madeIn = async (tenantId: string): Promise<number> => {
    const { rows } = await api.worker.pool.query<{ count: number }>(
      `select count(*)::int from events where type = 'IntegrationConfigured' and revision = 0 and metadata->>'tenantId' = $1`,
      [tenantId],
    )
    return rows[0]?.count ?? 0
  }
  const claims = async (): Promise<object[]> =>
    (await api.worker.pool.query<{ shop_id: string }>('select shop_id from shop_claims')).rows
  const claimedSince = (tenantId: string, shopId: string, age: string) =>
    api.worker.pool.query(
      'insert into shop_claims (tenant_id, shop_id, holder, claimed_at) values ($1, $2, $3, now() - $4::interval)',
      [tenantId, shopId, randomUUID(), age],
    )

  await t.test('a second one is refused, and is told which has it, whatever that one’s status is', async (t) => {
    const { tenant, integration, integrationId } = await connect(api, 'sklep-a')
    for (const shopId of ['37001', '037001']) {
      const refused = await create(tenant, shopId)
      t.match(refused, taken, `only configured, ${shopId}`)
      t.match(refused.body['detail'], integrationId)
      t.match(refused.body['detail'], shopBody.name)
      t.match(refused.body['detail'], /configured/)
    }
    await accept('sklep-a', integrationId)
    t.match(await api.call('POST', `${integration}/start`), { status: 200 })
    t.match((await create(tenant, '37001')).body['detail'], /running/)
    t.match(await api.call('POST', `${integration}/stop`), { status: 200 })
    t.match((await create(tenant, '37001')).body['detail'], /stopped/)
    t.equal(await madeIn('sklep-a'), 1)
    t.match(await create(tenant, '37002'), { status: 201 }, 'another shop is another matter')
    t.same(await claims(), [], 'a claim lasts as long as its request')
  })

  await t.test('of many requests at the same moment one makes it', async (t) => {
    const { tenant } = await connect(api, 'sklep-b', { shop: { shopId: '1' } })
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(tenant, '37001')))
    t.equal(answers.filter(({ status }) => status === 201).length, 1)
    t.equal(answers.filter(({ body }) => body['code'] === 'integration.shop_connected').length, 7)
    t.equal(await madeIn('sklep-b'), 2)
  })

  await t.test('settings with the shop of another one are refused; its own may be saved again', async (t) => {
    const { tenant, integration, integrationId } = await connect(api, 'sklep-c')
    const second = `${tenant}/integrations/${idOf(await create(tenant, '37002'))}`
    t.match(await api.call('PUT', second, shopBody), taken)
    t.match(await api.call('PUT', `${second}?start=true`, shopBody), taken)
    t.match(await api.call('GET', second), { body: { shopId: '37002' } }, 'nothing was saved')
    t.match(await api.call('PUT', integration, { ...shopBody, queueId: 8 }), { status: 200 })
    t.match(await api.call('PUT', integration, { ...shopBody, shopId: '037001' }), { status: 200 })

    t.match(await api.call('PUT', integration, { ...shopBody, shopId: '37003' }), { status: 200 })
    t.match(await api.call('PUT', second, shopBody), { status: 200 }, 'a shop that was left is free')
    t.match(await create(tenant, '37003'), taken)
    t.match(await create(tenant, '37002'), { status: 201 })

    await accept('sklep-c', integrationId)
    const both = await Promise.all([
      api.call('PUT', integration, { ...shopBody, shopId: '37009' }),
      api.call('PUT', second, { ...shopBody, shopId: '37009' }),
    ])
    t.same(both.map(({ status }) => status).sort(), [200, 409], 'of two that want one, one gets it')
  })

  await t.test('a deleted integration frees its shop at once', async (t) => {
    const { tenant, integration, integrationId } = await connect(api, 'sklep-d')
    t.equal((await api.call('DELETE', integration)).status, 204)
    const again = await create(tenant, '37001')
    t.equal(again.status, 201)
    t.not(idOf(again), integrationId)
    t.match(await create(tenant, '37001'), taken)
  })

  await t.test('the same POST again under its Idempotency-Key still gets its first answer', async (t) => {
    const { tenant } = await connect(api, 'sklep-e', { shop: { shopId: '1' } })
    const body = { ...shopBody, apiKey: 'klucz' }
    const send = () => api.call('POST', `${tenant}/integrations`, body, { 'idempotency-key': 'raz' })
    const first = await send()
    t.equal(first.status, 201)
    t.match(await send(), { status: 201, text: first.text })
    t.match(await create(tenant, '37001'), taken)
  })

  await t.test('two from before, both running, go on; one that stopped cannot start beside the other', async (t) => {
    const { tenant, integration, integrationId: first } = await connect(api, 'sklep-f')
    await accept('sklep-f', first)
    const second = await addUnasked('sklep-f', '37001')
    const other = `${tenant}/integrations/${second}`
    for (const id of [first, second]) await startUnasked('sklep-f', id)

    for (const path of [integration, other]) {
      t.match(await api.call('POST', `${path}/start`), { status: 200, body: { status: 'running' } })
      t.match(await api.call('PUT', path, { ...shopBody, queueId: 8 }), { status: 200, body: { status: 'running' } })
    }
    t.match(await api.call('POST', `${other}/stop`), { body: { status: 'stopped' } })
    for (const [method, path, body] of [
      ['POST', `${other}/start`, undefined],
      ['PUT', `${other}?start=true`, shopBody],
    ] as const) {
      const refused = await api.call(method, path, body)
      t.match(refused, taken, path)
      t.match(refused.body['detail'], first)
      t.match(refused.body['detail'], /Stop or delete it first/)
    }
    t.match(await api.call('PUT', other, { ...shopBody, name: 'Zapasowy' }), { status: 200 })
    t.match(await api.call('POST', `${integration}/start`), { status: 200 })

    await api.call('POST', `${integration}/stop`)
    const both = await Promise.all([integration, other].map((path) => api.call('POST', `${path}/start`)))
    t.same(both.map(({ status }) => status).sort(), [200, 409], 'of two that start at once, one does')

    const [running, resting] = both[0]?.status === 200 ? [integration, other] : [other, integration]
    t.equal((await api.call('DELETE', running)).status, 204)
    t.match(await api.call('POST', `${resting}/start`), { status: 200, body: { status: 'running' } })
  })

  await t.test('one that waits for new credentials runs again by itself, so no other starts beside it', async (t) => {
    const { tenant, integrationId: first } = await connect(api, 'sklep-g')
    await accept('sklep-g', first)
    await startUnasked('sklep-g', first)
    await api.repository.changeIntegration({ tenantId: 'sklep-g', integrationId: first }, 'test', () => [
      { type: 'IntegrationStopped', data: { reason: 'credentials-rejected' } },
    ])
    const second = await addUnasked('sklep-g', '37001')
    const refused = await api.call('POST', `${tenant}/integrations/${second}/start`)
    t.match(refused, taken)
    t.match(refused.body['detail'], /Delete it first/)
    await api.repository.changeIntegration({ tenantId: 'sklep-g', integrationId: first }, 'test', deleteIntegration)
    t.match(await api.call('POST', `${tenant}/integrations/${second}/start`), { status: 200 })
  })

  await t.test('one that the read models do not show holds its shop too', async (t) => {
    const { tenant } = await connect(api, 'sklep-h', { shop: { shopId: '1' } })
    const before = await addUnasked('sklep-h', '37001')
    t.same((await api.call('GET', `${tenant}/integrations`)).body, { items: [] })
    t.match((await create(tenant, '37001')).body['detail'], before)
  })

  await t.test('a request that died with its claim blocks the shop for a minute, and no other', async (t) => {
    const { tenant } = await connect(api, 'sklep-i', { shop: { shopId: '1' } })
    await claimedSince('sklep-i', '37001', '1 second')
    t.match(await create(tenant, '37002'), { status: 201 })
    const blocked = await create(tenant, '037001')
    t.match(blocked, { status: 503, body: { code: 'write.contention', detail: /about this shop/ } })
    await api.worker.pool.query("update shop_claims set claimed_at = now() - interval '61 seconds'")
    t.match(await create(tenant, '37001'), { status: 201 })
    t.match(await create(tenant, '37001'), taken)
    t.same(await claims(), [])
  })

  await t.test('one that died after it was done has connected the shop', async (t) => {
    const { tenant } = await connect(api, 'sklep-j', { shop: { shopId: '1' } })
    await claimedSince('sklep-j', '37001', '2 minutes')
    const there = await addUnasked('sklep-j', '37001')
    const refused = await create(tenant, '37001')
    t.match(refused, taken)
    t.match(refused.body['detail'], there)
  })

  await t.test('a tenant sees claims of its own only, and makes none for another', async (t) => {
    await claimedSince('sklep-x', '37001', '1 second')
    const seen = { text: 'select from shop_claims', values: [] }
    t.equal((await api.store.connection('sklep-a').query(seen)).rowCount, 0)
    const foreign = { text: 'insert into shop_claims (tenant_id, shop_id, holder) values ($1, $2, $3)' }
    await t.rejects(
      api.store.connection('sklep-a').query({ ...foreign, values: ['sklep-y', '1', randomUUID()] }),
      /row-level security/,
    )
  })
})

await t.test('A shop of several tenants', { skip: noDatabase ?? false }, async (t) => {
  const lines: string[] = []
  const logger = createLog('api', 'warn', { write: (line: string) => void lines.push(line) })
  let time = new Date()
  const guard = { mode: 'off', now: () => time } as const
  const api = await startApi(t, {}, undefined, undefined, guard, { logger })
  const sharedShops = async (): Promise<string | undefined> => {
    time = new Date(time.getTime() + 11_000)
    return /^connector_shops_in_several_tenants (.+)$/m.exec((await api.call('GET', '/metrics')).text)?.[1]
  }
  const connectAndStart = async (tenantId: string, shopId: string) => {
    const connected = await connect(api, tenantId, { shop: { shopId } })
    await api.repository.changeIntegration({ tenantId, integrationId: connected.integrationId }, 'test', (state) =>
      authenticated(
        state,
        (['empikplace', 'thulium'] as const).map((side) => ({ side, accountName: 'Sklep', clockOffsetMs: 0 })),
      ),
    )
    const started = await api.call('POST', `${connected.integration}/start`)
    await projectIntegration(api, tenantId, connected.integrationId)
    return { ...connected, started }
  }

  t.equal(await sharedShops(), '0')
  const first = await connectAndStart('sklep-a', '37001')
  const other = await connectAndStart('sklep-b', '99')
  t.equal(await sharedShops(), '0')
  t.same(lines, [])

  await t.test('is refused to none, and none is told of the other', async (t) => {
    const second = await connectAndStart('sklep-c', '037001')
    t.same(second.started.body, first.started.body)
    const status = await api.call('GET', `${second.integration}/status`)
    t.equal(status.status, 200)
    for (const text of [
      second.started.text,
      status.text,
      (await api.call('GET', `${second.tenant}/integrations`)).text,
    ])
      for (const known of ['sklep-a', first.integrationId]) t.notMatch(text, known)
  })

  await t.test('the operator is told: in the log without a name, and by a number without a label', async (t) => {
    const line = z.object({ tenantId: z.string(), operation: z.string(), msg: z.string() })
    t.match(
      lines.map((text) => line.parse(JSON.parse(text))),
      [{ tenantId: 'sklep-c', operation: 'start', msg: /Another tenant has connected the same shop/ }],
    )
    t.notMatch(lines.join('\n'), 'sklep-a')
    t.equal(await sharedShops(), '1')
    t.notMatch((await api.call('GET', '/metrics')).text, /sklep-|37001/)
  })

  await t.test('also when one that runs changes to it', async (t) => {
    const change = (shopId: string) => api.call('PUT', other.integration, { ...shopBody, shopId })
    t.match(await change('0037001'), { status: 200 })
    t.equal(lines.length, 2)
    t.match(lines[1], /"tenantId":"sklep-b".*"operation":"settings".*the same shop/)
    t.match(await change('37001'), { status: 200 })
    t.match(await change('99'), { status: 200 })
    t.equal(lines.length, 2, 'once for each time that it gets it')
  })

  await t.test('until one of them lets go of it', async (t) => {
    t.equal((await api.call('DELETE', first.integration)).status, 204)
    await projectIntegration(api, 'sklep-a', first.integrationId)
    t.equal(await sharedShops(), '0')
  })
})
