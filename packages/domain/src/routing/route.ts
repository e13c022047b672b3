import { ordersOf } from '../conversation/known-orders.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { ConversationRouted, SeenMessage } from '../events/conversation-events.ts'
import type { BothLanguages } from '../words/both-languages.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import type { Priority, Rule } from '../settings/rules.ts'
import { messageText } from '../mail/message-text.ts'
import { toPlainText } from '../text/plain-text.ts'
import { checkConditions, type ConditionFinding, type RoutingFacts } from './rule-conditions.ts'
import { threadKind } from './thread-kind.ts'

/** `not-reached`: an earlier rule has decided, whatever the conditions of this one say. */
export const ruleOutcomes = ['decides', 'does-not-hold', 'disabled', 'not-reached'] as const
export type RuleOutcome = (typeof ruleOutcomes)[number]

export interface RuleExplanation {
  id: string
  name: string
  outcome: RuleOutcome
  why: BothLanguages
  conditions: ConditionFinding[]
}

/** What becomes of the ticket. `rule` is absent when none held and the integration's own queue and category stand. */
export type RouteDecision = Pick<ConversationRouted, 'rule' | 'queueId' | 'categoryId' | 'tags' | 'priority'>

export interface RouteExplanation {
  decision: RouteDecision
  /** All rules, in their order. */
  rules: RuleExplanation[]
}

export type RoutingSettings = Pick<IntegrationSettings, 'rules' | 'queueId' | 'categoryId'>

/** What a look tells beyond the conversation itself. */
export interface RoutingContext {
  firstContact: boolean
  topicLabel?: string | undefined
}

/** Thulium's API takes no priority (docs/outside/thulium.md: tickets), so a tag tells it. */
const priorityTags: Record<Priority, readonly string[]> = {
  low: ['priorytet: niski'],
  normal: [],
  high: ['priorytet: wysoki'],
}

function decisionOf(rule: Rule | undefined, { queueId, categoryId }: RoutingSettings): RouteDecision {
  if (!rule) return { queueId, categoryId, tags: [] }
  const { priority, tags = [] } = rule.then
  return {
    rule: { id: rule.id, name: rule.name },
    queueId: rule.then.queueId ?? queueId,
    categoryId: rule.then.categoryId ?? categoryId,
    tags: [...new Set([...tags, ...(priority ? priorityTags[priority] : [])])],
    ...(priority ? { priority } : {}),
  }
}

function whyNot(findings: readonly ConditionFinding[]): BothLanguages {
  const failed = findings.filter(({ holds }) => !holds)
  return { pl: failed.map(({ why }) => why.pl).join(' '), en: failed.map(({ why }) => why.en).join(' ') }
}

const decides: BothLanguages = {
  pl: 'To pierwsza włączona reguła, której wszystkie warunki są spełnione.',
  en: 'It is the first enabled rule with all its conditions fulfilled.',
}
const disabled: BothLanguages = { pl: 'Reguła jest wyłączona.', en: 'The rule is switched off.' }
const notReached: BothLanguages = {
  pl: 'Rozstrzygnęła już wcześniejsza reguła.',
  en: 'An earlier rule has decided already.',
}

/** The first enabled rule with all its conditions fulfilled decides; one without conditions always holds. */
export function explainRoute(facts: RoutingFacts, settings: RoutingSettings): RouteExplanation {
  let chosen: Rule | undefined
  const explain = (rule: Rule): Pick<RuleExplanation, 'outcome' | 'why' | 'conditions'> => {
    const conditions = checkConditions(rule.when, facts)
    if (!rule.enabled) return { outcome: 'disabled', why: disabled, conditions }
    if (chosen) return { outcome: 'not-reached', why: notReached, conditions }
    if (!conditions.every(({ holds }) => holds))
      return { outcome: 'does-not-hold', why: whyNot(conditions), conditions }
    chosen = rule
    return { outcome: 'decides', why: decides, conditions }
  }
  const rules = settings.rules.map((rule) => ({ id: rule.id, name: rule.name, ...explain(rule) }))
  return { decision: decisionOf(chosen, settings), rules }
}

/** @param message the one that opens the ticket; it may be among those of the state already */
export function routingFacts(
  state: ConversationState,
  message: SeenMessage,
  { firstContact, topicLabel }: RoutingContext,
): RoutingFacts {
  const { thread } = message
  const kind = threadKind(thread, [...state.messages, message])
  return {
    kind,
    topic: { type: thread.topic.type, value: toPlainText(thread.topic.value), label: topicLabel },
    text: messageText(message.body),
    author: message.author,
    orderStates: ordersOf(state).map((order) => order.state),
    contact: kind === 'operator' ? undefined : firstContact ? 'first' : 'follow-up',
  }
}

/** Queue, category, tags and priority of the ticket that this message opens. */
export function routeConversation(
  state: ConversationState,
  message: SeenMessage,
  context: RoutingContext,
  settings: RoutingSettings,
): ConversationRouted {
  const { decision } = explainRoute(routingFacts(state, message, context), settings)
  const { firstContact, topicLabel } = context
  return {
    messageId: message.messageId,
    ...decision,
    firstContact,
    ...(topicLabel === undefined ? {} : { topicLabel }),
  }
}
