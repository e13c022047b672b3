import { decodeEvent, isIntegrationEvent } from '@connector/domain/events'
import { emptyIntegration, evolveIntegration } from '@connector/domain/integration'
import { beginParts, readModelParts } from '@connector/store'
import type { Api } from './api.ts'

/** Says that both services work for a tenant. */
export async function workersAtWork(api: Api, tenantId: string): Promise<void> {
  const expires_at = new Date('2100-01-01T00:00:00Z')
  for (const service of ['ingest', 'projector'] as const) {
    await api.worker.db
      .insertInto('workers')
      .values({ service, owner: 'test', expires_at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await api.worker.db
      .insertInto('leases')
      .values({ service, tenant_id: tenantId, owner: 'test', fence: 1, expires_at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** What the projector does with the events of an integration, for tests that need nothing else of it. */
export async function projectIntegration(api: Api, tenantId: string, integrationId: string): Promise<void> {
  const events = await api.log.readStream(`integration-${tenantId}-${integrationId}`)
  let state = emptyIntegration
  for (const stored of events) {
    const event = decodeEvent(stored)
    if (isIntegrationEvent(event)) state = evolveIntegration(state, event, stored.recordedAt)
  }
  const values = {
    settings: state.settings ? JSON.stringify(state.settings) : null,
    status: state.status,
    started_at: state.startedAt ?? null,
    state: JSON.stringify({ ...state, unreadable: [...state.unreadable] }),
    changed_at: events.at(-1)?.recordedAt ?? new Date(),
    revision: events.length - 1,
  }
  await api.worker.db
    .insertInto('integrations')
    .values({ tenant_id: tenantId, integration_id: integrationId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'integration_id']).doUpdateSet(values))
    .execute()
}

/** Says that everything recorded so far is in the read models. */
export async function projectedAll(api: Api): Promise<void> {
  const position = (await api.log.head()) ?? null
  await beginParts(api.worker.db, { position, rebuild_until: null })
  await api.worker.db.updateTable('checkpoints').set({ position }).where('projection', 'in', readModelParts).execute()
}

export interface ConversationFacts {
  tenantId: string
  integrationId: string
  threadId: string
  subject?: string
  ticketId?: number
  changedAt?: Date
  replyNeededSince?: Date
  unansweredSince?: Date
}

/** A row as the projector writes it. */
export async function projectConversation(api: Api, facts: ConversationFacts): Promise<void> {
  const { tenantId, integrationId, threadId, subject = 'Faktura', ticketId = null, changedAt = new Date() } = facts
  const { replyNeededSince = null, unansweredSince = null } = facts
  await api.worker.db
    .insertInto('conversations')
    .values({
      tenant_id: tenantId,
      integration_id: integrationId,
      thread_id: threadId,
      subject,
      customer_id: 'c-1',
      customer_name: 'Anna K.',
      order_id: null,
      order_recorded: false,
      thulium_customer_id: null,
      ticket_id: ticketId,
      message_count: 1,
      last_message_at: changedAt,
      last_author: 'customer',
      replies_pending: 1,
      replies_sent: 2,
      reply_needed_since: replyNeededSince,
      unanswered_since: unansweredSince,
      planning: JSON.stringify({ ticketPlanned: true, held: [] }),
      revision: 0,
      changed_at: changedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'integration_id', 'thread_id'])
        .doUpdateSet(({ eb }) => ({ changed_at: changedAt, revision: eb('conversations.revision', '+', 1) })),
    )
    .execute()
}

export async function projectEffect(
  api: Api,
  facts: {
    tenantId: string
    integrationId: string
    threadId: string
    key: string
    state: string
    plannedAt: Date
    settledAt?: Date
    kind?: string
  },
): Promise<void> {
  await api.worker.db
    .insertInto('effects')
    .values({
      tenant_id: facts.tenantId,
      effect_key: facts.key,
      integration_id: facts.integrationId,
      thread_id: facts.threadId,
      lane: 'thulium',
      kind: facts.kind ?? 'message:mirror',
      subject: facts.key,
      seq: 1,
      holds_lane: false,
      state: facts.state,
      claimed_at: null,
      not_before: facts.plannedAt,
      failure_class: null,
      failure_message: null,
      planned_at: facts.plannedAt,
      settled_at: facts.settledAt ?? null,
    })
    .execute()
}
