import { both } from '@connector/domain/words'
import { requestAnswer, undoMs, withdrawAnswer } from '@connector/domain/replies'
import type { ConversationRef } from '@connector/domain/words'
import { z } from 'zod'
import { callerOf, writerOf } from '../../../../authentication/caller.ts'
import { causeOf } from '../../../../authentication/cause.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { newIdOf } from '../../../../idempotency/install.ts'
import { keptFiles } from '../../../../reads/answers.ts'
import { oneConversation } from '../../../../reads/conversations.ts'
import { answerId, answerSent, exampleAnswerId, text, to } from '../../../../schemas/answer.ts'
import { field } from '../../../../schemas/field.ts'
import { conversationParams } from '../../../../schemas/views.ts'
import type { App, RouteDeps } from '../../../deps.ts'

export const answersUrl = '/api/tenants/:tenantId/integrations/:integrationId/conversations/:threadId/answers'

const fileIds = field(z.array(z.uuid()).max(20).default([]), 'Files that were handed over before, in their order.', [
  exampleAnswerId,
])

/**
 * The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
 * @throws {ApiError} tenant.unknown, integration.unknown, conversation.unknown
 */
export async function settingsFor({ directory, store }: RouteDeps, ref: ConversationRef) {
  const { settings } = await directory.integration(ref)
  if (!(await oneConversation(store, ref)))
    throw new ApiError(
      'conversation.unknown',
      both(`W koncie ${ref.tenantId} nie ma takiej konwersacji.`, `Tenant ${ref.tenantId} has no such conversation.`),
    )
  return settings
}

/** `POST …/conversations/:threadId/answers`: an answer to the buyer, the operator or both, sent as an agent's is; and taken back. */
export function registerAnswers(app: App, deps: RouteDeps): void {
  app.post(
    answersUrl,
    {
      config: { scope: 'operate', audit: 'answer-written' },
      schema: {
        operationId: 'writeAnswer',
        tags: ['Conversations'],
        summary: 'Answer in a conversation',
        description:
          'It is written down at once and sent after 10 s, until when it can be taken back. The ticket shows it once it is sent.',
        problems: [
          'conversation.unknown',
          'answer.no_ticket',
          'answer.no_reader',
          'answer.buyer_waits',
          'answer.length',
          'answer.files',
          'answer.file_unknown',
          'write.contention',
        ],
        params: conversationParams,
        body: z.strictObject({
          to,
          text,
          files: fileIds,
          leaveBuyerOut: field(
            z.boolean().default(false),
            'Whoever writes knows that the buyer waits for an answer and will not see this one.',
          ),
        }),
        response: { 201: answerSent, ...problems },
      },
    },
    async (request, reply) => {
      const ref = request.params
      const { files, leaveBuyerOut, ...written } = request.body
      const settings = await settingsFor(deps, ref)
      const kept = await keptFiles(deps.store, ref, files)
      if (kept.length < new Set(files).size)
        throw new ApiError(
          'answer.file_unknown',
          both(
            'Jednego z plików nie przekazano albo nie jest już przechowywany.',
            'One of the files was not handed over, or is kept no longer.',
          ),
        )
      const writtenAt = deps.now()
      const answer = {
        ...written,
        ...{ answerId: newIdOf(request), files: kept, writtenAt, leavesBuyerOut: leaveBuyerOut },
        writtenBy: writerOf(request),
      }
      await deps.repository.changeConversation(ref, causeOf(request), (state) =>
        requestAnswer(ref, state, answer, settings),
      )
      void reply.code(201)
      return { answerId: answer.answerId, sendAt: new Date(writtenAt.getTime() + undoMs).toISOString() }
    },
  )

  app.post(
    `${answersUrl}/:answerId/withdraw`,
    {
      config: { scope: 'operate', audit: 'answer-withdrawn' },
      schema: {
        operationId: 'withdrawAnswer',
        tags: ['Conversations'],
        summary: 'Take back an answer',
        description: 'Until it is sent. Asking twice is asking once.',
        problems: ['conversation.unknown', 'answer.unknown', 'answer.under_way', 'write.contention'],
        params: conversationParams.extend({ answerId }),
        response: { 200: z.object({ answerId }), ...problems },
      },
    },
    async (request) => {
      const { answerId: id, ...ref } = request.params
      await settingsFor(deps, ref)
      const withdrawal = { answerId: id, withdrawnBy: callerOf(request).keyId, now: deps.now() }
      await deps.repository.changeConversation(ref, causeOf(request), (state) => withdrawAnswer(ref, state, withdrawal))
      return { answerId: id }
    },
  )
}
