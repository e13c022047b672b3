import { conversationStream } from '@connector/domain'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../app.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { problems } from '../../../errors/problem.ts'
import { newestConversations, oneConversation } from '../../../reads/conversations.ts'
import { conversationDetail, conversationParams, conversationView, tenantParams } from '../../schemas.ts'

/** Where conversations come from. There is one source today; asking for another is a mistake, not an empty list. */
const source = z.enum(['empikplace'])

/** `/api/tenants/:tenantId/conversations`: the newest ones, and one with everything that happened in it. */
export function registerConversations(app: App, { store, log, directory, now }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/conversations',
    {
      config: { scope: 'status:read' },
      schema: {
        params: tenantParams,
        querystring: z.object({
          source: source.optional(),
          overdue: z.enum(['true', 'false']).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: z.object({ items: z.array(conversationView) }), ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      const { limit, overdue } = request.query
      const filter = { limit, overdue: overdue === undefined ? undefined : overdue === 'true' }
      return { items: await newestConversations(store, tenantId, filter, now()) }
    },
  )

  app.get(
    '/api/tenants/:tenantId/conversations/:integrationId/:threadId',
    {
      config: { scope: 'status:read' },
      schema: { params: conversationParams, response: { 200: conversationDetail, ...problems } },
    },
    async (request) => {
      const ref = request.params
      await directory.tenant(ref.tenantId)
      // The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
      const conversation = await oneConversation(store, ref, now())
      if (!conversation) throw new ApiError('conversation.unknown', `Tenant ${ref.tenantId} has no such conversation.`)
      const events = await log.readStream(conversationStream(ref))
      return {
        ...conversation,
        events: events
          .filter(({ metadata }) => metadata.tenantId === ref.tenantId)
          .map(({ type, recordedAt, data }) => ({ type, recordedAt: recordedAt.toISOString(), data })),
      }
    },
  )
}
