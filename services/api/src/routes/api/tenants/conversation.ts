import { both } from '@connector/domain/words'
import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { problems } from '../../../errors/problem.ts'
import { readConversationAt } from '../../../reads/conversation-at.ts'
import { oneConversation } from '../../../reads/conversations.ts'
import { readTimeline } from '../../../reads/timeline.ts'
import { field } from '../../../schemas/field.ts'
import { conversationParams } from '../../../schemas/views.ts'
import { conversationDetail } from '../../../schemas/timeline.ts'

/** `/api/tenants/:tenantId/conversations/:integrationId/:threadId`: one with everything that happened in it. */
export function registerConversation(app: App, { store, logs, directory, now }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/conversations/:integrationId/:threadId',
    {
      config: { scope: 'conversations:read', audit: 'conversation-read' },
      schema: {
        operationId: 'getConversation',
        tags: ['Conversations'],
        summary: 'Read a conversation',
        description:
          'With everything that happened in it, from the log. With `at`, what the log knew at that moment: events recorded by then, and the state that they come to.',
        problems: ['conversation.unknown'],
        params: conversationParams,
        querystring: z.object({
          at: field(
            z.iso.datetime({ offset: true }),
            'A moment that is not in the future.',
            '2026-03-02T08:15:00.000Z',
          ).optional(),
        }),
        response: { 200: conversationDetail, ...problems },
      },
    },
    async (request) => {
      const ref = request.params
      await directory.tenant(ref.tenantId)
      // The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
      const conversation = await oneConversation(store, ref, now())
      if (!conversation)
        throw new ApiError(
          'conversation.unknown',
          both(
            `W koncie ${ref.tenantId} nie ma takiej konwersacji.`,
            `Tenant ${ref.tenantId} has no such conversation.`,
          ),
        )
      if (request.query.at === undefined)
        return { ...conversation, events: await readTimeline({ store, logs }, ref), stateAt: null }
      const at = new Date(request.query.at)
      if (at > now())
        throw new ApiError('request.invalid', undefined, [
          { field: 'query.at', message: 'Lies in the future', messagePl: 'leży w przyszłości' },
        ])
      const stateAt = await readConversationAt(logs, ref, at)
      if (!stateAt)
        throw new ApiError(
          'conversation.unknown',
          both(
            'W tej chwili nic jeszcze nie było wiadomo o tej konwersacji.',
            'Nothing was known of the conversation at that moment.',
          ),
        )
      return { ...conversation, events: await readTimeline({ store, logs }, ref, at), stateAt }
    },
  )
}
