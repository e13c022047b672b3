import { randomUUID } from 'node:crypto'
import { createPostgresEventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { requestOperation } from '@connector/domain/operations'
import { createLog } from '@connector/service-kit'
import { connectWorker, migrate, schemaDigest, type Row } from '@connector/store'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { createRuns, OperationImpossible, startOperations } from '../src/index.ts'

await t.test('Who carries out which operation', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await store.close()
    await database.drop()
  })
  const one = createRuns(store, 'one', 30_000)
  const two = createRuns(store, 'two', 30_000)
  let minute = 0
  const asked = async (id: string, change: Partial<Row<'operations'>> = {}): Promise<void> => {
    const row = {
      ...{ tenant_id: 'a', operation_id: id, kind: 'verify', integration_id: null, thread_id: null, scope: {} },
      ...{ dry_run: false, requested_by: 'anna', reason: null, status: 'open', ended_at: null, cancelled_by: null },
      ...{ requested_at: new Date(Date.UTC(2026, 2, 2, 9, (minute += 1))), result: null, failure: null },
      ...change,
    }
    await store.db
      .insertInto('operations')
      .values({ ...row, scope: JSON.stringify(row.scope), result: null })
      .execute()
  }
  const emptied = async (): Promise<void> => {
    await store.db.deleteFrom('operations').execute()
    await store.db.deleteFrom('operation_runs').execute()
  }
  t.afterEach(emptied)
  const finding = { what: 'recorded' as const, ofTenant: 'a', subject: 's', detail: { pl: 'p', en: 'd' }, evidence: {} }

  await t.test('two at the same moment never take the same one, and the oldest comes first', async (t) => {
    await asked('first')
    await asked('second', { tenant_id: 'b' })
    const claimed = await Promise.all([one.claim(['verify']), two.claim(['verify'])])
    const rest = await one.claim(['verify'])
    const ids = [...claimed, rest].flatMap((run) => run?.operationId ?? [])
    t.strictSame([...ids].sort(), ['first', 'second'])
    t.equal(await two.claim(['verify']), undefined)
    t.equal(await two.claim(['retry']), undefined)
  })

  await t.test('one waits for an older one of its kind on its scope, and for no other', async (t) => {
    await asked('whole')
    await asked('part', { integration_id: 'i' })
    await asked('all', { tenant_id: '*' })
    await asked('elsewhere', { tenant_id: 'b' })
    t.match(await one.claim(['verify']), { operationId: 'whole' })
    t.equal(await two.claim(['verify']), undefined, 'part waits for whole, all for both, elsewhere for all')
    await store.db.updateTable('operations').set({ status: 'finished' }).where('operation_id', '=', 'whole').execute()
    t.match(await two.claim(['verify']), { operationId: 'part' })
    await emptied()
    await asked('here', { kind: 'rebuild' })
    await asked('there', { kind: 'rebuild', tenant_id: 'b' })
    t.match(await one.claim(['rebuild']), { operationId: 'here' })
    t.equal(await two.claim(['rebuild']), undefined, 'it has tools that are there once')
  })

  await t.test(
    'of an account whose operations are set aside none is carried out, and no other waits for it',
    async (t) => {
      await store.db
        .insertInto('quarantined_streams')
        .values({
          ...{ tenant_id: 'a', stream_id: 'operations-a', integration_id: '', thread_id: '' },
          ...{ event_id: randomUUID(), event_type: 'OfALaterVersion', schema_version: 1, revision: 3 },
          ...{ reason: 'unknown', since: new Date(), tried_at: new Date(), recorded_at: new Date() },
        })
        .execute()
      await asked('ill', { kind: 'rebuild' })
      await asked('well', { kind: 'rebuild', tenant_id: 'b' })
      t.match(await one.claim(['rebuild']), { operationId: 'well' })
      t.equal(await two.claim(['rebuild']), undefined)
      await store.db.deleteFrom('quarantined_streams').execute()
      await store.db.updateTable('operations').set({ status: 'finished' }).where('operation_id', '=', 'well').execute()
      t.match(await two.claim(['rebuild']), { operationId: 'ill' })
    },
  )

  await t.test('what an earlier owner still writes is refused, and the next one goes on at its place', async (t) => {
    await asked('o')
    const old = await one.claim(['verify'])
    if (!old) throw new Error('Nothing was claimed')
    await one.save(old, () => Promise.resolve({ cursor: { at: 7 }, done: 7, total: 9, findings: [finding] }))
    await database.execute('update operation_runs set expires_at = now()')
    const next = await two.claim(['verify'])
    t.match(next, { fence: 2, place: { at: { at: 7 }, done: 7, total: 9, findings: 1 } })
    t.equal(await one.renew(old), false)
    let written = false
    await t.rejects(
      one.save(old, () => {
        written = true
        return Promise.resolve({ cursor: {}, findings: [finding] })
      }),
      { code: 'operation.run_lost' },
    )
    t.notOk(written, 'nothing of the step was begun')
    await one.release(old)
    t.equal(next && (await two.renew(next)), true, 'nor does it give away what is not its own')
    const { rows } = await store.pool.query('select from operation_findings')
    t.equal(rows.length, 1)
  })

  await t.test('one that can never be done fails at once, with its reason', async (t) => {
    const repository = createRepository(() => log, 'test')
    const request = { operationId: 'no', kind: 'verify', scope: {}, dryRun: false, requestedBy: 'anna' }
    await repository.changeOperations('a', 'test', (state) => requestOperation(state, request))
    await asked('no')
    const loop = startOperations({
      runs: one,
      repository,
      handlers: { verify: { step: () => Promise.reject(new OperationImpossible('There is no such thing.')) } },
      log: createLog('test', 'silent'),
      ttlMs: 30_000,
      now: () => new Date(),
    })
    const ended = await until('its end', async () => {
      const operation = (await repository.operations('a')).state.operations.get('no')
      return operation?.status === 'open' ? undefined : operation
    })
    await loop.stop()
    t.match(ended, { status: 'failed', failure: 'There is no such thing.' })
  })
})
