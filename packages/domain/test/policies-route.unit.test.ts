import { deepStrictEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { ConversationRouted } from '../src/events/index.ts'
import { observeThread } from '../src/looks/index.ts'
import { explainRoute, routingFacts, type RoutingFacts } from '../src/routing/index.ts'
import { contacts, rule as ruleSchema, type ConditionName, type Rule } from '../src/settings/index.ts'
import { authors, entityTypes, threadKinds } from '../src/words/index.ts'
import { givenConversation } from './support/scenario.ts'
import { lookedAt, message, order, ref, settings, thread } from './support/samples.ts'

const facts: RoutingFacts = {
  kind: 'order',
  topic: { type: 'REASON_CODE', value: '28', label: 'Zwrot towaru' },
  text: 'Kubek przyszedł pęknięty.',
  author: 'customer',
  orderStates: ['SHIPPED'],
  contact: 'first',
}
const rule = (id: string, when: Rule['when'], then: Rule['then'] = {}, enabled = true): Rule => ({
  id,
  name: `Reguła ${id}`,
  enabled,
  when,
  then,
})
const decide = (rules: Rule[], about: RoutingFacts = facts) =>
  explainRoute(about, { rules, queueId: 3, categoryId: 5 }).decision
const explain = (rules: Rule[], about: RoutingFacts = facts) =>
  explainRoute(about, { rules, queueId: 3, categoryId: 5 }).rules
/** What is said of the only condition of the only rule. */
const finding = (when: Rule['when'], about: Partial<RoutingFacts> = {}) =>
  explain([rule('r', when)], { ...facts, ...about })[0]?.conditions[0]

const table: Record<ConditionName, { holds: Rule['when'][]; fails: Rule['when'][] }> = {
  reasonCodes: { holds: [{ reasonCodes: ['28'] }, { reasonCodes: ['1', '28'] }], fails: [{ reasonCodes: ['2'] }] },
  topicWords: {
    holds: [{ topicWords: ['zwrot'] }, { topicWords: ['faktur', 'TOWAR'] }, { topicWords: ['28'] }],
    fails: [{ topicWords: ['faktur'] }, { topicWords: ['28 zwrot'] }],
  },
  textWords: { holds: [{ textWords: ['pekniet'] }], fails: [{ textWords: ['kubki'] }] },
  orderStates: { holds: [{ orderStates: ['shipped'] }], fails: [{ orderStates: ['SHIPPING', 'CLOSED'] }] },
  entityTypes: { holds: [{ entityTypes: ['MMP_OFFER', 'MMP_ORDER'] }], fails: [{ entityTypes: ['SELLER_OPERATOR'] }] },
  authors: { holds: [{ authors: ['customer'] }], fails: [{ authors: ['operator', 'unknown'] }] },
  contact: { holds: [{ contact: 'first' }], fails: [{ contact: 'follow-up' }] },
}

for (const [condition, { holds, fails }] of Object.entries(table))
  await t.test(`${condition} decide for themselves`, (t) => {
    for (const when of holds) t.match(finding(when), { condition, holds: true })
    for (const when of fails) t.match(finding(when), { condition, holds: false })
    t.end()
  })

await t.test('what is not there fulfils no condition', (t) => {
  t.match(finding({ orderStates: ['SHIPPED'] }, { orderStates: [] }), { holds: false })
  t.match(finding({ reasonCodes: ['28'] }, { topic: { type: 'FREE_TEXT', value: '28' } }), { holds: false })
  for (const contact of contacts) t.match(finding({ contact }, { contact: undefined }), { holds: false })
  t.match(finding({ topicWords: ['zwrot'] }, { topic: { type: 'REASON_CODE', value: '28' } }), { holds: false })
  t.end()
})

await t.test('all conditions of a rule must hold; one that is given without values asks for nothing', (t) => {
  t.equal(decide([rule('r', { reasonCodes: ['28'], textWords: ['kubek'] })]).rule?.id, 'r')
  t.equal(decide([rule('r', { reasonCodes: ['28'], textWords: ['talerz'] })]).rule, undefined)
  t.equal(decide([rule('r', { reasonCodes: ['28'], textWords: [], authors: [] })]).rule?.id, 'r')
  t.equal(decide([rule('r', {})]).rule?.id, 'r', 'a rule without conditions always holds')
  t.end()
})

await t.test('without a rule that holds, queue and category are those of the integration', (t) => {
  t.strictSame(decide([rule('r', { reasonCodes: ['1'] }, { queueId: 9 })]), { queueId: 3, categoryId: 5, tags: [] })
  t.end()
})

await t.test('a rule changes what it names and leaves the rest to the integration', (t) => {
  const named = { rule: { id: 'r', name: 'Reguła r' }, queueId: 3, categoryId: 5, tags: [] }
  t.strictSame(decide([rule('r', {})]), named)
  t.strictSame(decide([rule('r', {}, { queueId: 8 })]), { ...named, queueId: 8 })
  t.strictSame(decide([rule('r', {}, { categoryId: 13, tags: ['a', 'b', 'a'] })]), {
    ...named,
    categoryId: 13,
    tags: ['a', 'b'],
  })
  t.end()
})

await t.test('a priority becomes a tag, the normal one none', (t) => {
  t.match(decide([rule('r', {}, { tags: ['a'], priority: 'high' })]), {
    tags: ['a', 'priorytet: wysoki'],
    priority: 'high',
  })
  t.match(decide([rule('r', {}, { priority: 'low' })]), { tags: ['priorytet: niski'], priority: 'low' })
  t.match(decide([rule('r', {}, { priority: 'normal' })]), { tags: [], priority: 'normal' })
  t.end()
})

await t.test('the first enabled rule that holds decides, and each one is explained in both languages', (t) => {
  const rules = [
    rule('off', {}, {}, false),
    rule('other', { reasonCodes: ['27'], orderStates: ['CLOSED'], authors: ['customer'] }),
    rule('this', { topicWords: ['zwrot'] }),
    rule('late', {}),
  ]
  t.equal(decide(rules).rule?.id, 'this')
  t.match(explain(rules), [
    { id: 'off', outcome: 'disabled', why: { pl: 'Reguła jest wyłączona.', en: 'The rule is switched off.' } },
    {
      id: 'other',
      outcome: 'does-not-hold',
      why: {
        pl: 'Kod tematu: „28”; reguła wymaga: „27”. Stan zamówienia: Wysłano (SHIPPED); reguła wymaga: Zamknięto (CLOSED).',
        en: 'Topic code: "28"; the rule wants: "27". Order state: Shipped (SHIPPED); the rule wants: Closed (CLOSED).',
      },
      conditions: [{ holds: false }, { holds: false }, { holds: true, why: { pl: 'Autor: klient.' } }],
    },
    {
      id: 'this',
      outcome: 'decides',
      conditions: [{ why: { pl: 'Temat zawiera „zwrot”.', en: 'The topic contains "zwrot".' } }],
    },
    { id: 'late', outcome: 'not-reached', why: { pl: 'Rozstrzygnęła już wcześniejsza reguła.' } },
  ])
  t.end()
})

await t.test('what the rules see is what the conversation was when its ticket was opened', (t) => {
  const offer = { ...thread, topic: { type: 'REASON_CODE', value: '33' }, entities: [] }
  const opening = message('m1', 'customer', { body: '<p>Czy &amp; jest <b>czerwony</b>?</p>', thread: offer })
  const { state } = givenConversation({ type: 'OrderRecorded', data: order({ state: 'CLOSED' }) })
  t.strictSame(routingFacts(state, opening, { firstContact: false, topicLabel: 'Pytanie o ofertę' }), {
    kind: 'offer',
    topic: { type: 'REASON_CODE', value: '33', label: 'Pytanie o ofertę' },
    text: 'Czy & jest czerwony?',
    author: 'customer',
    orderStates: ['CLOSED'],
    contact: 'follow-up',
  })
  t.end()
})

await t.test('a conversation of the shop with the operator is neither a first contact nor a later one', (t) => {
  const talk = { ...thread, entities: [{ type: 'SELLER_OPERATOR', id: '2001', label: 'Sklep Demo' }] }
  const notice = message('m1', 'operator', { thread: talk })
  t.equal(routingFacts(givenConversation().state, notice, { firstContact: true }).contact, undefined)
  t.end()
})

await t.test('the decision is recorded with the message that opens the ticket', (t) => {
  const rules = [rule('r', { authors: ['customer'], orderStates: ['SHIPPING'] }, { queueId: 8, tags: ['pilne'] })]
  const { events } = givenConversation().when((state) =>
    observeThread(
      ref,
      state,
      {
        messages: [message('m1', 'seller'), message('m2')],
        orders: [order()],
        firstContact: false,
        topicLabel: 'Zwrot',
        now: lookedAt,
      },
      { ...settings, rules },
    ),
  )
  const routed = events.flatMap((event) => (event.type === 'ConversationRouted' ? [event.data] : []))
  const expected: ConversationRouted = {
    messageId: 'm2',
    rule: { id: 'r', name: 'Reguła r' },
    queueId: 8,
    categoryId: 5,
    tags: ['pilne'],
    firstContact: false,
    topicLabel: 'Zwrot',
  }
  t.strictSame(routed, [expected])
  t.end()
})

const words = fc.array(fc.constantFrom('zwrot', 'kubek', 'faktur', 'nie', 'paczk'), { maxLength: 2 })
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const anyWhen: fc.Arbitrary<Rule['when']> = fc.record({
  reasonCodes: optional(fc.array(fc.constantFrom('27', '28'), { maxLength: 2 })),
  topicWords: optional(words),
  textWords: optional(words),
  orderStates: optional(fc.array(fc.constantFrom('SHIPPED', 'CLOSED'), { maxLength: 2 })),
  entityTypes: optional(fc.subarray([...entityTypes])),
  authors: optional(fc.subarray([...authors])),
  contact: optional(fc.constantFrom(...contacts)),
})
const anyRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.uuid(),
  name: fc.constant('Reguła'),
  enabled: fc.boolean(),
  when: anyWhen,
  then: fc.record({
    queueId: optional(fc.integer({ min: 1, max: 9 })),
    tags: optional(fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 })),
    priority: optional(fc.constantFrom('low', 'normal', 'high')),
  }),
})
const anyFacts: fc.Arbitrary<RoutingFacts> = fc.record({
  kind: fc.constantFrom(...threadKinds),
  topic: fc.record({
    type: fc.constantFrom('FREE_TEXT', 'REASON_CODE', 'TRANSLATED_TEXT'),
    value: fc.constantFrom('28', 'Faktura', ''),
    label: optional(fc.constant('Zwrot towaru')),
  }),
  text: fc.constantFrom('Kubek nie przyszedł', 'Gdzie paczka?', ''),
  author: fc.constantFrom(...authors),
  orderStates: fc.array(fc.constantFrom('SHIPPED', 'CLOSED'), { maxLength: 2 }),
  contact: optional(fc.constantFrom(...contacts)),
})
const anyRules = fc.array(anyRule, { maxLength: 6 })

await t.test('rules after the one that decides change nothing, wherever they stand behind it', (t) => {
  fc.assert(
    fc.property(anyFacts, anyRules, anyRules, (about, rules, later) => {
      const place = explain(rules, about).findIndex(({ outcome }) => outcome === 'decides')
      fc.pre(place >= 0)
      deepStrictEqual(decide([...rules.slice(0, place + 1), ...later], about), decide(rules, about))
    }),
  )
  t.end()
})

await t.test('the explanation agrees with the decision', (t) => {
  fc.assert(
    fc.property(anyFacts, anyRules, (about, rules) => {
      const explained = explain(rules, about)
      deepStrictEqual(
        explained.flatMap(({ id, outcome }) => (outcome === 'decides' ? [id] : [])),
        [decide(rules, about).rule?.id ?? []].flat(),
      )
      for (const [index, { outcome, conditions }] of explained.entries()) {
        // A rule alone decides just when it is enabled and everything said of its conditions is favourable.
        const alone = rules.slice(index, index + 1)
        const holds = conditions.every((condition) => condition.holds)
        equal(decide(alone, about).rule !== undefined, holds && outcome !== 'disabled')
      }
    }),
  )
  t.end()
})

await t.test('rules come through the schema of the settings as they are', (t) => {
  fc.assert(
    fc.property(anyRule, anyFacts, (one, about) =>
      deepStrictEqual(decide([ruleSchema.parse(one)], about), decide([one], about)),
    ),
  )
  t.end()
})
