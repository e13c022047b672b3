import { beginRestore, confirmRestore } from '@connector/store'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { openEventStream } from './support/event-stream.ts'
import { projectConversation, projectedAll, projectEffect } from './support/read-models.ts'

await t.test('Changes as they happen', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const mine = await connect(api, 'sklep-a')
  const theirs = await connect(api, 'sklep-b')
  const refOf = (tenantId: string, integrationId: string, threadId: string) => ({ tenantId, integrationId, threadId })
  const url = `${api.url}${mine.tenant}/changes`

  await t.test('a change of one tenant is told to its readers and to nobody else', async (t) => {
    const [first, second, foreign] = await Promise.all([
      openEventStream(t, url),
      openEventStream(t, url),
      openEventStream(t, `${api.url}${theirs.tenant}/changes`),
    ])
    t.equal(first.status, 200)
    t.match(first.contentType, /^text\/event-stream/)

    const changedAt = new Date()
    await projectConversation(api, { ...refOf('sklep-a', mine.integrationId, 'one'), changedAt })
    for (const stream of [first, second])
      t.match(await stream.changes(1), [{ data: JSON.stringify({ changedAt: changedAt.toISOString() }) }])

    // Theirs comes later than ours, so had ours been told to them it would be there by now.
    await projectConversation(api, refOf('sklep-b', theirs.integrationId, 'two'))
    t.equal((await foreign.changes(1)).length, 1)
    t.equal((await first.changes(1)).length, 1)
  })

  await t.test('a change that was recorded earlier and shows later is told too', async (t) => {
    const stream = await openEventStream(t, url)
    await projectConversation(api, { ...refOf('sklep-a', mine.integrationId, 'late'), changedAt: new Date(1_000) })
    t.equal((await stream.changes(1)).length, 1)
  })

  await t.test('a reader who was away learns of a missed change at once, and only then', async (t) => {
    const before = await openEventStream(t, url)
    await projectConversation(api, refOf('sklep-a', mine.integrationId, 'one'))
    const [seen] = await before.changes(1)
    before.close()
    await before.ended

    const upToDate = await openEventStream(t, url, { 'last-event-id': seen?.id ?? '' })
    await until('the greeting', () => (upToDate.text().includes(': connected') ? true : undefined))
    t.notMatch(upToDate.text(), 'event: change')
    upToDate.close()

    await projectConversation(api, refOf('sklep-a', mine.integrationId, 'one'))
    const back = await openEventStream(t, url, { 'last-event-id': seen?.id ?? '' })
    t.equal((await back.changes(1)).length, 1)
  })

  await t.test('open writes and what the status is made from are told of too', async (t) => {
    const stream = await openEventStream(t, url)
    await until('the greeting', () => (stream.text().includes(': connected') ? true : undefined))
    const ref = refOf('sklep-a', mine.integrationId, 'one')
    await projectEffect(api, { ...ref, key: 'message:mirror/1', state: 'parked', plannedAt: new Date() })
    await api.worker.db
      .insertInto('tenant_rests')
      .values({ tenant_id: 'sklep-a', state: 'paused', reason: 'x', since: new Date() })
      .execute()
    await projectConversation(api, ref)
    await until('all three', () =>
      /event: status\n/.test(stream.text()) && /event: effects\n/.test(stream.text()) ? true : undefined,
    )
    t.match(stream.text(), 'event: effects\ndata: {"waiting":0,"uncertain":0,"parked":1}')
    const id = /id: (.+)\nevent: status/.exec(stream.text())?.[1] ?? ''
    await api.worker.db.updateTable('effects').set({ state: 'planned' }).execute()
    const back = await openEventStream(t, url, { 'last-event-id': id })
    await until('the writes', () => (back.text().includes('"waiting":1') ? true : undefined))
    t.notMatch(back.text(), 'event: status', 'only what was missed')
  })

  await t.test('a restore and views that are filled anew are told of, and that they are over', async (t) => {
    const stream = await openEventStream(t, url)
    await until('the greeting', () => (stream.text().includes(': connected') ? true : undefined))
    const told = (): number => stream.text().split('event: status\n').length - 1
    const times = (count: number) => until(`told ${count} times`, () => (told() >= count ? true : undefined))
    // What wakes the readers is any change of the tenant; the mark says of what.
    const wake = () => projectConversation(api, refOf('sklep-a', mine.integrationId, 'one'))
    const { db } = api.worker
    const restore = { restored_at: new Date(), since: new Date(0), restored_by: 'x' }
    await db.insertInto('restores').values(restore).execute()
    await wake()
    await times(1)
    await db.updateTable('restores').set({ confirmed_at: new Date(), confirmed_by: 'x' }).execute()
    await wake()
    await times(2)
    // What nobody has begun to fill counts as being filled.
    await projectedAll(api)
    await wake()
    await times(3)
    await db.updateTable('checkpoints').set({ rebuild_until: '~' }).execute()
    await wake()
    await times(4)
    t.equal(told(), 4)
  })

  await t.test('the streams end when the service stops', async () => {
    const streams = await Promise.all([openEventStream(t, url), openEventStream(t, url)])
    await api.app.close()
    await Promise.all(streams.map(({ ended }) => ended))
  })
})

await t.test(
  'A restore alone wakes a stream on which nothing else happens',
  { skip: noDatabase ?? false },
  async (t) => {
    // No look, no write, no append, and no heartbeat in the time of this test.
    const quiet = { streams: { heartbeatMs: 3_600_000 } }
    const api = await startApi(t, undefined, undefined, undefined, undefined, quiet)
    const { tenant } = await connect(api, 'sklep-a')
    const stream = await openEventStream(t, `${api.url}${tenant}/changes`)
    await until('the greeting', () => (stream.text().includes(': connected') ? true : undefined))
    const before = stream.text().split('event: status\n').length
    const told = (times: number) =>
      until(`told ${times} times`, () =>
        stream.text().split('event: status\n').length - before >= times ? true : undefined,
      )
    await beginRestore(api.worker, new Date(Date.now() - 3_600_000), 'kto-inny')
    await told(1)
    await confirmRestore(api.worker, 'kto-inny')
    await told(2)
  },
)
