import { randomUUID } from 'node:crypto'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'
import { projectConversation, projectEffect } from './support/read-models.ts'

const key = (value: string) => ({ 'idempotency-key': value })

await t.test('Operations', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, as, newKey } = guarded
  const operator = as(guarded.operator)
  const { integrationId } = await connect({ ...api, ...operator }, 'sklep-a')
  await connect({ ...api, ...operator }, 'sklep-b')
  const mine = await newKey('sklep-a', ['operate', 'status:read'])
  const a = as(mine.secret)
  const reader = as((await newKey('sklep-a', ['status:read'])).secret)
  const texts = as((await newKey('sklep-a', ['status:read', 'conversations:read'])).secret)
  const b = as((await newKey('sklep-b', ['admin'])).secret)
  const path = '/api/tenants/sklep-a/operations'

  const inTheLog = async (): Promise<number> => {
    const { rows } = await api.worker.pool.query<{ count: number }>(
      `select count(*)::int from events where type like 'Operation%'`,
    )
    return rows[0]?.count ?? 0
  }

  await t.test('what cannot be meant, or fits nothing, is refused before anything starts', async (t) => {
    const refused = async (body: object, expected: object): Promise<void> => {
      const { status, body: problem } = await a.call('POST', path, body)
      t.match({ status, ...problem }, expected, JSON.stringify(body))
    }
    await refused(
      { kind: 'retry', since: '2099-01-01T00:00:00Z' },
      { status: 400, errors: [{ field: 'body.since', message: 'Lies in the future' }] },
    )
    await refused({ kind: 'verify', codes: ['x'] }, { status: 400, errors: [{ field: 'body.codes' }] })
    await refused({ kind: 'reset' }, { status: 400, errors: [{ field: 'body.kind' }] })
    await refused({ kind: 'erase' }, { status: 400, errors: [{ field: 'body.customerId' }] })
    await refused({ kind: 'rebuild', customerId: 'x' }, { status: 400, errors: [{ field: 'body.customerId' }] })
    await refused({ kind: 'erase', customerId: 'x' }, { status: 422, code: 'operation.fits_nothing' })
    const ofAll = await operator.call('POST', '/api/operations', { kind: 'retention', until: '2020-01-01T00:00:00Z' })
    t.match({ status: ofAll.status, ...ofAll.body }, { status: 400, errors: [{ field: 'body.kind' }] })
    await refused({ kind: 'rebuild', tenant: 'sklep-b' }, { status: 400 })
    await refused({ kind: 'rebuild', threadId: 'x' }, { status: 400, errors: [{ field: 'body.integrationId' }] })
    await refused({ kind: 'rebuild', integrationId: randomUUID() }, { status: 404, code: 'integration.unknown' })
    await refused({ kind: 'rebuild', integrationId, threadId: 'nobody' }, { status: 404, code: 'conversation.unknown' })
    await refused({ kind: 'retry' }, { status: 422, code: 'operation.fits_nothing' })
    const outside = { status: 422, code: 'operation.fits_nothing', detail: /is at work/ }
    await refused({ kind: 'reconcile' }, outside)
    await refused({ kind: 'reread', integrationId, since: '2026-01-01T00:00:00Z' }, outside)
    const nobody = await operator.call('POST', '/api/tenants/nobody/operations', { kind: 'rebuild' })
    t.match({ status: nobody.status, ...nobody.body }, { status: 404, code: 'tenant.unknown' })
    t.equal(await inTheLog(), 0)
  })

  await t.test('who may not gets nothing', async (t) => {
    t.equal((await reader.call('POST', path, { kind: 'rebuild' })).status, 403)
    t.equal((await b.call('POST', path, { kind: 'rebuild' })).status, 404)
    t.equal((await b.call('GET', path)).status, 404)
    t.equal((await b.call('POST', '/api/operations', { kind: 'rebuild' })).status, 403)
    t.equal((await a.call('GET', '/api/operations')).status, 403)
    t.equal(await inTheLog(), 0)
  })

  const asked = await a.call('POST', path, { kind: 'rebuild', integrationId, reason: 'Test' }, key('k-1'))
  const { operationId } = asked.body as { operationId: string }

  await t.test('it is asked for once, and the answer leads to its progress', async (t) => {
    t.equal(asked.status, 202)
    t.equal(asked.headers.get('location'), `${path}/${operationId}`)
    t.match(asked.body, {
      tenantId: 'sklep-a',
      kind: 'rebuild',
      state: 'waiting',
      dryRun: false,
      scope: { integrationId, threadId: null },
      requestedBy: mine.id,
      reason: 'Test',
      progress: { done: 0, total: null, perSecond: null, estimatedEndAt: null },
      result: null,
    })
    const again = await a.call('POST', path, { kind: 'rebuild', integrationId, reason: 'Test' }, key('k-1'))
    t.match({ status: again.status, id: again.body['operationId'] }, { status: 202, id: operationId })
    t.equal(await inTheLog(), 1)
  })

  await t.test('a second one on the same scope is refused with the id of the first', async (t) => {
    const { status, body } = await a.call('POST', path, { kind: 'rebuild', dryRun: true })
    t.match({ status, ...body }, { status: 409, code: 'operation.running' })
    t.ok(String(body['detail']).includes(operationId))
    t.equal((await a.call('POST', path, { kind: 'verify' })).status, 202, 'another kind may begin')
    const ofAll = await operator.call('POST', '/api/operations', { kind: 'dismiss' })
    t.match({ status: ofAll.status, ...ofAll.body }, { status: 202, tenantId: null })
    t.equal(ofAll.headers.get('location'), `/api/operations/${String(ofAll.body['operationId'])}`)
    await projectConversation(api, { tenantId: 'sklep-a', integrationId, threadId: 't', subject: 'x', ticketId: 1 })
    const parked = { tenantId: 'sklep-a', integrationId, threadId: 't', key: 'message:mirror:x' }
    await projectEffect(api, { ...parked, state: 'parked', plannedAt: guarded.now() })
    t.match((await a.call('POST', path, { kind: 'retry', codes: ['nothing.such'] })).status, 422)
    t.equal((await a.call('POST', path, { kind: 'retry', dryRun: true })).status, 202)
    t.equal((await a.call('POST', path, { kind: 'dismiss' })).status, 409, 'the operator gives up those of all')
  })

  const ids = { tenant_id: 'sklep-a', operation_id: operationId }
  await api.worker.db
    .insertInto('operation_runs')
    .values({
      ...ids,
      ...{ fence: 1, owner: 'somebody', expires_at: new Date(), not_before: new Date(0), cursor: null, fault: null },
      started_at: new Date('2026-03-02T09:00:00Z'),
      updated_at: new Date('2026-03-02T09:00:10Z'),
      done: 1_000,
      total: 3_000,
      findings: 3,
    })
    .execute()
  await api.worker.db
    .insertInto('operation_findings')
    .values(
      [0, 1, 2].map((place) => ({
        ...ids,
        place,
        what: 'row-differs',
        of_tenant: 'sklep-a',
        integration_id: integrationId,
        thread_id: `t${place}`,
        subject: place === 2 ? `entry ${place}` : `=conversations "${place}", ${integrationId}`,
        detail: 'The row is not what the log says.',
        evidence: JSON.stringify({ columns: ['subject'] }),
        cure: 'rebuild',
        // The first is of a version that knew no Polish.
        ...(place === 0 ? {} : { detail_pl: 'Wiersz różni się od dziennika.', cure_pl: 'odbudowa' }),
      })),
    )
    .execute()

  await t.test('progress tells how far, how fast and until when', async (t) => {
    const { body } = await reader.call('GET', `${path}/${operationId}`)
    t.match(body, {
      state: 'running',
      findings: 3,
      progress: { done: 1_000, total: 3_000, perSecond: 100, estimatedEndAt: '2026-03-02T09:00:30.000Z' },
    })
  })

  await t.test('findings come in pages, as NDJSON and as CSV', async (t) => {
    const first = await texts.call('GET', `${path}/${operationId}/findings?limit=2`)
    t.match(first.body, { items: [{ place: 0, threadId: 't0', evidence: { columns: ['subject'] } }, { place: 1 }] })
    const en = 'The row is not what the log says.'
    t.match(
      first.body,
      {
        items: [
          { detail: en, texts: { detail: { pl: en, en }, cure: { pl: 'rebuild', en: 'rebuild' } } },
          {
            detail: en,
            texts: { detail: { pl: 'Wiersz różni się od dziennika.', en }, cure: { pl: 'odbudowa', en: 'rebuild' } },
          },
        ],
      },
      'in both languages, and what was found before in the one there was',
    )
    const cursor = String(first.body['nextCursor'])
    t.match((await texts.call('GET', `${path}/${operationId}/findings?cursor=${encodeURIComponent(cursor)}`)).body, {
      items: [{ subject: 'entry 2', texts: { subject: { pl: 'wpis w zgłoszeniu 2', en: 'entry of the ticket 2' } } }],
    })
    const second = await reader.call('GET', `${path}/${operationId}/findings?limit=2&cursor=${cursor}`)
    t.match(second.body, { items: [{ place: 2 }], nextCursor: null })
    const findings = `${path}/${operationId}/findings`
    const ndjson = await reader.call('GET', findings, undefined, { accept: 'application/x-ndjson' })
    t.match(ndjson.headers.get('content-type'), 'application/x-ndjson')
    t.strictSame(
      ndjson.text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { place: number }).place),
      [0, 1, 2],
    )
    const csv = await reader.call('GET', findings, undefined, { accept: 'text/csv' })
    const lines = csv.text.split('\r\n')
    t.equal(lines[0], 'place,what,tenantId,integrationId,threadId,subject,detail,evidence,cure')
    t.ok(lines[1]?.includes(`"'=conversations ""0"", ${integrationId}"`), 'quoted, and no formula')
    t.equal(lines.length, 5)
  })

  await t.test('what the outside said, and who it is about, is for those who may read texts', async (t) => {
    const said = 'EmpikPlace said: Anna Kowalczyk, 81002233445'
    await api.worker.db
      .updateTable('operation_findings')
      .set({ detail: said, detail_pl: `PL ${said}`, evidence: JSON.stringify({ customerId: 'c-77', status: 400 }) })
      .where('operation_id', '=', operationId)
      .where('place', '=', 2)
      .execute()
    const findings = `${path}/${operationId}/findings`
    const hidden = 'Shown to keys with the scope `conversations:read`.'
    for (const accept of ['application/json', 'application/x-ndjson', 'text/csv']) {
      const { status, text } = await reader.call('GET', findings, undefined, { accept })
      t.equal(status, 200)
      t.notMatch(text, /Kowalczyk|c-77/, `not in ${accept}`)
      t.match(text, hidden, `${accept} says so`)
      t.match(text, 'row-differs')
      const whole = (await texts.call('GET', findings, undefined, { accept })).text
      t.match(whole, said, `whole in ${accept}`)
      t.match(whole, 'c-77')
    }
    t.match((await reader.call('GET', `${path}/${operationId}`)).body, { reason: hidden })
    t.match((await texts.call('GET', `${path}/${operationId}`)).body, { reason: 'Test' })
    const erasing = randomUUID()
    const asked = { operationId: erasing, kind: 'erase' as const, scope: { customerId: 'c-77' }, dryRun: true }
    await api.repository.changeOperations('sklep-a', 'test', () => [
      { type: 'OperationRequested', data: { ...asked, requestedBy: 'x' } },
    ])
    t.match((await reader.call('GET', `${path}/${erasing}`)).body, { scope: { customerId: hidden } })
    t.match((await texts.call('GET', `${path}/${erasing}`)).body, { scope: { customerId: 'c-77' }, reason: null })
  })

  await t.test('it is cancelled once, and by its tenant alone', async (t) => {
    t.equal((await b.call('POST', `/api/tenants/sklep-b/operations/${operationId}/cancel`)).status, 404)
    t.equal((await b.call('GET', `/api/tenants/sklep-b/operations/${operationId}/findings`)).status, 404)
    t.equal((await operator.call('GET', `/api/operations/${operationId}`)).status, 404, 'it is none of all tenants')
    const { status, body } = await a.call('POST', `${path}/${operationId}/cancel`)
    t.match({ status, ...body }, { status: 200, state: 'cancelled', cancelledBy: mine.id })
    t.match(await a.call('POST', `${path}/${operationId}/cancel`), { status: 200 }, 'again changes nothing')
    t.equal((await a.call('POST', `${path}/${randomUUID()}/cancel`)).status, 404)
    t.equal((await a.call('POST', path, { kind: 'rebuild', dryRun: true })).status, 202, 'now another may begin')
  })

  await t.test('the list has those of its tenant, page by page', async (t) => {
    const row = (tenantId: string, id: string, minute: number) => ({
      ...{ tenant_id: tenantId, operation_id: id, kind: 'verify', integration_id: null, thread_id: null, scope: '{}' },
      ...{ dry_run: false, requested_by: 'x', reason: null, status: 'finished', cancelled_by: null, failure: null },
      requested_at: new Date(Date.UTC(2026, 2, 2, 9, minute)),
      ended_at: new Date(Date.UTC(2026, 2, 2, 10)),
      result: JSON.stringify({ events: 7 }),
    })
    const [one, two, theirs] = [randomUUID(), randomUUID(), randomUUID()]
    await api.worker.db
      .insertInto('operations')
      .values([{ ...row('sklep-a', one, 1), reason: 'Test' }, row('sklep-a', two, 2), row('sklep-b', theirs, 3)])
      .execute()
    const first = await reader.call('GET', `${path}?limit=1`)
    t.match(first.body, { items: [{ operationId: two, state: 'finished', result: { events: 7 } }] })
    const next = await reader.call('GET', `${path}?limit=1&cursor=${String(first.body['nextCursor'])}`)
    t.match(next.body, { items: [{ operationId: one, reason: /^Shown to keys/ }], nextCursor: null })
    t.match((await texts.call('GET', path)).body, { items: [{ reason: null }, { reason: 'Test' }] })
  })
})
