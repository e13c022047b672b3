import { z } from 'zod'
import { assertMayReadTexts } from '../../../../authentication/texts.ts'
import { problems } from '../../../../errors/problem.ts'
import { previewOf } from '../../../../reads/answers.ts'
import { answerPreview, text, to } from '../../../../schemas/answer.ts'
import { field } from '../../../../schemas/field.ts'
import { conversationParams } from '../../../../schemas/views.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { answersUrl, settingsFor } from './answers.ts'

/** `POST …/conversations/:threadId/answers/preview`: an answer as it would go out. */
export function registerAnswerPreview(app: App, deps: RouteDeps): void {
  app.post(
    `${answersUrl}/preview`,
    {
      config: { scope: 'operate', audit: 'conversation-read', idempotency: { none: 'nothing is changed' } },
      schema: {
        operationId: 'previewAnswer',
        tags: ['Previews'],
        summary: 'Preview an answer',
        description:
          'To whom it would go, the text as they would get it, room for files, and what a person should look at again. Takes the scope `conversations:read` besides.',
        problems: ['conversation.unknown'],
        params: conversationParams,
        body: z.strictObject({
          to: to.optional(),
          text,
          read: field(
            z.string().max(200),
            'Id of the newest message that its writer has seen.',
            '9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45',
          ).optional(),
        }),
        response: { 200: answerPreview, ...problems },
      },
    },
    async (request) => {
      assertMayReadTexts(request)
      const ref = request.params
      const { to: chosen, text: written, read } = request.body
      const settings = await settingsFor(deps, ref)
      const { state } = await deps.repository.conversation(ref)
      return previewOf(ref, state, { to: chosen, text: written, read }, settings)
    },
  )
}
