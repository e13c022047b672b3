import type { Migration } from '../migration.ts'

/** What a gateway answered and what our own code could not do, each for itself; `lasting_failures` goes on with what was doubted. */
export const migration: Migration = {
  sql: `alter table effects add column gateway_answers int not null default 0,
    add column own_faults int not null default 0`,
}
