import { explainRoute } from '@connector/domain/routing'
import { rules } from '@connector/domain/settings'
import { z } from 'zod'
import { assertMayReadTexts } from '../../../../authentication/texts.ts'
import { problems } from '../../../../errors/problem.ts'
import { newestConversations } from '../../../../reads/conversations.ts'
import { routingFactsOf } from '../../../../reads/routing-facts.ts'
import { field } from '../../../../schemas/field.ts'
import { conversationParams, count, integrationParams } from '../../../../schemas/views.ts'
import type { App, RouteDeps } from '../../../deps.ts'

/** Two pages of the list: read together, they share round trips to the log. */
const mostTried = 200

const ruleId = field(z.string(), 'Id of the rule.', 'reklamacje')
const ruleName = field(z.string(), 'Name of the rule.', 'Reklamacje')

const answer = z
  .object({
    tried: count('How many conversations were tried: the last ones, at most 200.', 200),
    none: count('Those that no rule catches: queue and category of the integration hold.', 12),
    rules: field(
      z.array(z.object({ id: ruleId, name: ruleName, caught: count('Conversations that it decides on.', 31) })),
      'Every rule, in the order in which they are tried.',
    ),
    conversations: field(
      z.array(
        z.object({
          threadId: conversationParams.shape.threadId,
          subject: field(z.string(), 'Topic of the conversation.', 'Reklamacja'),
          rule: field(ruleName.nullable(), 'The rule that decides; null when none matches.', 'Reklamacje'),
          queueId: field(z.int(), 'Number of the queue in Thulium.', 7),
          categoryId: field(z.int(), 'Number of the category in Thulium.', 12),
          tags: field(z.array(z.string()), 'Tags besides "EmpikPlace".', ['reklamacja']),
        }),
      ),
      'The conversations, the last change first.',
    ),
  })
  .meta({ id: 'RulesOnRecent' })

/** `POST …/integrations/:integrationId/rules/preview-recent`: what rules would have caught among the last conversations. */
export function registerRulesRecent(app: App, { store, logs, directory, now }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/rules/preview-recent',
    {
      config: { scope: 'config', audit: 'conversations-listed', idempotency: { none: 'nothing is changed' } },
      schema: {
        operationId: 'previewRulesOnRecent',
        tags: ['Previews'],
        summary: 'Preview the rules on the last conversations',
        description:
          'How many of the last 200 conversations each rule would decide on, by the very code that decides. Takes the scope `conversations:read` besides.',
        params: integrationParams,
        body: z.strictObject({
          rules: field(rules, 'Rules that are not saved yet; those of the integration when absent.').optional(),
        }),
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      assertMayReadTexts(request)
      const { tenantId, integrationId } = request.params
      const { settings } = await directory.integration(request.params)
      const draft = { ...settings, rules: request.body.rules ?? settings.rules }
      const { items } = await newestConversations(store, tenantId, { integrationId, limit: mostTried }, now())
      const tried = await Promise.all(
        items.map(async ({ threadId, subject }) => {
          const facts = await routingFactsOf({ store, logs }, { tenantId, integrationId, threadId })
          return facts ? [{ threadId, subject, ...explainRoute(facts, draft).decision }] : []
        }),
      )
      const conversations = tried.flat()
      return {
        tried: conversations.length,
        none: conversations.filter(({ rule }) => rule === undefined).length,
        rules: draft.rules.map(({ id, name }) => ({
          ...{ id, name },
          caught: conversations.filter(({ rule }) => rule?.id === id).length,
        })),
        conversations: conversations.map(({ threadId, subject, rule, queueId, categoryId, tags }) => ({
          ...{ threadId, subject, queueId, categoryId, tags: [...tags] },
          rule: rule?.name ?? null,
        })),
      }
    },
  )
}
