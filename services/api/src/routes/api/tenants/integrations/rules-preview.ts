import {
  authors,
  conditionNames,
  contacts,
  entityTypes,
  explainRoute,
  priorities,
  ruleOutcomes,
  rules,
  toPlainText,
  type RoutingFacts,
} from '@connector/domain'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../../app.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { oneConversation } from '../../../../reads/conversations.ts'
import { routingFactsOf } from '../../../../reads/routing-facts.ts'
import { conversationParams, integrationParams } from '../../../schemas.ts'

const madeUp = z.strictObject({
  topic: z
    .strictObject({
      type: z.string().max(50).default('FREE_TEXT'),
      value: z.string().max(500),
      /** What EmpikPlace calls the code. */
      label: z.string().max(500).optional(),
    })
    .default({ type: 'FREE_TEXT', value: '' }),
  text: z.string().max(50_000).default(''),
  orderState: z.string().max(100).optional(),
  entityType: z.enum(entityTypes).default('MMP_ORDER'),
  author: z.enum(authors).default('customer'),
  contact: z.enum(contacts).default('first'),
})

const body = z
  .strictObject({
    threadId: conversationParams.shape.threadId.optional(),
    conversation: madeUp.optional(),
    /** Rules that are not saved yet; those of the integration when absent. */
    rules: rules.optional(),
  })
  .refine(
    ({ threadId, conversation }) => (threadId === undefined) !== (conversation === undefined),
    'Either threadId or conversation',
  )

const bothLanguages = z.object({ pl: z.string(), en: z.string() })

const answer = z.object({
  decision: z.object({
    rule: z.object({ id: z.string(), name: z.string() }).nullable(),
    queueId: z.number(),
    categoryId: z.number(),
    tags: z.array(z.string()),
    priority: z.enum(priorities).nullable(),
  }),
  rules: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      outcome: z.enum(ruleOutcomes),
      why: bothLanguages,
      conditions: z.array(z.object({ condition: z.enum(conditionNames), holds: z.boolean(), why: bothLanguages })),
    }),
  ),
})

const factsOf = ({ topic, text, orderState, entityType, author, contact }: z.output<typeof madeUp>): RoutingFacts => ({
  kind: entityType,
  topic: { ...topic, value: toPlainText(topic.value) },
  text: toPlainText(text),
  author,
  orderState,
  contact: entityType === 'SELLER_OPERATOR' ? undefined : contact,
})

/**
 * `POST …/integrations/:integrationId/rules/preview`: which rule would decide on a conversation, known or made up, and why
 * each of the others does not. Nothing is changed; it is the very code that decides.
 */
export function registerRulesPreview(app: App, { store, log, directory }: RouteDeps): void {
  async function knownFacts(ref: z.output<typeof conversationParams>): Promise<RoutingFacts> {
    // The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
    const facts = (await oneConversation(store, ref)) && (await routingFactsOf({ store, log }, ref))
    if (!facts)
      throw new ApiError(
        'conversation.unknown',
        `Integration ${ref.integrationId} of tenant ${ref.tenantId} has no conversation ${ref.threadId}.`,
      )
    return facts
  }

  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/rules/preview',
    {
      config: { scope: 'config' },
      schema: { params: integrationParams, body, response: { 200: answer, ...problems } },
    },
    async (request) => {
      const { threadId, conversation, rules: draft } = request.body
      const { settings } = await directory.integration(request.params)
      const facts = conversation
        ? factsOf(conversation)
        : await knownFacts({ ...request.params, threadId: threadId ?? '' })
      const { decision, rules: explained } = explainRoute(facts, { ...settings, rules: draft ?? settings.rules })
      return {
        decision: { ...decision, rule: decision.rule ?? null, priority: decision.priority ?? null },
        rules: explained,
      }
    },
  )
}
