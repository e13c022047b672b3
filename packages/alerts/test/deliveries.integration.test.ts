import { noDatabase, until } from '@connector/test-kit'
import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { z } from 'zod'
import { startAlerts } from '../src/index.ts'
import { rotated, ringOf, newSecret, sealedForm, signedHeaders } from '../src/signing.ts'
import { openScene, startReceiver, type Received } from './support.ts'

const message = z.object({
  type: z.string(),
  data: z.object({ kind: z.string().nullable(), count: z.number(), link: z.string(), alertId: z.string() }),
})
const bodyOf = ({ body }: Received): z.infer<typeof message> => message.parse(JSON.parse(body))
const idOf = ({ headers }: Received | { headers: Received['headers'] }): string => String(headers['webhook-id'])

/** As a receiver does it; the clock of the library is the real one, so the time of the message is not looked at there. */
function assertSigned(
  t: { ok(value: unknown, name: string): unknown },
  { headers, body }: Received,
  secret: string,
): void {
  const signed = { id: String(headers['webhook-id']), at: Number(headers['webhook-timestamp']) }
  const expected = new Webhook(secret).sign(signed.id, new Date(signed.at * 1_000), body)
  t.ok(String(headers['webhook-signature']).split(' ').includes(expected), 'signed by the specification')
}

await t.test('What people are told', { skip: noDatabase ?? false }, async (t) => {
  await t.test('one alert when it begins, none while it lasts, one when it is over; all signed', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    const { secret } = await scene.target(receiver.url)
    for (const parked of [0, 3, 3, 3, 0, 0, 0]) {
      scene.pass(1)
      await scene.facts({ parked })
      await scene.look()
      await scene.deliver()
    }
    t.strictSame(
      receiver.received.map((one) => [bodyOf(one).type, bodyOf(one).data.kind]),
      [
        ['alert.opened', 'write-parked'],
        ['alert.over', 'write-parked'],
      ],
    )
    for (const one of receiver.received) assertSigned(t, one, secret)
    const [first] = receiver.received
    t.match(first && bodyOf(first).data, { count: 3, link: 'https://connector.example/problemy' })
    t.not(idOf(receiver.received[0] ?? { headers: {} }), idOf(receiver.received[1] ?? { headers: {} }))
  })

  await t.test('a thousand parked writes are one alert, and ten rounds of them are cut off and said', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    await scene.target(receiver.url)
    for (let round = 0; round < 10; round += 1)
      for (const parked of [200, 0, 0, 0]) {
        scene.pass(1)
        await scene.facts({ parked })
        await scene.look()
      }
    await scene.deliver()
    t.equal(receiver.received.length, 4, 'of one trouble in one shop four an hour')
    scene.pass(61)
    await scene.facts()
    await scene.look()
    await scene.deliver()
    const last = receiver.received.at(-1)
    t.match(last && bodyOf(last), { type: 'alert.left_out', data: { count: 16 } })
  })

  await t.test('what is not taken is tried again on the printed schedule, with the same id and body', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    receiver.answer = { status: 500 }
    await scene.target(receiver.url)
    await scene.facts({ parked: 1 })
    await scene.look()
    t.strictSame(await scene.deliver(), ['retried'])
    const waits: number[] = []
    for (let tries = 1; tries < 10; tries += 1) {
      const [row] = await scene.deliveries()
      const wait = ((row?.next_at.getTime() ?? 0) - scene.now().getTime()) / 60_000
      waits.push(wait)
      scene.pass(wait - 0.01)
      t.strictSame(await scene.deliver(), [], 'not before it is due')
      scene.pass(0.01)
      await scene.deliver()
    }
    t.strictSame(
      waits.map((wait) => Math.round(wait * 60)),
      [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
    )
    t.equal(receiver.received.length, 10)
    t.equal(new Set(receiver.received.map(idOf)).size, 1)
    t.equal(new Set(receiver.received.map(({ body }) => body)).size, 1)
    t.match(await scene.deliveries(), [{ state: 'failed', attempts: 10, last_status: 500 }])
  })

  await t.test('after five days of failures a target is disabled, and the others are told', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    const dead = await startReceiver(t)
    dead.answer = { status: 503 }
    const { targetId } = await scene.target(dead.url)
    await scene.target(receiver.url)
    const operator = await startReceiver(t)
    await scene.target(operator.url, { tenant_id: '*' })
    for (let day = 0; day < 6; day += 1) {
      for (const parked of [1, 0, 0, 0]) {
        scene.pass(1)
        await scene.facts({ parked })
        await scene.look()
        await scene.deliver()
      }
      scene.pass(24 * 60 - 4)
      await scene.deliver()
    }
    const rows = await scene.store.db.selectFrom('alert_targets').selectAll().execute()
    t.match(
      rows.find((row) => row.target_id === targetId),
      { disabled_because: 'failures' },
    )
    const said = receiver.received.map(bodyOf).filter(({ data }) => data.kind === 'target-disabled')
    t.match(said, [{ type: 'alert.opened' }])
    t.equal(operator.received.filter((one) => bodyOf(one).data.kind === 'target-disabled').length, 1)
    const before = dead.received.length
    scene.pass(600)
    await scene.facts({ parked: 2 })
    await scene.look()
    await scene.deliver()
    t.equal(dead.received.length, before, 'a disabled target is left alone')
  })

  await t.test('410 disables at once', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    receiver.answer = { status: 410 }
    await scene.target(receiver.url)
    await scene.facts({ parked: 1 })
    await scene.look()
    await scene.deliver()
    const rows = await scene.store.db.selectFrom('alert_targets').selectAll().execute()
    t.match(rows, [{ disabled_because: 'gone' }])
  })

  await t.test('killed between sending and writing down: it comes again, with the same id', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    await scene.target(receiver.url)
    await scene.facts({ parked: 1 })
    await scene.look()
    const [claimed] = await scene.outboxOf('dies').claim(8)
    if (!claimed) throw new Error('Nothing was claimed.')
    await scene.send(claimed)
    t.strictSame(await scene.deliver(), [], 'while the dead one may still be at it, nobody else is')
    scene.pass(1.1)
    t.strictSame(await scene.deliver(), ['delivered'])
    t.equal(receiver.received.length, 2)
    t.equal(new Set(receiver.received.map(idOf)).size, 1)
    t.equal(await scene.outboxOf('dies').record(claimed, { status: 204, failure: undefined }), 'lost')
  })

  await t.test('two that look at the same facts tell once', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    await scene.target(receiver.url)
    await scene.facts({ parked: 1 })
    await scene.look()
    await scene.look()
    const [one, two] = [scene.outboxOf('one'), scene.outboxOf('two')]
    const claimed = await Promise.all([one.claim(8), two.claim(8)])
    t.equal(claimed.flat().length, 1)
    t.equal((await scene.deliveries()).length, 1)
  })

  await t.test('while a secret is changed both sign, and after a day only the new one', (t) => {
    const before = newSecret()
    const after = newSecret()
    const now = new Date()
    const ring = ringOf(sealedForm(rotated([{ secret: before, until: null }], after, now)))
    const headers = signedHeaders('msg_1', '{"a":1}', ring, now)
    for (const secret of [before, after]) t.ok(new Webhook(secret).verify('{"a":1}', headers))
    const later = signedHeaders('msg_1', '{"a":1}', ring, new Date(now.getTime() + 25 * 3_600_000))
    t.equal(later['webhook-signature']?.split(' ').length, 1)
    t.throws(() => new Webhook(newSecret()).verify('{"a":1}', headers))
    t.throws(() => new Webhook(after).verify('{"a":2}', headers))
    t.end()
  })

  await t.test('no redirect is followed, and nothing private is called', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    receiver.answer = { status: 302, headers: { location: '/elsewhere' } }
    await scene.target(receiver.url)
    await scene.facts({ parked: 1 })
    await scene.look()
    t.strictSame(await scene.deliver(), ['retried'])
    t.equal(receiver.received.length, 1)
    const guarded = await openScene(t, { local: 'off' })
    for (const address of [receiver.url, 'https://127.0.0.1/x', 'https://localhost/x', 'http://example.com/x'])
      await guarded.target(address)
    await guarded.facts({ parked: 1 })
    await guarded.look()
    t.strictSame(await guarded.deliver(), ['retried', 'retried', 'retried', 'retried'])
    for (const row of await guarded.deliveries())
      t.match(row.last_failure, /may not be called|is an address|not a name/)
    t.equal(receiver.received.length, 1)
  })

  await t.test('two services side by side: one watches, both deliver, each alert comes once', async (t) => {
    const scene = await openScene(t)
    const receiver = await startReceiver(t)
    await scene.target(receiver.url)
    await scene.facts({ parked: 1 })
    await scene.store.db.updateTable('alert_watch').set({ looked_at: new Date() }).execute()
    const { store, vault, settings, behindSince, now } = scene
    const services = [1, 2].map(() => startAlerts({ store, vault, settings, behindSince, ...scene.kit, now }))
    await until('the alert', () => (receiver.received.length > 0 ? true : undefined))
    await until('that it is written down', async () =>
      (await scene.deliveries()).every(({ state }) => state === 'delivered') ? true : undefined,
    )
    await Promise.all(services.map((service) => service.stop()))
    t.equal(receiver.received.length, 1)
  })
})
