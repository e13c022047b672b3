import type { Tally } from '@connector/service-kit'
import { relaxedCommit, type Query } from '@connector/store'
import { sql } from 'kysely'

/** Adds what a process has counted to the counts of all; another process may be asked for them. */
export async function reportTally({ db }: { db: Query }, tally: Tally): Promise<void> {
  const counts = tally.take()
  if (counts.length === 0) return
  try {
    // In the order of their key, or two processes would wait for each other. One row of each: a histogram whose report failed
    // comes back as counts, beside what was observed since.
    await sql`
      insert into service_counters (name, labels, value)
      select name, labels, sum(value) from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
        as counted (name text, labels jsonb, value double precision)
      where ${relaxedCommit} group by name, labels order by name, labels
      on conflict (name, labels) do update set value = service_counters.value + excluded.value
    `.execute(db)
  } catch (error) {
    // The next report has them.
    for (const { name, labels, value } of counts) tally.add(name, labels, value)
    throw error
  }
}
