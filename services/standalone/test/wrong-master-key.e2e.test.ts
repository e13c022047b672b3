import { connectWorker, createMasterKey } from '@connector/store'
import { noDatabase } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { startChild } from './support/child.ts'
import { createWorld, type World } from './support/world.ts'

t.setTimeout(300_000)

/** All that a service could have begun: what is recorded, what is sealed, and who has been given work. */
async function madeSoFar({ databaseUrl }: World): Promise<unknown> {
  const store = connectWorker({ url: databaseUrl, max: 1 })
  const { rows } = await sql`
    select
      (select count(*) from events) as events,
      (select json_agg(row_to_json(c) order by c.tenant_id, c.purpose) from credentials c) as credentials,
      (select json_agg(row_to_json(k) order by k.tenant_id) from data_keys k) as data_keys,
      (select count(*) from leases) as leases`.execute(store.db)
  await store.close()
  return rows
}

t.test('a service with another master key', { skip: noDatabase ?? false }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.addShop()
  const before = await madeSoFar(world)
  t.match(before, [{ events: /^[1-9]/ }], 'there is something to spoil')

  for (const service of ['api', 'ingest', 'projector'])
    await t.test(`${service} refuses to start, says why, and leaves nothing half-made`, async (t) => {
      let said = ''
      const child = startChild(
        `services/${service}/src/main.ts`,
        {
          ...world.environment,
          ...{ CONNECTOR_MASTER_KEY: createMasterKey(), API_PORT: '0', API_AUTHENTICATION: 'off', HEALTH_PORT: '0' },
        },
        (text) => (said += text),
      )
      t.teardown(() => child.kill('SIGKILL'))
      t.equal(await child.ended, 1)
      t.match(said, /CONNECTOR_MASTER_KEY is not the key that the secrets in this database are sealed with/)
      t.match(said, /CONNECTOR_OLD_MASTER_KEY/, 'it says what to do')
      t.notMatch(said, /at .+\.(?:ts|mjs):\d+/, 'in words, without a stack')
      t.strictSame(await madeSoFar(world), before)
    })
})
