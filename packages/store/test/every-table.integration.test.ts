import { createTestDatabase, noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { backupTables, migrate, readModels, schemaDigest } from '../src/index.ts'
import { clearTables } from '../src/scrub.ts'

/** Tables of which no copy of the log has a row, and why nothing is missed. The log itself is in the copy, event by event. */
const leftOutOfCopies: Record<string, string> = {
  ...because('the log itself, which a copy has in its own form', 'events', 'log_chains', 'log_home'),
  ...because('parts of the ledger, which is made from the log', 'effects_open', 'effects_settled'),
  ...because('where the read models are: they begin anew', 'checkpoints', 'restores'),
  ...because('who works now: shared out anew within seconds', 'leases', 'workers', 'operation_runs', 'alert_watch'),
  ...because('how far an operation has come: whoever wants it asks again', 'operation_streams', 'operation_findings'),
  ...because('looks at the outside: the next one finds it again', 'polls', 'ticket_reads', 'thulium_looks'),
  ...because('looks at the outside: the next one finds it again', 'reply_sightings', 'shop_claims'),
  ...because('counters and peaks, which begin at 0', 'call_budgets', 'call_peaks', 'service_counters'),
  ...because('what was published: refeed begins where a person says', 'feed_publisher'),
  ...because('kept for a day at most', 'idempotency_keys', 'answer_files'),
}

/** Tables whose rows hold no text of a buyer in clear, and what they hold instead. */
const withoutTexts: Record<string, string> = {
  ...because('sealed under keys that an erasure deletes', 'events'),
  ...because('keys, themselves sealed', 'data_keys', 'credentials', 'conversation_keys', 'log_signing_keys'),
  ...because('a parent without rows: they lie in its parts', 'effects'),
  ...because('digests and places of the log', 'log_heads', 'log_chains', 'log_home', 'checkpoints', 'restores'),
  ...because('who may come in', 'access_keys', 'signing_keys', 'used_launch_links', 'thulium_webhooks'),
  ...because('settings and states of ours', 'tenants', 'tenant_rests', 'integrations', 'shop_claims', 'feed_publisher'),
  ...because('ids, kinds and times', 'audit_entries', 'operations', 'operation_runs', 'operation_streams'),
  ...because('ids, kinds and times', 'operation_findings', 'customers', 'polls', 'ticket_reads', 'thulium_looks'),
  ...because('ids, kinds and times', 'reply_sightings', 'leases', 'workers', 'alert_watch'),
  ...because('words of ours about what is wrong', 'alerts', 'alert_incidents', 'alert_deliveries', 'alert_targets'),
  ...because('counts', 'hourly_counts', 'call_budgets', 'call_peaks', 'service_counters'),
}

function because(reason: string, ...tables: string[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [table, reason]))
}

const twice = (...lists: readonly string[][]): string[] => {
  const all = lists.flat()
  return all.filter((table, place) => all.indexOf(table) !== place)
}

t.test('every table', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  t.teardown(() => database.drop())
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like '%migrations' order by 1`,
  )
  await client.end()
  const tables = rows.map(({ name }) => name)

  t.test('is made from the log, is in its copies, or is left out of them for a reason', (t) => {
    const lists = [[...readModels], [...backupTables], Object.keys(leftOutOfCopies)]
    t.strictSame(lists.flat().sort(), tables)
    t.strictSame(twice(...lists), [])
    t.end()
  })

  t.test('is written anew after an erasure, or holds no text of a buyer', (t) => {
    const lists = [clearTables.map((table) => table.replace('public.', '')), Object.keys(withoutTexts)]
    t.strictSame(lists.flat().sort(), tables)
    t.strictSame(twice(...lists), [])
    t.end()
  })
})
