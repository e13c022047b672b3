import { untried } from '@connector/domain/effects'
import { createLog } from '@connector/service-kit'
import { connectWorker, createLeases, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase, openWire, until } from '@connector/test-kit'
import t, { type Test } from 'tap'
import type { ClaimedEffect } from '../src/claimed-effect.ts'
import { createLedger } from '../src/ledger.ts'
import { startWorker } from '../src/worker.ts'

const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
const direct = connectWorker({ url: database.url })
t.teardown(async () => {
  await direct.close()
  await database.drop()
})

/** A way to the database that cuts the connection when the answer to a certain statement comes back: it was committed then. */
async function proxy(t: Test, statement: string): Promise<{ url: string; cut: () => number }> {
  let cuts = 0
  const wire = await openWire(database.url, () => {
    let seen = false
    return {
      toServer(bytes) {
        seen ||= cuts === 0 && bytes.includes(statement)
        return bytes
      },
      toClient(bytes) {
        if (!seen) return bytes
        seen = false
        cuts += 1
        return 'cut'
      },
    }
  })
  t.teardown(() => wire.close())
  return { url: wire.url, cut: () => cuts }
}

async function planned(tenantId: string): Promise<void> {
  const ref = { tenant_id: tenantId, integration_id: 'i' }
  await direct.db.insertInto('tenants').values({ tenant_id: tenantId, connection: '{}', revision: 0 }).execute()
  await direct.db
    .insertInto('integrations')
    .values({ ...ref, settings: '{}', status: 'running', state: '{}', changed_at: new Date(), revision: 0 })
    .execute()
  await direct.db
    .insertInto('effects')
    .values({
      ...ref,
      effect_key: 'a',
      thread_id: 't',
      lane: 'thulium',
      kind: 'message:mirror',
      subject: 'a',
      seq: 0,
      holds_lane: false,
      state: 'planned',
      not_before: new Date(0),
      planned_at: new Date(0),
    })
    .execute()
}

const stateOf = async (tenantId: string): Promise<string | undefined> =>
  (await direct.db.selectFrom('effects').select('state').where('tenant_id', '=', tenantId).executeTakeFirst())?.state

const confirmed = {
  state: 'confirmed' as const,
  notBefore: new Date(),
  progress: untried,
}

t.test('a claim whose answer was lost is looked up by the living owner', async (t) => {
  await planned('claim')
  const way = await proxy(t, "set state = 'claimed'")
  const store = connectWorker({ url: way.url, max: 2 })
  t.teardown(() => store.close())
  const leases = createLeases({ store, service: 'projector', owner: 'one', ttlMs: 60_000 })
  await leases.share()
  const ledger = createLedger(store)
  const executed: ClaimedEffect[] = []
  const worker = startWorker({
    leases,
    ledger,
    async execute(effect) {
      executed.push(effect)
      const { next } = await ledger.settle({ effect, transition: confirmed })
      return next
    },
    log: createLog('test', 'silent'),
    now: () => new Date(),
    concurrency: 4,
    perTenant: 4,
    lookUpAfterMs: 0,
  })
  t.teardown(() => worker.stop())
  await until('the effect to be settled', async () => (await stateOf('claim')) === 'confirmed' || undefined)
  t.equal(way.cut(), 1, 'the answer was lost once')
  t.match(executed, [{ effectKey: 'a', lookUp: true }], 'it was looked up, not tried')
})

t.test(
  'what the database forgot to settle is looked up; what is under way or somebody else’s is left alone',
  async (t) => {
    for (const tenantId of ['forgot', 'running', 'other']) await planned(tenantId)
    const ledger = createLedger(direct)
    await direct.db.deleteFrom('workers').execute()
    await direct.db.updateTable('leases').set({ owner: null, expires_at: null }).execute()
    const leases = createLeases({ store: direct, service: 'projector', owner: 'two', ttlMs: 60_000 })
    await leases.share()
    const held = leases.held()
    const { effects: claimed } = await ledger.claim(
      { owner: 'two', after: '', tenants: 10, perTenant: 4, busy: new Map() },
      10,
      new Date(),
    )
    t.equal(claimed.length, 3)
    await direct.db.updateTable('effects').set({ fence: 99 }).where('tenant_id', '=', 'other').execute()
    t.equal(await ledger.reconcile(held, ['running/a'], 0), 1)
    t.equal(await stateOf('forgot'), 'unknown')
    t.equal(await stateOf('running'), 'claimed')
    t.equal(await stateOf('other'), 'claimed')
    t.equal(await ledger.reconcile([], [], 0), 0)
  },
)

t.test('a process that joins cuts off nothing that is under way, and makes nothing unknown', async (t) => {
  await direct.db.deleteFrom('tenants').execute()
  await direct.db.deleteFrom('leases').execute()
  await direct.db.deleteFrom('workers').execute()
  for (const tenantId of ['joined-a', 'joined-b']) await planned(tenantId)
  const ledger = createLedger(direct)
  const executed: ClaimedEffect[] = []
  let cutOff = 0
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const first = createLeases({
    ...{ store: direct, service: 'projector', owner: 'first', ttlMs: 60_000 },
    isBusy: (tenantId) => worker.isBusy(tenantId),
  })
  const worker = startWorker({
    leases: first,
    ledger,
    async execute(effect, lease) {
      executed.push(effect)
      lease.signal.addEventListener('abort', () => (cutOff += 1))
      await answered
      return (await ledger.settle({ effect, transition: confirmed })).next
    },
    log: createLog('test', 'silent'),
    now: () => new Date(),
    concurrency: 4,
    perTenant: 4,
    lookUpAfterMs: 0,
  })
  t.teardown(() => worker.stop())
  await first.share()
  worker.wake()
  await until('both to be under way', () => executed.length === 2 || undefined)

  const takenOver: number[] = []
  const second = createLeases({
    ...{ store: direct, service: 'projector', owner: 'second', ttlMs: 60_000 },
    onAcquired: async (taken) => void takenOver.push((await ledger.takeOver(taken, 0)).size),
  })
  await second.share()
  for (let round = 0; round < 3; round++) {
    await first.share()
    await second.share()
  }
  t.same([second.held().length, cutOff], [0, 0], 'it waits for its tenant')

  answer()
  await until('both to be settled', () => (worker.inFlight() === 0 ? true : undefined))
  await first.share()
  await second.share()
  t.equal(second.held().length, 1)
  t.same(takenOver, [0], 'nothing was left to be looked up')
  t.same([await stateOf('joined-a'), await stateOf('joined-b')], ['confirmed', 'confirmed'])
})
