import { createHash } from 'node:crypto'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'

/** What streams tell of: conversations by `change`, open writes by `effects`, how the tenant is doing by `status`. */
export const subjects = ['change', 'effects', 'status'] as const
export type Subject = (typeof subjects)[number]

/** For each subject what it looks like; `mark` differs whenever that has changed. */
export type Newest = Record<Subject, { mark: string; data: Record<string, unknown> } | undefined>

/**
 * How many of the newest rows are compared. The newest time alone would miss a change that was recorded a little
 * earlier than another and shown a little later.
 */
const compared = 20

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

const row = z.object({
  conversations: z.array(
    z.object({ integration_id: z.string(), thread_id: z.string(), revision: z.number(), changed_at: z.string() }),
  ),
  effects: z.object({ waiting: z.number(), uncertain: z.number(), parked: z.number(), newest: z.string().nullable() }),
  status: z.unknown(),
})

/**
 * The head of an index, the open writes, a row for each shop, and what rests all shops at once: a restore that nobody has
 * confirmed, and views that are filled anew. No time that ticks by itself is among it.
 */
const marks = (tenantId: string) => sql<{ found: unknown }>`
  select json_build_object(
    'conversations', (select coalesce(json_agg(c), '[]') from (
      select integration_id, thread_id, revision, changed_at from conversations
      where tenant_id = ${tenantId} order by changed_at desc limit ${compared}) as c),
    'effects', (select json_build_object('waiting', count(*) filter (where state in ('planned', 'claimed')),
        'uncertain', count(*) filter (where state = 'unknown'), 'parked', count(*) filter (where state = 'parked'),
        'newest', max(seq)::text)
      from effects where tenant_id = ${tenantId} and state <> 'confirmed'),
    'status', json_build_array(
      (select json_agg(json_build_array(integration_id, status, state->'missingFields') order by integration_id)
        from integrations where tenant_id = ${tenantId}),
      (select json_agg(json_build_array(integration_id, side, failure_class, failures >= 3) order by integration_id, side)
        from polls where tenant_id = ${tenantId}),
      (select count(*) from quarantined_streams where tenant_id = ${tenantId}),
      (select json_agg(json_build_array(state, reason)) from tenant_rests where tenant_id = ${tenantId}),
      (select json_agg(restored_at) from restores where confirmed_at is null),
      (select read_models_are_rebuilding()))) as found`

export async function readNewest(store: TenantStore, tenantId: string): Promise<Newest> {
  const { rows } = await store.inTenant(tenantId, (db) => marks(tenantId).execute(db))
  const { conversations, effects, status } = row.parse(rows[0]?.found)
  const [first] = conversations
  const lines = conversations.map((one) => `${one.integration_id}/${one.thread_id}/${one.revision}`).sort()
  const { newest, ...counts } = effects
  return {
    change: first && {
      mark: digest(lines.join('\n')),
      data: { changedAt: new Date(first.changed_at).toISOString() },
    },
    effects: { mark: digest(JSON.stringify([counts, newest])), data: counts },
    status: { mark: digest(JSON.stringify(status)), data: {} },
  }
}

/** All marks as the id of an event, which a reader sends back after he was away. */
export const idOf = (newest: Newest): string => subjects.map((subject) => newest[subject]?.mark ?? '-').join('.')

/** The subjects that look different from what a reader has seen, in their order. */
export function changedSince(seen: string, newest: Newest): Subject[] {
  const marksSeen = seen.split('.')
  return subjects.filter((subject, place) => newest[subject] && newest[subject].mark !== marksSeen[place])
}
