import { both } from '@connector/domain/words'
import { z } from 'zod'
import { writerOf } from '../../../../authentication/caller.ts'
import { causeOf } from '../../../../authentication/cause.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { newIdOf } from '../../../../idempotency/install.ts'
import { exampleAnswerId } from '../../../../schemas/answer.ts'
import { field } from '../../../../schemas/field.ts'
import { conversationParams } from '../../../../schemas/views.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { settingsFor } from './answers.ts'

/** `POST …/conversations/:threadId/comments`: an internal comment in the ticket, which nobody at EmpikPlace sees. */
export function registerComments(app: App, deps: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/conversations/:threadId/comments',
    {
      config: { scope: 'operate', audit: 'comment-written' },
      schema: {
        operationId: 'writeComment',
        tags: ['Conversations'],
        summary: 'Write an internal comment',
        description: 'It goes into the ticket, and to nobody at EmpikPlace.',
        problems: ['conversation.unknown', 'answer.no_ticket', 'write.contention'],
        params: conversationParams,
        body: z.strictObject({
          text: field(z.string().trim().min(1).max(20_000), 'The comment.', 'Zapytać magazyn, zanim odpiszemy.'),
        }),
        response: {
          201: z.object({ commentId: field(z.uuid(), 'Id of the comment.', exampleAnswerId) }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const ref = request.params
      await settingsFor(deps, ref)
      const commentId = newIdOf(request)
      const data = {
        ...{ commentId, text: request.body.text, writtenBy: writerOf(request) },
        writtenAt: deps.now().toISOString(),
      }
      await deps.repository.changeConversation(ref, causeOf(request), ({ ticketId, comments }) => {
        if (ticketId === undefined)
          throw new ApiError(
            'answer.no_ticket',
            both(
              'Konwersacja nie ma zgłoszenia, w którym mógłby stanąć komentarz.',
              'The conversation has no ticket in which the comment could stand.',
            ),
          )
        return comments.some((known) => known.commentId === commentId) ? [] : [{ type: 'CommentWritten', data }]
      })
      void reply.code(201)
      return { commentId }
    },
  )
}
