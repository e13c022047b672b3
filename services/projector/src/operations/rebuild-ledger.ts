import type { Finding, OperationContext } from '@connector/operations'
import type { Repository } from '@connector/repository'
import type { Query } from '@connector/store'
import { sql } from 'kysely'
import { countDrift, driftFinding, told, type Drift } from './rebuild-tables.ts'
import { rowsOf } from './scope.ts'

/** What the log knows of where an effect is; whether it is planned, claimed or unknown only the ledger knows. */
type Group = 'open' | 'parked' | 'confirmed'

interface LedgerRow {
  key: { tenant_id: string; integration_id: string; thread_id: string; effect_key: string }
  what: 'missing' | 'extra' | 'differs'
  columns: string[]
  ours: Group | null
  live: Group | null
}

const group = (of: string) =>
  sql`case when ${sql.ref(`${of}.state`)} in ('confirmed', 'parked') then ${sql.ref(
    `${of}.state`,
  )} when ${sql.ref(`${of}.state`)} is not null then 'open' end`

/** Columns that follow from the log. */
const fixed = ['integration_id', 'thread_id', 'lane', 'kind', 'subject', 'seq', 'holds_lane', 'planned_at'] as const

async function differences(db: Query, context: OperationContext, tenantId: string): Promise<LedgerRow[]> {
  const scope = rowsOf(context, tenantId)
  const columns = sql.join([
    ...fixed.map(
      (column) =>
        sql`case when ${sql.ref(`s.${column}`)} is distinct from ${sql.ref(`l.${column}`)} then ${column} end`,
    ),
    sql`case when ${group('s')} <> ${group('l')} then 'state' end`,
    sql`case when s.state = 'parked' and l.state = 'parked' and (s.parked_at, s.parked_code)
      is distinct from (l.parked_at, l.parked_code) then 'parked_at' end`,
  ])
  const { rows } = await sql<LedgerRow>`
    select * from (
      select jsonb_build_object('tenant_id', tenant_id, 'effect_key', effect_key,
          'integration_id', coalesce(s.integration_id, l.integration_id), 'thread_id', coalesce(s.thread_id, l.thread_id)) as key,
        case when l.state is null then 'missing' when s.state is null then 'extra' else 'differs' end as what,
        case when l.state is null or s.state is null then '{}' else array_remove(array[${columns}]::text[], null) end as columns,
        ${group('s')} as ours, ${group('l')} as live
      from (select * from rebuild.effects where ${scope}) s
      full join (select * from public.effects where ${scope}) l using (tenant_id, effect_key)
    ) d
    where what <> 'differs' or columns <> '{}' order by key->>'effect_key' collate "C"
  `.execute(db)
  return rows
}

/**
 * Effects settle while we look: their outcome may be in the log and not in the read models yet. So of those whose state differs
 * the log is asked as it is now.
 */
async function withoutNews(repository: Repository, rows: readonly LedgerRow[]): Promise<LedgerRow[]> {
  const kept: LedgerRow[] = []
  for (const row of rows) {
    if (!row.columns.includes('state')) {
      kept.push(row)
      continue
    }
    const { tenant_id: tenantId, integration_id: integrationId, thread_id: threadId, effect_key: key } = row.key
    const { state } = await repository.conversation({ tenantId, integrationId, threadId })
    const now: Group = state.settled.has(key) ? 'confirmed' : state.parked.has(key) ? 'parked' : 'open'
    if (now !== row.live) kept.push({ ...row, ours: now })
    else if (row.columns.length > 1) kept.push({ ...row, columns: row.columns.filter((column) => column !== 'state') })
  }
  return kept
}

const keysOf = (rows: readonly LedgerRow[]): string[] => rows.map(({ key }) => key.effect_key)

/** Rows are locked in the order of their keys, as everywhere; what is under way and right is not touched. */
async function apply(db: Query, tenantId: string, rows: readonly LedgerRow[]): Promise<void> {
  const of = (...which: LedgerRow['what'][]) => rows.filter(({ what }) => which.includes(what))
  await sql`
    select from public.effects where tenant_id = ${tenantId} and effect_key = any(${keysOf(of('differs', 'extra'))}::text[])
    order by tenant_id, effect_key for update
  `.execute(db)
  await sql`
    delete from public.effects where tenant_id = ${tenantId} and effect_key = any(${keysOf(of('extra'))}::text[])
  `.execute(db)
  // One without an outcome is filled as `unknown`: it is looked up before it is tried.
  await sql`
    insert into public.effects select * from rebuild.effects s
    where tenant_id = ${tenantId} and effect_key = any(${keysOf(of('missing'))}::text[])
      and not exists (
        select from public.effects l where l.tenant_id = s.tenant_id and l.effect_key = s.effect_key)
  `.execute(db)
  await sql`
    update public.effects l set ${sql.join(fixed.map((column) => sql`${sql.ref(column)} = ${sql.ref(`s.${column}`)}`))},
      parked_at = case when l.state = 'parked' then s.parked_at end,
      parked_code = case when l.state = 'parked' then s.parked_code end
    from rebuild.effects s
    where s.tenant_id = ${tenantId} and s.effect_key = any(${keysOf(of('differs'))}::text[])
      and l.tenant_id = s.tenant_id and l.effect_key = s.effect_key
  `.execute(db)
  const into = (to: Group): string[] =>
    keysOf(of('differs').filter(({ columns, ours }) => columns.includes('state') && ours === to))
  await sql`
    update public.effects set state = 'confirmed', settled_at = coalesce(settled_at, now())
    where tenant_id = ${tenantId} and effect_key = any(${into('confirmed')}::text[])
  `.execute(db)
  await sql`
    update public.effects l set state = 'parked', settled_at = null, parked_at = s.parked_at, parked_code = s.parked_code,
      failure_class = s.failure_class, failure_message = s.failure_message
    from rebuild.effects s
    where s.tenant_id = ${tenantId} and s.effect_key = any(${into('parked')}::text[])
      and l.tenant_id = s.tenant_id and l.effect_key = s.effect_key
  `.execute(db)
  await sql`
    update public.effects set state = 'unknown', not_before = now(), settled_at = null, lookups = 0, failures = 0,
      ambiguous_sends = 0, passed_over = 0, lasting_failures = 0, gateway_answers = 0, own_faults = 0, parked_at = null,
      parked_code = null
    where tenant_id = ${tenantId} and effect_key = any(${into('open')}::text[])
  `.execute(db)
}

/** Compares the ledger of one tenant with what the log says, and makes it so unless it is a dry run. */
export async function swapLedger(
  db: Query,
  repository: Repository,
  context: OperationContext,
  tenantId: string,
): Promise<{ drift: Drift; findings: Finding[] }> {
  const rows = await withoutNews(repository, await differences(db, context, tenantId))
  if (rows.length > 0 && !context.dryRun) await apply(db, tenantId, rows)
  const findings = rows.map((row) =>
    driftFinding(
      tenantId,
      'effects',
      ['effect_key'],
      row,
      row.columns.includes('state') ? { log: row.ours, ledger: row.live } : {},
    ),
  )
  return { drift: countDrift(rows), findings: told(tenantId, 'effects', findings) }
}
