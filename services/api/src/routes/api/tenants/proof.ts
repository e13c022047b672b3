import { both } from '@connector/domain/words'
import type { App, RouteDeps } from '../../deps.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { problems } from '../../../errors/problem.ts'
import { sendPage } from '../../../pages/page.ts'
import { proofPage } from '../../../pages/proof.ts'
import { readProof } from '../../../reads/proof.ts'
import { proof } from '../../../schemas/proof.ts'
import { conversationParams } from '../../../schemas/views.ts'

/** `GET …/conversations/:integrationId/:threadId/proof`: what a shop shows when somebody claims that it did not answer. */
export function registerProof(app: App, { store, logs, directory, now }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/conversations/:integrationId/:threadId/proof',
    {
      config: { scope: 'conversations:read', audit: 'conversation-read' },
      schema: {
        operationId: 'proveConversation',
        tags: ['Conversations'],
        summary: 'Prove how a conversation was handled',
        description:
          'Every message and reply: when it was written, recorded, put into the ticket, sent and confirmed, under which ids of both sides, tried how often. With `accept: text/html` a page to be printed, in Polish or English by `accept-language`.',
        problems: ['conversation.unknown', 'log.unreadable'],
        unchecked: {
          200: {
            description: 'The document, or the page.',
            content: { 'text/html': { schema: { type: 'string' as const } } },
          },
        },
        params: conversationParams,
        response: { 200: proof, ...problems },
      },
    },
    async (request, reply) => {
      const ref = request.params
      await directory.tenant(ref.tenantId)
      // Read through connections that see one tenant: another one's stream has no events there.
      const document = await readProof({ store, logs }, ref, now())
      if (!document)
        throw new ApiError(
          'conversation.unknown',
          both(
            `W koncie ${ref.tenantId} nie ma takiej konwersacji.`,
            `Tenant ${ref.tenantId} has no such conversation.`,
          ),
        )
      if (!request.headers.accept?.includes('text/html')) return document
      await sendPage(reply, proofPage(document))
      return reply as never
    },
  )
}
