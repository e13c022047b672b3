import {
  autoReplies,
  autoReplyVerdicts,
  businessHours,
  holidays,
  imaginedFacts,
  nextMessageFacts,
  previewAutoReplies,
  silences,
  silenceWords,
  verdictWords,
  type ConversationState,
} from '@connector/domain'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../../app.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { oneConversation } from '../../../../reads/conversations.ts'
import { conversationParams, integrationParams } from '../../../schemas.ts'

const instant = z.iso.datetime({ offset: true })

const madeUp = z.strictObject({
  firstMessage: z.boolean().default(true),
  /** The integration's own when absent. */
  categoryId: z.number().int().positive().optional(),
  orderId: z.string().max(200).optional(),
  firstName: z.string().max(200).optional(),
})

const body = z
  .strictObject({
    /** When the buyer writes; now when absent. */
    writtenAt: instant.optional(),
    /** When the connector sees it, after an outage say; at once when absent. */
    seenAt: instant.optional(),
    threadId: conversationParams.shape.threadId.optional(),
    conversation: madeUp.optional(),
    /** Settings that are not saved yet; those of the integration when absent. */
    autoReplies: autoReplies.optional(),
    businessHours: businessHours.optional(),
    holidays: holidays.optional(),
  })
  .refine(
    ({ threadId, conversation }) => (threadId === undefined) !== (conversation === undefined),
    'Either threadId or conversation',
  )

const bothLanguages = z.object({ pl: z.string(), en: z.string() })

const answer = z.object({
  calendar: z.object({ warsaw: z.string(), open: z.boolean(), holiday: z.string().nullable() }),
  /** What would be sent, and when. */
  reply: z
    .object({
      autoReplyId: z.string(),
      name: z.string(),
      text: z.string(),
      sendAt: instant,
      notAfter: instant,
      mirrorAs: z.enum(['reply', 'comment']),
    })
    .nullable(),
  /** Why the message gets no automatic answer, whichever there are. */
  silence: z.object({ reason: z.enum(silences), why: bothLanguages }).nullable(),
  autoReplies: z.array(
    z.object({ id: z.string(), name: z.string(), verdict: z.enum(autoReplyVerdicts), why: bothLanguages }),
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
        `Integration ${ref.integrationId} of tenant ${ref.tenantId} has no conversation ${ref.threadId}.`,
      )
    return (await repository.conversation(ref)).state
  }

  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/auto-replies/preview',
    {
      config: { scope: 'config' },
      schema: { params: integrationParams, body, response: { 200: answer, ...problems } },
    },
    async (request) => {
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
