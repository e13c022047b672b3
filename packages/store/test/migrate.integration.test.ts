import { createTestDatabase, noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { migrate } from '../src/index.ts'

t.test('migrations', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  t.teardown(() => database.drop())

  await t.test('many processes that start at once migrate an empty database together', async (t) => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)))
    t.equal(applied.filter((names) => names.length > 0).length, 1, 'all of them are applied by one')
  })

  await t.test('a second start changes nothing', async (t) => {
    t.strictSame(await migrate(database.url), [])
  })

  await t.test('a start beside processes at work waits for none of them and holds up none', async (t) => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('begin')
    await client.query('select from conversations for share')
    await client.query('lock table events in row exclusive mode')
    t.strictSame(await migrate(`${database.url}?options=-c%20lock_timeout%3D1`), [])
    await client.end()
  })
})
