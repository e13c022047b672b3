import { addUp, insertMissing, keysOf, upsert, type Query, type Row } from '@connector/store'
import { sql } from 'kysely'
import type { Changes, EffectMark, IntegrationChange } from './changes.ts'
import { integrationToJson } from './integration-json.ts'
import { setAside } from './quarantine.ts'

/**
 * Writes gathered changes, one statement per table that changed. Repeating it would count the hours twice: changes are
 * gathered from events that the rows do not hold yet, and written in the transaction that moves the checkpoint.
 */
export async function writeChanges(db: Query, changes: Changes): Promise<void> {
  const { tenants, integrations, conversations, customers, effects, hours, operations, quarantined, rests, words } =
    changes
  await upsert(db, 'tenants', keysOf.tenants, [...tenants.values()])
  await upsert(db, 'tenant_rests', keysOf.tenant_rests, [...rests.values()])
  await upsert(db, 'integrations', keysOf.integrations, [...integrations.values()].map(integrationRow))
  await upsert(db, 'conversations', keysOf.conversations, [...conversations.values()])
  await upsert(db, 'conversation_words', keysOf.conversation_words, words)
  await forgetWords(db, changes.forgotten)
  await upsert(db, 'customers', keysOf.customers, [...customers.values()])
  // An effect that has its row already keeps it: the row knows more of its fate than the plan does.
  await insertMissing(db, 'effects', keysOf.effects, [...effects.values()])
  await markEffects(db, changes)
  await setAside(db, [...quarantined.values()])
  await upsert(db, 'operations', keysOf.operations, [...operations.values()])
  await addUp(db, 'hourly_counts', keysOf.hourly_counts, [...hours.values()])
}

async function forgetWords(db: Query, forgotten: Changes['forgotten']): Promise<void> {
  for (const { tenantId, integrationId, threadId, before } of forgotten)
    await db
      .deleteFrom('conversation_words')
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .where('thread_id', '=', threadId)
      .where('revision', '<', before)
      .execute()
}

const integrationRow = ({ state, ...about }: IntegrationChange): Row<'integrations'> => ({
  ...about,
  settings: state.settings ?? null,
  status: state.status,
  started_at: state.startedAt ?? null,
  state: integrationToJson(state),
})

/** Locks rows in the order of their key, as the ledger does: otherwise the two would wait for each other. */
async function lockEffects(db: Query, marks: readonly EffectMark[]): Promise<void> {
  await sql`
    select from effects e
    join unnest(${marks.map((mark) => mark.tenant_id)}::text[], ${marks.map((mark) => mark.effect_key)}::text[])
      as m (tenant_id, effect_key) using (tenant_id, effect_key)
    where e.state <> 'confirmed' order by e.tenant_id, e.effect_key for update of e
  `.execute(db)
}

async function markEffects(db: Query, { settled, parked, unparked }: Changes): Promise<void> {
  const marks = [...parked.values(), ...unparked.values()]
  if (marks.length > 0) await lockEffects(db, marks)
  if (settled.length > 0)
    // One that is claimed is settled by whoever holds it, or, when he is gone, by whoever looks it up and finds its outcome in
    // the log; nearly all are. The two never wait for each other and no outcome is written twice.
    await sql`
      with others as (
        select e.tenant_id, e.effect_key from effects e
        join unnest(${settled.map((mark) => mark.tenant_id)}::text[], ${settled.map((mark) => mark.effect_key)}::text[])
          as s (tenant_id, effect_key) using (tenant_id, effect_key)
        where e.state in ('planned', 'unknown', 'parked')
        order by e.tenant_id, e.effect_key for update of e
      )
      update effects e set state = 'confirmed', settled_at = now()
      from others o
      where e.tenant_id = o.tenant_id and e.effect_key = o.effect_key and e.state in ('planned', 'unknown', 'parked')
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
        passed_over = 0, lasting_failures = 0, gateway_answers = 0, own_faults = 0, parked_at = null, parked_code = null
      from unnest(${rows.map((mark) => mark.tenant_id)}::text[], ${rows.map((mark) => mark.effect_key)}::text[])
        as r (tenant_id, effect_key)
      where e.tenant_id = r.tenant_id and e.effect_key = r.effect_key and e.state = 'parked'
    `.execute(db)
  }
}
