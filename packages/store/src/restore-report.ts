import { sql } from 'kysely'
import type { WorkerStore } from './connect.ts'

/** What a person should know before he lets the services write again. */
export interface RestoreReport {
  /** Writes that are not finished and need nobody. */
  waiting: number
  /** Of those, the ones that may have been done: they are looked up before they are tried. */
  perhapsDone: number
  parked: number
  /** The same by kind. */
  kinds: readonly { kind: string; waiting: number; perhapsDone: number; parked: number }[]
  /** Looks at a side of a running integration, one for each, that were not made with success since the restore. */
  notLookedAt: number
}

interface KindRow {
  kind: string
  waiting: number
  perhaps_done: number
  parked: number
}

/** @param restoredAt since when looks count */
export async function restoreReport({ db }: WorkerStore, restoredAt: Date): Promise<RestoreReport> {
  const { rows } = await sql<KindRow>`
    select kind, count(*) filter (where state <> 'parked')::int as waiting,
      count(*) filter (where state = 'unknown')::int as perhaps_done,
      count(*) filter (where state = 'parked')::int as parked
    from effects where state <> 'confirmed' group by kind order by kind
  `.execute(db)
  const looks = await sql<{ missing: number }>`
    select count(*)::int as missing
    from integrations i cross join (values ('empikplace'), ('thulium')) as s (side)
      left join polls p on p.tenant_id = i.tenant_id and p.integration_id = i.integration_id and p.side = s.side
    where i.status = 'running' and (p.last_success_at is null or p.last_success_at < ${restoredAt})
  `.execute(db)
  const kinds = rows.map(({ perhaps_done: perhapsDone, ...row }) => ({ ...row, perhapsDone }))
  const sum = (of: (row: (typeof kinds)[number]) => number): number => kinds.reduce((total, row) => total + of(row), 0)
  return {
    waiting: sum(({ waiting }) => waiting),
    perhapsDone: sum(({ perhapsDone }) => perhapsDone),
    parked: sum(({ parked }) => parked),
    kinds,
    notLookedAt: looks.rows[0]?.missing ?? 0,
  }
}
