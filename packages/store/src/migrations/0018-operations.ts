import type { Migration } from '../migration.ts'

/**
 * Operations: what people want looked at or repaired. `operations` is a read model of their streams; how far each has come is
 * written by whoever carries it out, and lost it begins anew. Those of all tenants have the tenant `*`.
 */
export const migration: Migration = {
  sql: `
create table operations (
  tenant_id       text not null,
  operation_id    text not null,
  kind            text not null,
  -- Null where the scope is not narrowed to one.
  integration_id  text,
  thread_id       text,
  scope           jsonb not null,
  dry_run         boolean not null,
  requested_at    timestamptz not null,
  requested_by    text not null,
  reason          text,
  status          text not null check (status in ('open', 'finished', 'cancelled', 'failed')),
  ended_at        timestamptz,
  cancelled_by    text,
  result          jsonb,
  failure         text,
  primary key (tenant_id, operation_id)
);
create index operations_by_time on operations (tenant_id, requested_at desc, operation_id);
create index operations_open on operations (requested_at, operation_id) where status = 'open';

create table operation_runs (
  tenant_id     text not null,
  operation_id  text not null,
  -- Grows with every owner; what an older one writes is refused.
  fence         bigint not null,
  owner         text,
  expires_at    timestamptz,
  -- After a failure, not before then.
  not_before    timestamptz not null,
  started_at    timestamptz not null,
  updated_at    timestamptz not null,
  -- Where it goes on.
  cursor        jsonb,
  done          bigint not null default 0,
  total         bigint,
  findings      int not null default 0,
  faults        int not null default 0,
  fault         text,
  primary key (tenant_id, operation_id)
);

create table operation_findings (
  tenant_id       text not null,
  operation_id    text not null,
  place           int not null,
  what            text not null,
  -- Whose it is; of an operation of all tenants the tenant is not told by the row.
  of_tenant       text not null,
  integration_id  text,
  thread_id       text,
  subject         text not null,
  detail          text not null,
  evidence        jsonb not null,
  cure            text,
  primary key (tenant_id, operation_id, place)
);

-- How far each stream was when the log was verified up to the cursor; emptied at its end.
create table operation_streams (
  tenant_id     text not null,
  operation_id  text not null,
  stream_id     text collate "C" not null,
  revision      int not null,
  primary key (tenant_id, operation_id, stream_id)
);

-- Read models are filled here beside the live ones; its tables are made after every migration.
create schema rebuild;
`,
}
