import { authenticated, rejectAuthentication } from '@connector/domain/integration'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { accountBody, connect, password, shop, shopBody, startApi, startOutside, type Api } from './support/api.ts'
import { projectConversation, projectedAll, projectEffect, projectIntegration } from './support/read-models.ts'

/** Three explicit rejections in a row, as ingest records them. */
async function rejectThrice(api: Api, tenantId: string, integrationId: string, side: 'empikplace' | 'thulium') {
  for (let count = 0; count < 3; count++)
    await api.repository.changeIntegration({ tenantId, integrationId }, 'test', (state) =>
      rejectAuthentication(state, { side, operation: 'poll', status: 401, message: 'HTTP 401' }, new Date(), {
        stopAfter: 3,
        spacingMs: -1,
      }),
    )
}

await t.test('A tenant and its shops', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls)

  await t.test('An administrator connects, creates, authenticates, starts, and reads the status', async (t) => {
    outside.addAccount('sklep-a')
    const { tenant, integration, integrationId } = await connect(api, 'sklep-a')

    const account = await api.call('GET', tenant)
    t.equal(account.status, 200)
    t.match(account.body, { tenantId: 'sklep-a', ...accountBody, sinkDomain: /\.invalid$/ })
    t.notMatch(account.text, password, 'no secret in the answer')

    const early = await api.call('POST', `${integration}/start`)
    t.match(early, { status: 409, body: { code: 'integration.not_authenticated' } })

    const verified = await api.call('POST', `${integration}/authenticate`)
    t.match(verified, { status: 200, body: { ok: true } })
    t.notMatch(verified.text, shop.apiKey)
    t.match(verified.text, /Sklep Pokazowy/, 'the shop is named as proof')

    t.match(await api.call('POST', `${integration}/start`), { status: 200, body: { status: 'running' } })
    t.match(await api.call('POST', `${integration}/start`), { status: 200, body: { status: 'running' } })

    await projectIntegration(api, 'sklep-a', integrationId)
    await projectedAll(api)
    t.match((await api.call('GET', `${tenant}/integrations`)).body, {
      items: [{ integrationId, ...shopBody, status: 'running', authenticated: { empikplace: true, thulium: true } }],
    })

    t.match(await api.call('GET', `${integration}/status`), {
      status: 200,
      body: {
        status: 'running',
        startedAt: /^20/,
        health: { level: 'ok', reason: { pl: /czeka na pierwszy/, en: /waiting for the first/ } },
        sides: { empikplace: { lastSuccessAt: null, nextPollAt: null, failures: 0, lastFailure: null } },
        effects: { waiting: 0, uncertain: 0, parked: 0, oldestWaitingAt: null },
        conversations: 0,
      },
    })
    t.match(await api.call('POST', `${integration}/stop`), { body: { status: 'stopped' } })
    t.match((await api.call('GET', `${integration}/status`)).body, { health: { level: 'stopped', since: /^20/ } })
  })

  await t.test('The status is made of what the tables say', async (t) => {
    const { integration, integrationId } = await connect(api, 'sklep-b')
    const ref = { tenantId: 'sklep-b', integrationId }
    await api.repository.changeIntegration(ref, 'test', (state) => [
      ...authenticated(state, []),
      { type: 'IntegrationStarted', data: {} },
    ])
    const now = Date.now()
    await api.worker.db
      .insertInto('polls')
      .values(
        (['empikplace', 'thulium'] as const).map((side) => ({
          tenant_id: 'sklep-b',
          integration_id: integrationId,
          side,
          cursor: null,
          next_at: new Date(now + 60_000),
          last_success_at: new Date(now + 1_000),
          failures: side === 'thulium' ? 4 : 0,
          failure_class: side === 'thulium' ? 'rate-limited' : null,
          failure_message: side === 'thulium' ? 'HTTP 429' : null,
        })),
      )
      .execute()
    await projectConversation(api, { ...ref, threadId: 'one', ticketId: 41 })
    await projectConversation(api, { ...ref, threadId: 'two' })
    const counts = { conversations: 2, messages: 6, replies_requested: 6, replies_sent: 4, tickets: 1, parked: 0 }
    await api.worker.db
      .insertInto('hourly_counts')
      .values({ tenant_id: 'sklep-b', integration_id: integrationId, hour: new Date(0), ...counts })
      .execute()
    const plannedAt = new Date(now - 1_000)
    for (const [key, state] of Object.entries({
      a: 'planned',
      b: 'claimed',
      c: 'unknown',
      d: 'parked',
      e: 'confirmed',
    }))
      await projectEffect(api, { ...ref, threadId: 'one', key, state, plannedAt })

    t.match((await api.call('GET', `${integration}/status`)).body, {
      health: { level: 'failing' },
      sides: { thulium: { failures: 4, lastFailure: { class: 'rate-limited', message: 'HTTP 429' } } },
      effects: { waiting: 2, uncertain: 1, parked: 1, oldestWaitingAt: plannedAt.toISOString() },
      conversations: 2,
      tickets: 1,
      repliesPending: 2,
      repliesSent: 4,
    })
  })

  await t.test('A tenant is connected once; afterwards its settings are replaced', async (t) => {
    outside.addAccount('sklep-c')
    const { tenant } = await connect(api, 'sklep-c')
    const again = { system: 'sklep-c', ...accountBody, apiPassword: 'other' }
    t.match(await api.call('POST', '/api/tenants', again), { status: 409, body: { code: 'tenant.exists' } })
    const changed = await api.call('PUT', `${tenant}/thulium`, { ...accountBody, mailbox: 'nowa@demo.example' })
    t.match(changed, { status: 200, body: { tenantId: 'sklep-c', verifications: [] } })
    t.match((await api.call('GET', tenant)).body, { mailbox: 'nowa@demo.example' })
    t.match(await api.call('PUT', '/api/tenants/nobody/thulium', accountBody), { status: 404 })
  })

  await t.test('Two callers who connect one tenant at once leave the password of the one who won', async (t) => {
    outside.addAccount('sklep-d')
    const answers = await Promise.all(
      [password, 'wrong', 'wrong', 'wrong'].map((apiPassword) =>
        api.call('POST', '/api/tenants', { system: 'sklep-d', ...accountBody, apiPassword }),
      ),
    )
    t.equal(answers.filter(({ status }) => status === 201).length, 1)
    t.equal(answers.filter(({ status }) => status === 409).length, 3)
    const { rows } = await api.worker.pool.query<{ version: number }>(
      'select version from credentials where tenant_id = $1',
      ['sklep-d'],
    )
    t.same(rows, [{ version: 1 }])
  })

  await t.test('The settings of a shop are changed, and the same settings again say nothing', async (t) => {
    const { integration, integrationId } = await connect(api, 'sklep-e')
    const before = (await api.log.readStream(`integration-sklep-e-${integrationId}`)).length
    for (let turn = 0; turn < 2; turn++)
      t.match(await api.call('PUT', integration, { ...shopBody, queueId: 8 }), { status: 200, body: { integrationId } })
    t.equal((await api.log.readStream(`integration-sklep-e-${integrationId}`)).length, before + 1)
  })

  await t.test('A new key restarts an integration that rejections had stopped', async (t) => {
    outside.addAccount('sklep-f')
    const { integration, integrationId } = await connect(api, 'sklep-f')
    await api.call('POST', `${integration}/authenticate`)
    await api.call('POST', `${integration}/start`)
    await rejectThrice(api, 'sklep-f', integrationId, 'empikplace')
    t.match((await api.call('GET', `${integration}/status`)).body, {
      status: 'credentials-rejected',
      health: { level: 'credentials-rejected', reason: { en: /EmpikPlace/ } },
    })

    const wrong = await api.call('PUT', `${integration}/key`, { apiKey: 'no-such-key' })
    t.match(wrong, { status: 422, body: { code: 'credentials.not_accepted', errors: [{ pointer: '#/apiKey' }] } })
    t.notMatch(wrong.text, 'no-such-key')
    t.match((await api.call('GET', `${integration}/status`)).body, { status: 'credentials-rejected' })

    outside.empikPlace.addKey({ key: 'fresh-key', shopIds: [37001] })
    t.match(await api.call('PUT', `${integration}/key`, { apiKey: 'fresh-key' }), { body: { ok: true, stored: true } })
    t.match((await api.call('GET', `${integration}/status`)).body, { status: 'running' })
  })

  await t.test('A new Thulium password restarts what its rejections had stopped', async (t) => {
    outside.addAccount('sklep-g')
    const { tenant, integration, integrationId } = await connect(api, 'sklep-g')
    await api.call('POST', `${integration}/authenticate`)
    await api.call('POST', `${integration}/start`)
    outside.thulium.changeApiUser({ system: 'sklep-g', password: 'changed' })
    await rejectThrice(api, 'sklep-g', integrationId, 'thulium')
    await projectIntegration(api, 'sklep-g', integrationId)

    const wrong = await api.call('PUT', `${tenant}/thulium`, { ...accountBody, apiPassword: 'no-such-password' })
    t.match(wrong, { status: 422, body: { errors: [{ field: 'body.apiPassword', messagePl: /^Thulium odrzuca/ }] } })
    t.match((await api.call('GET', `${integration}/status`)).body, { status: 'credentials-rejected' })

    const answer = await api.call('PUT', `${tenant}/thulium`, { ...accountBody, apiPassword: 'changed' })
    t.match(answer, { status: 200, body: { stored: true, verifications: [{ integrationId, ok: true }] } })
    t.match((await api.call('GET', `${integration}/status`)).body, { status: 'running' })
  })

  await t.test('An integration that was deleted just now keeps no account from being changed', async (t) => {
    outside.addAccount('sklep-u')
    const { tenant, integration, integrationId } = await connect(api, 'sklep-u')
    await projectIntegration(api, 'sklep-u', integrationId)
    t.equal((await api.call('DELETE', integration)).status, 204)
    const answer = await api.call('PUT', `${tenant}/thulium`, { ...accountBody, agentLogin: 'former' })
    t.match(answer, { status: 200, body: { stored: true, verifications: [] } })
  })

  await t.test('New credentials that are not accepted replace nothing', async (t) => {
    outside.addAccount('sklep-h')
    const { tenant, integration } = await connect(api, 'sklep-h')
    t.match(await api.call('POST', `${integration}/authenticate`), { body: { ok: true } })
    const stored = async () =>
      (
        await api.worker.pool.query<{ purpose: string; version: number }>(
          "select purpose, version from credentials where tenant_id = 'sklep-h' order by purpose",
        )
      ).rows
    const before = await stored()

    for (const apiKey of ['no-such-key', 'key-without-messages', 'key-without-orders'])
      t.match(
        await api.call('PUT', `${integration}/key`, { apiKey }),
        { status: 422, body: { code: 'credentials.not_accepted' } },
        apiKey,
      )
    for (const change of [{ apiPassword: 'no-such-password' }, { apiUser: 'nobody', mailbox: 'nowa@demo.example' }])
      t.match(await api.call('PUT', `${tenant}/thulium`, { ...accountBody, ...change }), {
        status: 422,
        body: { errors: [{ messagePl: /^Thulium odrzuca użytkownika API/ }] },
      })
    outside.empikPlace.faults.add({ operation: 'A01', times: 1, fault: { kind: 'status', status: 503 } })
    outside.empikPlace.addKey({ key: 'later-key', shopIds: [37001] })
    t.match(
      await api.call('PUT', `${integration}/key`, { apiKey: 'later-key' }),
      { status: 422, body: { errors: [{ messagePl: /EmpikPlace/ }] } },
      'nor do those that cannot be tried',
    )

    t.same(await stored(), before)
    t.match((await api.call('GET', tenant)).body, accountBody)
    t.match(await api.call('POST', `${integration}/authenticate`), { body: { ok: true } })
  })

  await t.test('A new key starts the integration again although the other side is away', async (t) => {
    outside.addAccount('sklep-i')
    const { integration, integrationId } = await connect(api, 'sklep-i')
    await api.call('POST', `${integration}/authenticate`)
    await api.call('POST', `${integration}/start`)
    await rejectThrice(api, 'sklep-i', integrationId, 'empikplace')
    outside.empikPlace.addKey({ key: 'key-of-i', shopIds: [37001] })
    const away = { operation: '*', subject: 'sklep-i', times: 100, fault: { kind: 'status', status: 503 } } as const
    const { id } = outside.thulium.faults.add(away)
    t.match(await api.call('PUT', `${integration}/key`, { apiKey: 'key-of-i' }), { body: { ok: false, stored: true } })
    outside.thulium.faults.remove(id)
    t.match((await api.call('GET', `${integration}/status`)).body, { status: 'running' })
  })
})
