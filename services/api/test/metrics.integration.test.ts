import { reportTally } from '@connector/connections'
import { createTally } from '@connector/service-kit'
import { beginParts } from '@connector/store'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, createDoor, startApi } from './support/api.ts'
import { bearer } from './support/guarded-api.ts'
import { projectEffect, projectIntegration } from './support/read-models.ts'

await t.test('Metrics', { skip: noDatabase ?? false }, async (t) => {
  let time = new Date()
  const api = await startApi(t, {}, undefined, (url) => createDoor(t, url), { mode: 'off', now: () => time })
  const metrics = async (): Promise<string> => (await api.call('GET', '/metrics')).text

  await t.test('numbers of all tenants together, and none of them by name', async (t) => {
    for (const tenantId of ['sklep-a', 'sklep-b']) {
      const { integrationId } = await connect(api, tenantId)
      await projectIntegration(api, tenantId, integrationId)
      const ref = { tenantId, integrationId, threadId: 'one' }
      await projectEffect(api, { ...ref, key: 'm', state: 'parked', plannedAt: time })
      await projectEffect(api, { ...ref, key: 'n', state: 'planned', plannedAt: new Date(Date.now() - 3_600_000) })
    }
    await api.worker.db
      .insertInto('workers')
      .values({
        service: 'ingest',
        owner: 'one',
        expires_at: new Date(Date.now() + 60_000),
        pool_total: 9,
        pool_waiting: 3,
      })
      .execute()
    await beginParts(api.worker.db, { position: `${'0'.repeat(20)}.${'0'.repeat(19)}`, rebuild_until: null })
    const tally = createTally()
    for (const seconds of [0.2, 0.4, 3])
      tally.observe('outside_call_duration_seconds', { side: 'thulium', outcome: 'done' }, seconds)
    tally.add('effects_settled_total', { kind: 'reply:send', outcome: 'confirmed' }, 2)
    await reportTally(api.worker, tally)
    tally.add('effects_settled_total', { kind: 'reply:send', outcome: 'confirmed' }, 3)
    await reportTally(api.worker, tally)
    const looked = { sweep_oldest_at: new Date(Date.now() - 7_200_000), clock_offset_ms: -150_000 }
    for (const [tenantId, lookedAt, waiting] of [
      ['sklep-a', new Date(), 40],
      ['sklep-b', new Date(Date.now() - 24 * 3_600_000), 500],
    ] as const)
      await api.worker.db
        .insertInto('thulium_looks')
        .values({ tenant_id: tenantId, looked_at: lookedAt, ...looked, sweep_waiting: waiting, found_late: 2 })
        .execute()
    await api.call('GET', '/api/tenants/sklep-a/status')
    await api.call('GET', '/no/such/place')
    const { status, headers, text } = await api.call('GET', '/metrics')
    t.equal(status, 200)
    t.match(headers.get('content-type'), /^text\/plain; version=0\.0\.4/)
    for (const line of [
      'connector_database_up 1',
      'connector_effects{state="parked"} 2',
      'connector_effects{state="planned"} 2',
      'connector_integrations{status="configured"} 2',
      'connector_workers{service="ingest"} 1',
      'connector_open_streams 0',
      'connector_paused_after_restore 0',
      'connector_pool_connections{service="ingest",state="waiting"} 3',
      'connector_pool_connections{service="api",state="waiting"} 0',
      'connector_outside_call_duration_seconds_bucket{le="0.5",side="thulium",outcome="done"} 2',
      'connector_outside_call_duration_seconds_count{side="thulium",outcome="done"} 3',
      'connector_effects_settled_total{kind="reply:send",outcome="confirmed"} 5',
      'connector_sweep_waiting 40',
      'connector_replies_found_late 4',
      'connector_thulium_clock_offset_seconds 150',
      'connector_http_request_duration_seconds_count{route="/api/tenants/:tenantId/status",method="GET",status="2xx"} 1',
      'connector_http_request_duration_seconds_count{route="none",method="any",status="4xx"} 1',
    ])
      t.ok(text.split('\n').includes(line), line)
    t.ok(Number(/^connector_oldest_waiting_seconds (.+)$/m.exec(text)?.[1]) >= 3_600)
    t.ok(Number(/^connector_projection_lag_seconds (.+)$/m.exec(text)?.[1]) > 0)
    t.ok(Number(/^connector_sweep_oldest_seconds (.+)$/m.exec(text)?.[1]) >= 7_200)
    t.match(text, /^process_cpu_seconds_total /m)
    t.notMatch(text, 'sklep')
  })

  await t.test('the API itself still sees no row of any tenant', async (t) => {
    const { rows } = await api.store.pool.query('select count(*)::int as count from effects')
    t.same(rows, [{ count: 0 }])
    await t.rejects(api.store.pool.query('select count(*) from workers'), /permission denied/)
  })

  await t.test('a proxy in front does not make everybody a program of this machine', async (t) => {
    const refused = { statusCode: 401, json: { code: 'authentication.missing' } }
    for (const headers of [
      { 'x-forwarded-for': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
      { host: 'connector' },
    ]) {
      const answer = await api.app.inject({ url: '/metrics', headers: { host: 'localhost:8080', ...headers } })
      t.match({ statusCode: answer.statusCode, json: answer.json<unknown>() }, refused, Object.keys(headers).join())
    }
    t.equal((await api.app.inject({ url: '/metrics', headers: { host: '[::1]:8080' } })).statusCode, 200)
  })

  await t.test('while the database is away, its numbers are missing rather than old', async (t) => {
    await api.shutDoor()
    t.match(await metrics(), /^connector_effects\{state="parked"\} 2$/m, 'what was read a moment ago')
    time = new Date(time.getTime() + 11_000)
    const text = await metrics()
    t.match(text, /^connector_database_up 0$/m)
    t.notMatch(text, /^connector_(effects|oldest_waiting_seconds|integrations)\b/m)
    t.match(text, /^connector_http_request_duration_seconds_count/m)
  })

  await t.test('with a token, whoever shows it is answered, and nobody else', async (t) => {
    const metricsToken = 'a-token-of-the-scraper'
    const guarded = await startApi(t, {}, undefined, undefined, { mode: 'required' }, { metricsToken })
    t.equal((await guarded.call('GET', '/metrics', undefined, bearer(metricsToken))).status, 200)
    const wrong = await guarded.call('GET', '/metrics', undefined, bearer('another-token-of-somebody'))
    t.match(wrong, { status: 401, body: { code: 'authentication.invalid' } })
    t.match(await guarded.call('GET', '/metrics'), { status: 401, body: { code: 'authentication.missing' } })
  })
})
