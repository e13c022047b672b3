import { both } from '@connector/domain/words'
import { fileType, outgoingName } from '@connector/domain/attachments'
import { z } from 'zod'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { keepFile } from '../../../../reads/answers.ts'
import { exampleAnswerId } from '../../../../schemas/answer.ts'
import { field } from '../../../../schemas/field.ts'
import { conversationParams, count, plainText } from '../../../../schemas/views.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { settingsFor } from './answers.ts'

const largest = 10 * 1024 * 1024
/** Base64 has four characters for three bytes; the rest of the document is small. */
const bodyLimit = Math.ceil(largest / 3) * 4 + 4_096

const fileId = field(z.uuid(), 'Made by the caller: the same at every try.', exampleAnswerId)

/** `PUT …/conversations/:threadId/files/:fileId`: a file for an answer that is still being written. */
export function registerAnswerFiles(app: App, deps: RouteDeps): void {
  app.put(
    '/api/tenants/:tenantId/integrations/:integrationId/conversations/:threadId/files/:fileId',
    {
      config: { scope: 'operate', audit: 'file-handed-over' },
      bodyLimit,
      schema: {
        operationId: 'handOverFile',
        tags: ['Conversations'],
        summary: 'Hand over a file for an answer',
        description: 'Kept until the answer is sent, at most 7 days; the log holds its name and size alone.',
        problems: ['conversation.unknown', 'answer.files'],
        params: conversationParams.extend({ fileId }),
        body: z.strictObject({
          name: field(plainText(200), 'Name of the file, with its ending.', 'etykieta.pdf'),
          contentType: field(
            z.string().regex(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/),
            'Type of its content.',
            'application/pdf',
          ),
          content: field(z.base64().min(4).max(bodyLimit), 'The file in base64, at most 10 MB of it.', 'JVBERi0xLjQ='),
        }),
        response: {
          200: z.object({ fileId, bytes: count('Size of the file.', 20_480) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { fileId: id, ...ref } = request.params
      const { name, contentType } = request.body
      const { attachments } = await settingsFor(deps, ref)
      if (!attachments.allowedTypes.includes(fileType(outgoingName(name))))
        throw new ApiError(
          'answer.files',
          both(`EmpikPlace nie przyjmuje takich plików jak ${name}.`, `EmpikPlace takes no files like ${name}.`),
        )
      const content = Buffer.from(request.body.content, 'base64')
      if (content.length > Math.min(largest, attachments.conversationLimitBytes))
        throw new ApiError(
          'answer.files',
          both(
            `Plik ma ${content.length} bajtów, więcej, niż mieści konwersacja.`,
            `The file has ${content.length} bytes, more than a conversation may hold.`,
          ),
        )
      const file = { fileId: id, name, bytes: content.length, contentType, content }
      if (!(await keepFile(deps.store, ref, file)))
        throw new ApiError(
          'answer.files',
          both(
            'Zbyt wiele plików czeka na odpowiedzi, których nie wysłano.',
            'Too many files wait for answers that were not sent.',
          ),
        )
      return { fileId: id, bytes: content.length }
    },
  )
}
