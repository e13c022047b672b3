import type { Migration } from '../migration.ts'

/**
 * How near a shop or an account came to the end of its budget, hour by hour. Of an hour the fullest minute is kept and not
 * the sum: the outside refuses by the minute, and 3 000 calls in an hour say nothing of it.
 */
export const migration: Migration = {
  sql: `
create table call_peaks (
  tenant_id       text not null,
  -- '' for the budget of the Thulium account.
  integration_id  text not null,
  side            text not null,
  -- Start of the hour, UTC.
  hour            timestamptz not null,
  -- Most requests that one process started within a minute.
  peak            int not null,
  -- Requests that may start in a minute; null without a limit.
  per_minute      int,
  primary key (tenant_id, integration_id, side, hour)
) with (fillfactor = 70);
-- What is too old is looked for once an hour, of all tenants.
create index call_peaks_hour on call_peaks (hour);
`,
}
