import { conversationStream, integrationStream } from '@connector/domain/words'
import type { TenantLogs } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import type { BuyerExport } from '../schemas/buyer-export.ts'

/** Everything held about a buyer; undefined for one of whom no conversation is known. */
export async function readBuyerExport(
  { store, logs }: { store: TenantStore; logs: TenantLogs },
  tenantId: string,
  customerId: string,
  now: Date,
): Promise<BuyerExport | undefined> {
  const { rows, record } = await store.inTenant(tenantId, async (db) => ({
    rows: await db
      .selectFrom('conversations')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('customer_id', '=', customerId)
      .orderBy('integration_id')
      .orderBy('thread_id')
      .execute(),
    record: await db
      .selectFrom('customers')
      .select('thulium_customer_id')
      .where('tenant_id', '=', tenantId)
      .where('customer_id', '=', customerId)
      .executeTakeFirst(),
  }))
  if (rows.length === 0) return undefined
  const log = logs(tenantId)
  const conversations: BuyerExport['conversations'] = []
  for (const row of rows) {
    const { integration_id: integrationId, thread_id: threadId } = row
    const events = await log.readStream(conversationStream({ tenantId, integrationId, threadId }))
    conversations.push({
      ...{ integrationId, threadId, customerName: row.customer_name, subject: row.subject },
      ...{ orderIds: row.order_ids, ticketId: row.ticket_id },
      erased: events.some(({ type }) => type === 'BuyerErased'),
      events: events.map(({ type, recordedAt, data }) => ({ type, recordedAt: recordedAt.toISOString(), data })),
    })
  }
  const names = [customerId, ...rows.map((row) => row.thread_id)]
  const unreadable: BuyerExport['unreadable'] = []
  for (const integrationId of new Set(rows.map((row) => row.integration_id)))
    for (const { type, data, recordedAt } of await log.readStream(integrationStream({ tenantId, integrationId }))) {
      const raw = data['raw']
      if (type === 'InputUnreadable' && typeof raw === 'string' && names.some((name) => raw.includes(name)))
        unreadable.push({ integrationId, recordedAt: recordedAt.toISOString(), raw })
    }
  return {
    ...{ tenantId, customerId, madeAt: now.toISOString(), crmCustomer: record?.thulium_customer_id ?? null },
    ...{ conversations, unreadable },
    elsewhere: [
      'EmpikPlace keeps its own copy of the conversations and orders, and the files.',
      'Thulium keeps the tickets, the entries and files in them, and the record in its CRM.',
      'Who of the shop read or changed something is in the audit, by ids alone.',
    ],
  }
}
