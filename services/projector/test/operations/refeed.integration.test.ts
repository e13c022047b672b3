import { openNats } from '@connector/nats'
import { createLog, createTally } from '@connector/service-kit'
import { until } from '@connector/test-kit'
import { noNatsServer, startNatsServer } from '@connector/test-kit/nats'
import t from 'tap'
import { message, startScene } from './support/scene.ts'

const ref = { tenantId: 'sklep-a', integrationId: 'i', threadId: 't1' }
const earlier = { scope: { since: '2026-01-01T00:00:00Z' } }

await t.test('refeed without a feed is impossible, and says what is missing', async (t) => {
  const { run } = await startScene(t)
  t.match((await run('refeed', earlier)).operation, { status: 'failed', failure: /NATS_FEED=on/ })
})

await t.test('refeed', { skip: noNatsServer ?? false }, async (t) => {
  const server = await startNatsServer()
  const nats = openNats({ servers: [server.url], name: 'test', login: {} })
  await nats.ready
  t.teardown(async () => {
    await nats.close()
    await server.remove()
  })
  const { append, run, ask, ended, start } = await startScene(t, {
    sealed: true,
    feed: {
      ...{ nats, prefix: 'connector', logger: createLog('test', 'silent'), tally: createTally() },
      settings: { NATS_FEED: 'on', NATS_FEED_DAYS: 1 },
    },
  })
  await append(ref, message('m1'), message('m2'))
  await append({ ...ref, tenantId: 'sklep-b' }, message('m1'))

  async function held(): Promise<string[]> {
    const manager = await nats.current()?.jetstreamManager()
    const info = await manager?.streams.info('connector-feed', { subjects_filter: '>' })
    return Object.entries(info?.state.subjects ?? {})
      .map(([subject, count]) => `${subject} ${count}`)
      .sort()
  }

  await t.test('publishes what one tenant has, as often as it is asked for, and no text of a buyer', async (t) => {
    t.match((await run('refeed', { ...earlier, tenantId: 'sklep-a', dryRun: true })).operation.result, {
      wouldBePublished: 2,
    })
    for (const times of [1, 2]) {
      const { operation } = await run('refeed', { ...earlier, tenantId: 'sklep-a' })
      t.match(operation, { status: 'finished', result: { published: 2 } })
      t.strictSame(await held(), [`connector.sklep-a.i.MessageReceived ${2 * times}`])
    }
    const manager = await nats.current()?.jetstreamManager()
    t.notMatch((await manager?.streams.getMessage('connector-feed', { seq: 1 }))?.string(), /Testowy|Dzień/)
  })

  await t.test('what was recorded before is left out', async (t) => {
    const since = new Date().toISOString()
    t.match((await run('refeed', { scope: { since } })).operation.result, { published: 0 })
  })

  await t.test('while NATS is away it waits, and goes on by itself', async (t) => {
    await server.kill()
    await until('the loss to be noticed', () => (nats.state().connected ? undefined : true))
    const of = await ask('refeed', { ...earlier, tenantId: 'sklep-b' })
    const loop = start()
    await server.start({ wiped: true })
    t.match(await ended(of), { status: 'finished', result: { published: 1 } })
    t.strictSame(await held(), ['connector.sklep-b.i.MessageReceived 1'])
    await loop.stop()
  })
})
