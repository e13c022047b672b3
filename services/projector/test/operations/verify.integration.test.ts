import { chainDigest } from '@connector/event-log'
import type { OperationHandler } from '@connector/operations'
import { createVault } from '@connector/store'
import t from 'tap'
import { followHeads } from '../../src/index.ts'
import { message, startScene } from './support/scene.ts'

const ref = { tenantId: 'sklep-a', integrationId: 'i', threadId: 't1' }
const vault = createVault(Buffer.alloc(32, 7))
const other = { ...ref, tenantId: 'sklep-b' }

await t.test('verify', async (t) => {
  const scene = await startScene(t, { sealed: true })
  const { append, run, database, store } = scene
  await append(ref, message('m1'), message('m2'), message('m3'))
  await append(other, message('m1'))

  await t.test('a log that is well has no findings, and the same digest each time', async (t) => {
    const first = await run('verify', { tenantId: 'sklep-a', scope: { integrationId: 'i' } })
    t.match(first.operation, { status: 'finished', result: { events: 3, digest: /^[0-9a-f]{64}$/ } })
    t.strictSame(first.findings, [])
    const again = await run('verify', { tenantId: 'sklep-a', scope: { integrationId: 'i' } })
    t.strictSame(again.operation.result, first.operation.result)
    t.match((await run('verify')).findings, [])
  })

  await t.test('killed in the middle and gone on with, the digest is the same', async (t) => {
    const { verify } = scene.handlers
    const of = await scene.ask('verify', { tenantId: 'sklep-b' })
    let tries = 0
    const dying: OperationHandler = {
      step: (context, cursor) =>
        (tries += 1) === 1 ? Promise.reject(new Error('died')) : verify.step(context, cursor),
    }
    const loop = scene.start({ verify: dying })
    const ended = await scene.ended(of)
    await loop.stop()
    t.equal(tries, 2)
    t.match(ended, { status: 'finished', result: { digest: /./ } })
    t.strictSame((await run('verify', { tenantId: 'sklep-b', scope: { integrationId: 'i' } })).findings, [])
  })

  await t.test('what was erased has a whole chain, and the heads are signed', async (t) => {
    const tenantId = 'sklep-c'
    const own = { ...ref, tenantId }
    await append(own, message('m1'), message('m2'))
    while (await followHeads(scene.log, store, vault, () => new Date('2026-11-01T00:00:00Z')));
    await run('erase', { tenantId, scope: { integrationId: 'i', threadId: 't1' } })
    while (await followHeads(scene.log, store, vault, () => new Date('2026-11-02T00:00:00Z')));
    const { operation, findings } = await run('verify', { tenantId })
    t.strictSame(findings, [])
    t.match(operation.result, { unchained: 0, headsChecked: 2 })
    t.match((await run('verify')).findings, [])

    // Somebody who knows all: he writes the digests anew, too.
    await database.execute(`
      update events set data = jsonb_set(data, '{how}', '"x"'), digest = null where stream_id = 'conversation-sklep-c-i-t1' and revision = 0`)
    const [first] = (await scene.log.readChain(undefined, 1_000)).events.filter(
      ({ streamId }) => streamId === 'conversation-sklep-c-i-t1',
    )
    if (!first) throw new Error('It is not there')
    const digest = chainDigest(undefined, first.content, first.recordedAtMicros)
    await database.execute(
      `update events set digest = '\\x${digest.toString('hex')}' where stream_id = 'conversation-sklep-c-i-t1' and revision = 0`,
    )
    const found = (await run('verify', { tenantId })).findings.map(({ what, subject }) => `${what} ${subject}`)
    t.strictSame(found, [
      'edited conversation-sklep-c-i-t1@1',
      'head-differs head 2026-11-01',
      'head-differs head 2026-11-02',
    ])
    await database.execute(`update log_heads set events = 1 where tenant_id = 'sklep-c' and day = '2026-11-01'`)
    t.match(
      (await run('verify', { tenantId })).findings.map(({ what }) => what),
      ['edited', 'head-not-signed', 'head-differs', 'head-differs'],
    )
    await database.execute(`delete from events where stream_id = 'conversation-sklep-c-i-t1'; delete from log_heads`)
  })

  await t.test('events taken from the end are missed by the head, wherever the log lies', async (t) => {
    const tenantId = 'sklep-d'
    await append({ ...ref, tenantId }, message('m1'), message('m2'), message('m3'))
    while (await followHeads(scene.log, store, vault, () => new Date('2026-11-03T00:00:00Z')));
    const headOf = () => store.db.selectFrom('log_heads').selectAll().where('tenant_id', '=', tenantId).execute()
    const [head] = await headOf()
    if (!head) throw new Error('It is not there')
    // As in a copy of the log, where events have other places.
    await database.execute(`update log_heads set position = 'elsewhere' where tenant_id = 'sklep-d'`)
    const { operation, findings } = await run('verify')
    t.ok(Number(operation.result?.['headsChecked']) > 0)
    t.match(
      findings.map(({ what }) => what),
      ['head-not-signed'],
      'the place is signed, and not looked for',
    )
    await database.execute(`update log_heads set position = '${head.position}' where tenant_id = 'sklep-d'`)

    await database.execute(`delete from events where stream_id like 'conversation-sklep-d-%' and revision = 2`)
    t.strictSame(
      (await run('verify')).findings,
      [],
      'one of a moment ago may be of events that came after the log was read',
    )
    await database.execute(`update log_heads set signed_at = now() - interval '1 hour' where tenant_id = 'sklep-d'`)
    t.match(
      (await run('verify')).findings.map(({ what, subject, evidence }) => ({ what, subject, evidence })),
      [{ what: 'head-differs', subject: 'head 2026-11-03', evidence: { events: 3, found: 2 } }],
    )
    await database.execute(`delete from events where stream_id like 'conversation-sklep-d-%'; delete from log_heads`)
  })

  await t.test('a row that was edited or taken away is found, and nothing else is named', async (t) => {
    const { operation: before } = await run('verify', { tenantId: 'sklep-a', scope: { integrationId: 'i' } })
    await database.execute(`
      update events set data = jsonb_set(data, '{messageId}', '"m9"') where stream_id = 'conversation-sklep-a-i-t1' and revision = 0;
      delete from events where stream_id = 'conversation-sklep-a-i-t1' and revision = 1;
      update events set type = 'FromTheFuture' where stream_id = 'conversation-sklep-a-i-t1' and revision = 2`)
    const { operation, findings } = await run('verify')
    t.strictSame(
      findings.map(({ what, subject }) => `${what} ${subject}`),
      [
        'wrong-id conversation-sklep-a-i-t1@0',
        'unreadable conversation-sklep-a-i-t1@2',
        'edited conversation-sklep-a-i-t1@0',
        'revision-gap conversation-sklep-a-i-t1@2',
      ],
    )
    t.equal(operation.status, 'finished')
    const { operation: after } = await run('verify', { tenantId: 'sklep-a', scope: { integrationId: 'i' } })
    t.not(after.result?.['digest'], before.result?.['digest'])
    t.strictSame((await run('verify', { tenantId: 'sklep-b' })).findings, [], 'the other tenant is well')
    t.strictSame(await store.db.selectFrom('operation_streams').selectAll().execute(), [], 'tidied up')
  })

  await t.test('one that fails again and again ends, and says so', async (t) => {
    const of = await scene.ask('verify', { tenantId: 'sklep-b' })
    await store.db
      .insertInto('operation_runs')
      .values({
        ...{ tenant_id: 'sklep-b', operation_id: of.operationId, fence: 1, owner: null, expires_at: null, total: null },
        ...{ not_before: new Date(0), started_at: new Date(0), updated_at: new Date(0), cursor: null, fault: null },
        faults: 4,
      })
      .execute()
    const loop = scene.start({ verify: { step: () => Promise.reject(new Error('select secret from rows')) } })
    const ended = await scene.ended(of)
    await loop.stop()
    t.match(ended, { status: 'failed', failure: /a fault of its own/ })
    t.notMatch(ended.failure, /secret/)
  })
})
