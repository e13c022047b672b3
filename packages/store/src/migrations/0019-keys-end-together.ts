import type { Migration } from '../migration.ts'

/** A key that was made with another one ends when that one is revoked, in whatever tenant it is. */
export const migration: Migration = {
  sql: `
-- The key that was revoked, where this one ended because it had been made with it, directly or by way of others.
alter table access_keys add column revoked_with uuid;
create index access_keys_by_maker on access_keys (made_by) where made_by is not null;

-- Revokes a key that the caller may see, and all that was made with it; those that it ended besides, the ones of other
-- tenants, too. Nothing for a key that the caller may not see. A key revoked before ends what it left.
create function revoke_key(key uuid, at timestamptz) returns table (id uuid, tenant_id text, name text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare makers uuid[];
begin
  -- Waits for a key that is being made with it at this moment, whose row is seen by the next statement.
  update access_keys k set revoked_at = coalesce(k.revoked_at, at) where k.id = key
    and (k.tenant_id = current_setting('app.tenant_id', true)
      or k.tenant_id is null and current_setting('app.operator', true) = 'yes')
    returning array[k.id] into makers;
  if makers is null then return; end if;
  return query select k.id, k.tenant_id, k.name from access_keys k where k.id = key;
  loop
    return query update access_keys k set revoked_at = at, revoked_with = key
      where k.made_by = any (makers) and k.revoked_at is null returning k.id, k.tenant_id, k.name;
    -- Those that ended earlier may have left something, too. No key is older than its maker, so there is no circle.
    select array_agg(k.id) into makers from access_keys k where k.made_by = any (makers);
    exit when makers is null;
  end loop;
end $$;

-- Whether a key may make another one now. Until the end of the transaction nobody revokes it.
create function hold_maker(key uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from access_keys k where k.id = key and k.revoked_at is null and (k.expires_at is null or k.expires_at > at) for share;
  return found;
end $$;

revoke all on function revoke_key(uuid, timestamptz), hold_maker(uuid, timestamptz) from public;
grant execute on function revoke_key(uuid, timestamptz), hold_maker(uuid, timestamptz) to connector_api;
grant create on schema public to connector_worker;
alter function revoke_key(uuid, timestamptz) owner to connector_worker;
alter function hold_maker(uuid, timestamptz) owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
