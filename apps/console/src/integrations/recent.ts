import { ask, client } from '../api/client.ts'
import type { Conversation } from '../api/queries.ts'

const tried = 20

/** The last conversations of a shop, to try something on. */
export const recentConversations = async (tenantId: string, integrationId: string): Promise<Conversation[]> =>
  (
    await ask(
      client.GET('/api/tenants/{tenantId}/conversations', {
        params: { path: { tenantId }, query: { integrationId, limit: tried } },
      }),
    )
  ).items
