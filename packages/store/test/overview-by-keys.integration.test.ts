import { createTestDatabase, noDatabase } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { connectWorker, migrate, schemaDigest, type Query } from '../src/index.ts'

/** By this connection, so far. */
async function rowsRead(db: Query, table: string): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_xact_user_tables where relname = ${table}`.execute(db)
  return rows[0]?.read ?? 0
}

await t.test('A page of the overview of tenants', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  await sql`
    with t as (select 'konto-' || lpad(n::text, 4, '0') as tenant_id from generate_series(1, 2000) n),
      x as (insert into tenants (tenant_id, connection, revision) select tenant_id, '{}', 0 from t),
      p as (insert into polls (tenant_id, integration_id, side, next_at)
        select tenant_id, 'x', side, now() from t cross join (values ('empikplace'), ('thulium')) s (side)),
      l as (insert into leases (service, tenant_id, owner, fence, expires_at, ttl_ms)
        select service, tenant_id, 'a', 1, now() + interval '1 minute', 30000
        from t cross join (values ('ingest'), ('projector')) s (service)),
      e as (insert into effects (tenant_id, effect_key, integration_id, thread_id, lane, kind, subject, seq, holds_lane, state,
          not_before, planned_at)
        select tenant_id, 'k', 'x', 'w', 'ticket', 'ticket:create', '', 0, true, 'planned', now(), now() from t)
    insert into integrations (tenant_id, integration_id, status, settings, state, changed_at, revision)
    select tenant_id, 'x', 'running', '{}', '{}', now(), 0 from t`.execute(store.db)
  await database.execute('vacuum analyze')

  await store.db.transaction().execute(async (trx) => {
    await sql`select set_config('app.operator', 'yes', true)`.execute(trx)
    const { rows } = await sql<{
      facts: { tenantId: string; integrations: { polls: object; oldestWaitingAt: string }[]; workers: object }
    }>`select tenants_overview('konto-1000', '', 20) as facts`.execute(trx)
    t.equal(rows.length, 20)
    t.match(rows[0]?.facts, {
      tenantId: 'konto-1001',
      integrations: [{ polls: { empikplace: {}, thulium: {} }, oldestWaitingAt: String, parked: 0, lastFailure: null }],
      workers: { ingest: { isRunning: false, heldForMs: Number, leaseMs: 30_000 }, projector: { leaseMs: 30_000 } },
    })
    for (const table of ['tenants', 'integrations', 'polls', 'leases', 'effects_open']) {
      const read = await rowsRead(trx, table)
      t.ok(read <= 100, `${read} rows of ${table} were read for 20 tenants`)
    }
  })
})
