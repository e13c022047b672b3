import { both } from '@connector/domain/words'
import { authors } from '@connector/domain/words'
import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { problems } from '../../../errors/problem.ts'
import { readConversationAt } from '../../../reads/conversation-at.ts'
import { countConversations, newestConversations, oneConversation } from '../../../reads/conversations.ts'
import { readTimeline } from '../../../reads/timeline.ts'
import { field } from '../../../schemas/field.ts'
import { cursorQuery, limitQuery, nextCursor } from '../../../schemas/paging.ts'
import { conversationCounts, conversationParams, conversationView, tenantParams } from '../../../schemas/views.ts'
import { conversationDetail } from '../../../schemas/timeline.ts'

/** Where conversations come from. There is one source today; asking for another is a mistake, not an empty list. */
const source = z.enum(['empikplace'])

const isTrue = (text: 'true' | 'false' | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'true'

const narrowing = {
  search: field(
    z.string().trim().min(1).max(100),
    'Beginning of the order number, part of the buyer’s name, number of the ticket, or words of what was written: all of ' +
      'them must be there, in any message, without regard to case and marks; a longer word is taken for a beginning.',
    '12345678',
  ).optional(),
  integrationId: field(z.uuid(), 'Only those of this integration.', '5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11').optional(),
}

/** `/api/tenants/:tenantId/conversations`: the newest ones, and one with everything that happened in it. */
export function registerConversations(app: App, { store, logs, directory, now }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/conversations',
    {
      config: { scope: 'conversations:read', audit: 'conversations-listed' },
      schema: {
        operationId: 'listConversations',
        tags: ['Conversations'],
        summary: 'List the newest conversations',
        description: 'The last change first, or by the time to reply.',
        params: tenantParams,
        querystring: z.object({
          source: field(source, 'Where conversations come from.').optional(),
          overdue: field(
            z.enum(['true', 'false']),
            'Only those in which the buyer has waited longer than the settings allow, or only the others.',
          ).optional(),
          parked: field(
            z.enum(['true', 'false']),
            'Only those with a write that needs a person, or only the others.',
          ).optional(),
          waiting: field(
            z.enum(['true', 'false']),
            'Only those in which EmpikPlace waits for the shop’s answer, or only the others.',
          ).optional(),
          outsideCrm: field(
            z.enum(['true', 'false']),
            'Only those of buyers without a CRM record, or only the others.',
          ).optional(),
          lastAuthor: field(z.enum(authors), 'Only those in which the last message is from there.').optional(),
          ticket: field(
            z.enum(['none', 'open', 'closed']),
            'Only those without a ticket, or whose ticket was open or closed when it was last looked at.',
          ).optional(),
          ...narrowing,
          sort: field(
            z.enum(['changed', 'due']).default('changed'),
            '`changed`: the last change first; `due`: what is to be answered first, and last what nobody waits for.',
          ),
          limit: limitQuery,
          cursor: cursorQuery,
        }),
        response: {
          200: z.object({ items: field(z.array(conversationView), 'In the order of `sort`.'), nextCursor }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      const { overdue, parked, waiting, outsideCrm } = request.query
      const filter = {
        ...request.query,
        overdue: isTrue(overdue),
        parked: isTrue(parked),
        waiting: isTrue(waiting),
        outsideCrm: isTrue(outsideCrm),
      }
      return newestConversations(store, tenantId, filter, now())
    },
  )

  app.get(
    '/api/tenants/:tenantId/conversation-counts',
    {
      config: { scope: 'conversations:read' },
      schema: {
        operationId: 'countConversations',
        tags: ['Conversations'],
        summary: 'Count conversations by view',
        description: 'Of each view how many there are, so that a list can say so before it is opened.',
        params: tenantParams,
        querystring: z.object(narrowing),
        response: { 200: conversationCounts, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      return countConversations(store, tenantId, request.query, now())
    },
  )

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
