import { copyLog as copyEvents, openStoreCopy } from '@connector/event-log'
import { createProjection } from '@connector/projector'
import { migrate, migrations, resetReadModels, slowestPart } from '@connector/store'
import { until } from '@connector/test-kit'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { accountConfig } from './support/account.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  comments,
  effectsIn,
  mails,
  mailSeen,
  nothingUnderWay,
  replies,
  type Scene,
} from './support/seen.ts'
import { createOutside, createWorld, type World } from './support/world.ts'

t.setTimeout(240_000)

t.test('everything comes back from the log alone', async (t) => {
  const outside = await createOutside()
  t.teardown(() => outside.close())
  const world = await createWorld(outside)
  t.teardown(() => world.dispose())
  const stop = await world.startServices()
  const scene = await livelyConversation(world)
  await stop()
  await projectAll(world)
  const before = await readModels(world)
  const writesBefore = writes(world)
  t.same([...new Set(before.effects.map(({ state }) => state))].sort(), ['confirmed', 'parked'])

  await t.test('read models that were emptied are filled with the same again', async (t) => {
    await resetReadModels(world.store)
    await projectAll(world)
    t.same(await readModels(world), before)
  })

  await t.test('and nothing is written to the outside again', async (t) => {
    await resetReadModels(world.store)
    await goesOn(t, world, scene, 'Po odbudowie', writesBefore)
  })

  await t.test('an effect whose outcome is not in the log is looked up, not done again', async (t) => {
    const { shop, threadId } = scene
    // The look-up is due after 100 s, and the services are gone by then, however long they take to end.
    const restarted = await world.startServices({ WAIT_SCALE: '20' })
    const fault = world.thulium.faults.add({
      operation: 'POST tickets/:id/customer_response',
      subject: shop.tenantId,
      times: null,
      fault: { kind: 'cut-after' },
    })
    world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Bez odpowiedzi' })
    await mailSeen(world, shop, threadId, 'Bez odpowiedzi')
    await restarted()
    t.match(await effectsIn(world, shop, ['unknown', 'claimed']), [{ effect_key: /^message:mirror/ }])
    world.thulium.faults.remove(fault.id)
    const writesSoFar = writes(world)
    await resetReadModels(world.store)
    await goesOn(t, world, scene, 'Po sprawdzeniu', writesSoFar)
    t.equal(mails(world, shop, threadId).filter((text) => text === 'Bez odpowiedzi').length, 1)
  })

  await t.test('the log copied into an empty database gives the same, once the secrets are put in', async (t) => {
    const expected = await readModels(world)
    const copy = await createWorld(outside, undefined, world.environment['CONNECTOR_MASTER_KEY'])
    t.teardown(() => copy.dispose())
    await copyLog(world, copy)
    await projectAll(copy)
    t.same(await readModels(copy), expected)
    const { tenantId, integrationId, apiKey } = scene.shop
    await copy.vault.replace(copy.store.db, tenantId, 'thulium', accountConfig(tenantId).password)
    await copy.vault.replace(copy.store.db, tenantId, `empikplace:${integrationId}`, apiKey)
    await goesOn(t, copy, scene, 'Z kopii', writes(copy))
  })

  await t.test('a migration may ask for that', async (t) => {
    const expected = await readModels(world)
    const sql = 'create index conversations_by_subject on conversations (subject)'
    const known = [...migrations, { name: '9001-subjects', sql, rebuildsReadModels: true }]
    t.same(await migrate(world.databaseUrl, { known }), ['9001-subjects'])
    t.same(await world.store.db.selectFrom('conversations').selectAll().execute(), [])
    await projectAll(world)
    t.same(await readModels(world), expected)
    const tried = await world.store.db.selectFrom('effects').select('state').where('state', '=', 'planned').execute()
    t.same(tried, [], 'what may have been done is looked up first')
  })
})

/** Messages of all three, replies sent, refused and parked, a comment for each that was not sent, a second conversation. */
async function livelyConversation(world: World): Promise<Scene> {
  const { empik } = world
  const scene = await begin(world)
  const { shop, threadId } = scene
  const { shopId, apiKey } = shop
  const order = empik.addOrder({ shopId })
  const other = empik.buyerWrites({ shopId, orderId: order.id, text: 'O zamówienie' })
  empik.sellerWrites({ shopId, threadId, text: 'Z panelu' })
  empik.operatorWrites({ shopId, threadId, text: 'Od operatora', to: 'BOTH' })
  empik.buyerWrites({ shopId, threadId, text: 'Drugie pytanie' })
  await mailSeen(world, shop, threadId, 'Drugie pytanie')
  await mailSeen(world, shop, other.threadId, 'O zamówienie')
  agentAnswers(world, shop, threadId, 'Odpowiedź')
  await answerSeen(world, threadId, 'Odpowiedź')
  agentAnswers(world, shop, threadId, 'ok')
  empik.faults.add({ operation: 'M12', subject: apiKey, fault: { kind: 'status', status: 400 } })
  agentAnswers(world, shop, threadId, 'Odrzucona')
  await until('both comments', () => notSent(world, scene).length === 2 || undefined)
  await nothingUnderWay(world, shop)
  return scene
}

const notSent = (world: World, { shop, threadId }: Scene): string[] =>
  comments(world, shop, threadId).filter((text) => /nie została wysłana|nie dotarła/.test(text))

const writing = /^(?:POST|PUT|DELETE) |^(?:M12|M14|OR43)$/

/** Writes to both outside APIs since the beginning. */
const writes = ({ empik, thulium }: World): number =>
  [...empik.counters.report(), ...thulium.counters.report()]
    .filter(({ operation }) => writing.test(operation))
    .reduce((sum, { total }) => sum + total, 0)

/** With the services running again, a new message goes through, and it is all that was written. */
async function goesOn(t: Test, world: World, { shop, threadId }: Scene, text: string, writesBefore: number) {
  const said = { answers: answers(world, threadId), replies: replies(world, shop, threadId) }
  const stop = await world.startServices()
  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text })
  await mailSeen(world, shop, threadId, text)
  await nothingUnderWay(world, shop)
  await stop()
  t.equal(writes(world), writesBefore + 1, 'one write, the new message')
  t.same({ answers: answers(world, threadId), replies: replies(world, shop, threadId) }, said)
}

/** Projects until the end of the log. */
const projectAll = ({ log, store }: World): Promise<unknown> => {
  const projection = createProjection(log, store)
  return until('the end of the log', async () => {
    const { events } = await projection.next()
    const { rows } = await store.pool.query<{ position: string | null }>(`select ${slowestPart} as position`)
    return (events === 0 && rows[0]?.position === (await log.head())) || undefined
  })
}

/** All rows that come from the log. How often an effect was tried, and when, is not in it. */
async function readModels({ store: { db } }: World) {
  return {
    tenants: await db.selectFrom('tenants').selectAll().execute(),
    integrations: await db.selectFrom('integrations').selectAll().execute(),
    conversations: await db.selectFrom('conversations').selectAll().orderBy('thread_id').execute(),
    hours: await db.selectFrom('hourly_counts').selectAll().orderBy('integration_id').orderBy('hour').execute(),
    customers: await db.selectFrom('customers').selectAll().orderBy('customer_id').execute(),
    effects: await db
      .selectFrom('effects')
      .select([
        'tenant_id',
        'effect_key',
        'integration_id',
        'thread_id',
        'lane',
        'kind',
        'subject',
        'seq',
        'holds_lane',
      ])
      .select(['state', 'planned_at'])
      .orderBy('effect_key')
      .execute(),
    parked: await db
      .selectFrom('effects')
      .select(['effect_key', 'failure_class', 'failure_message', 'parked_at', 'parked_code'])
      .where('state', '=', 'parked')
      .orderBy('effect_key')
      .execute(),
  }
}

/** Row by row, as a backup would; only the log and the keys that its texts are sealed with, nothing else. */
async function copyLog(from: World, to: World): Promise<void> {
  const { EVENTSTORE_URL: url, EVENTSTORE_PREFIX: ofSource = '' } = from.environment
  const { EVENTSTORE_PREFIX: ofTarget = '' } = to.environment
  if (url !== undefined) {
    const source = await openStoreCopy({ url, prefix: ofSource })
    const target = await openStoreCopy({ url, prefix: ofTarget })
    await copyEvents(source, target.copy, () => undefined)
    await Promise.all([source.close(), target.close()])
  }
  for (const name of ['events', 'data_keys', 'conversation_keys']) {
    const table = sql.table(name)
    const { rows } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${table} t`.execute(from.store.db)
    await sql`
      insert into ${table} overriding system value
      select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows.map(({ row }) => row))}::jsonb)
      on conflict do nothing
    `.execute(to.store.db)
  }
}
