import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import {
  connectTenants,
  connectWorker,
  migrate,
  SessionsNotOurs,
  setLoginPasswords,
  untilSchemaIsReady,
  urlOfLogin,
  type Role,
} from '../src/index.ts'
import { openPooler } from './support/pooler.ts'

const password = 'a password'
const services: readonly Role[] = ['connector_worker', 'connector_api']

t.test('the schema and the logins of services', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  t.teardown(() => database.drop())
  /** The logins of the server exist once any database of it was migrated. */
  const other = await createTestDatabase()
  await migrate(other.url)
  await other.drop()
  await setLoginPasswords(database.url, Object.fromEntries(services.map((role) => [role, password])))

  await t.test('a service waits for the command that migrates, and says so once', async (t) => {
    const told: string[] = []
    const waiting = services.map((role) =>
      untilSchemaIsReady(urlOfLogin(database.url, role, password), role, { onWait: (message) => told.push(message) }),
    )
    await until('both wait', () => (told.length >= 2 ? true : undefined))
    await migrate(database.url)
    await Promise.all(waiting)
    for (const message of told) t.match(message, /Run `npm run migrate` as its owner/)
    t.equal(told.length, 2)
  })

  await t.test('one that is started before its database waits for it', async (t) => {
    const later = new URL(database.url)
    later.pathname = `/later_${process.pid}`
    const told: string[] = []
    const waiting = untilSchemaIsReady(later.href, 'connector_worker', { onWait: (message) => told.push(message) })
    await until('it waits', () => (told.length > 0 ? true : undefined))
    const owner = new pg.Client(database.url)
    await owner.connect()
    await owner.query(`create database ${later.pathname.slice(1)}`)
    await waiting
    t.match(told, [/cannot be reached yet/])
    await owner.query(`drop database ${later.pathname.slice(1)}`)
    await owner.end()
  })

  await t.test('a pooler that keeps our settings to itself is refused by name', async (t) => {
    const pooler = await openPooler(database.url)
    t.teardown(() => pooler.close())
    await t.rejects(
      untilSchemaIsReady(pooler.url, 'connector_worker', { onWait: (message) => t.fail(message) }),
      SessionsNotOurs,
    )
  })

  await t.test('an owner is told that a service needs no such right', async (t) => {
    const told: string[] = []
    await untilSchemaIsReady(database.url, 'connector_api', {
      onWait: (message) => t.fail(message),
      onOwner: (message) => told.push(message),
    })
    t.match(told, [/connector_api_login/])
  })

  for (const role of services)
    await t.test(
      `${role}_login can become neither the owner nor the other role, and is nobody without its own`,
      async (t) => {
        const url = urlOfLogin(database.url, role, password)
        const client = new pg.Client(url)
        await client.connect()
        await t.rejects(client.query('select from conversations'), /permission denied/)
        await t.rejects(client.query('create table mine (id int)'), /permission denied/)
        for (const stranger of ['postgres', ...services.filter((name) => name !== role)])
          await t.rejects(client.query(`set role ${stranger}`), /permission denied/)
        await client.end()

        const store = role === 'connector_api' ? connectTenants({ url, max: 1 }) : connectWorker({ url, max: 1 })
        await store.pool.query('select from conversations')
        await store.pool.query('set role none')
        await t.rejects(store.pool.query('select from conversations'), /permission denied/)
        await store.close()
      },
    )

  await t.test('nobody changes or deletes what was recorded', async (t) => {
    const worker = connectWorker({ url: urlOfLogin(database.url, 'connector_worker', password), max: 1 })
    await t.rejects(worker.pool.query("update events set type = 'Other'"), /permission denied/)
    await t.rejects(worker.pool.query('delete from events'), /permission denied/)
    await t.rejects(worker.pool.query('truncate events'), /permission denied/)
    await worker.close()
  })
})
