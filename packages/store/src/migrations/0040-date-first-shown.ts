import type { Migration } from '../migration.ts'

/** When a reading first showed the date that the last one showed, by our clock: whether its minute is over needs no other clock. */
export const migration: Migration = {
  sql: 'alter table ticket_reads add column shown_since timestamptz',
}
