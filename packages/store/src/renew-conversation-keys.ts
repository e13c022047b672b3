import type { Transaction } from 'kysely'
import { conversationKeyLabel, open, seal } from './sealing.ts'
import type { Tables } from './tables.ts'

/** Re-wrapped at once. */
const pageSize = 1_000

/** Wraps all keys of a tenant anew; its data key is locked, so that none is added meanwhile. */
export async function renewConversationKeys(
  trx: Transaction<Tables>,
  tenantId: string,
  before: Buffer,
  dataKey: Buffer,
): Promise<void> {
  let after: { owner: string; generation: number } | undefined = { owner: '', generation: -1 }
  while (after) {
    const { owner: from, generation: above }: { owner: string; generation: number } = after
    const rows = await trx
      .selectFrom('conversation_keys')
      .select(['owner', 'generation', 'wrapped_key'])
      .where('tenant_id', '=', tenantId)
      .where((eb) => eb(eb.refTuple('owner', 'generation'), '>', eb.tuple(from, above)))
      .orderBy('owner')
      .orderBy('generation')
      .limit(pageSize)
      .execute()
    for (const { owner, generation, wrapped_key: wrapped } of rows) {
      if (wrapped === null) continue
      const label = conversationKeyLabel(tenantId, owner, generation)
      await trx
        .updateTable('conversation_keys')
        .set({ wrapped_key: seal(dataKey, open([before], wrapped, label), label) })
        .where('tenant_id', '=', tenantId)
        .where('owner', '=', owner)
        .where('generation', '=', generation)
        .execute()
    }
    after = rows.at(-1)
  }
}
