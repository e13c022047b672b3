import { erasedText, withoutPersonal } from '@connector/domain/events'
import { conversationStream, integrationStream, type ConversationRef } from '@connector/domain/words'
import type { EventLog, RecordedEvent } from '@connector/event-log'
import { keyOwnerOf } from '@connector/repository'
import type { Query } from '@connector/store'
import { sql } from 'kysely'

/** From now on nothing is sealed with the key of a conversation. @returns the generation of the newest one, -1 where there is none */
export async function retireKeys(db: Query, ref: ConversationRef): Promise<number> {
  const { rows } = await sql<{ newest: number }>`
    with retired as (
      update conversation_keys set retired_at = coalesce(retired_at, now())
      where tenant_id = ${ref.tenantId} and owner = ${conversationStream(ref)} and wrapped_key is not null
      returning generation
    ) select coalesce(max(generation), -1) as newest from retired
  `.execute(db)
  return rows[0]?.newest ?? -1
}

/** For good: what was sealed with them cannot be opened by anybody, in backups that are made from now on and in every rebuild. */
export async function wipeKeys(db: Query, tenantId: string, owner: string, generation: number): Promise<void> {
  await sql`
    update conversation_keys set wrapped_key = null, retired_at = coalesce(retired_at, now()), erased_at = now()
    where tenant_id = ${tenantId} and owner = ${owner} and generation <= ${generation} and wrapped_key is not null
  `.execute(db)
}

const isSealed = ({ metadata }: RecordedEvent): boolean => typeof metadata['sealed'] === 'number'

/** Events of before there were keys lose their texts in their rows. @returns how many could not, since they are chained */
export async function blankUnsealed(db: Query, events: readonly RecordedEvent[]): Promise<number> {
  const personal = events.flatMap((event) => {
    const blank = isSealed(event) ? event.data : withoutPersonal(event.type, event.data)
    return JSON.stringify(blank) === JSON.stringify(event.data) ? [] : [{ event, blank }]
  })
  for (const { event, blank } of personal)
    await sql`select erase_unsealed(${event.streamId}, ${event.revision}, ${JSON.stringify(blank)}::jsonb)`.execute(db)
  if (personal.length === 0) return 0
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from events e
    join unnest(${personal.map(({ event }) => event.streamId)}::text[], ${personal.map(({ event }) => event.revision)}::int[])
      as p (stream_id, revision) using (stream_id, revision)
    where e.digest is not null
  `.execute(db)
  return rows[0]?.left ?? 0
}

/** Inputs of the shop that could not be read and name the conversation or its buyer. */
export async function unreadablesAbout(
  log: EventLog,
  ref: ConversationRef,
  customerId: string | undefined,
): Promise<RecordedEvent[]> {
  const names = [ref.threadId, ...(customerId === undefined || customerId === '' ? [] : [customerId])]
  const events = await log.readStream(integrationStream(ref))
  return events.filter(
    ({ type, data }) =>
      type === 'InputUnreadable' && names.some((name) => JSON.stringify(data['raw'] ?? '').includes(name)),
  )
}

export async function eraseUnreadables(db: Query, events: readonly RecordedEvent[]): Promise<void> {
  for (const event of events.filter(isSealed))
    await wipeKeys(db, event.metadata.tenantId, keyOwnerOf(event.streamId, event), 0)
  await blankUnsealed(db, events)
}

/** Texts of one conversation in whatever is not made of the log, or not yet. @param revision of the event that tells of the erasure */
export async function blankTables(db: Query, ref: ConversationRef, revision: number): Promise<void> {
  const { tenantId, integrationId, threadId } = ref
  const its = sql`tenant_id = ${tenantId} and integration_id = ${integrationId} and thread_id = ${threadId}`
  for (const schema of ['public', 'rebuild']) {
    await sql`
      update ${sql.table(`${schema}.effects`)} set failure_message = ${erasedText}
      where ${its} and failure_message is not null and seq < ${revision} * 1024::bigint
    `.execute(db)
    // The live row is made of the log, unless its stream is set aside.
    await sql`
      update ${sql.table(`${schema}.conversations`)} set subject = ${erasedText}, customer_name = ${erasedText}, last_words = ''
      where ${its} and revision < ${revision}
    `.execute(db)
    await sql`
      delete from ${sql.table(`${schema}.conversation_words`)} where ${its} and revision < ${revision}
    `.execute(db)
  }
  await sql`delete from answer_files where ${its}`.execute(db)
  const stream = conversationStream(ref)
  await sql`
    update quarantined_streams set reason = ${erasedText} where tenant_id = ${tenantId} and stream_id = ${stream}
  `.execute(db)
  await sql`
    update idempotency_keys set body = null where tenant_id = ${tenantId} and body is not null
      and (position(${threadId} in path) > 0 or position(${threadId} in body) > 0)
  `.execute(db)
}
