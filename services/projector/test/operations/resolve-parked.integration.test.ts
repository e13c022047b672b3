import type { OperationHandler } from '@connector/operations'
import t from 'tap'
import { message, parkedEvent, startScene } from './support/scene.ts'

const threadOf = (tenantId: string, threadId: string) => ({ tenantId, integrationId: 'i', threadId })
const linkKey = (threadId: string): string => `customer:link:i:${threadId}`

await t.test('parked writes in bulk', async (t) => {
  const scene = await startScene(t)
  const { append, run, store, repository } = scene
  const park = (tenantId: string, threadId: string, code?: string) =>
    append(threadOf(tenantId, threadId), message('m1'), parkedEvent(linkKey(threadId), code))
  // More than one step decides on.
  const many = Array.from({ length: 30 }, (_, index) => `t${String(index).padStart(2, '0')}`)
  for (const threadId of many) await park('sklep-a', threadId)
  await park('sklep-a', 'x1', 'effect.ambiguous')
  await park('sklep-b', 't00')

  const stateOf = async (tenantId: string): Promise<Record<string, number>> => {
    const rows = await store.db
      .selectFrom('effects')
      .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
      .where('tenant_id', '=', tenantId)
      .where('kind', '=', 'customer:link')
      .groupBy('state')
      .execute()
    return Object.fromEntries(rows.map((row) => [row.state, row.count]))
  }

  await t.test('a dry run lists what fits, and decides on nothing', async (t) => {
    const { operation, findings } = await run('retry', {
      tenantId: 'sklep-a',
      dryRun: true,
      scope: { codes: ['effect.refused'], effectKinds: ['customer:link'] },
    })
    t.match(operation.result, { parked: 30 })
    t.strictSame(
      findings.map(({ what, subject }) => [what, subject]),
      many.map((threadId) => ['would-retry', linkKey(threadId)]),
    )
    t.match(findings[0]?.evidence, { kind: 'customer:link', code: 'effect.refused', attempts: 2 })
    t.strictSame(await stateOf('sklep-a'), { parked: 31 })
    const none = await run('retry', { tenantId: 'sklep-a', dryRun: true, scope: { until: '2020-01-01T00:00:00Z' } })
    t.strictSame(none.findings, [], 'none was parked before then')
  })

  await t.test('cut short in the middle, each is decided on once and told once', async (t) => {
    const { retry } = scene.handlers
    const of = await scene.ask('retry', { tenantId: 'sklep-a', scope: { codes: ['effect.refused'] } })
    let cut = 0
    const dying: OperationHandler = {
      async step(context, cursor) {
        const step = await retry.step(context, cursor)
        // What was done is done, and nobody has noted it.
        if (typeof step !== 'function' && (step.findings?.length ?? 0) > 0 && (cut += 1) === 1) throw new Error('died')
        return step
      },
    }
    const loop = scene.start({ retry: dying })
    const operation = await scene.ended(of)
    await loop.stop()
    t.match(operation, { status: 'finished', result: { retried: 30, passed: 0 } })
    const findings = await scene.findings(of)
    t.equal(new Set(findings.map(({ subject }) => subject)).size, 30)
    t.equal(findings.length, 30)
    t.ok(findings.every(({ what }) => what === 'retried'))
    t.strictSame(await stateOf('sklep-a'), { unknown: 30, parked: 1 }, 'looked up first; one of another code stays')
    t.strictSame(await stateOf('sklep-b'), { parked: 1 }, 'that of another tenant stays')
    const events = await scene.log.readStream('conversation-sklep-a-i-t00')
    t.strictSame(
      events.filter(({ type }) => type === 'EffectResolved').map(({ metadata }) => metadata.causationId),
      [`operation:${of.operationId}`],
      'the log says which operation decided, once',
    )
  })

  await t.test('the operator gives up those of all tenants', async (t) => {
    const { operation, findings } = await run('dismiss')
    t.match(operation.result, { dismissed: 2 })
    t.strictSame(
      findings.map(({ of_tenant: tenant, thread_id: threadId }) => [tenant, threadId]),
      [
        ['sklep-a', 'x1'],
        ['sklep-b', 't00'],
      ],
    )
    const { state } = await repository.conversation(threadOf('sklep-b', 't00'))
    t.ok(state.settled.has(linkKey('t00')))
  })

  await t.test('cancelled, it decides on no more than the step under way', async (t) => {
    for (const threadId of many) await park('sklep-c', threadId)
    const { retry } = scene.handlers
    const of = await scene.ask('retry', { tenantId: 'sklep-c' })
    const cancelling: OperationHandler = {
      async step(context, cursor) {
        if (cursor !== undefined)
          await repository.changeOperations('sklep-c', 'test', (state) =>
            state.operations.get(of.operationId)?.status === 'open'
              ? [{ type: 'OperationCancelled', data: { operationId: of.operationId, cancelledBy: 'jan' } }]
              : [],
          )
        return retry.step(context, cursor)
      },
    }
    const loop = scene.start({ retry: cancelling })
    t.match(await scene.ended(of), { status: 'cancelled' })
    await loop.stop()
    await scene.project()
    t.strictSame(await stateOf('sklep-c'), { parked: 10, unknown: 20 })
  })
})
