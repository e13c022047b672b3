import type { Query } from '@connector/store'
import { sql } from 'kysely'
import type { Changes, EffectMark } from './batch.ts'
import { integrationToJson } from './integration-json.ts'

/**
 * Writes gathered changes, one statement per table that changed. Repeating it would count the hours twice: changes are
 * gathered from events that the rows do not hold yet, and written in the transaction that moves the checkpoint.
 */
export async function writeChanges(db: Query, changes: Changes): Promise<void> {
  await writeTenants(db, changes)
  await writeIntegrations(db, changes)
  await writeConversations(db, changes)
  await writeCustomers(db, changes)
  await writeEffects(db, changes)
  await markEffects(db, changes)
  await addHours(db, changes)
}

async function writeTenants(db: Query, { tenants }: Changes): Promise<void> {
  for (const row of tenants.values()) {
    const connection = JSON.stringify(row.connection)
    await db
      .insertInto('tenants')
      .values({ ...row, connection })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ connection, revision: row.revision }))
      .execute()
  }
}

async function writeIntegrations(db: Query, { integrations }: Changes): Promise<void> {
  for (const { tenant_id, integration_id, state, changed_at, revision } of integrations.values()) {
    const values = {
      settings: state.settings ? JSON.stringify(state.settings) : null,
      status: state.status,
      started_at: state.startedAt ?? null,
      state: integrationToJson(state),
      changed_at,
      revision,
    }
    await db
      .insertInto('integrations')
      .values({ tenant_id, integration_id, ...values })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'integration_id']).doUpdateSet(values))
      .execute()
  }
}

async function writeConversations(db: Query, { conversations }: Changes): Promise<void> {
  if (conversations.size === 0) return
  await sql`
    insert into conversations
    select * from jsonb_populate_recordset(null::conversations, ${JSON.stringify([...conversations.values()])}::jsonb)
    on conflict (tenant_id, integration_id, thread_id) do update set
      subject = excluded.subject, customer_id = excluded.customer_id, customer_name = excluded.customer_name,
      order_id = excluded.order_id, order_recorded = excluded.order_recorded,
      thulium_customer_id = excluded.thulium_customer_id, outside_crm = excluded.outside_crm, ticket_id = excluded.ticket_id,
      message_count = excluded.message_count, last_message_at = excluded.last_message_at,
      last_author = excluded.last_author, replies_pending = excluded.replies_pending,
      replies_sent = excluded.replies_sent, reply_needed_since = excluded.reply_needed_since, planning = excluded.planning, revision = excluded.revision,
      changed_at = excluded.changed_at
  `.execute(db)
}

async function writeCustomers(db: Query, { customers }: Changes): Promise<void> {
  if (customers.size === 0) return
  await sql`
    insert into customers
    select * from jsonb_populate_recordset(null::customers, ${JSON.stringify([...customers.values()])}::jsonb)
    on conflict (tenant_id, customer_id) do update set thulium_customer_id = excluded.thulium_customer_id
  `.execute(db)
}

/** An effect that has its row already keeps it: the row knows more of its fate than the plan does. */
async function writeEffects(db: Query, { effects }: Changes): Promise<void> {
  if (effects.size === 0) return
  await sql`
    insert into effects (tenant_id, effect_key, integration_id, thread_id, lane, kind, subject, seq, holds_lane, state,
      not_before, planned_at, settled_at)
    select tenant_id, effect_key, integration_id, thread_id, lane, kind, subject, seq, holds_lane, state,
      not_before, planned_at, settled_at
    from jsonb_populate_recordset(null::effects, ${JSON.stringify([...effects.values()])}::jsonb)
    on conflict (tenant_id, effect_key) do nothing
  `.execute(db)
}

/** Locks rows in the order of their key, as the ledger does: otherwise the two would wait for each other. */
async function lockEffects(db: Query, marks: readonly EffectMark[]): Promise<void> {
  await sql`
    select from effects e
    join unnest(${marks.map((mark) => mark.tenant_id)}::text[], ${marks.map((mark) => mark.effect_key)}::text[])
      as m (tenant_id, effect_key) using (tenant_id, effect_key)
    order by e.tenant_id, e.effect_key for update of e
  `.execute(db)
}

async function markEffects(db: Query, { settled, parked, unparked }: Changes): Promise<void> {
  const marks = [...settled, ...parked.values(), ...unparked.values()]
  if (marks.length > 0) await lockEffects(db, marks)
  if (settled.length > 0)
    await sql`
      update effects e set state = 'confirmed', settled_at = now()
      from unnest(${settled.map((mark) => mark.tenant_id)}::text[], ${settled.map((mark) => mark.effect_key)}::text[])
        as s (tenant_id, effect_key)
      where e.tenant_id = s.tenant_id and e.effect_key = s.effect_key and e.state <> 'confirmed'
    `.execute(db)
  if (parked.size > 0)
    // The ledger may have parked it already; when and why are written here alone, so that a rebuild gives the same.
    await sql`
      update effects e set state = 'parked', failure_class = 'refused', failure_message = p.message, parked_at = p.at,
        parked_code = p.code, attempts = greatest(e.attempts, p.attempts)
      from jsonb_to_recordset(${JSON.stringify([...parked.values()])}::jsonb)
        as p (tenant_id text, effect_key text, code text, message text, attempts int, at timestamptz)
      where e.tenant_id = p.tenant_id and e.effect_key = p.effect_key and e.state <> 'confirmed'
    `.execute(db)
  if (unparked.size > 0) {
    const rows = [...unparked.values()]
    await sql`
      update effects e set state = 'unknown', not_before = now(), lookups = 0, failures = 0, ambiguous_sends = 0,
        passed_over = 0, parked_at = null, parked_code = null
      from unnest(${rows.map((mark) => mark.tenant_id)}::text[], ${rows.map((mark) => mark.effect_key)}::text[])
        as r (tenant_id, effect_key)
      where e.tenant_id = r.tenant_id and e.effect_key = r.effect_key and e.state = 'parked'
    `.execute(db)
  }
}

async function addHours(db: Query, { hours }: Changes): Promise<void> {
  if (hours.size === 0) return
  await sql`
    insert into hourly_counts as h
    select * from jsonb_populate_recordset(null::hourly_counts, ${JSON.stringify([...hours.values()])}::jsonb)
    on conflict (tenant_id, integration_id, hour) do update set
      conversations = h.conversations + excluded.conversations, messages = h.messages + excluded.messages,
      replies_requested = h.replies_requested + excluded.replies_requested,
      replies_sent = h.replies_sent + excluded.replies_sent, tickets = h.tickets + excluded.tickets,
      parked = h.parked + excluded.parked
  `.execute(db)
}
