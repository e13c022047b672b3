import { query, type Connection } from './query.ts'

/*
 * Transactions get their ids in order but commit in any order, so a reader of all events must stop before the oldest
 * append that is still under way. Which one that is, every append says itself: before it gets its id it takes an
 * advisory lock whose key is a lower bound of that id, and PostgreSQL lets the lock go only after the transaction has
 * become visible. So a reader that looks at the locks first and reads the events by a later snapshot knows: whatever is
 * below every bound, and below the newest id that had ended when it looked, is complete.
 *
 * The snapshot's own xmin would do without locks, but it counts every transaction of the whole server that has written
 * anything: a fold of 0.5 s beside us, a night's report in another database. With it, four busy databases on one
 * server held each other's events back by 0.3 to 1 s at each step.
 */

/** "LG" in the highest 16 bits of the key; what is below has room for 2^48 transactions. */
const lockSpace = 0x4c47n << 48n

const announced = `locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = ${lockSpace >> 48n}
      and database = (select oid from pg_database where datname = current_database())`

/**
 * Part of the schema: whoever inserts events, by whatever statement, announces it first. A transaction that has an id
 * already and announced nothing comes too late: a reader may have looked and passed its id. It is refused.
 */
export const announceAppends = `
create or replace function announce_append() returns trigger language plpgsql as $$
begin
  if pg_current_xact_id_if_assigned() is not null and not exists (
    select from pg_locks where pid = pg_backend_pid() and ${announced}
  ) then
    raise exception 'Events must be the first thing that a transaction writes'
      using errcode = 'active_sql_transaction',
        hint = 'Readers may have passed the id of this transaction already. Append in a transaction of its own.';
  end if;
  perform pg_advisory_xact_lock_shared(${lockSpace} | pg_snapshot_xmax(pg_current_snapshot())::text::bigint);
  return null;
end $$;
create or replace trigger announce_append before insert on events for each statement execute function announce_append();
`

const horizonSql = `
select least(
  pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
  (select min((classid::bigint << 32 | objid::bigint) - ${lockSpace}) from pg_locks where ${announced})
)::text as horizon`

/**
 * A transaction id, decimal: all events of lower ids are complete for statements that begin after this one has
 * answered.
 */
export async function readHorizon(connection: Connection): Promise<string> {
  const rows = await query<{ horizon: string }>(connection, { name: 'event_log_horizon', text: horizonSql })
  const [row] = rows
  if (row === undefined) throw new Error('The horizon of the event log has no row')
  return row.horizon
}
