import { until } from '@connector/test-kit'
import { noNatsServer, startNatsServer } from '@connector/test-kit/nats'
import t from 'tap'
import { z } from 'zod'
import { natsSettings, openNats, type NatsState } from '../src/index.ts'

const settings = z.object(natsSettings)

await t.test('addresses with a password in them, of other programs, or none at all are refused', (t) => {
  for (const NATS_URL of ['nats://user:secret@nats:4222', 'http://nats:4222', 'nats:4222', ' , '])
    t.notOk(settings.safeParse({ NATS_URL }).success, NATS_URL)
  t.strictSame(settings.parse({ NATS_URL: 'nats://a:4222, tls://b:4222' }).NATS_URL, ['nats://a:4222', 'tls://b:4222'])
  t.equal(settings.parse({}).NATS_URL, undefined)
  t.end()
})

await t.test('a connection that is kept', { skip: noNatsServer ?? false }, async (t) => {
  const token = 'a token'
  const [first, second] = await Promise.all([
    startNatsServer(`authorization { token: "${token}" }`),
    startNatsServer(`authorization { token: "${token}" }`),
  ])
  const states: NatsState[] = []
  const link = openNats({
    ...{ servers: [first.url, second.url], name: 'test', login: { NATS_TOKEN: token } },
    onChange: (state) => states.push(state),
  })
  t.teardown(async () => {
    await link.close()
    await Promise.all([first.remove(), second.remove()])
  })
  let used = 0
  link.onConnected(() => (used += 1))

  await t.test('goes to the next server when the first one dies, and says so to whoever uses it', async (t) => {
    await link.ready
    t.equal(link.current()?.getServer(), new URL(first.url).host)
    await first.kill()
    await until('the other server', () => link.current()?.getServer() === new URL(second.url).host || undefined)
    t.equal(used, 2)
    t.strictSame(states, [{ connected: true }, { connected: false, reason: 'unreachable' }, { connected: true }])
  })

  await t.test('whoever comes later gets the one that there is, and no other after he has gone', async (t) => {
    let late = 0
    const end = link.onConnected(() => (late += 1))
    t.equal(late, 1)
    end()
    await second.kill()
    await until('the loss', () => !link.state().connected || undefined)
    await first.start()
    await until('the first server', () => link.current()?.getServer() === new URL(first.url).host || undefined)
    t.equal(late, 1)
    t.equal(used, 3)
  })

  await t.test('closed, it connects no more', async (t) => {
    await link.close()
    t.equal(link.current(), undefined)
  })
})
