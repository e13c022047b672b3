import type { ConversationRef } from '@connector/domain/words'
import { storedText, type RecordedEvent } from '@connector/event-log'
import type { Query } from '@connector/store'
import { sql } from 'kysely'
import { conversationKey, operationKey, type Known, type KnownIntegration } from './changes.ts'
import { emptyRow, type ConversationRow } from './conversation-row.ts'
import type { OperationRow } from './operation-row.ts'
import { refOf } from './ref-of.ts'

/** Only what is written again: beside a newer process there may be columns that this one knows nothing of. */
const conversationColumns = sql.join(
  Object.keys(emptyRow({ tenantId: '', integrationId: '', threadId: '' })).map((column) => sql.ref(`c.${column}`)),
)

/** The rows that a batch of events will change, as they are now. */
export async function readKnown(db: Query, events: readonly RecordedEvent[]): Promise<Known> {
  const conversationRefs = new Map<string, ConversationRef>()
  const integrations = new Map<string, KnownIntegration>()
  let integrationEvents = false
  for (const event of events) {
    const ref = refOf(event)
    if (ref.threadId !== '') conversationRefs.set(conversationKey(ref), ref)
    else if (ref.integrationId !== '') integrationEvents = true
  }

  const refs = [...conversationRefs.values()]
  const { rows } = await sql<ConversationRow>`
    select ${conversationColumns} from conversations c
    join unnest(
      ${refs.map(({ tenantId }) => tenantId)}::text[],
      ${refs.map(({ integrationId }) => integrationId)}::text[],
      ${refs.map(({ threadId }) => threadId)}::text[]
    ) as wanted (tenant_id, integration_id, thread_id) using (tenant_id, integration_id, thread_id)
  `.execute(db)

  if (integrationEvents) {
    const ids = [...new Set(events.map((event) => refOf(event).integrationId))]
    const found = await db.selectFrom('integrations').selectAll().where('integration_id', 'in', ids).execute()
    for (const row of found)
      integrations.set(`${row.tenant_id}/${row.integration_id}`, {
        tenant_id: row.tenant_id,
        integration_id: row.integration_id,
        state: row.state,
        changed_at: row.changed_at,
        revision: row.revision,
      })
  }
  return {
    operations: await knownOperations(db, events),
    conversations: new Map(
      rows.map((row) => [
        conversationKey({ tenantId: row.tenant_id, integrationId: row.integration_id, threadId: row.thread_id }),
        row,
      ]),
    ),
    integrations,
  }
}

/** Nearly always there is none at all. */
async function knownOperations(db: Query, events: readonly RecordedEvent[]): Promise<Map<string, OperationRow>> {
  const ids = events.map(({ data }) => storedText(data, 'operationId')).filter((id) => id !== '')
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('operations')
    .selectAll()
    .where('operation_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [operationKey(row.tenant_id, row.operation_id), row]))
}
