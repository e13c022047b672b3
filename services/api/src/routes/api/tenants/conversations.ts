import { authors } from '@connector/domain/words'
import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { countConversations, newestConversations } from '../../../reads/conversations.ts'
import { field } from '../../../schemas/field.ts'
import { cursorQuery, limitQuery, nextCursor } from '../../../schemas/paging.ts'
import { conversationCounts, conversationView, tenantParams } from '../../../schemas/views.ts'

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

/** What narrows and orders the list. */
const listQuery = z.object({
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
    'Only those in which EmpikPlace waits for the shop’s answer, or the customer for that of a person; or only the others.',
  ).optional(),
  outsideCrm: field(
    z.enum(['true', 'false']),
    'Only those of buyers without a CRM record, or only the others.',
  ).optional(),
  customerId: field(z.string().min(1).max(200), 'Only those of this buyer, of all shops.', 'c-1000123').optional(),
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
})

/** `/api/tenants/:tenantId/conversations`: the newest ones, and how many of each view. */
export function registerConversations(app: App, { store, directory, now }: RouteDeps): void {
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
        querystring: listQuery,
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
}
