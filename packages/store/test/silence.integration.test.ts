import { noDatabase, openBlackHole, until } from '@connector/test-kit'
import t from 'tap'
import { connectWorker } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('a database that has become silent', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const way = await openBlackHole(database.url)
  t.teardown(async () => {
    await way.close()
    await database.drop()
  })
  const bounds = { connectionMs: 300, statementMs: 200 }
  const errors: Error[] = []

  await t.test('costs who waits on it seconds, and the pool goes on when it speaks again', async (t) => {
    const store = connectWorker({
      url: way.url,
      max: 1,
      bounds,
      silenceMs: 300,
      onError: (error) => errors.push(error),
    })
    // On a busy machine even the first one may need longer than these short bounds.
    await until('an answer', () => store.pool.query('select 1').catch(() => undefined))
    way.swallow()
    await t.rejects(store.pool.query('select 1'), /Nothing was heard from the database|Connection terminated/)
    await t.rejects(store.pool.query('select 1'), /timeout/i, 'so does a new connection')
    way.let()
    await until('an answer', () => store.pool.query('select 1').catch(() => undefined))
    await store.close()
  })

  await t.test('is noticed by a transaction too', async (t) => {
    const store = connectWorker({
      url: way.url,
      max: 1,
      bounds,
      silenceMs: 300,
      onError: (error) => errors.push(error),
    })
    await t.rejects(
      store.db.transaction().execute(async (trx) => {
        way.swallow()
        await trx.selectFrom('polls').selectAll().execute()
      }),
    )
    way.let()
    await until('an answer', () => store.pool.query('select 1').catch(() => undefined))
    await store.close()
  })
})
