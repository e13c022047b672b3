import { both, inBoth } from '@connector/domain/words'
import {
  autoReplyVerdicts,
  imaginedFacts,
  nextMessageFacts,
  previewAutoReplies,
  silences,
  silenceWords,
  verdictWords,
} from '@connector/domain/auto-replies'
import type { ConversationState } from '@connector/domain/conversation'
import { autoReplies, businessHours, holidays } from '@connector/domain/settings'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../deps.ts'
import { assertMayReadTexts } from '../../../../authentication/texts.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { oneConversation } from '../../../../reads/conversations.ts'
import { field } from '../../../../schemas/field.ts'
import { bothLanguages, conversationParams, integrationParams } from '../../../../schemas/views.ts'

const instant = z.iso.datetime({ offset: true })

const madeUp = z.strictObject({
  firstMessage: field(z.boolean().default(true), 'Whether it is the first message of the conversation.'),
  categoryId: field(
    z.number().int().positive(),
    'Category of the ticket; the integration’s own when absent.',
    12,
  ).optional(),
  orderId: field(z.string().max(200), 'Number of the order.', '12345678-A').optional(),
  firstName: field(z.string().max(200), 'First name of the buyer.', 'Jan').optional(),
})

const body = z
  .strictObject({
    writtenAt: field(instant, 'When the buyer writes; now when absent.', '2026-03-01T20:15:00+01:00').optional(),
    seenAt: field(
      instant,
      'When the connector sees it, after an outage say; at once when absent.',
      '2026-03-01T20:17:00+01:00',
    ).optional(),
    threadId: conversationParams.shape.threadId.optional(),
    conversation: field(madeUp, 'A conversation that there is not.').optional(),
    autoReplies: field(autoReplies, 'Not saved yet; those of the integration when absent.').optional(),
    businessHours: field(businessHours, 'Not saved yet; those of the integration when absent.').optional(),
    holidays: field(holidays, 'Not saved yet; those of the integration when absent.').optional(),
  })
  .refine(
    ({ threadId, conversation }) => (threadId === undefined) !== (conversation === undefined),
    inBoth(both('albo threadId, albo conversation', 'Either threadId or conversation')),
  )

const replyId = field(z.string(), 'Id of the automatic reply.', 'noca')
const replyName = field(z.string(), 'Name of the automatic reply.', 'Poza godzinami')

const answer = z.object({
  calendar: field(
    z.object({
      warsaw: field(z.string(), 'Polish time of the message.', '2026-03-01 20:15'),
      open: field(z.boolean(), 'Whether it falls into the business hours.'),
      holiday: field(z.string().nullable(), 'Name of the day off, in Polish.', 'Boże Ciało'),
    }),
    'What the calendar says of that moment.',
  ),
  reply: field(
    z
      .object({
        autoReplyId: replyId,
        name: replyName,
        text: field(z.string(), 'The text with its variables filled in.', 'Odpowiemy jutro od 8:00.'),
        sendAt: field(instant, 'When it would be sent.', '2026-03-01T19:15:00.000Z'),
        notAfter: field(instant, 'When it would be too late to send it.', '2026-03-02T07:15:00.000Z'),
        mirrorAs: field(z.enum(['reply', 'comment']), 'What it becomes in the ticket.'),
      })
      .nullable(),
    'What would be sent; null for nothing.',
  ),
  silence: field(
    z
      .object({
        reason: field(z.enum(silences), 'Why, for programs.'),
        why: field(bothLanguages, 'Why, for people.'),
      })
      .nullable(),
    'Why the message gets no automatic reply, whichever there are.',
  ),
  autoReplies: field(
    z.array(
      z.object({
        id: replyId,
        name: replyName,
        verdict: field(z.enum(autoReplyVerdicts), 'What became of it, for programs.'),
        why: field(bothLanguages, 'Why, for people.'),
      }),
    ),
    'Every automatic reply, in the order in which they are tried.',
  ),
})

/**
 * `POST …/integrations/:integrationId/auto-replies/preview`: which automatic answer a message of a buyer would get, in a
 * conversation that is known or made up, and why not the others. Nothing is changed; it is the very code that decides.
 */
export function registerAutoRepliesPreview(app: App, { store, repository, directory, now }: RouteDeps): void {
  async function known(ref: z.output<typeof conversationParams>): Promise<ConversationState> {
    // The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
    if (!(await oneConversation(store, ref)))
      throw new ApiError(
        'conversation.unknown',
        both(
          `W integracji ${ref.integrationId} konta ${ref.tenantId} nie ma konwersacji ${ref.threadId}.`,
          `Integration ${ref.integrationId} of tenant ${ref.tenantId} has no conversation ${ref.threadId}.`,
        ),
      )
    return (await repository.conversation(ref)).state
  }

  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/auto-replies/preview',
    {
      config: { scope: 'config', audit: 'conversation-read', idempotency: { none: 'nothing is changed' } },
      schema: {
        operationId: 'previewAutoReplies',
        tags: ['Previews'],
        summary: 'Preview the automatic replies',
        description:
          'Which automatic reply a message of a buyer would get, in a conversation that is known (`threadId`) or made up (`conversation`), and why not the others. A known one takes the scope `conversations:read` besides.',
        problems: ['conversation.unknown'],
        params: integrationParams,
        body,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      if (request.body.threadId !== undefined) {
        assertMayReadTexts(request)
        request.audited = { ...request.params, threadId: request.body.threadId }
      }
      const { threadId = '', conversation, writtenAt, seenAt, ...drafts } = request.body
      const { settings: saved, shopName } = await directory.integration(request.params)
      const settings = {
        ...saved,
        autoReplies: drafts.autoReplies ?? saved.autoReplies,
        businessHours: drafts.businessHours ?? saved.businessHours,
        holidays: drafts.holidays ?? saved.holidays,
      }
      const at = writtenAt === undefined ? now() : new Date(writtenAt)
      const ref = { ...request.params, threadId }
      const facts = conversation
        ? imaginedFacts({ ...conversation, writtenAt: at, categoryId: conversation.categoryId ?? settings.categoryId })
        : nextMessageFacts(ref, await known(ref), at, settings)
      const moment = { now: seenAt === undefined ? at : new Date(seenAt), shopName }
      const { calendar, request: reply, silence, verdicts } = previewAutoReplies(facts, moment, settings)
      return {
        calendar: { ...calendar, holiday: calendar.holiday ?? null },
        reply: reply ?? null,
        silence: silence ? { reason: silence, why: silenceWords[silence] } : null,
        autoReplies: verdicts.map(({ autoReplyId: id, name, verdict }) => ({
          id,
          name,
          verdict,
          why: verdictWords[verdict],
        })),
      }
    },
  )
}
