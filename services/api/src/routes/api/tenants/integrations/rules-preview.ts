import { both, inBoth } from '@connector/domain/words'
import { explainRoute, ruleOutcomes, type RoutingFacts } from '@connector/domain/routing'
import { conditionNames, contacts, priorities, rules } from '@connector/domain/settings'
import { messageText } from '@connector/domain/mail'
import { toPlainText } from '@connector/domain/text'
import { authors, entityTypes, freeText, kindOf, topicTypeNames } from '@connector/domain/words'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../deps.ts'
import { assertMayReadTexts } from '../../../../authentication/texts.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { oneConversation } from '../../../../reads/conversations.ts'
import { routingFactsOf } from '../../../../reads/routing-facts.ts'
import { field } from '../../../../schemas/field.ts'
import { bothLanguages, conversationParams, integrationParams } from '../../../../schemas/views.ts'

const topic = z
  .strictObject({
    type: field(z.string().max(50).default(freeText), `${topicTypeNames.map((name) => `\`${name}\``).join(' or ')}.`),
    value: field(z.string().max(500), 'The text, or the code.', 'Reklamacja'),
    label: field(z.string().max(500), 'What EmpikPlace calls the code.', 'Produkt uszkodzony').optional(),
  })
  .default({ type: freeText, value: '' })

const madeUp = z.strictObject({
  topic: field(topic, 'Topic of the conversation.'),
  text: field(z.string().max(50_000).default(''), 'Text of the message that opens the ticket.'),
  orderState: field(z.string().max(100), 'State of the order at EmpikPlace.', 'SHIPPED').optional(),
  entityType: field(z.enum(entityTypes).default(entityTypes[0]), 'Kind of the conversation.'),
  author: field(z.enum(authors).default('customer'), 'Who writes.'),
  contact: field(z.enum(contacts).default('first'), 'Whether the buyer has had a ticket before.'),
})

const body = z
  .strictObject({
    threadId: conversationParams.shape.threadId.optional(),
    conversation: field(madeUp, 'A conversation that there is not.').optional(),
    rules: field(rules, 'Rules that are not saved yet; those of the integration when absent.').optional(),
  })
  .refine(
    ({ threadId, conversation }) => (threadId === undefined) !== (conversation === undefined),
    inBoth(both('albo threadId, albo conversation', 'Either threadId or conversation')),
  )

const ruleId = field(z.string(), 'Id of the rule.', 'reklamacje')
const ruleName = field(z.string(), 'Name of the rule.', 'Reklamacje')

const answer = z.object({
  decision: field(
    z.object({
      rule: field(
        z.object({ id: ruleId, name: ruleName }).nullable(),
        'The rule that decides; null when none matches.',
      ),
      queueId: field(z.int(), 'Number of the queue in Thulium.', 7),
      categoryId: field(z.int(), 'Number of the category in Thulium.', 12),
      tags: field(z.array(z.string()), 'Tags besides "EmpikPlace".', ['reklamacja']),
      priority: field(z.enum(priorities).nullable(), 'Priority, which becomes a tag.'),
    }),
    'Where the ticket would go.',
  ),
  rules: field(
    z.array(
      z.object({
        id: ruleId,
        name: ruleName,
        outcome: field(z.enum(ruleOutcomes), 'What became of the rule.'),
        why: field(bothLanguages, 'Why.'),
        conditions: field(
          z.array(
            z.object({
              condition: field(z.enum(conditionNames), 'Name of the condition in the settings.'),
              holds: field(z.boolean(), 'Whether it holds.'),
              why: field(bothLanguages, 'Why.'),
            }),
          ),
          'Its conditions, one by one.',
        ),
      }),
    ),
    'Every rule, in the order in which they are tried.',
  ),
})

const factsOf = ({ topic, text, orderState, entityType, author, contact }: z.output<typeof madeUp>): RoutingFacts => {
  const kind = kindOf(entityType)
  return {
    kind,
    topic: { ...topic, value: toPlainText(topic.value) },
    text: messageText(text),
    author,
    orderStates: orderState === undefined ? [] : [orderState],
    contact: kind === 'operator' ? undefined : contact,
  }
}

/**
 * `POST …/integrations/:integrationId/rules/preview`: which rule would decide on a conversation, known or made up, and why
 * each of the others does not. Nothing is changed; it is the very code that decides.
 */
export function registerRulesPreview(app: App, { store, logs, directory }: RouteDeps): void {
  async function knownFacts(ref: z.output<typeof conversationParams>): Promise<RoutingFacts> {
    // The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
    const facts = (await oneConversation(store, ref)) && (await routingFactsOf({ store, logs }, ref))
    if (!facts)
      throw new ApiError(
        'conversation.unknown',
        both(
          `W integracji ${ref.integrationId} konta ${ref.tenantId} nie ma konwersacji ${ref.threadId}.`,
          `Integration ${ref.integrationId} of tenant ${ref.tenantId} has no conversation ${ref.threadId}.`,
        ),
      )
    return facts
  }

  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/rules/preview',
    {
      config: { scope: 'config', audit: 'conversation-read', idempotency: { none: 'nothing is changed' } },
      schema: {
        operationId: 'previewRules',
        tags: ['Previews'],
        summary: 'Preview the rules',
        description:
          'Which rule would decide on a conversation, known (`threadId`) or made up (`conversation`), and why each of the others does not. A known one takes the scope `conversations:read` besides.',
        problems: ['conversation.unknown'],
        params: integrationParams,
        body,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { threadId, conversation, rules: draft } = request.body
      if (threadId !== undefined) {
        assertMayReadTexts(request)
        request.audited = { ...request.params, threadId }
      }
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
