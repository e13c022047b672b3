import { both } from '@connector/domain/words'
import { z } from 'zod'
import { causeOf } from '../../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { requestAddition } from '../../../../reads/customer-addition.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { oneConversation } from '../../../../reads/conversations.ts'
import { field } from '../../../../schemas/field.ts'
import { conversationParams } from '../../../../schemas/views.ts'

const answer = z.object({
  status: field(z.enum(['requested', 'in-crm']), 'Whether the record is asked for or there.'),
  thuliumCustomerId: field(z.int().nullable(), 'Number of the CRM record, once there is one.', 812),
})

/**
 * `POST …/conversations/:threadId/add-to-crm`: adds a buyer who was left outside the CRM. Asking twice is asking once; after a
 * failure it is tried again.
 */
export function registerAddConversationToCrm(app: App, deps: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/conversations/:threadId/add-to-crm',
    {
      config: { scope: 'operate', audit: 'buyer-added' },
      schema: {
        operationId: 'addConversationToCrm',
        tags: ['Conversations'],
        summary: 'Add a buyer to the CRM',
        description:
          'For a buyer who was left outside by the settings. Asking twice is asking once; after a failure it is tried again.',
        problems: ['conversation.unknown', 'customer.not_outside', 'write.contention'],
        params: conversationParams,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const ref = request.params
      await deps.directory.integration(ref)
      // The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
      if (!(await oneConversation(deps.store, ref)))
        throw new ApiError(
          'conversation.unknown',
          both(
            `W koncie ${ref.tenantId} nie ma takiej konwersacji.`,
            `Tenant ${ref.tenantId} has no such conversation.`,
          ),
        )
      const view = await requestAddition(deps, ref, 'api', causeOf(request))
      return view.status === 'in-crm'
        ? { status: 'in-crm' as const, thuliumCustomerId: view.thuliumCustomerId }
        : { status: 'requested' as const, thuliumCustomerId: null }
    },
  )
}
