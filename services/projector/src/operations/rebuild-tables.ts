import { both } from '@connector/domain/words'
import type { Finding, OperationContext } from '@connector/operations'
import { keysOf, type Query, type ReadModel } from '@connector/store'
import { sql, type RawBuilder } from 'kysely'
import { rowsOf } from './scope.ts'

/** How one table is compared with what was filled beside it. */
interface Compared {
  /** What does not follow from the log. */
  ignore: readonly string[]
  /** The narrowest scope that it can be compared in: its rows are made of the events of that much. */
  within: 'tenant' | 'integration' | 'conversation'
}

/** The ledger is not among them: it knows more than the log, see rebuild-ledger.ts. */
const tables: Record<Exclude<ReadModel, 'effects'>, Compared> = {
  tenants: { ignore: [], within: 'tenant' },
  tenant_rests: { ignore: [], within: 'tenant' },
  customers: { ignore: [], within: 'tenant' },
  operations: { ignore: [], within: 'tenant' },
  integrations: { ignore: [], within: 'integration' },
  hourly_counts: { ignore: [], within: 'integration' },
  conversations: { ignore: [], within: 'conversation' },
  conversation_words: { ignore: [], within: 'conversation' },
  quarantined_streams: { ignore: ['since', 'tried_at', 'reason'], within: 'conversation' },
}

type Table = keyof typeof tables

const widest = ({ scope }: OperationContext): Compared['within'][] => {
  if (scope.threadId !== undefined) return ['conversation']
  if (scope.integrationId !== undefined) return ['conversation', 'integration']
  return ['conversation', 'integration', 'tenant']
}

/** Tables that can be compared in the scope of an operation. */
const tablesOf = (context: OperationContext): Table[] =>
  (Object.keys(tables) as Table[]).filter((table) => widest(context).includes(tables[table].within))

export interface Drift {
  missing: number
  extra: number
  differing: number
}

export const noDrift: Drift = { missing: 0, extra: 0, differing: 0 }

export const plus = (one: Drift, other: Drift): Drift => ({
  missing: one.missing + other.missing,
  extra: one.extra + other.extra,
  differing: one.differing + other.differing,
})

/** Told of one table of one tenant; of more than these only the number. */
const toldAtMost = 1_000

interface DriftRow {
  key: Record<string, string>
  what: 'missing' | 'extra' | 'differs'
  columns: string[]
}

const words = {
  missing: both(
    'Z dziennika wynika, że ten wiersz jest, a go nie ma.',
    'The log says that there is this row, and there is none.',
  ),
  extra: both(
    'Ten wiersz jest, a nic w dzienniku o nim nie mówi.',
    'There is this row, and nothing in the log says so.',
  ),
  differs: both('Wiersz różni się od tego, co mówi dziennik.', 'The row is not what the log says.'),
}

const refs = (columns: readonly string[], of?: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(of === undefined ? column : `${of}.${column}`)))

async function columnsOf(db: Query, table: Table): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'rebuild' and table_name = ${table} order by ordinal_position
  `.execute(db)
  return rows.map(({ name }) => name)
}

interface Comparison {
  table: Table
  keys: readonly string[]
  /** All but the keys and what does not follow from the log. */
  compared: readonly string[]
  columns: readonly string[]
  rows: RawBuilder<boolean>
}

async function differences(db: Query, { table, keys, compared, rows: scope }: Comparison): Promise<DriftRow[]> {
  const differing = sql.join(
    compared.map(
      (column) =>
        sql`case when ${sql.ref(`s.${column}`)} is distinct from ${sql.ref(`l.${column}`)} then ${column} end`,
    ),
  )
  const key = sql.join(keys.map((column) => sql`${column}::text, ${sql.ref(column)}`))
  const { rows } = await sql<DriftRow>`
    select jsonb_build_object(${key}) as key,
      case when not coalesce(l.there, false) then 'missing' when not coalesce(s.there, false) then 'extra' else 'differs' end as what,
      case when l.there and s.there then array_remove(array[${differing}]::text[], null) else '{}' end as columns
    from (select *, true as there from rebuild.${sql.table(table)} where ${scope}) s
    full join (select *, true as there from public.${sql.table(table)} where ${scope}) l using (${refs(keys)})
    where l.there is null or s.there is null or (${refs(compared, 's')}) is distinct from (${refs(compared, 'l')})
    order by ${refs(keys)}
  `.execute(db)
  return rows
}

/** Makes the live rows what the log says; nobody else writes them while the checkpoint is held. */
async function apply(db: Query, { table, keys, compared, columns, rows: scope }: Comparison): Promise<void> {
  const live = sql`public.${sql.table(table)}`
  const same = sql.join(
    keys.map((key) => sql`${sql.ref(`s.${key}`)} = ${sql.ref(`l.${key}`)}`),
    sql` and `,
  )
  await sql`
    delete from ${live} l where ${scope}
      and not exists (select from rebuild.${sql.table(table)} s where ${same})
  `.execute(db)
  await sql`
    insert into ${live} (${refs(columns)})
    select ${refs(columns)} from rebuild.${sql.table(table)} s
    where ${scope} and not exists (
      select from ${live} l where ${same} and (${refs(compared, 's')}) is not distinct from (${refs(compared, 'l')}))
    on conflict (${refs(keys)}) do update set ${sql.join(
      compared.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
    )}
  `.execute(db)
}

/** @param named the columns of the key that tell it from others of the tenant */
export const driftFinding = (
  tenantId: string,
  table: string,
  named: readonly string[],
  { key, what, columns }: DriftRow,
  evidence: Record<string, unknown> = {},
): Finding => ({
  what: `row-${what}`,
  ofTenant: tenantId,
  integrationId: key['integration_id'],
  threadId: key['thread_id'],
  subject: [table, ...named.flatMap((name) => key[name] ?? [])].join(' '),
  detail: words[what],
  evidence: { table, key, ...(columns.length > 0 ? { columns } : {}), ...evidence },
  cure: both('rebuild', 'rebuild'),
})

/** At most so many are told one by one; the rest as a number. */
export function told(tenantId: string, table: string, findings: readonly Finding[]): Finding[] {
  const rest = findings.length - toldAtMost
  if (rest <= 0) return [...findings]
  const more: Finding = {
    what: 'row-more',
    ofTenant: tenantId,
    subject: table,
    detail: both(
      `Dalsze wiersze tej tabeli, które różnią się od dziennika: ${rest}. Policzono je, nie wymieniono.`,
      `${rest} further rows of this table are not what the log says; they are counted and not told one by one.`,
    ),
    evidence: { table, rows: rest },
    cure: both('rebuild', 'rebuild'),
  }
  return [...findings.slice(0, toldAtMost), more]
}

export const countDrift = (rows: readonly { what: DriftRow['what'] }[]): Drift => ({
  missing: rows.filter(({ what }) => what === 'missing').length,
  extra: rows.filter(({ what }) => what === 'extra').length,
  differing: rows.filter(({ what }) => what === 'differs').length,
})

/** Compares the read models of one tenant with what the log says, and makes them so unless it is a dry run. */
export async function swapTables(
  db: Query,
  context: OperationContext,
  tenantId: string,
): Promise<{ drift: Drift; findings: Finding[] }> {
  let drift = noDrift
  const findings: Finding[] = []
  for (const table of tablesOf(context)) {
    const { ignore } = tables[table]
    const keys: readonly string[] = keysOf[table]
    const columns = await columnsOf(db, table)
    const compared = columns.filter((column) => !keys.includes(column) && !ignore.includes(column))
    const comparison = { table, keys, compared, columns, rows: rowsOf(context, tenantId) }
    const found = await differences(db, comparison)
    if (found.length === 0) continue
    drift = plus(drift, countDrift(found))
    findings.push(
      ...told(
        tenantId,
        table,
        found.map((row) => driftFinding(tenantId, table, keys.slice(1), row)),
      ),
    )
    if (!context.dryRun) await apply(db, comparison)
  }
  return { drift, findings }
}
