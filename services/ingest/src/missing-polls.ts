import { heldBy, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'

const changedWithin = (ms: number | undefined) =>
  ms === undefined ? sql`true` : sql`i.changed_at > now() - make_interval(secs => ${ms / 1_000})`

export interface Lately {
  /** Only integrations that changed in this time, by the database's clock, as their change was written. */
  withinMs: number
  /** Differs when other leases are held: one that had ended for a moment has left its shops without rows. */
  leases: string
}

/** @returns what adds the rows that shops lack, of those that changed in that time; of all if none is given */
export function createMissingPolls(db: WorkerStore['db']): (owner: string, lately?: Lately) => Promise<void> {
  /** What the rows of shops that changed lately follow from, as it was when they were last looked for. */
  let lastFor = ''

  /** By their row versions, which tell a row that was written late, too. So thousands of new shops are not gone through each second. */
  async function versionsOf({ withinMs, leases }: Lately): Promise<string> {
    const { rows } = await sql<{ versions: string }>`
      select concat_ws('/', count(*), sum(i.xmin::text::bigint)) as versions
      from integrations i where ${changedWithin(withinMs)}
    `.execute(db)
    return `${rows[0]?.versions ?? ''}/${leases}`
  }

  return async (owner, lately) => {
    const versions = lately && (await versionsOf(lately))
    if (versions !== undefined && versions === lastFor) return
    // Subqueries, as below: as joins, every new integration was held against all leases and all polls.
    await sql`
      insert into polls (tenant_id, integration_id, side, next_at)
      select i.tenant_id, i.integration_id, s.side, now()
      from integrations i cross join (values ('empikplace'), ('thulium')) as s (side)
      where i.status = 'running' and ${changedWithin(lately?.withinMs)}
        and (select true from leases l where l.tenant_id = i.tenant_id and ${heldBy('ingest', owner)})
        and (select true from polls p
          where p.tenant_id = i.tenant_id and p.integration_id = i.integration_id and p.side = s.side) is null
      on conflict do nothing
    `.execute(db)
    lastFor = versions ?? lastFor
  }
}
