import { randomUUID } from 'node:crypto'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import {
  projectConversation,
  projectedAll,
  projectEffect,
  projectIntegration,
  workersAtWork,
} from './support/read-models.ts'

await t.test('The status of a tenant', { skip: noDatabase ?? false }, async (t) => {
  const now = new Date('2030-03-02T10:20:00Z')
  const api = await startApi(t, {}, undefined, undefined, { mode: 'off', now: () => now })
  const first = await connect(api, 'sklep-a', { shop: { name: 'Pierwszy' } })
  const created = await api.call('POST', `${first.tenant}/integrations`, {
    name: 'Drugi',
    shopId: '99',
    customerField: 'Empik ID',
    queueId: 7,
    categoryId: 12,
    apiKey: 'other-key',
  })
  const second = String(created.body.integrationId)
  await connect(api, 'sklep-b')
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000)
  const refs = [first.integrationId, second].map((integrationId) => ({ tenantId: 'sklep-a', integrationId }))
  const none = { conversations: 0, messages: 0, replies_requested: 0, replies_sent: 0, tickets: 0, parked: 0 }
  type Counts = Partial<typeof none> & { answered?: number; answered_in_day?: number }
  const count = (integrationId: string, hour: string, counts: Counts): Promise<unknown> =>
    api.worker.db
      .insertInto('hourly_counts')
      .values({ tenant_id: 'sklep-a', integration_id: integrationId, hour: new Date(hour), ...none, ...counts })
      .execute()
  const poll = (integrationId: string, side: 'empikplace' | 'thulium', more: object = {}): Promise<unknown> =>
    api.worker.db
      .insertInto('polls')
      .values({
        tenant_id: 'sklep-a',
        integration_id: integrationId,
        side,
        cursor: null,
        next_at: new Date(now.getTime() + 60_000),
        last_success_at: new Date(now.getTime() - 30_000),
        failure_class: null,
        failure_message: null,
        ...more,
      })
      .execute()

  for (const ref of refs) {
    await api.repository.changeIntegration(ref, 'test', () => [{ type: 'IntegrationStarted', data: {} }])
    await projectIntegration(api, ref.tenantId, ref.integrationId)
    await poll(ref.integrationId, 'empikplace')
  }
  await poll(first.integrationId, 'thulium')
  await poll(second, 'thulium', {
    last_success_at: hoursAgo(1),
    failures: 5,
    failure_class: 'unreachable',
    failure_message: 'Thulium does not answer (503).',
  })
  const budget = (integrationId: string, side: 'empikplace' | 'thulium', used: number, more: object = {}) =>
    api.worker.db
      .insertInto('call_budgets')
      .values({
        tenant_id: 'sklep-a',
        integration_id: integrationId,
        side,
        reporter: randomUUID(),
        per_minute: 60,
        used,
        paused_until: null,
        observed_at: new Date(now.getTime() - 5_000),
        ...more,
      })
      .execute()
  await budget(first.integrationId, 'empikplace', 12)
  await budget(first.integrationId, 'empikplace', 7)
  // Of a process that is gone: nothing of it counts but the limit.
  await budget(first.integrationId, 'empikplace', 60, { observed_at: hoursAgo(1), paused_until: hoursAgo(0.5) })
  await budget('', 'thulium', 60, { paused_until: hoursAgo(-1) })
  await count(first.integrationId, '2030-03-02T10:00:00Z', { messages: 1, conversations: 1 })
  await count(first.integrationId, '2030-03-02T09:00:00Z', {
    ...{ messages: 2, replies_sent: 1, tickets: 1 },
    ...{ answered: 3, answered_in_day: 2 },
  })
  await count(second, '2030-03-02T09:00:00Z', { messages: 4 })
  await count(second, '2030-02-02T09:00:00Z', { messages: 100, conversations: 40, tickets: 39 })
  const threadRef = { ...refs[0], tenantId: 'sklep-a', integrationId: first.integrationId, threadId: 'one' }
  await projectConversation(api, { ...threadRef, replyNeededSince: hoursAgo(30) })
  await projectEffect(api, { ...threadRef, key: 'stuck', state: 'parked', plannedAt: hoursAgo(2) })
  await projectEffect(api, { ...threadRef, key: 'next', state: 'planned', plannedAt: hoursAgo(1) })
  const done = (key: string, kind: string, settledAt: Date, tookMs: number): Promise<void> => {
    const plannedAt = new Date(settledAt.getTime() - tookMs)
    return projectEffect(api, { ...threadRef, key, kind, state: 'confirmed', plannedAt, settledAt })
  }
  await done('done', 'message:mirror', hoursAgo(9), 60_000)
  await done('made', 'ticket:create', hoursAgo(8), 12_400)
  await done('sent', 'reply:send', hoursAgo(7), 8_000)
  await done('noted', 'comment:add', hoursAgo(6), 1_000)
  await api.worker.db
    .updateTable('effects')
    .set({ failure_class: 'refused', failure_message: 'No such category', parked_at: hoursAgo(1.5) })
    .where('effect_key', '=', 'stuck')
    .execute()

  await projectedAll(api)
  await workersAtWork(api, 'sklep-a')

  await t.test('each integration comes with everything, and all of them are summed up', async (t) => {
    const { status, body } = await api.call('GET', `${first.tenant}/status`)
    t.equal(status, 200)
    const ofFirst = {
      integrationId: first.integrationId,
      name: 'Pierwszy',
      status: 'running',
      statusSince: /^20/,
      sides: {
        empikplace: {
          lastSuccessAt: '2030-03-02T10:19:30.000Z',
          nextPollAt: '2030-03-02T10:21:00.000Z',
          callBudget: { perMinute: 60, used: 12, remaining: 48, pausedUntil: null },
        },
        thulium: { callBudget: { used: 60, remaining: 0, pausedUntil: hoursAgo(-1).toISOString() } },
      },
      health: { level: 'failing', since: hoursAgo(1.5).toISOString() },
      effects: {
        waiting: 1,
        parked: 1,
        oldestWaitingAt: hoursAgo(1).toISOString(),
        oldestParkedAt: hoursAgo(1.5).toISOString(),
        lastFailure: { class: 'refused', message: 'No such category' },
      },
      lag: { messageSeconds: 7_200, replySeconds: 0 },
      lastMessage: { at: hoursAgo(8).toISOString(), delaySeconds: 12 },
      lastReply: { at: hoursAgo(7).toISOString(), delaySeconds: 8 },
      lastHour: { conversations: 0, messages: 2, repliesSent: 1, tickets: 1, answered: 3, answeredInDay: 2 },
      lastDay: { conversations: 1, messages: 3, repliesSent: 1, tickets: 1 },
      conversations: 1,
      repliesPending: 1,
      overdueReplies: 1,
    }
    const ofSecond = {
      name: 'Drugi',
      sides: {
        empikplace: { callBudget: null },
        thulium: { failures: 5, lastFailure: { class: 'unreachable' }, callBudget: { remaining: 0 } },
      },
      effects: { waiting: 0, parked: 0, oldestWaitingAt: null, lastFailure: null },
      lastMessage: null,
      lastReply: null,
      lastWeek: { messages: 4, conversations: 0 },
      conversations: 40,
      tickets: 39,
      overdueReplies: 0,
    }
    const found = body.integrations as { name: string }[]
    t.equal(found.length, 2)
    t.match(
      found.find(({ name }) => name === 'Pierwszy'),
      ofFirst,
    )
    t.match(
      found.find(({ name }) => name === 'Drugi'),
      ofSecond,
    )
    t.match(body, {
      summary: {
        level: 'failing',
        integrations: { ok: 0, late: 0, failing: 2, stopped: 0 },
        lagSeconds: 7_200,
        waiting: 1,
        parked: 1,
        overdueReplies: 1,
        lastHour: { messages: 6 },
      },
      // The account is well: the shop that saw it last says so.
      thulium: { failures: 0, lastSuccessAt: '2030-03-02T10:19:30.000Z' },
    })
    t.match((await api.call('GET', `${first.integration}/status`)).body, ofFirst)
  })

  await t.test('a wall dashboard gets one small object for each', async (t) => {
    const small = {
      view: 'compact',
      integrationId: first.integrationId,
      name: 'Pierwszy',
      level: 'failing',
      lagSeconds: 7_200,
      waiting: 1,
      parked: 1,
      overdue: 1,
      unansweredOverdue: 0,
    }
    const { body } = await api.call('GET', `${first.integration}/status?view=compact`)
    t.match(body, { ...small, reason: { en: /^Parked writes: 1/ } })
    t.same(Object.keys(body).sort(), [...Object.keys(small), 'reason'].sort())
    const all = await api.call('GET', `${first.tenant}/status?view=compact`)
    t.match(all.body, { view: 'compact', level: 'failing' })
    t.same((all.body.integrations as { name: string }[]).map(({ name }) => name).sort(), ['Drugi', 'Pierwszy'])
    t.equal((await api.call('GET', `${first.tenant}/status?view=other`)).status, 400)
  })

  await t.test('the state says since when, and saving settings again does not change that', async (t) => {
    const since = async (): Promise<unknown> => (await api.call('GET', `${first.integration}/status`)).body.statusSince
    const running = await since()
    const [ref] = refs
    if (ref)
      await api.repository.changeIntegration(ref, 'test', ({ settings }) =>
        settings ? [{ type: 'IntegrationConfigured', data: settings }] : [],
      )
    t.equal(await since(), running)
    // The log is asked ten times a second at most.
    await until('what was just recorded to be missing in what the status is made from', async () => {
      const { body } = await api.call('GET', `${first.integration}/status`)
      return (body.lag as { projectionSeconds: number }).projectionSeconds > 0 || undefined
    })
    t.equal((await api.call('POST', `${first.integration}/stop`)).status, 200)
    t.not(await since(), running)
    // One that a person stopped is no news while another one runs.
    t.match((await api.call('GET', `${first.tenant}/status`)).body, {
      summary: { level: 'failing', integrations: { stopped: 1, failing: 1 } },
    })
  })

  await t.test('a tenant without anything has an empty status, and one that is not there has none', async (t) => {
    await api.call('DELETE', first.integration)
    t.match((await api.call('GET', '/api/tenants/sklep-b/status')).body, {
      summary: { level: 'stopped', waiting: 0 },
      thulium: { lastSuccessAt: null },
      integrations: [],
    })
    t.match(await api.call('GET', '/api/tenants/nobody/status'), { status: 404, body: { code: 'tenant.unknown' } })
  })

  await t.test('what was read for one tenant is never seen by the next', async (t) => {
    const read = async (tenantId: string): Promise<unknown[]> =>
      (await api.store.connection(tenantId).query({ text: 'select tenant_id from polls' })).rows
    // More than there are connections, so that each is used again and again by another tenant.
    const tenants = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'sklep-a' : 'sklep-b'))
    const seen = await Promise.all(tenants.map(read))
    for (const [index, rows] of seen.entries()) t.equal(rows.length, tenants[index] === 'sklep-a' ? 4 : 0)
    await t.rejects(api.store.connection('sklep-a').query({ text: 'select 1 / 0' }), /division by zero/)
    const { rows } = await api.store.pool.query('select count(*)::int as polls from polls')
    t.same(rows, [{ polls: 0 }])
  })
})
