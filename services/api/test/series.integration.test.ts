import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectEffect } from './support/read-models.ts'

await t.test('Counts over time', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration, integrationId } = await connect(api, 'sklep-a')
  const other = await connect(api, 'sklep-b')
  const none = { conversations: 0, messages: 0, replies_requested: 0, replies_sent: 0, tickets: 0, parked: 0 }
  const count = (tenantId: string, id: string, hour: string, counts: Partial<typeof none>): Promise<unknown> =>
    api.worker.db
      .insertInto('hourly_counts')
      .values({ tenant_id: tenantId, integration_id: id, hour: new Date(hour), ...none, ...counts })
      .execute()
  await count('sklep-a', integrationId, '2026-03-02T10:00:00Z', { messages: 3, tickets: 1 })
  await count('sklep-a', integrationId, '2026-03-02T23:00:00Z', { messages: 4 })
  await count('sklep-a', integrationId, '2026-03-03T00:00:00Z', { messages: 5, replies_sent: 2 })
  await count('sklep-b', other.integrationId, '2026-03-02T10:00:00Z', { messages: 100 })
  const read = (query: string) => api.call('GET', `${integration}/series?${query}`)

  await t.test('hours come one by one, with zeros where nothing happened', async (t) => {
    const { status, body } = await read('metric=messages&from=2026-03-02T09:30:00Z&to=2026-03-02T12:00:00Z')
    t.equal(status, 200)
    t.same(body, {
      metric: 'messages',
      step: 'hour',
      points: [
        { at: '2026-03-02T09:00:00.000Z', value: 0 },
        { at: '2026-03-02T10:00:00.000Z', value: 3 },
        { at: '2026-03-02T11:00:00.000Z', value: 0 },
      ],
    })
  })

  await t.test('days are those of UTC, whatever offset the times are given in', async (t) => {
    const from = encodeURIComponent('2026-03-02T02:00:00+02:00')
    const { body } = await read(`metric=messages&step=day&from=${from}&to=2026-03-04T00:00:00Z`)
    t.match(body, {
      points: [
        { at: '2026-03-02T00:00:00.000Z', value: 7 },
        { at: '2026-03-03T00:00:00.000Z', value: 5 },
      ],
    })
  })

  await t.test('each metric has its own counts', async (t) => {
    const day = 'from=2026-03-02T00:00:00Z&to=2026-03-04T00:00:00Z&step=day'
    t.match((await read(`metric=tickets&${day}`)).body, { points: [{ value: 1 }, { value: 0 }] })
    t.match((await read(`metric=replies&${day}`)).body, { points: [{ value: 0 }, { value: 2 }] })
  })

  await t.test('of a budget the fullest minute of each step is told, and nobody else’s', async (t) => {
    const peak = (tenantId: string, id: string, side: string, hour: string, value: number): Promise<unknown> =>
      api.worker.db
        .insertInto('call_peaks')
        .values({ tenant_id: tenantId, integration_id: id, side, hour: new Date(hour), peak: value, per_minute: 60 })
        .execute()
    await peak('sklep-a', integrationId, 'empikplace', '2026-03-02T10:00:00Z', 7)
    await peak('sklep-a', integrationId, 'empikplace', '2026-03-02T23:00:00Z', 30)
    await peak('sklep-a', '', 'thulium', '2026-03-03T01:00:00Z', 55)
    await peak('sklep-b', other.integrationId, 'empikplace', '2026-03-02T10:00:00Z', 60)
    const day = 'from=2026-03-02T00:00:00Z&to=2026-03-04T00:00:00Z&step=day'
    t.match((await read(`metric=calls-empikplace&${day}`)).body, { points: [{ value: 30 }, { value: 0 }] })
    t.match((await read(`metric=calls-thulium&${day}`)).body, { points: [{ value: 0 }, { value: 55 }] })
  })

  await t.test('the status sums the last day and the last week, and tells how far behind it is', async (t) => {
    const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000)
    await count('sklep-a', integrationId, hoursAgo(2).toISOString(), { messages: 2, conversations: 1 })
    await count('sklep-a', integrationId, hoursAgo(30).toISOString(), { messages: 10, tickets: 4 })
    await count('sklep-a', integrationId, hoursAgo(200).toISOString(), { messages: 50 })
    const ref = { tenantId: 'sklep-a', integrationId, threadId: 'one' }
    await projectEffect(api, { ...ref, key: 'm', state: 'parked', plannedAt: hoursAgo(1) })
    const { body } = await api.call('GET', `${integration}/status`)
    t.match(body, {
      lastDay: { conversations: 1, messages: 2, repliesSent: 0, tickets: 0 },
      lastWeek: { conversations: 1, messages: 12, repliesSent: 0, tickets: 4 },
      lag: { replySeconds: 0 },
    })
    t.ok((body.lag as { messageSeconds: number }).messageSeconds >= 3_600)
  })

  await t.test('without times it is the last day, or the last 30 days', async (t) => {
    const points = async (query: string): Promise<number> => ((await read(query)).body.points as unknown[]).length
    // The present hour or day has begun.
    t.equal(await points('metric=messages'), 25)
    t.equal(await points('metric=messages&step=day'), 31)
  })

  await t.test('too many points, and a beginning behind the end, are refused', async (t) => {
    for (const query of [
      'metric=messages&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z',
      'metric=messages&from=2026-03-03T00:00:00Z&to=2026-03-02T00:00:00Z',
      'metric=nothing',
    ])
      t.match(await read(query), { status: 400, body: { code: 'request.invalid' } }, query)
  })
})
