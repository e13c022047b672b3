import { defaultTiming } from '@connector/domain/effects'
import { createEmpikPlaceClient, type Unreadable } from '@connector/empikplace'
import { createPostgresEventLog } from '@connector/event-log'
import { createAgent, createBudget, thisMachine } from '@connector/outbound-http'
import { createRepository } from '@connector/repository'
import { createEmpikPlaceSandbox } from '@connector/sandbox'
import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { createLateOrders } from '../src/empikplace/late-orders.ts'
import { createOrders } from '../src/empikplace/orders.ts'

const minute = 60_000
const shopId = 37_001
const never = new AbortController().signal

/** A shop, a clock, and the number of OR11 calls so far. */
async function startShop(test: Pick<typeof t, 'teardown'>) {
  const sandbox = await createEmpikPlaceSandbox({})
  test.teardown(() => sandbox.close())
  sandbox.addShop({ id: shopId })
  sandbox.addKey({ key: 'klucz', shopIds: [shopId] })
  const baseUrl = await sandbox.listen(0)
  const budget = createBudget({ requestsPerSecond: 1_000, maxInFlight: 4 })
  const dispatcher = createAgent({ destinations: thisMachine })
  test.teardown(() => dispatcher.destroy())
  const empikplace = createEmpikPlaceClient({ baseUrl, shopId: String(shopId), apiKey: 'klucz', budget, dispatcher })
  let time = Date.now()
  const now = (): Date => new Date(time)
  const told: Unreadable[] = []
  const failures: [string, number][] = []
  const orders = createOrders({
    freshMs: 15 * minute,
    timing: defaultTiming,
    tell: (_, unreadable) => Promise.resolve(void told.push(...unreadable)),
    onFailure: (_, { class: kind }, count) => void failures.push([kind, count]),
    now,
    random: () => 0.5,
  })
  const shop = { ref: { tenantId: 'sklep', integrationId: 'integracja' }, empikplace }
  return {
    sandbox,
    shop,
    orders,
    told,
    failures,
    now,
    passes: (ms: number): void => void (time += ms),
    calls: (): number => sandbox.counters.count({ operation: 'OR11' }),
    fetch: async (...ids: string[]) => [...(await orders.fetch(shop, ids, never)).values()],
    add: (id: string, state = 'SHIPPING') => sandbox.addOrder({ shopId, id, state }),
  }
}

t.test('what is known is shared by all conversations of an order until it is old', async (t) => {
  const { fetch, add, calls, passes } = await startShop(t)
  add('A-1')
  t.match(await fetch('A-1', 'A-1'), [{ orderId: 'A-1', state: 'SHIPPING' }])
  add('A-1', 'SHIPPED')
  passes(15 * minute - 1)
  t.match(await fetch('A-1'), [{ state: 'SHIPPING' }], 'it is remembered')
  t.equal(calls(), 1)
  passes(1)
  t.match(await fetch('A-1'), [{ state: 'SHIPPED' }], 'it is asked for again')
  t.equal(calls(), 2)
})

t.test('an order too large to take is told, and those asked for with it come all the same', async (t) => {
  const { fetch, add, sandbox, told, calls } = await startShop(t)
  for (const id of ['A-1', 'A-2', 'A-4']) add(id)
  sandbox.addOrder({ shopId, id: 'A-3', shippingCompany: 'x'.repeat(17 * 2 ** 20) })
  t.match(await fetch('A-1', 'A-2', 'A-3', 'A-4'), [{ orderId: 'A-1' }, { orderId: 'A-2' }, { orderId: 'A-4' }])
  t.match(told, [{ reason: /larger than the \d+ bytes/, raw: { order_id: 'A-3' } }])
  t.equal(calls(), 5, 'four, two and two, one and one')
  t.match(await fetch('A-3'), [], 'for a while it is not asked for again')
  t.equal(calls(), 5)
})

for (const state of ['CLOSED', 'REFUSED', 'CANCELED', 'RECEIVED'])
  t.test(`an order that is ${state} is asked for once a day at most`, async (t) => {
    const { fetch, add, calls, passes } = await startShop(t)
    add('A-1', state)
    await fetch('A-1')
    passes(24 * 60 * minute - 1)
    t.match(await fetch('A-1'), [{ state }])
    t.equal(calls(), 1)
    passes(1)
    await fetch('A-1')
    t.equal(calls(), 2)
  })

t.test('a hundred orders are one call, one more is two', async (t) => {
  const { fetch, add, calls } = await startShop(t)
  const ids = Array.from({ length: 101 }, (_, index) => `B-${index}`)
  for (const id of ids) add(id)
  t.equal((await fetch(...ids)).length, 101)
  t.equal(calls(), 2)
})

t.test('an order that the shop does not have is asked for again, less and less often', async (t) => {
  const { fetch, add, calls, passes, orders, shop } = await startShop(t)
  t.same(await fetch('A-1'), [])
  for (const [index, minutes] of [15, 60, 240, 960, 1440, 1440].entries()) {
    t.equal(orders.isWorthAsking(shop, 'A-1'), false)
    passes(minutes * minute - 1)
    t.same(await fetch('A-1'), [])
    t.equal(calls(), index + 1)
    passes(1)
    t.equal(orders.isWorthAsking(shop, 'A-1'), true)
    t.same(await fetch('A-1'), [])
    t.equal(calls(), index + 2)
  }
  add('A-1')
  passes(1440 * minute)
  t.match(await fetch('A-1'), [{ orderId: 'A-1' }])
})

t.test('a shop whose orders cannot be had rests longer after each failure, and then goes on', async (t) => {
  const { fetch, add, calls, passes, sandbox, orders, shop } = await startShop(t)
  add('A-1')
  sandbox.faults.add({ operation: 'OR11', times: 2, fault: { kind: 'status', status: 503 } })
  t.same(await fetch('A-1'), [])
  t.same(await fetch('A-1', 'A-2'), [], 'nothing is asked for while it rests')
  t.equal(orders.isWorthAsking(shop, 'A-1'), false)
  t.equal(calls(), 1)
  passes(5_000)
  t.same(await fetch('A-1'), [])
  t.equal(calls(), 2)
  passes(5_000)
  t.same(await fetch('A-1'), [], 'the second rest is longer')
  t.equal(calls(), 2)
  passes(25_000)
  t.match(await fetch('A-1'), [{ orderId: 'A-1' }])
  t.equal(calls(), 3)
})

t.test('one order that EmpikPlace refuses costs no other one, and a shop of refusals is told', async (t) => {
  const { sandbox, orders, shop, told, failures, passes, fetch, add, calls } = await startShop(t)
  for (let count = 0; count < 8; count++) add(`A-${count}`)
  // All, the first half, then all of the first quarter but the second one.
  for (const skip of [0, 0, 0, 1])
    sandbox.faults.add({ operation: 'OR11', skip, fault: { kind: 'status', status: 404 } })
  const ids = Array.from({ length: 8 }, (_, count) => `A-${count}`)
  t.same(
    (await fetch(...ids)).map(({ orderId }) => orderId).sort(),
    ids.filter((id) => id !== 'A-1'),
  )
  t.match(told, [{ reason: /404/, raw: { order_id: 'A-1' } }])

  passes(24 * 60 * minute)
  const before = calls()
  sandbox.faults.add({ operation: 'OR11', times: null, fault: { kind: 'status', status: 404 } })
  t.same(await fetch(...ids), [])
  t.ok(calls() - before <= 12, 'it gives up')
  t.equal(orders.isWorthAsking(shop, 'A-1'), false, 'and rests')
  t.same(failures, [['refused', 8]])
  t.equal(told.length, 1, 'none of them is ill by itself')
})

t.test('orders that could not be had with their conversations come later', async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await store.close()
    await database.drop()
  })
  const repository = createRepository(() => log, 'test')
  const { add, calls, orders, shop, now, passes, sandbox } = await startShop(t)
  const lateOrders = createLateOrders({ repository, store, orders, now })
  const catchUp = () => lateOrders.catchUp(shop, never)
  const { tenantId, integrationId } = shop.ref

  /** A conversation as the projector writes it; the columns that are not asked about do not matter. */
  const project = (
    threadId: string,
    orderId: string | null,
    recorded: boolean,
    changedAt = now(),
    tenant = tenantId,
    others: string[] = [],
  ) =>
    sql`
      insert into conversations (
        tenant_id, integration_id, thread_id, order_id, order_recorded, order_ids, orders_missing, changed_at, planning,
        subject, message_count, replies_pending, replies_sent, revision)
      values (${tenant}, ${integrationId}, ${threadId}, ${orderId}, ${recorded},
        ${[...(orderId === null ? [] : [orderId]), ...others]}::text[],
        ${[...(orderId === null || recorded ? [] : [orderId]), ...others]}::text[], ${changedAt}, '{}', '', 1, 0, 0, 0)
    `.execute(store.db)
  const stateOf = async (threadId: string) =>
    (await repository.conversation({ ...shop.ref, threadId })).state.order?.state

  await project('bez-zamowienia', null, false)
  await project('zapisane', 'A-1', true)
  await project('dawne', 'A-1', false, new Date(now().getTime() - 15 * 24 * 60 * minute))
  await project('cudze', 'A-1', false, now(), 'inny')
  await catchUp()
  t.equal(calls(), 0, 'nothing is asked for while nothing is missing')

  add('A-1')
  for (const threadId of ['pierwsza', 'druga']) await project(threadId, 'A-1', false)
  await project('nieznane', 'A-2', false)
  sandbox.faults.add({ operation: 'OR11', fault: { kind: 'status', status: 503 } })
  await catchUp()
  t.equal(await stateOf('pierwsza'), undefined)
  passes(minute)
  await catchUp()
  t.equal(await stateOf('pierwsza'), 'SHIPPING')
  t.equal(await stateOf('druga'), 'SHIPPING', 'two conversations share the call')
  t.equal(calls(), 2)

  // Of two orders the second was not to be had.
  add('A-3')
  await project('dwa', 'A-1', false, now(), tenantId, ['A-3'])
  await sql`update conversations set orders_missing = '{A-3}' where thread_id = 'dwa'`.execute(store.db)
  await sql`update conversations set order_recorded = true where thread_id in ('pierwsza', 'druga')`.execute(store.db)
  await catchUp()
  const { state } = await repository.conversation({ ...shop.ref, threadId: 'dwa' })
  t.same(
    state.orders.map(({ orderId }) => orderId),
    ['A-3'],
  )
  t.equal(calls(), 3)

  await sql`update conversations set order_recorded = true where order_id = 'A-1'`.execute(store.db)
  await catchUp()
  t.equal(calls(), 3, 'one that the shop does not have is not asked for at every look')

  // Two hundred newer ones whose order does not exist hide none.
  add('A-9')
  await project('dawna', 'A-9', false, new Date(now().getTime() - 60 * minute))
  for (let count = 0; count < 200; count++)
    await project(`brak-${count}`, 'A-2', false, new Date(now().getTime() - count))
  await catchUp()
  await catchUp()
  t.equal(await stateOf('dawna'), 'SHIPPING')
})
