import type { OperationHandler } from '@connector/operations'
import { until } from '@connector/test-kit'
import t from 'tap'
import { message, parkedEvent, startScene } from './support/scene.ts'

const threadOf = (tenantId: string, threadId: string, integrationId = 'i') => ({ tenantId, integrationId, threadId })
const linkKey = (threadId: string): string => `customer:link:i:${threadId}`

await t.test('rebuild', async (t) => {
  const scene = await startScene(t)
  const { database, store, run, append, project } = scene
  const a1 = threadOf('sklep-a', 't1')
  const a2 = threadOf('sklep-a', 't2')
  const b1 = threadOf('sklep-b', 't1')
  await append(a1, message('m1'), message('m2'))
  await append(a2, message('m1'), parkedEvent(linkKey('t2')))
  await append(b1, message('m1'))

  const rows = async () => {
    const tables = ['conversations', 'integrations', 'customers', 'hourly_counts', 'tenants', 'quarantined_streams']
    const { rows: found } = await store.pool.query<{ rows: string }>(
      `${tables.map((table) => `select '${table} ' || x::text as rows from ${table} x`).join(' union all ')}
       union all select 'effects ' || (to_jsonb(e) - array['not_before', 'failures', 'failure_class', 'attempts', 'settled_at', 'state'])::text
         || case when state in ('confirmed', 'parked') then state else 'open' end from effects e order by 1`,
    )
    return found.map((row) => row.rows)
  }
  const whole = await rows()
  const damage = async () => {
    await database.execute(`
      update conversations set subject = 'zmienione', message_count = 9 where thread_id = 't1' and tenant_id = 'sklep-a';
      delete from conversations where thread_id = 't2';
      insert into customers values ('sklep-b', 'c-nobody', 7);
      update effects set state = 'confirmed' where effect_key = '${linkKey('t1')}' and tenant_id = 'sklep-a';
      delete from effects where effect_key = 'ticket:create:i:t1' and tenant_id = 'sklep-b';
      update hourly_counts set messages = messages + 5 where tenant_id = 'sklep-b'`)
  }

  await t.test('of what is as the log says finds nothing and changes nothing', async (t) => {
    const { operation, findings } = await run('rebuild')
    t.match(operation, { status: 'finished', result: { rowsMissing: 0, rowsExtra: 0, rowsDiffering: 0 } })
    t.strictSame(findings, [])
    t.strictSame(await rows(), whole)
  })

  await t.test('a dry run tells which rows and which columns differ, and writes nothing', async (t) => {
    await damage()
    const damaged = await rows()
    const { operation, findings } = await run('rebuild', { dryRun: true })
    t.strictSame(
      findings.map(({ of_tenant: tenant, what, subject, evidence }) => [tenant, what, subject, evidence['columns']]),
      [
        ['sklep-a', 'row-differs', 'conversations i t1', ['subject', 'message_count']],
        ['sklep-a', 'row-missing', 'conversations i t2', undefined],
        ['sklep-a', 'row-differs', `effects ${linkKey('t1')}`, ['state']],
        ['sklep-b', 'row-extra', 'customers c-nobody', undefined],
        ['sklep-b', 'row-differs', findings[4]?.subject, ['messages']],
        ['sklep-b', 'row-missing', 'effects ticket:create:i:t1', undefined],
      ],
    )
    t.match(operation.result, { rowsMissing: 2, rowsExtra: 1, rowsDiffering: 3, rowsRepaired: 0 })
    t.notMatch(JSON.stringify(findings), /zmienione|Pytanie|Jan Testowy/, 'no text of a buyer')
    t.strictSame(await rows(), damaged)
  })

  await t.test('of one tenant leaves the other as it is; of one conversation the rest', async (t) => {
    const ofConversation = await run('rebuild', {
      tenantId: 'sklep-a',
      scope: { integrationId: 'i', threadId: 't1' },
    })
    t.match(ofConversation.operation, { status: 'finished', result: { rowsRepaired: 2 } })
    t.strictSame(
      ofConversation.findings.map(({ thread_id: threadId }) => threadId),
      ['t1', 't1'],
    )
    const ofTenant = await run('rebuild', { tenantId: 'sklep-a' })
    t.match(ofTenant.operation.result, { rowsRepaired: 1, rowsMissing: 1 })
    t.ok(ofTenant.findings.every(({ of_tenant: tenant }) => tenant === 'sklep-a'))
    const { rows: wrong } = await store.pool.query(`select from customers where customer_id = 'c-nobody'`)
    t.equal(wrong.length, 1, 'not asked for')
  })

  await t.test('a real run makes everything what the log says', async (t) => {
    const { operation } = await run('rebuild')
    t.match(operation, { status: 'finished', result: { rowsRepaired: 3, longestPauseMs: Number } })
    t.strictSame(await rows(), whole)
    const { rows: effects } = await store.pool.query<{ state: string }>(
      `select state from effects where effect_key in ('${linkKey('t1')}', 'ticket:create:i:t1') order by tenant_id, effect_key`,
    )
    t.ok(
      effects.every(({ state }) => state !== 'confirmed'),
      'what has no outcome in the log is looked up, not taken for done',
    )
  })

  await t.test('killed in the middle and gone on with by another, it is that of an undisturbed run', async (t) => {
    await damage()
    const of = await scene.ask('rebuild')
    const { rebuild } = scene.handlers
    /** Stops for ever in its second comparison, and is let go on when it is too late. */
    let letGo: () => void = () => undefined
    const late = new Promise<void>((resolve) => (letGo = resolve))
    let stuck = 0
    const dying: OperationHandler = {
      async step(context, cursor) {
        const step = await rebuild.step(context, cursor)
        const at = cursor as { filled?: boolean; compared?: string } | undefined
        if (at?.filled !== true || at.compared === '') return step
        stuck += 1
        await late
        return step
      },
    }
    const first = scene.start({ rebuild: dying }, 600_000)
    await until('the second comparison', async () => {
      await project()
      return stuck > 0 ? true : undefined
    })
    await append(a1, message('m3'))
    // What its silence would come to after the time of its lease.
    await database.execute(`update operation_runs set expires_at = now() where operation_id = '${of.operationId}'`)
    const second = scene.start()
    const operation = await scene.ended(of)
    letGo()
    await Promise.all([first.stop(), second.stop()])
    t.match(operation, { status: 'finished', result: { rowsRepaired: 6, rowsMissing: 2, rowsExtra: 1 } })
    t.equal((await scene.findings(of)).length, 6, 'each is told once')
    const undisturbed = await run('rebuild', { dryRun: true })
    t.match(undisturbed.operation.result, { rowsMissing: 0, rowsExtra: 0, rowsDiffering: 0 })
  })

  await t.test('messages that arrive meanwhile are neither lost nor counted twice', async (t) => {
    await damage()
    const of = await scene.ask('rebuild')
    const { rebuild } = scene.handlers
    let sent = 0
    const busy: OperationHandler = {
      async step(context, cursor) {
        if (sent < 20) await append(b1, message(`busy-${(sent += 1)}`))
        return rebuild.step(context, cursor)
      },
    }
    const loop = scene.start({ rebuild: busy })
    t.match(await scene.ended(of), { status: 'finished' })
    await loop.stop()
    const { rows: counted } = await store.pool.query<{ message_count: number }>(
      `select message_count from conversations where tenant_id = 'sklep-b' and thread_id = 't1'`,
    )
    t.equal(counted[0]?.message_count, 1 + sent)
    t.match((await run('rebuild', { dryRun: true })).operation.result, {
      rowsDiffering: 0,
      rowsMissing: 0,
      rowsExtra: 0,
    })
  })

  await t.test('cancelled, it changes nothing more', async (t) => {
    await damage()
    const damaged = await rows()
    const of = await scene.ask('rebuild')
    const { rebuild } = scene.handlers
    const cancelling: OperationHandler = {
      async step(context, cursor) {
        await scene.repository.changeOperations('*', 'test', () => [
          { type: 'OperationCancelled', data: { operationId: of.operationId, cancelledBy: 'jan' } },
        ])
        return rebuild.step(context, cursor)
      },
    }
    const loop = scene.start({ rebuild: cancelling })
    t.match(await scene.ended(of), { status: 'cancelled', cancelledBy: 'jan' })
    await loop.stop()
    t.strictSame(await rows(), damaged)
    t.match((await run('rebuild')).operation, { status: 'finished', result: { rowsRepaired: 6 } }, 'another may begin')
  })
})
