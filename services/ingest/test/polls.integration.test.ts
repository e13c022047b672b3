import { createLeases, connectWorker, hintThulium, hintSpacingMs, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createPolls } from '../src/polls.ts'

const tenantId = 'sklep'
const integrationId = 'x'

await t.test('Looks and hints', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const { db } = store
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  await db
    .insertInto('tenants')
    .values({ tenant_id: tenantId, connection: JSON.stringify({}), revision: 0 })
    .execute()
  await db
    .insertInto('integrations')
    .values({
      tenant_id: tenantId,
      integration_id: integrationId,
      settings: null,
      status: 'running',
      started_at: null,
      state: JSON.stringify({}),
      changed_at: new Date(),
      revision: 0,
    })
    .execute()
  const leases = createLeases({ store, service: 'ingest', owner: 'test', ttlMs: 60_000 })
  await leases.share()
  const lease = leases.get(tenantId)
  if (!lease) throw new Error('The lease was not given')
  const polls = createPolls(store)
  await polls.ensure([tenantId])

  const at = (seconds: number): Date => new Date(Date.UTC(2100, 0, 1, 12, 0, seconds))
  const due = async (seconds: number) =>
    (await polls.due([tenantId], at(seconds), 10)).find(({ side }) => side === 'thulium')?.polls[0]
  const nextAt = async (): Promise<Date> =>
    (await db.selectFrom('polls').select('next_at').where('side', '=', 'thulium').executeTakeFirstOrThrow()).next_at

  await t.test('a hint brings the next look forward, and only that one', async (t) => {
    const first = await due(0)
    t.ok(first && (await polls.succeeded(lease, first, undefined, at(0), at(3_600), 45_000)))
    t.equal(await due(100), undefined)
    await hintThulium(db, tenantId, at(100))
    const hinted = await due(100)
    t.ok(hinted && (await polls.succeeded(lease, hinted, undefined, at(101), at(3_700), 45_000)))
    t.same(await nextAt(), at(3_700))
  })

  await t.test('one that comes during a look asks for another one', async (t) => {
    await hintThulium(db, tenantId, at(200))
    const look = await due(200)
    await hintThulium(db, tenantId, at(201))
    t.ok(look && (await polls.succeeded(lease, look, undefined, at(202), at(3_800), 45_000)))
    t.same(await nextAt(), new Date(at(202).getTime() + hintSpacingMs))
    const again = await due(210)
    t.ok(again && (await polls.succeeded(lease, again, undefined, at(210), at(3_810), 45_000)))
    t.same(await nextAt(), at(3_810), 'and then no more')
  })

  await t.test('during a look that fails it changes nothing', async (t) => {
    await hintThulium(db, tenantId, at(300))
    const look = await due(300)
    await hintThulium(db, tenantId, at(301))
    t.ok(look && (await polls.failed(lease, look, { class: 'unreachable', message: 'away' }, at(900))))
    t.same(await nextAt(), at(900))
    await hintThulium(db, tenantId, at(302))
    t.same(await nextAt(), at(900))
  })

  await t.test('nothing is due for a tenant that is paused, and afterwards what was due before', async (t) => {
    const rest = (state: 'paused' | 'working') =>
      db
        .insertInto('tenant_rests')
        .values({ tenant_id: tenantId, state, reason: null, since: new Date() })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ state }))
        .execute()
    const before = await polls.due([tenantId], at(99_999), 10)
    t.ok(before.length > 0)
    await rest('paused')
    t.same(await polls.due([tenantId], at(99_999), 10), [])
    await rest('working')
    t.same(await polls.due([tenantId], at(99_999), 10), before)
  })
})
