import type { Migration } from '../migration.ts'

/** Tries that failed by what does not pass by itself are counted apart from those of an outage. */
export const migration: Migration = {
  sql: 'alter table effects add column lasting_failures int not null default 0',
}
