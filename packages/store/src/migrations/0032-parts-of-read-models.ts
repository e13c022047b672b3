import type { Migration } from '../migration.ts'

/** Read models are filled in eight parts by the hash of the tenant, each with its own checkpoint (`read-model-parts.ts`). */
export const migration: Migration = {
  sql: `
insert into checkpoints (projection, position, rebuild_until)
select 'read-models/' || part, position, rebuild_until
from checkpoints cross join generate_series(0, 7) as part where projection = 'read-models';
delete from checkpoints where projection = 'read-models';
-- A projector of the version before would take its absence for a first start, and fold everything once more. So it fails
-- until it is replaced, and changes nothing.
alter table checkpoints add constraint filled_in_parts check (projection <> 'read-models');

-- For whoever goes back to the version before, with no projector at work. Events that are read again change nothing.
create function join_read_models() returns void language sql as $$
  alter table checkpoints drop constraint filled_in_parts;
  insert into checkpoints (projection, position, rebuild_until)
  select 'read-models', case when bool_and(position is not null) then min(position collate "C") end, max(rebuild_until collate "C")
  from checkpoints where projection like 'read-models/%' having count(*) > 0;
  delete from checkpoints where projection like 'read-models/%'
$$;
revoke all on function join_read_models() from public;

create function read_models_of(tenant text) returns text language sql immutable set search_path = public, pg_temp as $$
  select 'read-models/' || (get_byte(sha256(convert_to(tenant, 'UTF8')), 0) % 8)
$$;
revoke all on function read_models_of(text) from public;
grant execute on function read_models_of(text) to connector_api, connector_worker;

create or replace function read_models_are_rebuilding() returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce(bool_or(rebuild_until is not null and coalesce(position, '') collate "C" < rebuild_until), true)
  from checkpoints where projection like 'read-models/%'
$$;
`,
}
