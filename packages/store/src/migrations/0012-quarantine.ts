import type { Migration } from '../migration.ts'

/**
 * Streams that the read models do not follow any more, because an event in them cannot be read by this version or cannot be
 * written. Each stands for one conversation, integration or account; all others go on.
 */
export const migration: Migration = {
  sql: `
create table quarantined_streams (
  tenant_id       text not null,
  stream_id       text collate "C" not null,
  -- Empty where the stream is that of the account, or of the integration.
  integration_id  text not null,
  thread_id       text not null,
  -- The event at which it stopped.
  event_id        uuid not null,
  event_type      text not null,
  schema_version  int not null,
  revision        int not null,
  recorded_at     timestamptz not null,
  reason          text not null,
  since           timestamptz not null,
  tried_at        timestamptz not null,
  primary key (tenant_id, stream_id)
);
create index quarantined_streams_tried on quarantined_streams (tried_at);

create function quarantine_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object(
    'quarantinedStreams', (select count(*) from quarantined_streams),
    'unreadableInputs', (select coalesce(sum(jsonb_array_length(state->'unreadable')), 0)
      from integrations where not state ? 'deletedAt'))
$$;
revoke all on function quarantine_metrics() from public;
grant execute on function quarantine_metrics() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function quarantine_metrics() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
